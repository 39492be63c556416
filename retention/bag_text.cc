#include "retention/bag_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace fonds {
namespace {

constexpr std::string_view kWhite = " \t";
constexpr std::string_view kVersionLabel = "BagIt-Version";
constexpr std::string_view kEncodingLabel = "Tag-File-Character-Encoding";
/// Encodings of tag files other than UTF-8, as ICU calls them.
constexpr std::array<std::string_view, 3> kCodePages{"iso-8859-1", "windows-1251", "utf-16"};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct EncodedByte {
  char byte;
  std::string_view code;
};
constexpr std::array<EncodedByte, 3> kEncoded{{{'\n', "%0A"}, {'\r', "%0D"}, {'%', "%25"}}};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

bool same_code(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return x == y || (x >= 'a' && x <= 'z' && x - 'a' + 'A' == y);
  });
}

/// Only what must be encoded is decoded (§2.1.3): other `%` stand in names of programs that do not
/// know the rule.
std::string path_decoded(std::string_view written) {
  std::string path;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto* const found = std::find_if(
        kEncoded.begin(), kEncoded.end(),
        [&](const EncodedByte& each) { return same_code(written.substr(i, 3), each.code); });
    path += found == kEncoded.end() ? written[i] : found->byte;
    if (found != kEncoded.end()) i += found->code.size() - 1;
  }
  return path;
}

std::string path_encoded(std::string_view path) {
  std::string written;
  for (const char c : path) {
    const auto* const found = std::find_if(kEncoded.begin(), kEncoded.end(),
                                           [&](const EncodedByte& each) { return each.byte == c; });
    if (found == kEncoded.end()) {
      written += c;
    } else {
      written += found->code;
    }
  }
  return written;
}

/// A path at the end of a line.
std::optional<std::string> path_from(std::string_view written) {
  if (written.starts_with('*')) written.remove_prefix(1);  // `sha256sum --binary`
  if (written.starts_with("./")) written.remove_prefix(2);
  if (written.empty() || written.find('\0') != std::string_view::npos) return std::nullopt;
  return path_decoded(written);
}

/// Cuts the first word off, with the white space behind it.
std::string_view cut_word(std::string_view& line) {
  const std::size_t end = std::min(line.find_first_of(kWhite), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(line.find_first_not_of(kWhite, end), line.size()));
  return word;
}

template <class Number>
std::optional<Number> number_from(std::string_view digits) {
  Number number{};
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// The value of "label: value"; nothing when the label is another.
std::optional<std::string_view> value_of(std::string_view line, std::string_view label) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || trimmed(line.substr(0, colon)) != label) {
    return std::nullopt;
  }
  return trimmed(line.substr(colon + 1));
}

}  // namespace

void for_each_line(std::string_view text,
                   const std::function<void(std::size_t, std::string_view)>& visit) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const bool two = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
    if (!trimmed(line).empty()) visit(number, line);
  }
}

std::optional<std::string> tag_text(std::string_view bytes, std::string_view encoding) {
  const std::string name = fold_case(to_valid_utf8(encoding));
  if (name == "utf-8" || name == "utf8" || name == "us-ascii") {
    if (!is_valid_utf8(bytes)) return std::nullopt;
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    return std::string(bytes);
  }
  const auto* const known = std::find(kCodePages.begin(), kCodePages.end(), name);
  if (known == kCodePages.end()) return std::nullopt;
  return decode(bytes, known->data());
}

std::string to_text(const BagDeclaration& declaration) {
  return fmt::format("{}: {}.{}\n{}: {}\n", kVersionLabel, declaration.major, declaration.minor,
                     kEncodingLabel, declaration.encoding);
}

std::optional<BagDeclaration> bag_declaration_from(std::string_view text) {
  std::vector<std::string_view> lines;
  for_each_line(text, [&](std::size_t, std::string_view line) { lines.push_back(line); });
  if (lines.size() != 2) return std::nullopt;
  const auto version = value_of(lines[0], kVersionLabel);
  const auto encoding = value_of(lines[1], kEncodingLabel);
  if (!version || !encoding || encoding->empty() || !is_valid_utf8(text)) return std::nullopt;
  const std::size_t point = version->find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const auto major = number_from<int>(version->substr(0, point));
  const auto minor = number_from<int>(version->substr(point + 1));
  if (!major || !minor) return std::nullopt;
  return BagDeclaration{*major, *minor, std::string(*encoding)};
}

std::string to_text(const ManifestLine& line) {
  return fmt::format("{}  {}\n", line.sum, path_encoded(line.path));
}

std::optional<ManifestLine> manifest_line_from(std::string_view line) {
  ManifestLine found{std::string(cut_word(line)), {}};
  if (found.sum.empty()) return std::nullopt;
  for (char& c : found.sum) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) return std::nullopt;
  }
  auto path = path_from(line);
  if (!path) return std::nullopt;
  found.path = std::move(*path);
  return found;
}

std::optional<std::string> fetched_path_from(std::string_view line) {
  if (cut_word(line).empty()) return std::nullopt;
  const std::string_view length = cut_word(line);
  if (length != "-" && !number_from<std::uint64_t>(length)) return std::nullopt;
  return path_from(line);
}

std::string to_text(const BagInfoField& field) {
  std::string value = to_valid_utf8(field.value);
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return fmt::format("{}: {}\n", field.label, trimmed(printable(value)));
}

BagInfoText bag_info_from(std::string_view text) {
  BagInfoText info;
  for_each_line(text, [&](std::size_t number, std::string_view line) {
    if (kWhite.find(line.front()) != std::string_view::npos && !info.fields.empty()) {
      info.fields.back().value += ' ';
      info.fields.back().value += trimmed(line);
      return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view label = trimmed(line.substr(0, std::min(colon, line.size())));
    if (colon == std::string_view::npos || label.empty()) {
      info.bad_lines.push_back(number);
    } else {
      info.fields.push_back({std::string(label), std::string(trimmed(line.substr(colon + 1)))});
    }
  });
  return info;
}

std::string to_text(const PayloadOxum& oxum) {
  return fmt::format("{}.{}", oxum.bytes, oxum.files);
}

std::optional<PayloadOxum> payload_oxum_from(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const auto bytes = number_from<std::uint64_t>(text.substr(0, point));
  const auto files = number_from<std::uint64_t>(text.substr(point + 1));
  if (!bytes || !files) return std::nullopt;
  return PayloadOxum{*bytes, *files};
}

bool is_payload_path(std::string_view path) {
  constexpr std::string_view kPayload = "data/";
  return path.size() > kPayload.size() && path.starts_with(kPayload);
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.front() == '~' || path.find('\0') != std::string_view::npos) {
    return false;
  }
  if (path.size() >= 2 && path[1] == ':') return false;  // a drive
  while (true) {
    const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
    const std::string_view part = path.substr(0, end);
    if (part.empty() || part == "." || part == "..") return false;
    if (end == path.size()) return true;
    path.remove_prefix(end + 1);
  }
}

}  // namespace fonds
