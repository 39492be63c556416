#include "ingest/worker_protocol.h"

#include <algorithm>

#include "base/messages.h"
#include "base/text.h"
#include "ingest/photograph.h"
#include "ingest/wire.h"

namespace fonds {
namespace {

constexpr int kLongestSide = 1'000'000;  // pixels
constexpr std::size_t kWords = 200'000;  // of a page
constexpr std::size_t kWordBytes = 1000;
constexpr std::size_t kNameBytes = 4096;
constexpr std::size_t kSayingBytes = 4096;
constexpr std::size_t kThumbnailBytes = 1U << 20;
constexpr double kLongestTime = 1e7;    // seconds
constexpr std::size_t kBarcodes = 100;  // of a page
constexpr std::size_t kLongestMoment = 19;
constexpr std::size_t kBarcodeBytes = 3000;

void put(WireWriter& to, const Box& box) {
  for (const int value : {box.left, box.top, box.width, box.height}) {
    to.number(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)));
  }
}

/// A box, cut to the page.
Box take_box(WireReader& from, int page_width, int page_height) {
  const auto side = [&] { return from.number(-kLongestSide, kLongestSide); };
  const std::int64_t left = side();
  const std::int64_t top = side();
  const std::int64_t right = left + side();
  const std::int64_t bottom = top + side();
  const auto within = [](std::int64_t value, int most) {
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, most));
  };
  Box box{within(left, page_width), within(top, page_height)};
  box.width = std::max(within(right, page_width) - box.left, 0);
  box.height = std::max(within(bottom, page_height) - box.top, 0);
  return box;
}

void put(WireWriter& to, const PageGeometry& geometry) {
  to.number(static_cast<std::uint64_t>(geometry.width));
  to.number(static_cast<std::uint64_t>(geometry.height));
  to.real(geometry.dpi);
  to.number(static_cast<std::uint64_t>(geometry.rotation));
  to.real(geometry.skew);
  put(to, geometry.content);
}

/// 0, 90, 180 or 270 degrees.
int take_turn(WireReader& from) {
  const auto turn = static_cast<int>(from.number(0, 270));
  if (turn % 90 != 0) refuse_message("a turn that is none");
  return turn;
}

PageGeometry take_geometry(WireReader& from) {
  PageGeometry geometry;
  geometry.width = static_cast<int>(from.number(0, kLongestSide));
  geometry.height = static_cast<int>(from.number(0, kLongestSide));
  geometry.dpi = from.real(0, 1e6);
  geometry.rotation = take_turn(from);
  geometry.skew = from.real(-360, 360);
  geometry.content = take_box(from, geometry.width, geometry.height);
  return geometry;
}

void put(WireWriter& to, const std::vector<Line>& lines) {
  to.number(lines.size());
  for (const Line& line : lines) {
    put(to, line.box);
    to.number(line.words.size());
    for (const Word& word : line.words) {
      put(to, word.box);
      to.real(word.confidence);
      to.text(word.text);
    }
  }
}

constexpr std::size_t kLeastLine = 5 * 8;
constexpr std::size_t kLeastWord = 6 * 8;

Word take_word(WireReader& from, const PageGeometry& page) {
  Word word;
  word.box = take_box(from, page.width, page.height);
  word.confidence = from.real(0, 1);
  word.text = from.text(kWordBytes);
  std::erase(word.text, ' ');
  return word;
}

std::vector<Line> take_lines(WireReader& from, const PageGeometry& page) {
  std::vector<Line> lines(from.count(kWords, kLeastLine));
  std::size_t words = 0;
  for (Line& line : lines) {
    line.box = take_box(from, page.width, page.height);
    line.words.resize(from.count(kWords - words, kLeastWord));
    words += line.words.size();
    for (Word& word : line.words) word = take_word(from, page);
    std::erase_if(line.words, [](const Word& word) { return word.text.empty(); });
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
  return lines;
}

void put(WireWriter& to, const std::vector<Barcode>& barcodes) {
  to.number(barcodes.size());
  for (const Barcode& barcode : barcodes) {
    put(to, barcode.box);
    to.text(barcode.text);
  }
}

std::vector<Barcode> take_barcodes(WireReader& from, const PageGeometry& page) {
  constexpr std::size_t kLeastBarcode = 4 * 8;
  std::vector<Barcode> barcodes(from.count(kBarcodes, kLeastBarcode));
  for (Barcode& barcode : barcodes) {
    barcode.box = take_box(from, page.width, page.height);
    barcode.text = from.text(kBarcodeBytes);
  }
  std::erase_if(barcodes, [](const Barcode& barcode) { return barcode.text.empty(); });
  return barcodes;
}

/// Warnings as the bits of a number.
std::uint64_t bits_of(const std::vector<PageWarning>& warnings) {
  std::uint64_t bits = 0;
  for (const PageWarning warning : warnings) bits |= 1U << static_cast<unsigned>(warning);
  return bits;
}

std::vector<PageWarning> take_warnings(WireReader& from) {
  const auto bits = static_cast<std::uint64_t>(from.number(0, (1 << kPageWarnings.size()) - 1));
  std::vector<PageWarning> warnings;
  for (std::size_t i = 0; i < kPageWarnings.size(); ++i) {
    if ((bits >> i & 1U) != 0) warnings.push_back(static_cast<PageWarning>(i));
  }
  return warnings;
}

std::string take_thumbnail(WireReader& from) {
  std::string thumbnail(from.bytes(kThumbnailBytes));
  // Browsers are shown it: it must be a JPEG by its first bytes at least.
  if (!thumbnail.empty() && !thumbnail.starts_with("\xFF\xD8\xFF")) {
    refuse_message("a thumbnail that is no JPEG");
  }
  return thumbnail;
}

}  // namespace

