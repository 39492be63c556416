#include "archive/blocks.h"

#include <gmock/gmock.h>

#include "review_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ArchiveBlocksTest : public ReviewFixture {
 protected:
  ArchiveBlocks blocks() { return ArchiveBlocks(temp_.archive()); }
};

TEST_F(ArchiveBlocksTest, ABlockIsListedWithItsReasonAndLifted) {
  const Block made = blocks().block(local_archivist(), BlockSubject::document, document_.accession,
                                    "обработка прекращена");
  EXPECT_EQ(made.id, document_.id.value);
  EXPECT_EQ(last_entry().event, "document.blocked");
  EXPECT_THAT(last_entry().details, Not(HasSubstr("обработка")));
  ASSERT_THAT(blocks().list(local_archivist()), SizeIs(1));
  EXPECT_EQ(blocks().list(local_archivist())[0].reason, "обработка прекращена");
  blocks().block(local_archivist(), BlockSubject::document, document_.accession, "иначе");
  EXPECT_EQ(blocks().list(local_archivist()).at(0).reason, "иначе");

  EXPECT_TRUE(blocks().lift(local_archivist(), BlockSubject::document, document_.accession));
  EXPECT_EQ(last_entry().event, "document.unblocked");
  EXPECT_THAT(blocks().list(local_archivist()), IsEmpty());
  EXPECT_FALSE(blocks().lift(local_archivist(), BlockSubject::document, document_.accession));
}

TEST_F(ArchiveBlocksTest, NeedsAReasonARightAndSomethingToBlock) {
  const auto block = [&](const Actor& actor, const char* reference, const char* reason) {
    return fault_of([&] { blocks().block(actor, BlockSubject::document, reference, reason); });
  };
  const std::string accession = document_.accession;
  EXPECT_EQ(block(local_archivist(), accession.c_str(), "  "), Fault::usage);
  EXPECT_EQ(block(local_archivist(), "2020-000001", "отзыв"), Fault::not_found);
  EXPECT_EQ(block(clerk_, accession.c_str(), "отзыв"), Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)blocks().list(clerk_); }), Fault::denied);
}

}  // namespace
}  // namespace fonds
