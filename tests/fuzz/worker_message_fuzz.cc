// One message of a reading process that a hostile file has taken over. The first byte says which.
#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

void require_inside(const Box& box, const PageGeometry& page) {
  require(box.left >= 0 && box.top >= 0 && box.width >= 0 && box.height >= 0);
  require(box.left + box.width <= page.width && box.top + box.height <= page.height);
}

/// What the rest of the program may then rely on.
void require_sound(const SentPage& sent) {
  const RecognisedPage& page = sent.page;
  require(page.number >= 1 && page.geometry.rotation % 90 == 0);
  require_inside(page.geometry.content, page.geometry);
  require(page.confidence >= 0 && page.confidence <= 1);
  require(sent.thumbnail.empty() || sent.thumbnail.starts_with("\xFF\xD8\xFF"));
  for (const Line& line : page.lines) {
    require(!line.words.empty());
    require_inside(line.box, page.geometry);
    for (const Word& word : line.words) {
      require_inside(word.box, page.geometry);
      require(!word.text.empty() && word.text.find(' ') == std::string::npos);
      require(word.text == printable(word.text));
      require(word.confidence >= 0 && word.confidence <= 1);
    }
  }
  for (const Barcode& barcode : page.barcodes) {
    require_inside(barcode.box, page.geometry);
    require(!barcode.text.empty() && barcode.text == printable(barcode.text));
  }
  require(page.warnings.size() <= kPageWarnings.size());
}

void check_page(std::string_view body) {
  const SentPage sent = decode_page(body);
  require_sound(sent);
  const std::string once = encode(sent.page, sent.thumbnail);
  const SentPage again = decode_page(once);
  require(encode(again.page, again.thumbnail) == once);
}

void check_name(std::string_view body) {
  const std::string name = decode_member_name(body);
  require(name == body && name == printable(name) && name.front() != '/');
  require(("/" + name + "/").find("/../") == std::string::npos);
}

void check_error(std::string_view body) {
  const Error error = decode_error(body);
  require(error.fault() == Fault::corrupt || error.fault() == Fault::usage ||
          error.fault() == Fault::unavailable);
  require(is_valid_utf8(error.message()) && is_valid_utf8(error.hint()));
}

void check_rows(std::string_view body) {
  TableLimits limits;
  limits.rows = 20;
  limits.columns = 10;
  limits.cell_bytes = 64;
  const std::vector<TableRow> rows = decode_rows(body, limits);
  require(rows.size() <= limits.rows);
  for (const TableRow& row : rows) {
    require(row.size() <= limits.columns);
    for (const std::string& cell : row) require(cell == printable(cell));
  }
}

void check(char which, std::string_view body) {
  switch (which) {
    case 'p':
      return check_page(body);
    case 'n':
      return check_name(body);
    case 'e':
      return check_error(body);
    case 'r':
      return require(is_valid_utf8(decode_refused(body).name + decode_refused(body).why));
    case 'u':
      return require(encode(decode_usage(body)) == body);
    case 'c':
      return require(decode_probe(body).pages >= 0);
    case 'h':
      return require(encode(decode_hello(body)) == body);
    case 'k':
      return require(encode(decode_kind(body)) == body);
    case 'a':
      return require(encode(decode_part(body)) == body);
    case 'i':
      return require(encode(decode_picture(body)) == body);
    case 't':
      return check_rows(body);
    case 's':
      return require(decode_sheet_name(body) == printable(body));
    default:
      return require(encode(decode_request(body)) == body);
  }
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  if (size == 0) return 0;
  const std::string_view input = input_of(data, size);
  runs({Fault::unavailable}, [&] { check(input.front(), input.substr(1)); });
  return 0;
}
