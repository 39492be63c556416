/// What a clerk asks for (glass or feeder, colour, resolution), put into the words of the scanner
/// at hand: every backend names its sources and modes differently.
///
/// Threads: one. Faults: usage (the scanner cannot do it: says what it can), as ScannerSettings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/scanner.h"
#include "ingest/scanner_settings.h"

namespace fonds {

/// The word among `words` that means the source or mode; nothing when none does.
std::optional<std::string> choose_source(const std::vector<std::string>& words, ScanSource source);
std::optional<std::string> choose_mode(const std::vector<std::string>& words, ScanMode mode);

/// Whether a source of that name takes sheet after sheet.
bool is_feeder(std::string_view source);

struct AppliedOptions {
  double dpi = 0;       ///< as set
  bool feeder = false;  ///< pages come until the feeder is empty
  std::vector<std::string> warnings;
};

/// The sheet of that name: a3, a4, a5, a6, or one laid across: a4-across; nothing for another.
std::optional<SheetSize> sheet_of_name(std::string_view name);
/// The names sheet_of_name() knows, largest first.
const std::vector<std::string>& sheet_names();

/// From where to where a scanner is to look along one axis, millimetres.
struct ScanStretch {
  double from = 0;
  double to = 0;
};
/// Of `wanted` within what it sees; `aligned`: where sheets lie in it, "left", "center", "right".
ScanStretch stretch_of(ScannerSettings::Range seen, double wanted, std::string_view aligned);

/// Sets the scanner as asked, the sheet or the whole area it can see, then `options.extra`. `type`
/// is what the device says it is ("flatbed scanner").
AppliedOptions apply_options(ScannerSettings& settings, const ScanOptions& options,
                             std::string_view type);

}  // namespace fonds
