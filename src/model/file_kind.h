/// FileKind: the formats Fonds takes in, told by their first bytes, never by the name's ending.
///
/// Threads: pure.
#pragma once

#include <optional>
#include <string_view>

namespace fonds {

enum class FileKind {
  jpeg,
  png,
  tiff,
  bmp,
  webp,
  jp2,
  pdf,
  zip,
  tar,
  tar_gz,
  // Office documents: text without a picture of its pages.
  xlsx,
  ods,
  docx,
  odt,
  pptx,
  odp,
  csv,
  other,  ///< kept and described, never read
};

struct FileKindEntry {
  FileKind kind;
  std::string_view name;        ///< stable, in JSON
  std::string_view media_type;  ///< RFC 6838
  std::string_view ending;      ///< for exported files, with the dot
  bool container;               ///< holds papers, is none itself
};

/// Whether a kind is an office document: read as text, not as pictures of pages.
constexpr bool is_office(FileKind kind) { return kind >= FileKind::xlsx && kind <= FileKind::csv; }

/// Whether a file of this kind shows pages of paper: pictures, and PDF.
constexpr bool shows_pages(FileKind kind) { return kind <= FileKind::pdf; }

const FileKindEntry& entry_of(FileKind kind);
/// The kind whose entry has this name.
std::optional<FileKind> file_kind_from(std::string_view name);

/// Bytes of a file's beginning that tell_kind() wants (all of it when shorter).
inline constexpr std::size_t kKindBytes = 1024;

/// What the first bytes of a file say it is; nothing for anything else. A gzip is taken for a
/// tar.gz here: the expander says so when it is not.
std::optional<FileKind> tell_kind(std::string_view beginning);

/// Whether a ZIP that begins so may be an office document: only its whole list of members tells.
bool may_be_office(std::string_view beginning);
/// Whether a file that begins so may be text: what else CSV is has no sign.
bool may_be_text(std::string_view beginning);

}  // namespace fonds
