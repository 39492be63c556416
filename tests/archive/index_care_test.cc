#include "archive/index_care.h"

#include <gmock/gmock.h>

#include "archive/index.h"
#include "archive/indexed_archive.h"
#include "catalogue/leases.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using Did = ArchiveIndexCare::Did;
using Suspicion = ArchiveIndexCare::Suspicion;

class IndexCareTest : public IndexedArchive {
 protected:
  JournalEntry last_about_index() { return about_index().back(); }
  Did do_what_is_due(const IndexCareLimits& limits = {}, Suspicion suspicion = Suspicion::none) {
    return care_.do_what_is_due(system_actor(), limits, suspicion, {});
  }

  ArchiveIndexCare care_{temp_.archive()};
  const Actor archivist_ = local_archivist();
};

TEST_F(IndexCareTest, TheStatusSaysWhatThereIs) {
  const IndexStatus before = care_.status(archivist_);
  EXPECT_TRUE(before.generation);
  EXPECT_EQ(before.size.documents, 1);
  EXPECT_GT(before.size.bytes, 0U);
  EXPECT_EQ(before.lag, 0);
  EXPECT_FALSE(before.checked_at);
  EXPECT_FALSE(before.when_made);
  EXPECT_TRUE(before.sound);

  EXPECT_EQ(care_.check(archivist_), "");
  EXPECT_EQ(last_about_index().event, "index.checked");
  EXPECT_THAT(last_about_index().details, HasSubstr(R"("sound":true,"documents":1)"));
  ArchiveIndex(temp_.archive()).compact(archivist_, {});
  EXPECT_EQ(last_about_index().event, "index.compacted");
  const IndexStatus after = care_.status(archivist_);
  EXPECT_TRUE(after.checked_at);
  ASSERT_TRUE(after.when_made);
  EXPECT_EQ(after.when_made->documents, 1);
  EXPECT_GT(*after.generation, *before.generation);
  EXPECT_EQ(found(), 1);
}

TEST_F(IndexCareTest, OfANewArchiveThereIsNothingToDo) {
  const TempFolder folder;
  const auto fresh = folder / "fresh";
  Archive::create(temp_.ground(), fresh, "");
  Archive archive(temp_.ground(), fresh);
  ArchiveIndexCare care(archive);
  EXPECT_FALSE(care.status(archivist_).generation);
  EXPECT_EQ(care.check(archivist_), "");
  EXPECT_EQ(care.do_what_is_due(system_actor(), {}, Suspicion::damaged, {}), Did::nothing);
}

TEST_F(IndexCareTest, ItIsLookedAtWhenThatIsDueAndNotBefore) {
  EXPECT_EQ(do_what_is_due(), Did::nothing) << "the archive is young";
  IndexCareLimits never;
  never.check_days = 0;
  EXPECT_EQ(do_what_is_due(never), Did::nothing);
  EXPECT_EQ(do_what_is_due({}, Suspicion::damaged), Did::rebuilt)
      << "a look might not find what the writer met";
  EXPECT_EQ(index_care_limits(temp_.archive()).check_days, 7);
}

TEST_F(IndexCareTest, ADamagedOneIsRebuilt) {
  spoil_index();
  const IndexStatus spoilt = care_.status(archivist_);
  EXPECT_FALSE(spoilt.sound);
  EXPECT_NE(care_.check(archivist_), "");
  EXPECT_THAT(last_about_index().details, HasSubstr(R"("sound":false)"));
  EXPECT_EQ(do_what_is_due({}, Suspicion::damaged), Did::rebuilt);
  EXPECT_EQ(last_about_index().event, "index.rebuilt");
  EXPECT_EQ(last_about_index().actor, "system");
  EXPECT_TRUE(care_.status(archivist_).sound);
  EXPECT_EQ(found(), 1);
}

TEST_F(IndexCareTest, OneThatHasOutgrownItsDocumentsIsCompacted) {
  IndexCareLimits tight;
  tight.least_bytes = 0;
  tight.growth = 0.5;  // of what it was when it was made
  EXPECT_EQ(do_what_is_due(tight), Did::nothing) << "nobody knows what it was";
  ArchiveIndex(temp_.archive()).rebuild(archivist_, {}, {});
  EXPECT_EQ(do_what_is_due(), Did::nothing) << "it is small";
  EXPECT_EQ(do_what_is_due(tight), Did::compacted);
  EXPECT_EQ(found(), 1);
}

TEST_F(IndexCareTest, WhileAnotherProcessWritesItIsBusy) {
  Leases leases(temp_.archive().catalogue());
  ASSERT_TRUE(leases.acquire("index", "another host", std::chrono::seconds(60)));
  EXPECT_EQ(fault_of([&] { ArchiveIndex(temp_.archive()).compact(archivist_, {}); }), Fault::busy);
  EXPECT_EQ(found(), 1);
}

TEST_F(IndexCareTest, ACompactionThatIsStoppedLeavesWhatServes) {
  std::stop_source stop;
  stop.request_stop();
  ArchiveIndex(temp_.archive()).compact(archivist_, stop.get_token());
  EXPECT_EQ(found(), 1);
  ArchiveIndex(temp_.archive()).compact(archivist_, {});
  EXPECT_EQ(found(), 1);
}

}  // namespace
}  // namespace fonds
