#include "model/file_kind.h"

#include <array>

namespace fonds {
namespace {

constexpr std::array<FileKindEntry, 10> kKinds{{
    {FileKind::jpeg, "jpeg", "image/jpeg", ".jpg", false},
    {FileKind::png, "png", "image/png", ".png", false},
    {FileKind::tiff, "tiff", "image/tiff", ".tif", false},
    {FileKind::bmp, "bmp", "image/bmp", ".bmp", false},
    {FileKind::webp, "webp", "image/webp", ".webp", false},
    {FileKind::jp2, "jp2", "image/jp2", ".jp2", false},
    {FileKind::pdf, "pdf", "application/pdf", ".pdf", false},
    {FileKind::zip, "zip", "application/zip", ".zip", true},
    {FileKind::tar, "tar", "application/x-tar", ".tar", true},
    {FileKind::tar_gz, "tar.gz", "application/gzip", ".tar.gz", true},
}};

bool begins(std::string_view bytes, std::string_view magic, std::size_t at = 0) {
  return bytes.size() >= at + magic.size() && bytes.substr(at, magic.size()) == magic;
}

}  // namespace

const FileKindEntry& entry_of(FileKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<FileKind> tell_kind(std::string_view b) {
  using namespace std::string_view_literals;
  if (begins(b, "\xFF\xD8\xFF"sv)) return FileKind::jpeg;
  if (begins(b, "\x89PNG\r\n\x1A\n"sv)) return FileKind::png;
  if (begins(b, "II*\0"sv) || begins(b, "MM\0*"sv)) return FileKind::tiff;
  if (begins(b, "II+\0"sv) || begins(b, "MM\0+"sv)) return FileKind::tiff;  // BigTIFF
  if (begins(b, "RIFF"sv) && begins(b, "WEBP"sv, 8)) return FileKind::webp;
  if (begins(b, "\0\0\0\x0CjP  \r\n\x87\n"sv) || begins(b, "\xFF\x4F\xFF\x51"sv)) {
    return FileKind::jp2;
  }
  if (begins(b, "PK\x03\x04"sv) || begins(b, "PK\x05\x06"sv)) return FileKind::zip;
  if (begins(b, "\x1F\x8B"sv)) return FileKind::tar_gz;
  if (begins(b, "ustar"sv, 257)) return FileKind::tar;
  // PDF readers accept the header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
  if (b.substr(0, kKindBytes).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
  if (begins(b, "BM"sv) && b.size() >= 26 && b[6] == 0 && b[7] == 0) return FileKind::bmp;
  return std::nullopt;
}

}  // namespace fonds
