#include "archive/own_papers.h"

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

class OwnPapersTest : public CasesFixture {
 protected:
  FiledPaper file(const std::string& volume, const std::string& pdf = "%PDF-1.4 an act") {
    return ArchiveOwnPapers(*archive_).file(archivist_, {"act-3-act.pdf", "Акт № 3", pdf}, volume);
  }
};

TEST_F(OwnPapersTest, AFormBecomesADocumentOfItsCase) {
  const std::string name = to_text(open("02-06", 2024).key);
  const FiledPaper filed = file(name);
  const Document document = ArchiveDocuments(*archive_).show(archivist_, filed.accession);
  EXPECT_EQ(document.originals.at(0).source_name, "act-3-act.pdf");
  EXPECT_EQ(document.description, "Акт № 3");
  EXPECT_EQ(cases().show(archivist_, name).volume.documents, 1);
}

TEST_F(OwnPapersTest, ItIsFiledOnce) {
  const std::string name = to_text(open("02-06", 2024).key);
  (void)file(name);
  EXPECT_EQ(fault_of([&] { (void)file(name); }), Fault::usage);
  EXPECT_EQ(cases().show(archivist_, name).volume.documents, 1);
}

TEST_F(OwnPapersTest, WhereItCanNotBeFiledNothingIsMade) {
  const std::string name = to_text(open("02-06", 2024).key);
  (void)filing().file(clerk_, name, paper("", "2024-11-20").accession);
  (void)cases().close(clerk_, name, {});
  EXPECT_EQ(fault_of([&] { (void)file(name); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)file("02-06/2024/9"); }), Fault::not_found);
  EXPECT_FALSE(Documents(archive_->catalogue()).find(DocumentId{2}));
}

}  // namespace
}  // namespace fonds
