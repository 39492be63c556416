#include "ingest/sane_session.h"

#include <cerrno>
#include <mutex>
#include <system_error>

#include "base/messages.h"

namespace fonds {
namespace {

/// How many sessions there are: SANE itself is one per process and does not count.
struct Users {
  std::mutex mutex;
  int count = 0;
  bool loaded = false;
  bool page_left = false;
};

Users& users() {
  static Users all;
  return all;
}

/// Loads the C library's own messages. Backends end their reader threads wherever they are, and
/// such a thread has just been told that its pipe is closed: asking for the words of that error it
/// would load them, and die with the lock of all messages held. Of messages that are loaded it only
/// takes locks that others can share.
void load_messages() { (void)std::generic_category().message(EPIPE); }

/// Statuses of later SANE versions, which some backends already give.
constexpr int kWarmingUp = 12;
constexpr int kLocked = 13;

}  // namespace

Error sane_error(SANE_Status status) {
  switch (static_cast<int>(status)) {
    case SANE_STATUS_UNSUPPORTED:
      return {Fault::usage, tr("the scanner cannot do what was asked"),
              tr("choose another source, mode or resolution")};
    case SANE_STATUS_CANCELLED:
      return {Fault::unavailable, tr("the scan was cancelled at the scanner"),
              tr("start it again when ready")};
    case SANE_STATUS_DEVICE_BUSY:
      return {Fault::busy, tr("the scanner is busy"),
              tr("wait until it has finished, or close other programs that scan")};
    case SANE_STATUS_INVAL:
      return {Fault::usage, tr("the scanner does not accept these settings"),
              tr("choose another source, mode or resolution")};
    case SANE_STATUS_EOF:
      return {Fault::io, tr("the scanner ended without a picture"), tr("scan this page again")};
    case SANE_STATUS_JAMMED:
      return {Fault::io, tr("the paper is jammed in the feeder"),
              tr("take the paper out, put the pages not yet scanned back and go on; those before "
                 "are safe")};
    case SANE_STATUS_NO_DOCS:
      return {Fault::unavailable, tr("there is no paper in the scanner"),
              tr("put the pages in and scan again")};
    case SANE_STATUS_COVER_OPEN:
      return {Fault::unavailable, tr("the cover of the scanner is open"),
              tr("close the cover and go on with this page; those before are safe")};
    case SANE_STATUS_IO_ERROR:
      return {Fault::io, tr("the connection to the scanner was lost"),
              tr("check its cable and power and go on with this page; those before are safe")};
    case SANE_STATUS_NO_MEM:
      return {Fault::unavailable, tr("the scanner ran out of memory"),
              tr("lower the resolution and scan this page again")};
    case SANE_STATUS_ACCESS_DENIED:
      return {Fault::denied, tr("you have no right to use the scanner"),
              tr("ask the administrator to add you to the group \"scanner\"")};
    case kWarmingUp:
      return {Fault::busy, tr("the scanner is warming up"), tr("scan again in a minute")};
    case kLocked:
      return {Fault::unavailable, tr("the scanner is locked for transport"),
              tr("release the lock below the glass and scan again")};
    default:
      return {Fault::io,
              say(tr("the scanner reported an unknown error ({})"), static_cast<int>(status)),
              tr("switch the scanner off and on and scan again")};
  }
}

SaneSession::SaneSession() {
  const std::lock_guard lock(users().mutex);
  if (!users().loaded) {
    load_messages();
    const SANE_Status status = sane_init(nullptr, nullptr);
    if (status != SANE_STATUS_GOOD) throw sane_error(status);
    users().loaded = true;
  }
  ++users().count;
}

SaneSession::~SaneSession() {
  const std::lock_guard lock(users().mutex);
  if (--users().count > 0 || users().page_left) return;
  sane_exit();
  users().loaded = false;
}

void SaneSession::page_was_left() {
  const std::lock_guard lock(users().mutex);
  users().page_left = true;
}

bool SaneSession::is_page_left() {
  const std::lock_guard lock(users().mutex);
  return users().page_left;
}

SaneDevice::SaneDevice(const std::string& name) {
  const SANE_Status status = sane_open(name.c_str(), &handle_);
  if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED) {
    throw Error(Fault::unavailable, say(tr("there is no scanner \"{}\""), name),
                tr("check its cable and power; \"fonds scan --list\" shows what is there"));
  }
  if (status != SANE_STATUS_GOOD) throw sane_error(status);
}

SaneDevice::~SaneDevice() {
  sane_cancel(handle_);
  sane_close(handle_);
}

}  // namespace fonds
