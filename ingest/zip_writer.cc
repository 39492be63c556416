#include "ingest/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <exception>
#include <new>
#include <utility>

#include "base/error.h"

namespace fonds {
namespace {

struct FreeArchive {
  void operator()(archive* written) const { archive_write_free(written); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

}  // namespace

struct ZipWriter::State {
  std::function<void(std::string_view)> sink;
  std::exception_ptr fault;
  std::uint64_t missing = 0;  ///< of the open member
  // The last of all: freeing it writes once more.
  std::unique_ptr<archive, FreeArchive> written{archive_write_new()};

  /// A callback from C, which no exception may leave.
  static la_ssize_t pass_on(archive* /*unused*/, void* self, const void* bytes, size_t size) {
    auto& state = *static_cast<State*>(self);
    if (state.fault) return -1;
    try {
      state.sink({static_cast<const char*>(bytes), size});
      return static_cast<la_ssize_t>(size);
    } catch (...) {  // kept, and thrown again where C has been left
      state.fault = std::current_exception();
      return -1;
    }
  }

  void expect(bool good) {
    if (fault) std::rethrow_exception(fault);
    if (good) return;
    const char* const said = archive_error_string(written.get());
    throw Error(Fault::bug, fmt::format("the ZIP cannot be written: {}", said ? said : "?"));
  }

  /// libarchive would fill up with zeros, or cut.
  void expect_whole() {
    if (missing == 0) return;
    throw Error(Fault::bug, fmt::format("a member of the ZIP lacks {} bytes", missing));
  }
};

ZipWriter::ZipWriter(std::function<void(std::string_view)> sink)
    : state_(std::make_unique<State>()) {
  archive* const written = state_->written.get();
  if (written == nullptr) throw std::bad_alloc();
  state_->sink = std::move(sink);
  state_->expect(archive_write_set_format_zip(written) == ARCHIVE_OK);
  // UTF-8 whatever the locale is, and said so. Not stored: readers that go from the front know the
  // end of a member by its packed data alone.
  state_->expect(archive_write_set_options(written,
                                           "zip:hdrcharset=UTF-8,zip:compression=deflate,"
                                           "zip:compression-level=1") == ARCHIVE_OK);
  state_->expect(archive_write_set_bytes_in_last_block(written, 1) == ARCHIVE_OK);
  state_->expect(archive_write_open(written, state_.get(), nullptr, &State::pass_on, nullptr) ==
                 ARCHIVE_OK);
}

ZipWriter::~ZipWriter() {
  // Freeing writes what is left. What is not finished gets no list of members all the same: a ZIP
  // cut off must not look like a whole one.
  if (!state_->fault) state_->fault = std::make_exception_ptr(Error(Fault::bug, "not finished"));
}

void ZipWriter::begin(const std::string& name, std::uint64_t size, Moment made) {
  state_->expect_whole();
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  if (!entry) throw std::bad_alloc();
  constexpr int kForReading = 0644;
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), kForReading);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(made).time_since_epoch().count();
  archive_entry_set_mtime(entry.get(), static_cast<time_t>(seconds), 0);
  state_->expect(archive_write_header(state_->written.get(), entry.get()) == ARCHIVE_OK);
  state_->missing = size;
}

void ZipWriter::write(std::string_view bytes) {
  if (bytes.size() > state_->missing) {
    throw Error(Fault::bug, "a member of the ZIP is longer than said");
  }
  while (!bytes.empty()) {
    const la_ssize_t taken = archive_write_data(state_->written.get(), bytes.data(), bytes.size());
    state_->expect(taken > 0);
    bytes.remove_prefix(static_cast<std::size_t>(taken));
    state_->missing -= static_cast<std::uint64_t>(taken);
  }
}

void ZipWriter::finish() {
  state_->expect_whole();
  state_->expect(archive_write_close(state_->written.get()) == ARCHIVE_OK);
}

}  // namespace fonds
