#include "model/file_kind.h"

#include <algorithm>
#include <array>

namespace fonds {
namespace {

constexpr std::array<FileKindEntry, 18> kKinds{{
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
    {FileKind::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     ".xlsx", false},
    {FileKind::ods, "ods", "application/vnd.oasis.opendocument.spreadsheet", ".ods", false},
    {FileKind::docx, "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false},
    {FileKind::odt, "odt", "application/vnd.oasis.opendocument.text", ".odt", false},
    {FileKind::pptx, "pptx",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", false},
    {FileKind::odp, "odp", "application/vnd.oasis.opendocument.presentation", ".odp", false},
    {FileKind::csv, "csv", "text/csv", ".csv", false},
    {FileKind::other, "other", "application/octet-stream", "", false},
}};

/// What programs write first into an office document.
constexpr std::array<std::string_view, 10> kOfficeParts{
    "[Content_Types].xml", "_rels/",   "docProps/", "xl/",        "word/", "ppt/",
    "customXml/",          "mimetype", "META-INF/", "content.xml"};

bool begins(std::string_view bytes, std::string_view magic, std::size_t at = 0) {
  return bytes.size() >= at + magic.size() && bytes.substr(at, magic.size()) == magic;
}

}  // namespace

const FileKindEntry& entry_of(FileKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<FileKind> file_kind_from(std::string_view name) {
  const auto* const found = std::find_if(
      kKinds.begin(), kKinds.end(), [&](const FileKindEntry& entry) { return entry.name == name; });
  return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

bool may_be_office(std::string_view b) {
  // Where the name of a ZIP's first member stands (APPNOTE.TXT 4.3.7).
  constexpr std::size_t kFirstName = 30;
  if (!begins(b, "PK\x03\x04")) return false;
  const auto* const found =
      std::find_if(kOfficeParts.begin(), kOfficeParts.end(),
                   [&](std::string_view part) { return begins(b, part, kFirstName); });
  return found != kOfficeParts.end();
}

bool may_be_text(std::string_view b) {
  using namespace std::string_view_literals;
  if (begins(b, "\xFF\xFE"sv) || begins(b, "\xFE\xFF"sv)) return true;  // UTF-16
  return std::none_of(b.begin(), b.end(), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || code == 0x7F;
  });
}

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
