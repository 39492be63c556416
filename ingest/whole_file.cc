#include "ingest/whole_file.h"

#include <algorithm>

#include "ingest/whole_tiff.h"
#include "model/file_kind.h"

namespace fonds {
namespace {

using namespace std::string_view_literals;

/// The last `count` bytes of the file, or all of it.
std::string_view tail(FileBytes& file, std::size_t count) {
  return file.get_some(file.size() - std::min<std::uint64_t>(file.size(), count), count);
}

/// The decimal number that follows `key` in `text`, behind white space.
std::optional<std::uint64_t> number_after(std::string_view text, std::string_view key) {
  const std::size_t found = text.find(key);
  if (found == std::string_view::npos) return std::nullopt;
  std::size_t at = text.find_first_not_of(" \r\n\t", found + key.size());
  std::uint64_t value = 0;
  bool any = false;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && value < 1ULL << 50U; ++at) {
    value = value * 10 + static_cast<std::uint64_t>(text[at] - '0');
    any = true;
  }
  return any ? std::optional(value) : std::nullopt;
}

bool pdf_is_whole(FileBytes& file) {
  // A PDF for the web has an %%EOF behind its first page too, and says how long it will be.
  const std::string_view head = file.get_some(0, 2048);
  const std::size_t web = head.find("/Linearized"sv);
  if (web != std::string_view::npos) {
    const auto length = number_after(head.substr(web), "/L "sv);
    if (length && *length > file.size()) return false;
  }
  const std::string_view end = tail(file, 2048);
  const std::size_t mark = end.rfind("%%EOF"sv);
  if (mark == std::string_view::npos) return false;
  const std::size_t start = end.substr(0, mark).rfind("startxref"sv);
  if (start == std::string_view::npos) return false;
  const auto table = number_after(end.substr(start), "startxref"sv);
  return table && *table < file.size();
}

/// Behind the entropy-coded data that begins at `at`: the place of the next marker.
std::optional<std::uint64_t> end_of_jpeg_scan(FileBytes& file, std::uint64_t at) {
  for (;;) {
    const std::string_view piece = file.get_some(at, FileBytes::kMost);
    if (piece.size() < 2) return std::nullopt;
    const std::string_view searched = piece.substr(0, piece.size() - 1);
    for (std::size_t found = searched.find('\xFF'); found != std::string_view::npos;
         found = searched.find('\xFF', found + 1)) {
      const auto next = static_cast<unsigned char>(piece[found + 1]);
      const bool restart = next >= 0xD0 && next <= 0xD7;
      if (next != 0 && next != 0xFF && !restart) return at + found;
    }
    at += searched.size();
  }
}

bool jpeg_is_whole(FileBytes& file) {
  // What follows the end of the picture (more pictures of a phone, padding) does not count.
  std::uint64_t at = 2;
  for (;;) {
    const auto bytes = file.get(at, 2);
    if (!bytes || bytes->front() != '\xFF') return false;
    const auto marker = static_cast<unsigned char>((*bytes)[1]);
    if (marker == 0xD9) return true;
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
      at += 2;
      continue;
    }
    const auto length = file.get(at + 2, 2);
    if (!length || big_endian(*length) < 2) return false;
    at += 2 + big_endian(*length);
    if (marker == 0xDA) {
      const auto end = end_of_jpeg_scan(file, at);
      if (!end) return false;
      at = *end;
    }
  }
}

bool png_is_whole(FileBytes& file) {
  for (std::uint64_t at = 8;;) {
    const auto header = file.get(at, 8);
    if (!header) return false;
    const std::uint64_t end = at + 12 + big_endian(header->substr(0, 4));
    if (end > file.size()) return false;
    if (header->substr(4) == "IEND") return true;
    at = end;
  }
}

bool zip_is_whole(FileBytes& file) {
  constexpr std::uint64_t kRecord = 22;
  constexpr std::uint64_t kMostComment = 65535;
  const std::uint64_t first =
      file.size() - std::min<std::uint64_t>(file.size(), kRecord + kMostComment);
  // Pieces overlap by less than a record, so that none is cut in two.
  for (std::uint64_t at = first; at + kRecord <= file.size();) {
    const std::string_view piece = file.get_some(at, FileBytes::kMost);
    if (piece.size() < kRecord) return false;
    for (std::size_t found = piece.find("PK\x05\x06"sv);
         found != std::string_view::npos && found + kRecord <= piece.size();
         found = piece.find("PK\x05\x06"sv, found + 1)) {
      const std::string_view record = piece.substr(found, kRecord);
      const std::uint64_t place = at + found;
      const std::uint64_t comment = little_endian(record.substr(20, 2));
      const std::uint64_t size = little_endian(record.substr(12, 4));
      const std::uint64_t offset = little_endian(record.substr(16, 4));
      const bool zip64 = offset == 0xFFFFFFFF || size == 0xFFFFFFFF;
      if (place + kRecord + comment <= file.size() && (zip64 || offset + size <= place))
        return true;
    }
    at += piece.size() - (kRecord - 1);
  }
  return false;
}

bool tar_is_whole(FileBytes& file) {
  constexpr std::size_t kRecord = 512;
  const std::string_view end = tail(file, kRecord);
  return end.size() == kRecord &&
         std::all_of(end.begin(), end.end(), [](char c) { return c == 0; });
}

bool bmp_is_whole(FileBytes& file) {
  const auto size = file.get(2, 4);
  // Some programs leave the size at 0: such a file does not say.
  return size && little_endian(*size) <= file.size();
}

bool webp_is_whole(FileBytes& file) {
  const auto size = file.get(4, 4);
  return size && little_endian(*size) + 8 <= file.size();
}

bool codestream_is_whole(FileBytes& file) { return tail(file, 2) == "\xFF\xD9"sv; }

bool jp2_is_whole(FileBytes& file) {
  const auto start = file.get(0, 4);
  if (!start) return false;
  if (*start == "\xFF\x4F\xFF\x51"sv) return codestream_is_whole(file);
  bool picture = false;
  std::uint64_t at = 0;
  while (at < file.size()) {
    const auto header = file.get(at, 8);
    if (!header) return picture;  // padding
    std::uint64_t length = big_endian(header->substr(0, 4));
    const bool codestream = header->substr(4) == "jp2c"sv;
    if (length == 0) return codestream && codestream_is_whole(file);
    if (length == 1) {
      const auto longer = file.get(at + 8, 8);
      if (!longer) return false;
      length = big_endian(*longer);
    }
    if (length < 8 || length > file.size() - at) return false;
    picture = picture || codestream;
    at += length;
  }
  return picture;
}

}  // namespace

bool is_whole(FileBytes& file) {
  const auto kind = tell_kind(file.get_some(0, kKindBytes));
  if (!kind) return true;
  switch (*kind) {
    case FileKind::jpeg:
      return jpeg_is_whole(file);
    case FileKind::png:
      return png_is_whole(file);
    case FileKind::tiff:
      return tiff_is_whole(file);
    case FileKind::bmp:
      return bmp_is_whole(file);
    case FileKind::webp:
      return webp_is_whole(file);
    case FileKind::jp2:
      return jp2_is_whole(file);
    case FileKind::pdf:
      return pdf_is_whole(file);
    case FileKind::zip:
      return zip_is_whole(file);
    case FileKind::tar:
      return tar_is_whole(file);
    case FileKind::tar_gz:
    default:  // what its beginning does not tell has no end that could be looked for
      return true;
  }
  return true;
}

}  // namespace fonds
