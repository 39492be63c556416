/// Scanner: pages straight from the glass or the feeder through the SANE C API.
///
/// Threads: one Scanner at a time per process (SANE is global state). Faults: see page_source.h;
/// each SANE status has its own message and hint (jam, cover open, no paper, cable pulled).
#pragma once

#include <memory>
#include <optional>
#include <string>
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

struct ScanOptions {
  std::string device;                ///< empty: the first one found
  std::optional<ScanSource> source;  ///< absent: what the device has as default
  int dpi = 300;
  ScanMode mode = ScanMode::colour;
};

std::vector<ScannerDevice> list_scanners();

class Scanner : public PageSource {
 public:
  explicit Scanner(const ScanOptions& options);
  ~Scanner() override;
  std::optional<ScannedPage> next() override;
  [[nodiscard]] const std::string& device() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
