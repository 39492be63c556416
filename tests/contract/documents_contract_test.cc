#include "catalogue/documents.h"

#include "catalogue/journal.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

class DocumentsContract : public CatalogueFixture {
 protected:
  Document add(const std::vector<Original>& originals) {
    Transaction transaction(database());
    const IntakeId intake = documents().add_intake(transaction, "file", "пачка");
    Document document = documents().add(transaction, intake, originals);
    transaction.commit();
    return document;
  }
  Documents documents() { return Documents(database()); }
};
FONDS_ON_BOTH_ENGINES(DocumentsContract);

TEST_P(DocumentsContract, AnAddedDocumentIsFoundWhole) {
  const Original first = original();
  Original second = original();
  second.kind = FileKind::pdf;
  const Document added = add({first, second});

  const auto found = documents().find(added.id);

  ASSERT_TRUE(found);
  EXPECT_EQ(found->accession, "2026-000001");
  EXPECT_EQ(found->state, DocumentState::accepted);
  EXPECT_EQ(found->accepted_at, clock_.now());
  EXPECT_EQ(found->intake, added.intake);
  ASSERT_EQ(found->originals.size(), 2U);
  EXPECT_EQ(found->originals[0].sha256, first.sha256);
  EXPECT_EQ(found->originals[0].source_name, first.source_name);
  EXPECT_EQ(found->originals[1].kind, FileKind::pdf);
  EXPECT_EQ(found->originals[1].size, second.size);
  EXPECT_TRUE(found->pages.empty());
  EXPECT_EQ(documents().find("2026-000001")->id, added.id);
}

}  // namespace
}  // namespace fonds
