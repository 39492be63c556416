#include "indexer/record.h"

#include <charconv>

#include "base/messages.h"
#include "indexer/index_writer.h"
#include "indexer/xapian_error.h"

namespace fonds {

std::string to_bytes(const IndexRecord& record) {
  return std::to_string(record.pages) + '\n' + to_text(record.accepted_at) + '\n' +
         record.accession;
}

IndexRecord record_from(std::string_view bytes) {
  const std::size_t first = bytes.find('\n');
  const std::size_t second = first == std::string_view::npos ? first : bytes.find('\n', first + 1);
  if (second == std::string_view::npos) throw unusable_index(tr("a document's record is cut off"));
  IndexRecord record;
  const auto [end, problem] = std::from_chars(bytes.data(), bytes.data() + first, record.pages);
  if (problem != std::errc() || end != bytes.data() + first) {
    throw unusable_index(tr("a document's record makes no sense"));
  }
  record.accepted_at = moment_from_text(bytes.substr(first + 1, second - first - 1));
  record.accession = bytes.substr(second + 1);
  return record;
}

void check_format(const Xapian::Database& database) {
  if (database.get_metadata(std::string(kFormatKey)) == std::to_string(kIndexFormat)) return;
  throw unusable_index(tr("it was made by another version of the program"));
}

}  // namespace fonds