std::string encode(const Hello& hello) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(hello.parent));
  to.text(hello.reading.languages);
  to.text(hello.reading.tessdata);
  to.number(static_cast<std::uint64_t>(hello.reading.limits.pages));
  to.number(static_cast<std::uint64_t>(hello.reading.limits.pixels));
  to.number(hello.memory);
  to.number(hello.allow_unsandboxed ? 1 : 0);
  to.number(hello.russian ? 1 : 0);
  to.text(hello.catalogue_folder);
  return to.take();
}

Hello decode_hello(std::string_view body) {
  WireReader from(body);
  Hello hello;
  hello.parent = static_cast<std::int32_t>(from.number(0, INT32_MAX));
  hello.reading.languages = from.bytes(kSayingBytes);
  hello.reading.tessdata = from.bytes(kSayingBytes);
  hello.reading.limits.pages = static_cast<int>(from.number(0, INT32_MAX));
  hello.reading.limits.pixels = from.number(0, INT64_MAX);
  hello.memory = from.number();
  hello.allow_unsandboxed = from.number(0, 1) == 1;
  hello.russian = from.number(0, 1) == 1;
  hello.catalogue_folder = from.bytes(kSayingBytes);
  from.end();
  return hello;
}

std::string encode(FileKind kind) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(kind));
  return to.take();
}

FileKind decode_kind(std::string_view body) {
  WireReader from(body);
  const auto kind = static_cast<FileKind>(from.number(0, static_cast<int>(FileKind::other)));
  from.end();
  return kind;
}

std::string encode(const RecogniseRequest& request) {
  WireWriter to;
  to.text(request.title);
  to.number(request.products == WorkerHandle::Products::everything ? 1 : 0);
  return to.take();
}

RecogniseRequest decode_request(std::string_view body) {
  WireReader from(body);
  RecogniseRequest request;
  request.title = from.bytes(kSayingBytes);
  request.products = from.number(0, 1) == 1 ? WorkerHandle::Products::everything
                                            : WorkerHandle::Products::pages_only;
  from.end();
  return request;
}

std::string encode(const PartRequest& request) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(request.first));
  to.number(static_cast<std::uint64_t>(request.count));
  return to.take();
}

PartRequest decode_part(std::string_view body) {
  WireReader from(body);
  PartRequest request;
  request.first = static_cast<int>(from.number(0, kLongestSide));
  request.count = static_cast<int>(from.number(1, kLongestSide));
  from.end();
  return request;
}

std::string encode(const PictureRequest& request) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(request.page));
  to.number(static_cast<std::uint64_t>(request.rotation));
  to.number(static_cast<std::uint64_t>(request.longest_side));
  return to.take();
}

PictureRequest decode_picture(std::string_view body) {
  WireReader from(body);
  PictureRequest request;
  request.page = static_cast<int>(from.number(0, kLongestSide));
  request.rotation = take_turn(from);
  request.longest_side = static_cast<int>(from.number(kLeastPictureSide, kMostPictureSide));
  from.end();
  return request;
}

std::string encode(const Probe& probe) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(probe.pages));
  to.number(static_cast<std::uint64_t>(probe.kind));
  to.text(probe.made_at);
  return to.take();
}

Probe decode_probe(std::string_view body) {
  WireReader from(body);
  Probe probe;
  probe.pages = static_cast<int>(from.number(0, kLongestSide));
  probe.kind = static_cast<FileKind>(from.number(0, static_cast<int>(FileKind::other)));
  probe.made_at = from.text(kLongestMoment);
  if (!probe.made_at.empty() && !is_photograph_moment(probe.made_at)) refuse_message("a moment");
  from.end();
  return probe;
}

