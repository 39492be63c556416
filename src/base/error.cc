#include "base/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "base/messages.h"

namespace fonds {

Error::Error(Fault fault, std::string message, std::string hint)
    : fault_(fault), message_(std::move(message)), hint_(std::move(hint)), what_(message_) {}

Error& Error::add_context(std::string_view doing) {
  what_ = fmt::format("{}: {}", doing, what_);
  return *this;
}

Error system_error(int error_number, std::string_view what_failed) {
  const std::string reason = std::generic_category().message(error_number);
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return {Fault::io, say(tr("{}: no space left on the disk"), what_failed),
              tr("free some space and repeat; what was accepted before is safe")};
    case EROFS:
      return {Fault::io, say(tr("{}: the disk is read-only"), what_failed),
              tr("make the disk writable and repeat; what was accepted before is safe")};
    case EACCES:
    case EPERM:
      return {Fault::denied, say(tr("{}: permission denied"), what_failed),
              tr("check the owner and the rights of the file")};
    case ENOENT:
      return {Fault::not_found, say(tr("{}: no such file or folder"), what_failed),
              tr("check the name")};
    default:
      return {Fault::io, fmt::format("{}: {}", what_failed, reason),
              tr("check the disk and repeat")};
  }
}

}  // namespace fonds
