#include "ingest/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <clocale>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "ingest/member_name.h"

namespace fonds {
namespace {

constexpr std::size_t kBuffer = 65536;
/// Below this much unpacked data no ratio is suspicious: blank pages compress very well.
constexpr std::uint64_t kRatioFrom = 64ULL << 20;
/// How often a ZIP is opened anew after a damaged member to reach those behind it.
constexpr int kMostRestarts = 32;
/// Size of a TAR record; two of zeros end the archive.
constexpr std::uint64_t kTarBlock = 512;

/// A locale whose character set is UTF-8 for this thread while the object lives: libarchive turns
/// names flagged as UTF-8 into the locale's set and would lose every Russian letter in "C".
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ == nullptr) {
      throw Error(Fault::unavailable, tr("the locale C.UTF-8 is missing on this machine"),
                  tr("install the Debian package libc-bin"));
    }
    before_ = uselocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    uselocale(before_);
    freelocale(locale_);
  }

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

/// The packed bytes, as libarchive asks for them. Its callbacks must not throw: they are called
/// from C.
class PackedFile {
 public:
  explicit PackedFile(int fd) : fd_(fd), size_(size_of(fd, tr("the archive"))) {}

  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] int error_number() const { return error_; }
  void rewind() { at_ = 0; }

  static la_ssize_t read(archive* /*unused*/, void* self, const void** bytes) {
    auto& file = *static_cast<PackedFile*>(self);
    *bytes = file.buffer_.data();
    for (;;) {
      const ssize_t got =
          ::pread(file.fd_, file.buffer_.data(), kBuffer, static_cast<off_t>(file.at_));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        file.error_ = errno;
        return -1;
      }
      file.at_ += static_cast<std::uint64_t>(got);
      return got;
    }
  }

  static la_int64_t skip(archive* /*unused*/, void* self, la_int64_t request) {
    auto& file = *static_cast<PackedFile*>(self);
    const std::uint64_t left = file.size_ - std::min(file.at_, file.size_);
    const std::uint64_t step =
        std::min(left, static_cast<std::uint64_t>(std::max<la_int64_t>(request, 0)));
    file.at_ += step;
    return static_cast<la_int64_t>(step);
  }

  static la_int64_t seek(archive* /*unused*/, void* self, la_int64_t offset, int whence) {
    auto& file = *static_cast<PackedFile*>(self);
    la_int64_t base = 0;
    if (whence == SEEK_CUR) base = static_cast<la_int64_t>(file.at_);
    if (whence == SEEK_END) base = static_cast<la_int64_t>(file.size_);
    la_int64_t target = 0;
    if (__builtin_add_overflow(base, offset, &target) || target < 0) return ARCHIVE_FATAL;
    file.at_ = static_cast<std::uint64_t>(target);
    return target;
  }

  /// Whether the file ends in a record of zeros.
  [[nodiscard]] bool ends_in_zeros() const {
    std::array<char, kTarBlock> last{};
    if (size_ < kTarBlock) return false;
    const ssize_t got =
        ::pread(fd_, last.data(), last.size(), static_cast<off_t>(size_ - kTarBlock));
    return got == static_cast<ssize_t>(last.size()) &&
           std::all_of(last.begin(), last.end(), [](char c) { return c == 0; });
  }

 private:
  int fd_;
  std::uint64_t size_;
  std::uint64_t at_ = 0;
  int error_ = 0;
  std::array<char, kBuffer> buffer_{};
};

struct CloseArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

class Expansion {
 public:
  Expansion(int fd, FileKind kind, const ContainerLimits& limits, MemberSink& sink)
      : file_(fd), kind_(kind), limits_(limits), sink_(sink) {}

  void run() {
    open();
    while (archive_entry* entry = next()) {
      if (++headers_ > limits_.entries) {
        throw Error(Fault::usage, say(tr("the archive holds more than {} files"), limits_.entries),
                    tr("split it into smaller archives; the files before are taken"));
      }
      take(entry);
      check_size();
    }
    if (kind_ == FileKind::tar && !file_.ends_in_zeros())
      fail(Error(Fault::corrupt, tr("the end of the archive is missing, it may have been cut off"),
                 tr("copy or pack it again; the files before are taken")));
    if (members_ == 0) {
      fail(Error(Fault::corrupt, tr("no file is found in the archive: it is empty or damaged"),
                 tr("look into it with another program, and pack it again")));
    }
  }

