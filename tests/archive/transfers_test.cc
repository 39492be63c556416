#include "archive/transfers.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/destruction_fixture.h"
#include "retention/package_reader.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class TransfersTest : public DestructionFixture {
 protected:
  WrittenBag make(const std::vector<std::string>& volumes, const std::string& name = "package") {
    return ArchiveTransfers(*archive_)
        .make(archivist_, volumes, temp_ / name, {"3", "Архивный отдел", "12"})
        .written;
  }
};

TEST_F(TransfersTest, AVolumeIsHandedOverWithAllThatIsKnown) {
  const Filed paper = filed("Звездоклюев");
  const StudentId whose = student("Клюев");
  Transaction transaction(archive_->catalogue());
  StudentLink link = linked(whose);
  link.origin = Origin::person;
  Cards(archive_->catalogue()).set_link(transaction, paper.document.id, link);
  transaction.commit();
  const WrittenBag written = make({paper.volume});
  EXPECT_EQ(last_entry().event, "transfer.made");
  EXPECT_THAT(last_entry().details, testing::HasSubstr(written.tag_manifest));
  const BagReport report = verify_bag(temp_ / "package");
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(report.payload, written.payload);
  const TransferPackage package = read_package(temp_ / "package");
  EXPECT_EQ(package.receiver, "Архивный отдел");
  EXPECT_EQ(package.journal_hash.size(), 64U);
  ASSERT_THAT(package.volumes, SizeIs(1));
  const PackageVolume& volume = package.volumes[0];
  EXPECT_EQ(to_text(volume.key), paper.volume);
  EXPECT_EQ(volume.item_title, "Дела 02-03");
  EXPECT_EQ(volume.section_title, "Учебная часть");
  EXPECT_EQ(volume.last_day, (CalendarDate{2024, 11, 20}));
  ASSERT_THAT(volume.documents, SizeIs(1));
  const PackageDocument& document = volume.documents[0];
  EXPECT_EQ(document.accession, paper.document.accession);
  EXPECT_EQ(document.date.value().from, (CalendarDate{2024, 11, 20}));
  EXPECT_THAT(document.students, ElementsAre("Клюев Прохор"));
  EXPECT_THAT(document.files, SizeIs(4)) << "original, access copy, ALTO, text";
  ASSERT_THAT(document.events, testing::Not(IsEmpty()));
  EXPECT_EQ(document.events.front().event, "document.accepted");
}

TEST_F(TransfersTest, OnlyWhatIsClosedAndWholeIsPacked) {
  const Filed paper = filed("Звездоклюев");
  const std::string open_one = to_text(open("02-05", 2024).key);
  EXPECT_EQ(fault_of([&] { (void)make({open_one}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)make({"02-05/2024/9"}); }), Fault::not_found);
  approve_act();
  (void)carry_out();  // withdrawn
  EXPECT_EQ(fault_of([&] { (void)make({paper.volume}); }), Fault::usage);
  clock_.set("2030-02-18T09:00:00.000Z");
  (void)carry_out();
  EXPECT_EQ(fault_of([&] { (void)make({paper.volume}); }), Fault::usage) << "destroyed";
  EXPECT_FALSE(boost::filesystem::exists(temp_ / "package"));
}

TEST_F(TransfersTest, ADamagedOriginalIsNotHandedOver) {
  const Filed paper = filed("Звездоклюев");
  const auto file = archive_->originals().path_of(paper.document.originals.at(0).sha256);
  boost::filesystem::remove(file);
  write_atomically(disk_, file, std::string(paper.document.originals.at(0).size, 'x'));
  EXPECT_EQ(fault_of([&] { (void)make({paper.volume}); }), Fault::corrupt);
  EXPECT_FALSE(boost::filesystem::exists(temp_ / "package"));
}

}  // namespace
}  // namespace fonds
