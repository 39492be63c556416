/// ScannerSettings: the settings of an open scanner by their names, whatever type the backend gives
/// them.
///
/// Setting one may change others (a feeder has another size than the glass), so nothing is kept.
/// Threads: one. Faults: usage (no such setting, a value it does not take), as sane_error().
#pragma once

#include <sane/sane.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

class ScannerSettings {
 public:
  explicit ScannerSettings(SANE_Handle handle) : handle_(handle) {}

  /// Whether there is such a setting and it can be set now.
  [[nodiscard]] bool has(std::string_view name) const;
  /// The words a setting takes; empty when it is no list of words.
  [[nodiscard]] std::vector<std::string> words(std::string_view name) const;
  /// The current word; nothing when it is no word.
  [[nodiscard]] std::optional<std::string> word(std::string_view name) const;
  /// The current number; nothing when it is no single number.
  [[nodiscard]] std::optional<double> number(std::string_view name) const;

  struct Range {
    double least = 0;
    double most = 0;
    bool millimetres = false;
  };
  [[nodiscard]] std::optional<Range> range(std::string_view name) const;

  void set_word(std::string_view name, const std::string& value);
  /// Sets the number the setting takes that is nearest to `value`, and returns what was set.
  double set_number(std::string_view name, double value);
  void set_flag(std::string_view name, const std::string& yes_or_no);
  /// Sets any setting from text, as a person writes it: words, numbers, yes and no.
  void set_text(std::string_view name, const std::string& value);

 private:
  struct Found {
    SANE_Int index = 0;
    const SANE_Option_Descriptor* descriptor = nullptr;
  };
  [[nodiscard]] std::optional<Found> find(std::string_view name) const;
  [[nodiscard]] Found need(std::string_view name) const;
  [[nodiscard]] bool get(const Found& found, void* value) const;
  void set(const Found& found, void* value);

  SANE_Handle handle_;
};

}  // namespace fonds