 private:
  void open();
  archive_entry* next();
  void take(archive_entry* entry);
  void deliver(const std::string& name);
  std::optional<std::string> why_refused(archive_entry* entry) const;
  void pass_over();
  void check_size() const;
  /// Bytes of the current member's data; 0 at its end, nothing when it is damaged.
  std::optional<std::size_t> read();
  void damaged(const std::string& name);
  [[noreturn]] void fail(Error error) const;
  [[noreturn]] void fail_damaged() const;

  PackedFile file_;
  FileKind kind_;
  const ContainerLimits& limits_;
  MemberSink& sink_;
  std::unique_ptr<archive, CloseArchive> archive_;
  int headers_ = 0;
  int members_ = 0;  ///< told to the sink, taken or refused
  int restarts_ = 0;
  std::uint64_t unpacked_ = 0;
  bool fatal_ = false;  ///< libarchive will read no more from archive_
  std::vector<char> buffer_ = std::vector<char>(kBuffer);
};

void Expansion::open() {
  archive_.reset(archive_read_new());
  archive* const opened = archive_.get();
  if (opened == nullptr) throw std::bad_alloc();
  if (kind_ == FileKind::zip) {
    archive_read_support_format_zip(opened);
  } else {
    archive_read_support_format_tar(opened);
    if (kind_ == FileKind::tar_gz) archive_read_support_filter_gzip(opened);
  }
  file_.rewind();
  fatal_ = false;
  archive_read_set_read_callback(opened, &PackedFile::read);
  archive_read_set_skip_callback(opened, &PackedFile::skip);
  archive_read_set_seek_callback(opened, &PackedFile::seek);
  archive_read_set_callback_data(opened, &file_);
  if (archive_read_open1(opened) < ARCHIVE_WARN) fail_damaged();
  // libarchive unpacks a gzip of a gzip of …: each layer multiplies what a bomb can hold.
  if (archive_filter_count(opened) > 2) {
    fail(Error(Fault::usage, tr("the archive is compressed more than once"),
               tr("unpack it and add what is inside")));
  }
}

archive_entry* Expansion::next() {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_.get(), &entry);
  if (status == ARCHIVE_EOF) return nullptr;
  if (status < ARCHIVE_WARN) fail_damaged();
  return entry;
}

void Expansion::take(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  const MemberName name = judge_member_name(raw == nullptr ? "" : raw, headers_);
  const bool folder = archive_entry_filetype(entry) == AE_IFDIR;
  if (name.clutter || (folder && !name.refusal)) {
    pass_over();
    return;
  }
  ++members_;
  const std::optional<std::string> why = name.refusal ? name.refusal : why_refused(entry);
  if (why) {
    sink_.refuse(name.text, *why);
    pass_over();
    return;
  }
  deliver(name.text);
}

std::optional<std::string> Expansion::why_refused(archive_entry* entry) const {
  if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK) {
    return tr("it is a link to another file; add that file itself");
  }
  if (archive_entry_filetype(entry) != AE_IFREG) return tr("it is a device, not a file");
  if (archive_entry_is_encrypted(entry) != 0) {
    return tr("it is encrypted; unpack it with its password and add the file");
  }
  if (archive_entry_size_is_set(entry) == 0) return std::nullopt;
  if (archive_entry_size(entry) == 0) return tr("it is empty");
  if (archive_entry_size(entry) < 0 ||
      static_cast<std::uint64_t>(archive_entry_size(entry)) > limits_.member_bytes) {
    return say(tr("it is larger than {} MiB"), limits_.member_bytes >> 20);
  }
  return std::nullopt;
}

