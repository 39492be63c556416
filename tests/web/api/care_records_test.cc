#include "web/api/care_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(CareRecords, ACheckWithANoteIsClean) {
  CheckResult result;
  result.originals = 3;
  result.findings = {{CheckFinding::Weight::note, "store", "abc", "nobody needs it"}};
  Json record = record_of(result);
  EXPECT_EQ(record["clean"], true);
  EXPECT_EQ(record["originals"], 3);
  EXPECT_EQ(record["findings"][0].dump(),
            R"({"weight":"note","area":"store","subject":"abc","what":"nobody needs it"})");
  result.findings[0].weight = CheckFinding::Weight::problem;
  record = record_of(result);
  EXPECT_EQ(record["clean"], false);
  EXPECT_EQ(record["findings"][0]["weight"], "problem");
}

TEST(CareRecords, TheChainOfTheJournal) {
  Journal::Verification chain;
  chain.checked = 12;
  chain.head_hash = "abc";
  EXPECT_EQ(record_of(chain).dump(),
            R"({"whole":true,"entries":12,"head":"abc","broken_at":null,"problem":null})");
  chain.broken_at = 7;
  chain.problem = "altered";
  EXPECT_EQ(record_of(chain)["whole"], false);
  EXPECT_EQ(record_of(chain)["broken_at"], 7);
}

TEST(CareRecords, AnIndexThatIsNotThereAndOneThatIs) {
  IndexStatus status;
  Json record = record_of(status);
  for (const char* key : {"generation", "when_made", "checked_at", "problem"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
  status.generation = 2;
  status.size = {10, 4096};
  status.when_made = IndexSize{8, 2048};
  record = record_of(status);
  EXPECT_EQ(record["bytes"], 4096);
  EXPECT_EQ(record["when_made"].dump(), R"({"documents":8,"bytes":2048})");
}

}  // namespace
}  // namespace fonds
