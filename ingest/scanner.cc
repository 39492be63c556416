#include "ingest/scanner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/page_builder.h"
#include "ingest/sane_session.h"
#include "ingest/scan_options.h"
#include "ingest/scanner_settings.h"

namespace fonds {
namespace {

constexpr SANE_Int kPiece = 65536;
/// How long a backend's reader thread may need to begin, on a machine that is busy.
constexpr std::chrono::milliseconds kReaderSettles{100};

std::string text_of(SANE_String_Const text) {
  return text == nullptr ? std::string() : to_valid_utf8(text);
}

/// What SANE finds. `session` must be open.
std::vector<ScannerDevice> devices(const SaneSession& /*unused*/) {
  const SANE_Device** list = nullptr;
  const SANE_Status status = sane_get_devices(&list, SANE_FALSE);
  if (status != SANE_STATUS_GOOD) throw sane_error(status);
  std::vector<ScannerDevice> found;
  for (; list != nullptr && *list != nullptr; ++list) {
    const SANE_Device& device = **list;
    found.push_back({device.name == nullptr ? "" : device.name, text_of(device.vendor),
                     text_of(device.model), text_of(device.type)});
  }
  return found;
}

ScannerDevice choose_device(const SaneSession& session, const std::string& wanted) {
  // Naming a scanner saves the search, which takes seconds on a network.
  if (!wanted.empty()) return {wanted, "", "", ""};
  const std::vector<ScannerDevice> found = devices(session);
  if (found.empty()) {
    throw Error(
        Fault::unavailable, tr("no scanner was found"),
        tr("check its cable and power; on a network, that it is switched on and reachable"));
  }
  return found.front();
}

FrameForm form_of(const SANE_Parameters& parameters) {
  FrameForm form;
  switch (parameters.format) {
    case SANE_FRAME_GRAY:
      form.colour = FrameForm::Colour::grey;
      break;
    case SANE_FRAME_RGB:
      form.colour = FrameForm::Colour::rgb;
      break;
    case SANE_FRAME_RED:
      form.colour = FrameForm::Colour::red;
      break;
    case SANE_FRAME_GREEN:
      form.colour = FrameForm::Colour::green;
      break;
    case SANE_FRAME_BLUE:
      form.colour = FrameForm::Colour::blue;
      break;
    default:
      throw Error(Fault::io, tr("the scanner gives pictures in a form Fonds does not know"),
                  tr("choose another mode"));
  }
  form.width = parameters.pixels_per_line;
  form.row_bytes = parameters.bytes_per_line;
  form.depth = parameters.depth;
  return form;
}

}  // namespace

struct Scanner::State {
  explicit State(const ScanOptions& options)
      : device(choose_device(session, options.device)), scanner(device.name) {
    ScannerSettings settings(scanner.handle());
    applied = apply_options(settings, options, device.type);
  }

  enum class Frame { last, more, cancelled };
  Frame read_frame(PageBuilder& page);
  std::optional<ScannedPage> read_page();

  SaneSession session;
  ScannerDevice device;
  SaneDevice scanner;
  AppliedOptions applied;
  bool finished = false;  ///< no further page will come
  int page_number = 0;    ///< of the page under way, from 1
  std::atomic<bool> cancelled{false};
};

Scanner::State::Frame Scanner::State::read_frame(PageBuilder& page) {
  SANE_Parameters parameters{};
  SANE_Status status = sane_get_parameters(scanner.handle(), &parameters);
  if (status != SANE_STATUS_GOOD) throw sane_error(status);
  page.begin(form_of(parameters));
  std::vector<SANE_Byte> piece(kPiece);
  std::int64_t bytes = 0;
  for (;;) {
    if (cancelled) return Frame::cancelled;
    SANE_Int got = 0;
    status = sane_read(scanner.handle(), piece.data(), kPiece, &got);
    if (status == SANE_STATUS_EOF) break;
    if (status != SANE_STATUS_GOOD) throw sane_error(status);
    page.add({reinterpret_cast<const char*>(piece.data()),
              static_cast<std::size_t>(std::max<SANE_Int>(got, 0))});
    bytes += std::max<SANE_Int>(got, 0);
  }
  page.end();
  // Kept all the same: what there is may be the whole sheet. But somebody should look at it.
  const std::int64_t rows = bytes / std::max<SANE_Int>(parameters.bytes_per_line, 1);
  if (bytes > 0 && rows < parameters.lines) {
    applied.warnings.push_back(
        say(tr("page {} ended early ({} of {} rows); look at it, and scan it again if its end is "
               "missing"),
            page_number, rows, parameters.lines));
  }
  return parameters.last_frame != SANE_FALSE ? Frame::last : Frame::more;
}

std::optional<ScannedPage> Scanner::State::read_page() {
  PageBuilder page(applied.dpi);
  ++page_number;
  for (bool first = true;; first = false) {
    if (cancelled) return std::nullopt;
    const SANE_Status status = sane_start(scanner.handle());
    if (status == SANE_STATUS_NO_DOCS && applied.feeder && first) {
      finished = true;  // the ordinary end of a batch
      return std::nullopt;
    }
    if (status != SANE_STATUS_GOOD) throw sane_error(status);
    switch (read_frame(page)) {
      case Frame::cancelled:
        return std::nullopt;
      case Frame::last:
        return page.finish();
      case Frame::more:
        break;
    }
  }
}

Scanner::Scanner(const ScanOptions& options) : state_(std::make_unique<State>(options)) {}

Scanner::~Scanner() = default;

std::optional<ScannedPage> Scanner::next() {
  State& state = *state_;
  if (state.finished || state.cancelled) return std::nullopt;
  // However the page ends, unless a feeder goes on, the scanner is told to come to rest.
  struct Rest {
    State& state;
    bool goes_on = false;
    bool whole = false;  ///< the page was read to its end, or never begun
    ~Rest() {
      if (goes_on) return;
      if (!whole) {
        SaneSession::page_was_left();
        // Most backends read in a thread, which sane_cancel ends wherever it is: one that has only
        // begun may hold the loader's or the allocator's lock, and no thread could begin after it.
        std::this_thread::sleep_for(kReaderSettles);
      }
      sane_cancel(state.scanner.handle());
    }
  } rest{state};
  std::optional<ScannedPage> page = state.read_page();
  rest.whole = page || !state.cancelled;
  if (page && !state.applied.feeder) state.finished = true;
  rest.goes_on = page && state.applied.feeder;
  return page;
}

void Scanner::set(const std::string& name, const std::string& value) {
  ScannerSettings(state_->scanner.handle()).set_text(name, value);
}

void Scanner::cancel() { state_->cancelled = true; }

bool Scanner::cancelled() const { return state_->cancelled; }

const std::string& Scanner::device() const { return state_->device.name; }

const std::vector<std::string>& Scanner::warnings() const { return state_->applied.warnings; }

std::vector<ScannerDevice> list_scanners() {
  const SaneSession session;
  return devices(session);
}

}  // namespace fonds