void Expansion::deliver(const std::string& name) {
  std::optional<std::size_t> got = read();
  if (got == std::size_t{0}) {
    sink_.refuse(name, tr("it is empty"));
    return;
  }
  const auto kind = got ? tell_kind({buffer_.data(), *got}) : std::nullopt;
  // Whether it is an office document or an archive the one who takes it finds out.
  const std::string_view beginning(buffer_.data(), got.value_or(0));
  if (kind && entry_of(*kind).container && !may_be_office(beginning)) {
    sink_.refuse(name, tr("it is an archive inside the archive; unpack it and add what is inside"));
    pass_over();
    return;
  }
  std::uint64_t size = 0;
  if (got) sink_.begin(name);
  for (; got && *got > 0; got = read()) {
    size += *got;
    if (size > limits_.member_bytes) {
      sink_.refuse(name, say(tr("it is larger than {} MiB"), limits_.member_bytes >> 20));
      pass_over();
      return;
    }
    sink_.write({buffer_.data(), *got});
  }
  if (got) {
    sink_.end();
  } else {
    damaged(name);
  }
}

std::optional<std::size_t> Expansion::read() {
  const la_ssize_t got = archive_read_data(archive_.get(), buffer_.data(), buffer_.size());
  if (got < 0) {
    fatal_ = got == ARCHIVE_FATAL;
    return std::nullopt;
  }
  unpacked_ += static_cast<std::uint64_t>(got);
  check_size();
  return static_cast<std::size_t>(got);
}

void Expansion::pass_over() {
  // In a ZIP and a bare TAR libarchive jumps to the next member. In a gzip it must unpack all that
  // lies between, so count that too.
  if (kind_ != FileKind::tar_gz) return;
  for (;;) {
    const std::optional<std::size_t> got = read();
    if (!got) fail_damaged();
    if (*got == 0) return;
  }
}

void Expansion::check_size() const {
  std::uint64_t all = unpacked_;
  if (kind_ == FileKind::tar_gz) {
    all = std::max(all, static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), 0)));
  }
  if (all > limits_.total_bytes) {
    throw Error(Fault::usage,
                say(tr("the archive unpacks to more than {} MiB"), limits_.total_bytes >> 20),
                tr("split it into smaller archives; the files before are taken"));
  }
  const auto ratio = static_cast<std::uint64_t>(limits_.ratio);
  if (all > kRatioFrom && all / ratio > file_.size()) {
    throw Error(Fault::usage,
                say(tr("the archive unpacks to more than {} times its size, as only archives made "
                       "to do harm do"),
                    limits_.ratio),
                tr("unpack it by hand and add the papers; the files before are taken"));
  }
}

void Expansion::damaged(const std::string& name) {
  if (file_.error_number() != 0) fail_damaged();
  sink_.refuse(name, tr("it is damaged, or packed in a way Fonds does not know; pack it again"));
  if (!fatal_) return;
  // A ZIP has a directory: what is behind the damaged member can still be reached.
  if (kind_ != FileKind::zip || ++restarts_ > kMostRestarts) fail_damaged();
  open();
  for (int passed = 0; passed < headers_; ++passed) {
    if (next() == nullptr) fail_damaged();
  }
}

void Expansion::fail(Error error) const {
  if (file_.error_number() != 0) {
    throw system_error(file_.error_number(), tr("cannot read the archive"));
  }
  throw error;
}

void Expansion::fail_damaged() const {
  if (headers_ == 0) {
    fail(Error(Fault::corrupt, tr("this is no readable ZIP or TAR archive, or it is damaged"),
               tr("copy or pack it again")));
  }
  fail(Error(Fault::corrupt,
             say(tr("the archive is damaged after the file number {} in it"), headers_),
             tr("copy or pack it again; the files before are taken")));
}

}  // namespace

void expand_container(int fd, FileKind kind, const ContainerLimits& limits, MemberSink& sink) {
  if (!entry_of(kind).container) {
    throw Error(Fault::bug, "expand_container: not a container");
  }
  const Utf8Names locale;
  Expansion(fd, kind, limits, sink).run();
}

void prepare_container_names() {
  // glibc keeps a locale in memory while anything uses it: make it the process's own.
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) const Utf8Names complain;
}

}  // namespace fonds
