#include "model/sheet_code.h"

#include <charconv>
#include <vector>

#include "base/text.h"

namespace fonds {
namespace {

constexpr std::string_view kVersion = "FONDS1";
constexpr std::size_t kLongestCode = 2000;  // bytes; a QR symbol holds no more than 2953
constexpr std::size_t kLongestTitle = 200;  // characters
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '.' || c == '_';
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c)) {
      result += c;
    } else {
      result += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return result;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      if (!is_plain(text[i])) return std::nullopt;
      result += text[i];
      continue;
    }
    unsigned value = 0;
    const std::string_view digits = text.substr(i + 1, 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 2 || error != std::errc{} || end != digits.data() + 2) return std::nullopt;
    result += static_cast<char>(value);
    i += 2;
  }
  return result;
}

std::optional<int> number_from(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || value < least || value > most) return std::nullopt;
  return value;
}

/// A title a person could have typed: valid, one line, not endless.
std::optional<std::string> title_from(std::string_view text) {
  const auto decoded = percent_decoded(text);
  if (!decoded || decoded->empty() || !is_valid_utf8(*decoded)) return std::nullopt;
  if (printable(*decoded) != *decoded || count_characters(*decoded) > kLongestTitle) {
    return std::nullopt;
  }
  return normalise(*decoded);
}

/// Takes one KEY=value into `code`; false when it cannot be taken or was said before.
bool take(SheetCode& code, std::string_view key, std::string_view value) {
  if (key == "CASE" && code.case_index.empty()) {
    const auto index = case_index_from(value);
    code.case_index = index.value_or("");
    return index.has_value();
  }
  if (key == "YEAR" && !code.year) {
    code.year = number_from(value, kFirstYear, kLastYear);
    return code.year.has_value();
  }
  if (key == "COLL" && code.collective.empty()) {
    const auto title = title_from(value);
    code.collective = title.value_or("");
    return title.has_value();
  }
  if (key == "N" && !code.count) {
    code.count = number_from(value, 1, kMostPapersOfASheet);
    return code.count.has_value();
  }
  return false;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

bool SheetCode::is_bare() const {
  return kind == SheetKind::separator && case_index.empty() && !year && collective.empty() &&
         !count;
}

std::string to_text(const SheetCode& code) {
  std::string text = std::string(kVersion) + ";T=" + std::string(name_of(code.kind));
  if (const auto index = case_index_from(code.case_index)) text += ";CASE=" + *index;
  if (code.year) text += ";YEAR=" + std::to_string(*code.year);
  const std::string collective = percent_encoded(code.collective);
  if (title_from(collective)) text += ";COLL=" + collective;
  if (code.count) text += ";N=" + std::to_string(*code.count);
  return text;
}

std::optional<SheetCode> sheet_code_from(std::string_view text) {
  if (text.size() > kLongestCode) return std::nullopt;
  const std::vector<std::string_view> parts = parts_of(text);
  if (parts.size() < 2 || parts[0] != kVersion || !parts[1].starts_with("T=")) return std::nullopt;
  const auto kind = sheet_kind_from(parts[1].substr(2));
  if (!kind) return std::nullopt;
  SheetCode code;
  code.kind = *kind;
  for (std::size_t i = 2; i < parts.size(); ++i) {
    const std::size_t equals = parts[i].find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (!take(code, parts[i].substr(0, equals), parts[i].substr(equals + 1))) return std::nullopt;
  }
  return code;
}

std::optional<std::string> case_index_from(std::string_view printed) {
  constexpr std::string_view kEnDash = "–";
  constexpr std::size_t kMostGroups = 4;
  constexpr std::size_t kMostDigits = 3;
  std::string index;
  std::size_t groups = 1;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const char c = printed[i];
    if (c >= '0' && c <= '9') {
      index += c;
      if (++digits > kMostDigits) return std::nullopt;
      continue;
    }
    const bool dash = printed.substr(i).starts_with(kEnDash);
    if (digits == 0 || (!dash && c != '-' && c != '.' && c != '/')) return std::nullopt;
    if (++groups > kMostGroups) return std::nullopt;
    index += '-';
    digits = 0;
    i += dash ? kEnDash.size() - 1 : 0;
  }
  if (groups < 2 || digits == 0) return std::nullopt;
  return index;
}

}  // namespace fonds
