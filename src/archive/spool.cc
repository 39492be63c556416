#include "archive/spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {

UniqueFd spool_file(const boost::filesystem::path& folder) {
  UniqueFd fd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!fd.valid()) {
    throw system_error(errno, fmt::format("{} {}", tr("cannot create"), folder.string()));
  }
  return fd;
}

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(errno, tr("cannot write a file kept for the moment"));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void rewind(int fd) {
  if (::lseek(fd, 0, SEEK_SET) != 0) throw system_error(errno, tr("cannot read the file"));
}

}  // namespace fonds
