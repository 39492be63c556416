#include "ingest/scan_options.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// The longest sheet scanned, in mm: A3 and a margin. Feeders announce lengths of metres.
constexpr double kLongestSheet = 440;

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The first of `words` that holds a part of `wanted` (the earlier the better) and none of
/// `unwanted`.
std::optional<std::string> choose(const std::vector<std::string>& words,
                                  const std::vector<std::string_view>& wanted,
                                  const std::vector<std::string_view>& unwanted) {
  for (const std::string_view part : wanted) {
    for (const std::string& word : words) {
      const std::string folded = fold(to_valid_utf8(word));
      const bool excluded = std::any_of(unwanted.begin(), unwanted.end(),
                                        [&](std::string_view no) { return holds(folded, no); });
      if (!excluded && holds(folded, part)) return word;
    }
  }
  return std::nullopt;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) {
    list += (list.empty() ? "" : ", ") + printable(word);
  }
  return list;
}

const char* text_of(ScanSource source) {
  switch (source) {
    case ScanSource::flatbed:
      return tr("the glass");
    case ScanSource::adf:
      return tr("the feeder");
    case ScanSource::duplex:
      return tr("the feeder, both sides");
  }
  return "";
}

const char* text_of(ScanMode mode) {
  switch (mode) {
    case ScanMode::colour:
      return tr("colour");
    case ScanMode::grey:
      return tr("grey");
    case ScanMode::lineart:
      return tr("black and white");
  }
  return "";
}

/// Both sides by a switch beside the source, as some backends have it; false when there is none.
bool switch_to_duplex(ScannerSettings& settings) {
  for (const char* name : {"adf-mode", "adf_mode"}) {
    const auto word = choose_source(settings.words(name), ScanSource::duplex);
    if (!word || !settings.has(name)) continue;
    settings.set_word(name, *word);
    return true;
  }
  for (const char* name : {"duplex", "scan-both-sides"}) {
    if (!settings.has(name)) continue;
    settings.set_text(name, "yes");
    return true;
  }
  return false;
}

void set_source(ScannerSettings& settings, ScanSource source) {
  const std::vector<std::string> words = settings.words("source");
  if (const auto word = choose_source(words, source)) {
    settings.set_word("source", *word);
    return;
  }
  if (source == ScanSource::duplex) {
    if (const auto feeder = choose_source(words, ScanSource::adf)) {
      settings.set_word("source", *feeder);
    }
    if (switch_to_duplex(settings)) return;
  }
  // A scanner with one source has no setting for it.
  if (words.empty() && source == ScanSource::flatbed) return;
  throw Error(Fault::usage, say(tr("this scanner cannot scan from {}"), text_of(source)),
              words.empty() ? std::string(tr("leave the source out"))
                            : say(tr("it has: {}"), list_of(words)));
}

void set_depth(ScannerSettings& settings, double bits) {
  if (settings.has("depth")) settings.set_number("depth", bits);
}

void set_mode(ScannerSettings& settings, ScanMode mode, std::vector<std::string>& warnings) {
  const std::vector<std::string> words = settings.words("mode");
  if (words.empty()) {
    warnings.push_back(tr("this scanner has no setting for colour; it gives what it has"));
    return;
  }
  if (const auto word = choose_mode(words, mode)) {
    settings.set_word("mode", *word);
    if (mode != ScanMode::lineart) set_depth(settings, 8);
    return;
  }
  // Black and white is one bit of grey for some.
  const auto grey = choose_mode(words, ScanMode::grey);
  const auto depth = settings.range("depth");
  if (mode != ScanMode::lineart || !grey || !depth || depth->least > 1) {
    throw Error(Fault::usage, say(tr("this scanner cannot scan in {}"), text_of(mode)),
                say(tr("it has: {}"), list_of(words)));
  }
  settings.set_word("mode", *grey);
  set_depth(settings, 1);
}

double set_resolution(ScannerSettings& settings, int dpi, std::vector<std::string>& warnings) {
  double set = 0;
  if (settings.has("resolution")) {
    set = settings.set_number("resolution", dpi);
  } else if (settings.has("x-resolution")) {
    set = settings.set_number("x-resolution", dpi);
  }
  if (settings.has("y-resolution")) settings.set_number("y-resolution", set > 0 ? set : dpi);
  if (set <= 0) {
    set = settings.number("resolution").value_or(0);
    warnings.push_back(tr("this scanner has no setting for resolution"));
  } else if (std::abs(set - dpi) > 0.5) {
    warnings.push_back(say(tr("{} dpi asked, the nearest this scanner has is {:.0f}"), dpi, set));
  }
  return set;
}

void set_whole_area(ScannerSettings& settings) {
  for (const char* name : {"tl-x", "tl-y"}) {
    const auto range = settings.range(name);
    if (range && settings.has(name)) settings.set_number(name, range->least);
  }
  for (const char* name : {"br-x", "br-y"}) {
    const auto range = settings.range(name);
    if (!range || !settings.has(name)) continue;
    settings.set_number(name,
                        range->millimetres ? std::min(range->most, kLongestSheet) : range->most);
  }
}

void set_stretch(ScannerSettings& settings, const char* from, const char* to,
                 const ScanStretch& stretch) {
  // The near end first: some backends take no far end before it.
  if (settings.has(from)) settings.set_number(from, stretch.from);
  if (settings.has(to)) settings.set_number(to, stretch.to);
}

