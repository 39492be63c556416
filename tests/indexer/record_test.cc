#include "indexer/record.h"

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

TEST(IndexRecord, ComesBackAsItWas) {
  const IndexRecord record{"2026-000001", 12, moment_from_text("2026-03-01T09:00:00.123Z")};
  const IndexRecord back = record_from(to_bytes(record));
  EXPECT_EQ(back.accession, record.accession);
  EXPECT_EQ(back.pages, record.pages);
  EXPECT_EQ(back.accepted_at, record.accepted_at);
}

TEST(IndexRecord, AccessionNumbersOfAnyTextComeBack) {
  for (const char* accession : {"", "а\nб", "\n\n", "№ 5"}) {
    EXPECT_EQ(record_from(to_bytes({accession, 0, Moment{}})).accession, accession);
  }
}

TEST(IndexRecord, CutOrForeignBytesAreCorrupt) {
  const std::string whole = to_bytes({"2026-000001", 12, Moment{}});
  for (std::size_t length = 0; length < whole.rfind('\n'); ++length) {
    EXPECT_EQ(fault_of([&] { record_from(whole.substr(0, length)); }), Fault::corrupt) << length;
  }
  for (const char* bytes : {"x\n\n", "1x\n1970-01-01T00:00:00.000Z\n", "\n\n", "1\nyesterday\na"}) {
    EXPECT_EQ(fault_of([&] { record_from(bytes); }), Fault::corrupt) << bytes;
  }
}

TEST(IndexRecord, AnIndexWithoutAFormatIsNotOurs) {
  const TempFolder folder;
  const boost::filesystem::path path = folder / "index";
  const Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  EXPECT_EQ(fault_of([&] { check_format(database); }), Fault::corrupt);
}

}  // namespace
}  // namespace fonds
