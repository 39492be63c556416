#include "ingest/office_package.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

struct CloseArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using ArchivePtr = std::unique_ptr<archive, CloseArchive>;

[[noreturn]] void refuse_damaged() {
  throw Error(Fault::corrupt, tr("the document is damaged or cut off"),
              tr("copy it again, or save it anew in the program it came from"));
}

[[noreturn]] void refuse_size(std::uint64_t most) {
  throw Error(Fault::usage, say(tr("the document unpacks to more than {} MB"), most >> 20),
              tr("divide it into several files"));
}

[[noreturn]] void refuse_password() {
  throw Error(Fault::usage, tr("the document is protected by a password"),
              tr("save it without the password and add it again"));
}

ArchivePtr open(std::string_view bytes) {
  ArchivePtr opened(archive_read_new());
  if (!opened) throw std::bad_alloc();
  archive_read_support_format_zip_seekable(opened.get());
  // Names of parts are ASCII: no locale is needed to tell them.
  if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) < ARCHIVE_WARN) {
    refuse_damaged();
  }
  return opened;
}

/// The next entry; nothing at the end.
archive_entry* next(archive* opened) {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(opened, &entry);
  if (status == ARCHIVE_EOF) return nullptr;
  if (status < ARCHIVE_WARN) refuse_damaged();
  return entry;
}

std::string_view name_of(archive_entry* entry) {
  const char* const name = archive_entry_pathname(entry);
  return name == nullptr ? std::string_view{} : name;
}

struct MediaType {
  std::string_view type;
  FileKind kind;
};
constexpr std::array kOpenDocument{
    MediaType{"application/vnd.oasis.opendocument.spreadsheet", FileKind::ods},
    MediaType{"application/vnd.oasis.opendocument.text", FileKind::odt},
    MediaType{"application/vnd.oasis.opendocument.presentation", FileKind::odp},
};

}  // namespace

OfficePackage::OfficePackage(std::string_view bytes, const PackageLimits& limits)
    : bytes_(bytes), limits_(limits) {
  const ArchivePtr opened = open(bytes);
  while (archive_entry* const entry = next(opened.get())) {
    if (sizes_.size() >= limits_.parts) {
      throw Error(Fault::usage, say(tr("the document has more than {} parts"), limits_.parts),
                  tr("divide it into several files"));
    }
    if (archive_entry_is_encrypted(entry) != 0) refuse_password();
    const auto size =
        archive_entry_size_is_set(entry) != 0
            ? static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0))
            : 0;
    unpacked_ += size;
    if (unpacked_ > limits_.total_bytes) refuse_size(limits_.total_bytes);
    sizes_.emplace(name_of(entry), size);
  }
}

std::string OfficePackage::read(std::string_view part) const {
  if (!has(part)) refuse_damaged();
  const ArchivePtr opened = open(bytes_);
  archive_entry* entry = next(opened.get());
  while (entry != nullptr && name_of(entry) != part) entry = next(opened.get());
  if (entry == nullptr) refuse_damaged();
  std::string out;
  std::array<char, 65536> buffer{};
  for (;;) {
    const la_ssize_t got = archive_read_data(opened.get(), buffer.data(), buffer.size());
    if (got < 0) refuse_damaged();
    if (got == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > limits_.part_bytes) refuse_size(limits_.part_bytes);
  }
}

std::optional<FileKind> OfficePackage::kind() const {
  if (has("xl/workbook.xml")) return FileKind::xlsx;
  if (has("word/document.xml")) return FileKind::docx;
  if (has("ppt/presentation.xml")) return FileKind::pptx;
  if (!has("mimetype") || !has("content.xml")) return std::nullopt;
  const std::string type = read("mimetype");
  for (const MediaType& each : kOpenDocument) {
    if (type == each.type) return each.kind;
  }
  return std::nullopt;
}

}  // namespace fonds