/// The sheet where it lies: on the glass in the corner the glass begins at, in a feeder as the
/// scanner says.
void set_sheet(ScannerSettings& settings, const SheetSize& sheet,
               std::vector<std::string>& warnings) {
  // Feeders that ask how wide their paper is see no more than that.
  if (settings.has("page-width")) settings.set_number("page-width", sheet.width);
  if (settings.has("page-height")) settings.set_number("page-height", sheet.height);
  const auto across = settings.range("br-x");
  const auto down = settings.range("br-y");
  if (!across || !down || !across->millimetres || !down->millimetres) {
    warnings.push_back(tr("this scanner has no setting for the size of the sheet"));
    return;
  }
  constexpr double kSlack = 2;  // A4 scanners announce 215 or 216 mm, and some 209
  if (sheet.width > across->most + kSlack || sheet.height > down->most + kSlack) {
    warnings.push_back(say(tr("the scanner sees {:.0f} × {:.0f} mm, less than the sheet asked for"),
                           across->most, down->most));
  }
  const bool feeder = is_feeder(settings.word("source").value_or(""));
  const std::string aligned =
      feeder ? settings.word("adf-justification-x").value_or("left") : "left";
  set_stretch(settings, "tl-x", "br-x", stretch_of(*across, sheet.width, aligned));
  set_stretch(settings, "tl-y", "br-y", stretch_of(*down, sheet.height, "left"));
}

struct NamedSheet {
  const char* name;
  SheetSize size;  // ISO 216
};
constexpr std::array<NamedSheet, 7> kSheets{{{"a3", {297, 420}},
                                             {"a4", {210, 297}},
                                             {"a4-across", {297, 210}},
                                             {"a5", {148, 210}},
                                             {"a5-across", {210, 148}},
                                             {"a6", {105, 148}},
                                             {"a6-across", {148, 105}}}};

}  // namespace

std::optional<SheetSize> sheet_of_name(std::string_view name) {
  for (const NamedSheet& each : kSheets) {
    if (each.name == name) return each.size;
  }
  return std::nullopt;
}

const std::vector<std::string>& sheet_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    names.reserve(std::size(kSheets));
    for (const NamedSheet& each : kSheets) names.emplace_back(each.name);
    return names;
  }();
  return kNames;
}

ScanStretch stretch_of(ScannerSettings::Range seen, double wanted, std::string_view aligned) {
  const double room = std::max(0.0, seen.most - seen.least - wanted);
  const double left = aligned == "center" ? room / 2 : aligned == "right" ? room : 0;
  const double from = seen.least + left;
  return {from, std::min(seen.most, from + wanted)};
}

std::optional<std::string> choose_source(const std::vector<std::string>& words, ScanSource source) {
  switch (source) {
    case ScanSource::flatbed:
      return choose(words, {"flatbed", "platen", "normal", "table", "glass"},
                    {"adf", "feeder", "transparency", "film", "negative"});
    case ScanSource::adf:
      return choose(words, {"adf front", "adf", "feeder", "front", "simplex"},
                    {"duplex", "both", "back", "flatbed", "card"});
    case ScanSource::duplex:
      return choose(words, {"duplex", "both sides", "both"}, {"card"});
  }
  return std::nullopt;
}

std::optional<std::string> choose_mode(const std::vector<std::string>& words, ScanMode mode) {
  switch (mode) {
    case ScanMode::colour:
      return choose(words, {"24bit color", "24 bit color", "true color", "color", "colour", "rgb"},
                    {"lineart", "halftone", "48", "16 bit", "16-bit", "dither", "infrared"});
    case ScanMode::grey:
      return choose(words, {"8bit gray", "8 bit gray", "true gray", "gray", "grey"},
                    {"lineart", "halftone", "16 bit", "16-bit", "4 bit", "2 bit", "dither"});
    case ScanMode::lineart:
      return choose(words, {"lineart", "black & white", "black and white", "binary", "monochrome"},
                    {"color", "colour", "gray", "grey", "halftone"});
  }
  return std::nullopt;
}

bool is_feeder(std::string_view source) {
  const std::string folded = fold(to_valid_utf8(source));
  return holds(folded, "adf") || holds(folded, "feeder") || holds(folded, "duplex") ||
         holds(folded, "sheetfed") || holds(folded, "sheet-fed") || holds(folded, "both sides");
}

AppliedOptions apply_options(ScannerSettings& settings, const ScanOptions& options,
                             std::string_view type) {
  AppliedOptions applied;
  // The source decides which area and modes there are, the mode which depths.
  if (options.source) set_source(settings, *options.source);
  set_mode(settings, options.mode, applied.warnings);
  applied.dpi = set_resolution(settings, options.dpi, applied.warnings);
  set_whole_area(settings);
  if (options.sheet) set_sheet(settings, *options.sheet, applied.warnings);
  for (const auto& [name, value] : options.extra) settings.set_text(name, value);

  const auto set_dpi = settings.number(settings.has("resolution") ? "resolution" : "x-resolution");
  if (set_dpi) applied.dpi = *set_dpi;
  applied.feeder = is_feeder(settings.word("source").value_or(std::string(type)));
  return applied;
}

}  // namespace fonds
