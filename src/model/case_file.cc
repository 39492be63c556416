#include "model/case_file.h"

#include <fmt/format.h>

#include <charconv>

#include "base/messages.h"
#include "model/named.h"
#include "model/sheet_code.h"

namespace fonds {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
constexpr std::size_t kDigitsOfYear = 4;
constexpr std::size_t kMostDigitsOfNumber = 6;

std::optional<int> whole_number(std::string_view text) {
  if (text.empty() || text.size() > kMostDigitsOfNumber) return std::nullopt;
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Cuts the last part off, behind the last '/'.
std::string_view cut_last(std::string_view& text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view last = text.substr(slash + 1);
  text = text.substr(0, slash);
  return last;
}

/// "2024": an index may hold a '/' itself, but no group of four digits.
std::optional<int> year_in(std::string_view text) {
  if (text.size() != kDigitsOfYear) return std::nullopt;
  const auto year = whole_number(text);
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  return year;
}

}  // namespace

std::string to_text(const VolumeKey& key) {
  std::string text = key.index;
  if (key.year != 0) text += fmt::format("/{}", key.year);
  if (key.number != 0) text += fmt::format("/{}", key.number);
  return text;
}

std::optional<VolumeKey> volume_key_from(std::string_view text) {
  VolumeKey key;
  std::string_view rest = text;
  const std::string_view last = cut_last(rest);
  std::string_view before = rest;
  if (const auto year = year_in(last)) {
    key.year = *year;
  } else if (const auto inner = year_in(cut_last(before))) {
    const auto number = whole_number(last);
    if (!number || *number < 1) return std::nullopt;
    key.year = *inner;
    key.number = *number;
    rest = before;
  } else {
    rest = text;
  }
  const auto index = case_index_from(rest);
  if (!index) return std::nullopt;
  key.index = *index;
  return key;
}

std::string spoken(const VolumeKey& key) {
  if (key.year == 0) return key.index;
  if (key.number == 0) return say(tr("{} of {}"), key.index, key.year);
  return say(tr("{} of {}, vol. {}"), key.index, key.year, key.number);
}

std::optional<VolumeState> volume_state_from(std::string_view name) {
  return named<VolumeState>(kVolumeStates, name);
}

std::optional<VolumeMarkKind> volume_mark_kind_from(std::string_view name) {
  return named<VolumeMarkKind>(kVolumeMarkKinds, name);
}

}  // namespace fonds
