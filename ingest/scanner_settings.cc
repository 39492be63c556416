#include "ingest/scanner_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/sane_session.h"

namespace fonds {
namespace {

/// No scanner has more settings; a backend that says so is broken.
constexpr SANE_Int kMostSettings = 10'000;
constexpr SANE_Int kLargestValue = 1 << 20;

double from_word(const SANE_Option_Descriptor& descriptor, SANE_Word word) {
  return descriptor.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

SANE_Word to_word(const SANE_Option_Descriptor& descriptor, double value) {
  value = std::clamp(value, -32767.0 * 65536, 32767.0 * 65536);
  if (descriptor.type != SANE_TYPE_FIXED) return static_cast<SANE_Word>(std::lround(value));
  value = std::clamp(value, -32767.0, 32767.0);
  return static_cast<SANE_Word>(std::lround(value * (1 << SANE_FIXED_SCALE_SHIFT)));
}

bool is_number(const SANE_Option_Descriptor& descriptor) {
  return (descriptor.type == SANE_TYPE_INT || descriptor.type == SANE_TYPE_FIXED) &&
         descriptor.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

/// The number that the descriptor's constraint takes and that is nearest to `value`.
double nearest(const SANE_Option_Descriptor& descriptor, double value) {
  if (descriptor.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
    const SANE_Word* list = descriptor.constraint.word_list;
    double best = value;
    for (SANE_Word i = 1; i <= list[0]; ++i) {
      const double candidate = from_word(descriptor, list[i]);
      if (i == 1 || std::abs(candidate - value) < std::abs(best - value)) best = candidate;
    }
    return best;
  }
  if (descriptor.constraint_type == SANE_CONSTRAINT_RANGE) {
    const SANE_Range& range = *descriptor.constraint.range;
    const double least = from_word(descriptor, range.min);
    const double most = std::max(least, from_word(descriptor, range.max));
    const double step = from_word(descriptor, range.quant);
    value = std::clamp(value, least, most);
    if (step > 0) value = std::min(least + std::round((value - least) / step) * step, most);
  }
  return value;
}

Error bad_value(std::string_view name, const std::string& value) {
  return {Fault::usage, say(tr("the scanner's setting \"{}\" does not take \"{}\""), name, value),
          tr("give one of the values the scanner's manual names")};
}

}  // namespace

std::optional<ScannerSettings::Found> ScannerSettings::find(std::string_view name) const {
  for (SANE_Int index = 1; index < kMostSettings; ++index) {
    const SANE_Option_Descriptor* descriptor = sane_get_option_descriptor(handle_, index);
    if (descriptor == nullptr) break;
    if (descriptor->name == nullptr || descriptor->type == SANE_TYPE_GROUP) continue;
    if (descriptor->name == name) return Found{index, descriptor};
  }
  return std::nullopt;
}

ScannerSettings::Found ScannerSettings::need(std::string_view name) const {
  const auto found = find(name);
  if (!found) {
    throw Error(Fault::usage, say(tr("the scanner has no setting \"{}\""), name),
                tr("leave it out, or look up its name in the scanner's manual"));
  }
  return *found;
}

bool ScannerSettings::get(const Found& found, void* value) const {
  return SANE_OPTION_IS_ACTIVE(found.descriptor->cap) &&
         sane_control_option(handle_, found.index, SANE_ACTION_GET_VALUE, value, nullptr) ==
             SANE_STATUS_GOOD;
}

void ScannerSettings::set(const Found& found, void* value) {
  if (!SANE_OPTION_IS_ACTIVE(found.descriptor->cap) ||
      !SANE_OPTION_IS_SETTABLE(found.descriptor->cap)) {
    throw Error(Fault::usage,
                say(tr("the scanner's setting \"{}\" cannot be set now"), found.descriptor->name),
                tr("leave it out, or set first what it depends on"));
  }
  const SANE_Status status =
      sane_control_option(handle_, found.index, SANE_ACTION_SET_VALUE, value, nullptr);
  if (status != SANE_STATUS_GOOD) throw sane_error(status);
}

bool ScannerSettings::has(std::string_view name) const {
  const auto found = find(name);
  return found && SANE_OPTION_IS_ACTIVE(found->descriptor->cap) &&
         SANE_OPTION_IS_SETTABLE(found->descriptor->cap);
}

std::vector<std::string> ScannerSettings::words(std::string_view name) const {
  std::vector<std::string> all;
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_STRING ||
      found->descriptor->constraint_type != SANE_CONSTRAINT_STRING_LIST) {
    return all;
  }
  for (const SANE_String_Const* word = found->descriptor->constraint.string_list; *word != nullptr;
       ++word) {
    all.emplace_back(*word);
  }
  return all;
}

std::optional<std::string> ScannerSettings::word(std::string_view name) const {
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_STRING || found->descriptor->size <= 0 ||
      found->descriptor->size > kLargestValue) {
    return std::nullopt;
  }
  std::string value(static_cast<std::size_t>(found->descriptor->size) + 1, '\0');
  if (!get(*found, value.data())) return std::nullopt;
  value.resize(value.find('\0'));
  return value;
}

std::optional<double> ScannerSettings::number(std::string_view name) const {
  const auto found = find(name);
  SANE_Word word = 0;
  if (!found || !is_number(*found->descriptor) || !get(*found, &word)) return std::nullopt;
  return from_word(*found->descriptor, word);
}

std::optional<ScannerSettings::Range> ScannerSettings::range(std::string_view name) const {
  const auto found = find(name);
  if (!found || !is_number(*found->descriptor)) return std::nullopt;
  const SANE_Option_Descriptor& descriptor = *found->descriptor;
  Range range;
  range.millimetres = descriptor.unit == SANE_UNIT_MM;
  if (descriptor.constraint_type == SANE_CONSTRAINT_RANGE) {
    range.least = from_word(descriptor, descriptor.constraint.range->min);
    range.most = from_word(descriptor, descriptor.constraint.range->max);
    return range;
  }
  if (descriptor.constraint_type != SANE_CONSTRAINT_WORD_LIST) return std::nullopt;
  const SANE_Word* list = descriptor.constraint.word_list;
  if (list[0] < 1) return std::nullopt;
  const auto [least, most] = std::minmax_element(list + 1, list + 1 + list[0]);
  range.least = from_word(descriptor, *least);
  range.most = from_word(descriptor, *most);
  return range;
}

void ScannerSettings::set_word(std::string_view name, const std::string& value) {
  const Found found = need(name);
  const SANE_Int size = found.descriptor->size;
  if (found.descriptor->type != SANE_TYPE_STRING || size <= 0 || size > kLargestValue ||
      value.size() >= static_cast<std::size_t>(size)) {
    throw bad_value(name, value);
  }
  const std::vector<std::string> all = words(name);
  if (!all.empty() && std::find(all.begin(), all.end(), value) == all.end()) {
    throw bad_value(name, value);
  }
  std::string buffer = value;
  buffer.resize(static_cast<std::size_t>(size), '\0');  // backends may write as much back
  set(found, buffer.data());
}

double ScannerSettings::set_number(std::string_view name, double value) {
  const Found found = need(name);
  if (!is_number(*found.descriptor)) throw bad_value(name, fmt::format("{}", value));
  SANE_Word word = to_word(*found.descriptor, nearest(*found.descriptor, value));
  set(found, &word);
  const auto now = number(name);  // the backend may have rounded it
  return now ? *now : value;
}

void ScannerSettings::set_flag(std::string_view name, const std::string& yes_or_no) {
  const Found found = need(name);
  const std::string word = fold(to_valid_utf8(yes_or_no));
  const bool yes = word == "yes" || word == "true" || word == "on" || word == "1";
  const bool no = word == "no" || word == "false" || word == "off" || word == "0";
  if (found.descriptor->type != SANE_TYPE_BOOL || (!yes && !no)) throw bad_value(name, yes_or_no);
  SANE_Bool value = yes ? SANE_TRUE : SANE_FALSE;
  set(found, &value);
}

void ScannerSettings::set_text(std::string_view name, const std::string& value) {
  const Found found = need(name);
  switch (found.descriptor->type) {
    case SANE_TYPE_BOOL:
      set_flag(name, value);
      return;
    case SANE_TYPE_STRING:
      set_word(name, value);
      return;
    case SANE_TYPE_BUTTON:
      set(found, nullptr);
      return;
    case SANE_TYPE_INT:
    case SANE_TYPE_FIXED: {
      double wanted = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), wanted);
      if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(wanted)) {
        throw bad_value(name, value);
      }
      set_number(name, wanted);
      return;
    }
    case SANE_TYPE_GROUP:
      break;
  }
  throw bad_value(name, value);
}

}  // namespace fonds
