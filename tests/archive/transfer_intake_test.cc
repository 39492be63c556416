#include "archive/transfer_intake.h"

#include <gmock/gmock.h>

#include "archive/destruction_fixture.h"
#include "archive/transfers.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The receiver is an archive of its own with the nomenclatures of the fixture.
class TransferIntakeTest : public DestructionFixture {
 protected:
  TransferIntakeTest() {
    Archive::create(ground(), temp_ / "theirs", "");
    theirs_ = std::make_unique<Archive>(ground(), temp_ / "theirs");
    std::swap(archive_, theirs_);
    approve(2024);
    approve(2025);
    std::swap(archive_, theirs_);
  }
  MadePackage make(const std::vector<std::string>& volumes) {
    return ArchiveTransfers(*archive_).make(archivist_, volumes, temp_ / "package", {});
  }
  AcceptedPackage accept(const std::string& into = "") {
    return ArchiveTransferIntake(*theirs_).accept(archivist_, temp_ / "package", into);
  }
  std::vector<std::string> events(const std::string& event) {
    std::vector<std::string> found;
    Journal journal(theirs_->catalogue());
    for (const JournalEntry& each : journal.after(0, 1000)) {
      if (each.event == event) found.push_back(each.subject);
    }
    return found;
  }
  std::unique_ptr<Archive> theirs_;
};

TEST_F(TransferIntakeTest, APackageBecomesAVolumeWithItsPapers) {
  const Filed paper = filed("Звездоклюев");
  const MadePackage made = make({paper.volume});
  const AcceptedPackage accepted = accept();
  EXPECT_EQ(accepted.package, made.package);
  EXPECT_EQ(accepted.tag_manifest, made.written.tag_manifest);
  ASSERT_THAT(accepted.units, SizeIs(1));
  EXPECT_EQ(to_text(accepted.units[0].theirs), paper.volume);
  const ShownVolume there =
      ArchiveCases(*theirs_).show(archivist_, to_text(accepted.units[0].ours));
  EXPECT_EQ(there.volume.state, VolumeState::closed);
  EXPECT_EQ(there.volume.last_day, (CalendarDate{2024, 11, 20}));
  EXPECT_EQ(there.volume.documents, 1);
  EXPECT_EQ(there.volume.title, "Дела 02-03. Дело Звездоклюев");
  std::vector<ShownFiling> papers;
  ArchiveCases(*theirs_).documents(archivist_, there.volume,
                                   [&](const ShownFiling& each) { papers.push_back(each); });
  ASSERT_THAT(papers, SizeIs(1));
  EXPECT_EQ(papers[0].date, "2024-11-20") << "as a person's word";
  const Document document = ArchiveDocuments(*theirs_).show(archivist_, papers[0].accession);
  EXPECT_EQ(document.originals.at(0).sha256, paper.document.originals.at(0).sha256);
  EXPECT_EQ(theirs_->originals().check(document.originals.at(0).sha256),
            ObjectStore::Fixity::intact);
  EXPECT_EQ(document.state, DocumentState::accepted) << "it is recognised here";
  EXPECT_THAT(events("transfer.accepted"), ElementsAre("transfer/" + made.package));
  EXPECT_THAT(events("document.received"), SizeIs(1));
}

TEST_F(TransferIntakeTest, ItIsAcceptedOnce) {
  const Filed paper = filed("Звездоклюев");
  (void)make({paper.volume});
  (void)accept();
  EXPECT_EQ(fault_of([&] { (void)accept(); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)accept("02-06/2024"); }), Fault::usage) << "wherever";
  EXPECT_THAT(events("document.accepted"), SizeIs(1));
}

TEST_F(TransferIntakeTest, ItStandsUnderAnItemOfOurs) {
  const Filed paper = filed("Звездоклюев");
  (void)make({paper.volume});
  for (const char* none : {"02-77/2024", "02-06", "02-06/2024/1", "02-06/2019", "сюда"}) {
    EXPECT_NE(fault_of([&] { (void)accept(none); }), Fault::bug) << none;
  }
  EXPECT_THAT(events("document.accepted"), IsEmpty());
  const AcceptedPackage accepted = accept("02-06/2025");
  EXPECT_EQ(to_text(accepted.units.at(0).ours), "02-06/2025/1");
}

TEST_F(TransferIntakeTest, OfADamagedPackageNothingIsTaken) {
  const Filed paper = filed("Звездоклюев");
  (void)make({paper.volume});
  const auto file = temp_ / "package" / "data" / "package.json";
  const std::string record = read_file(file);
  write_atomically(disk_, file, record + " ");
  EXPECT_EQ(fault_of([&] { (void)accept(); }), Fault::corrupt);
  boost::filesystem::remove(file);
  EXPECT_EQ(fault_of([&] { (void)accept(); }), Fault::corrupt);
  EXPECT_THAT(events("document.accepted"), IsEmpty());
  EXPECT_EQ(fault_of([&] {
              (void)ArchiveTransferIntake(*theirs_).accept(archivist_, temp_ / "nowhere", "");
            }),
            Fault::not_found);
}

}  // namespace
}  // namespace fonds
