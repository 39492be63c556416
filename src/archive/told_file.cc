#include "archive/told_file.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "base/disk.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

void rewind(int fd) {
  if (::lseek(fd, 0, SEEK_SET) != 0) throw system_error(errno, tr("cannot read the file"));
}

std::string beginning_of(int fd, const std::string& name) {
  std::array<char, kKindBytes> bytes{};
  const std::size_t size = read_some(fd, bytes.data(), bytes.size(), name);
  rewind(fd);
  return {bytes.data(), size};
}

bool is_named_as_csv(const std::string& name) {
  const std::string folded = fold(name);
  return folded.ends_with(".csv") || folded.ends_with(".tsv");
}

}  // namespace

FileKind tell_file(int fd, const std::string& name, const std::function<WorkerHandle&()>& worker) {
  const std::string beginning = beginning_of(fd, name);
  if (beginning.empty()) {
    throw Error(Fault::corrupt, tr("the file is empty"), tr("scan the paper again"));
  }
  const auto kind = tell_kind(beginning);
  if (kind == FileKind::zip && may_be_office(beginning)) {
    const Probe probe = worker().probe({fd, FileKind::zip});
    rewind(fd);
    return probe.kind;
  }
  if (kind) return *kind;
  return may_be_text(beginning) && is_named_as_csv(name) ? FileKind::csv : FileKind::other;
}

Error why_not_read(int fd, const std::string& name) {
  using namespace std::string_view_literals;
  const char* const hint =
      tr("save it as PDF, JPEG, PNG or TIFF and add it again, or keep it as it is with `fonds add "
         "--description`");
  if (beginning_of(fd, name).starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return {Fault::usage,
            tr("this is an office document of an older format (DOC, XLS, PPT) or one "
               "with a password"),
            tr("open it and save it as DOCX, XLSX, PPTX or PDF without a password")};
  }
  return {Fault::usage, tr("not a picture, PDF, office document, ZIP or TAR that Fonds can read"),
          hint};
}

}  // namespace fonds