std::string encode(const RecognisedPage& page, std::string_view thumbnail) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(page.number));
  put(to, page.geometry);
  to.number(static_cast<std::uint64_t>(page.source));
  to.text(page.languages);
  to.text(page.variant);
  put(to, page.lines);
  to.real(page.confidence);
  to.real(page.timings.decode);
  to.real(page.timings.prepare);
  to.real(page.timings.recognise);
  to.text(thumbnail);
  put(to, page.barcodes);
  to.number(bits_of(page.warnings));
  return to.take();
}

SentPage decode_page(std::string_view body) {
  WireReader from(body);
  SentPage sent;
  RecognisedPage& page = sent.page;
  page.number = static_cast<int>(from.number(1, kLongestSide));
  page.geometry = take_geometry(from);
  page.source = static_cast<TextSource>(from.number(0, static_cast<int>(TextSource::embedded)));
  page.languages = from.text(kWordBytes);
  page.variant = from.text(kWordBytes);
  page.lines = take_lines(from, page.geometry);
  page.confidence = from.real(0, 1);
  page.timings.decode = from.real(0, kLongestTime);
  page.timings.prepare = from.real(0, kLongestTime);
  page.timings.recognise = from.real(0, kLongestTime);
  sent.thumbnail = take_thumbnail(from);
  page.barcodes = take_barcodes(from, page.geometry);
  page.warnings = take_warnings(from);
  from.end();
  return sent;
}

std::string decode_member_name(std::string_view body) {
  if (body.empty() || body.size() > kNameBytes) refuse_message("a member's name too long");
  if (body.front() == '/' || printable(body) != body) refuse_message("a member's name");
  for (std::size_t begin = 0; begin <= body.size();) {
    const std::size_t end = std::min(body.find('/', begin), body.size());
    const std::string_view part = body.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") refuse_message("a member's name");
    begin = end + 1;
  }
  return std::string(body);
}

std::string encode(const RefusedMember& refused) {
  WireWriter to;
  to.text(std::string_view(refused.name).substr(0, kNameBytes));
  to.text(std::string_view(refused.why).substr(0, kSayingBytes));
  return to.take();
}

RefusedMember decode_refused(std::string_view body) {
  WireReader from(body);
  RefusedMember refused;
  refused.name = from.text(kNameBytes);
  refused.why = from.text(kSayingBytes);
  from.end();
  return refused;
}

std::string decode_sheet_name(std::string_view body) {
  if (body.size() > kNameBytes || printable(body) != body) refuse_message("a sheet's name");
  return std::string(body);
}

std::string encode(const std::vector<TableRow>& rows) {
  WireWriter to;
  to.number(rows.size());
  for (const TableRow& row : rows) {
    to.number(row.size());
    for (const std::string& cell : row) to.text(cell);
  }
  return to.take();
}

std::vector<TableRow> decode_rows(std::string_view body, const TableLimits& limits) {
  constexpr std::size_t kLeastRow = 8;
  constexpr std::size_t kLeastCell = 8;
  WireReader from(body);
  std::vector<TableRow> rows(from.count(limits.rows, kLeastRow));
  for (TableRow& row : rows) {
    row.resize(from.count(limits.columns, kLeastCell));
    for (std::string& cell : row) cell = from.text(limits.cell_bytes);
  }
  from.end();
  return rows;
}

std::string encode(const WorkerUsage& usage) {
  WireWriter to;
  to.number(usage.peak_memory);
  to.real(usage.cpu_seconds);
  return to.take();
}

WorkerUsage decode_usage(std::string_view body) {
  WireReader from(body);
  WorkerUsage usage;
  usage.peak_memory = from.number();
  usage.cpu_seconds = from.real(0, kLongestTime);
  from.end();
  return usage;
}

std::string encode(const Error& error) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(error.fault()));
  to.text(std::string_view(error.what()).substr(0, kSayingBytes));
  to.text(std::string_view(error.hint()).substr(0, kSayingBytes));
  return to.take();
}

Error decode_error(std::string_view body) {
  WireReader from(body);
  auto fault = static_cast<Fault>(from.number(0, static_cast<int>(Fault::bug)));
  if (fault != Fault::corrupt && fault != Fault::usage) fault = Fault::unavailable;
  std::string message = from.text(kSayingBytes);
  std::string hint = from.text(kSayingBytes);
  from.end();
  return {fault, std::move(message), std::move(hint)};
}

}  // namespace fonds
