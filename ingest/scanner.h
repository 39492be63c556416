/// Scanner: pages straight from the glass or the feeder through the SANE C API.
///
/// Everything the scanner can see is scanned: the whole glass, the whole sheet.
/// Threads: one Scanner at a time per process (SANE is global state). Faults: see page_source.h;
/// each SANE status has its own message and hint (jam, cover open, no paper, cable pulled).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/page_source.h"

namespace fonds {

struct ScannerDevice {
  std::string name;  ///< SANE device name, for --device
  std::string vendor;
  std::string model;
  std::string type;
};

enum class ScanSource { flatbed, adf, duplex };
enum class ScanMode { colour, grey, lineart };

/// A sheet as it lies before the scanner, millimetres.
struct SheetSize {
  double width = 0;
  double height = 0;
};

struct ScanOptions {
  std::string device;                ///< empty: the first one found
  std::optional<ScanSource> source;  ///< absent: what the device has as default
  int dpi = 300;
  ScanMode mode = ScanMode::colour;
  std::optional<SheetSize> sheet{};  ///< absent: all the scanner sees, at most A3
  /// Raw settings of the scanner's own, name and value, set last and in this order.
  std::vector<std::pair<std::string, std::string>> extra;
};

/// What SANE finds, also on the network; takes some seconds. Empty when there is none.
std::vector<ScannerDevice> list_scanners();

class Scanner : public PageSource {
 public:
  explicit Scanner(const ScanOptions& options);
  ~Scanner() override;
  /// The next page; nothing when the feeder is empty, after the one page of a flatbed, and after
  /// cancel(). After a fault the page under way is lost, those before are good, and the next call
  /// tries to go on (paper freed, cover closed).
  std::optional<ScannedPage> next() override;
  /// Sets one of the scanner's own settings, as ScanOptions::extra, for the pages that follow.
  void set(const std::string& name, const std::string& value);
  /// Ends the page under way soon and makes next() return nothing. From any thread or a signal.
  void cancel();
  [[nodiscard]] bool cancelled() const;
  [[nodiscard]] const std::string& device() const;
  /// What the scanner could not do quite as asked ("300 dpi asked, 200 set"), for the clerk. Pages
  /// may add to it (one that ended early).
  [[nodiscard]] const std::vector<std::string>& warnings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
