#include "web/api/act_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(ActRecords, WhatHasNotHappenedYetIsNull) {
  DestructionAct act;
  act.number = 3;
  act.unit_count = 2;
  act.author = "osipova";
  Json record = record_of(act);
  EXPECT_EQ(record["act"], 3);
  EXPECT_EQ(record["state"], "draft");
  EXPECT_EQ(record["units"], 2);
  for (const char* key : {"subject", "agreed", "approval", "approved_on", "approved_at",
                          "withdrawn_on", "waybill", "done_on", "done_by"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
  act.basis = ActBasis::consent_withdrawn;
  act.subject = {15};
  act.approved_at = Moment{};
  record = record_of(act);
  EXPECT_EQ(record["subject"], 15);
  EXPECT_EQ(record["approved_at"], "1970-01-01T00:00:00.000Z");
}

TEST(ActRecords, ShownWithItsUnitsAndGates) {
  ShownAct shown;
  shown.units.push_back({{2019, "02-05", 1}, "Протоколы", "5 лет", "236", 2019, 2019});
  shown.gates = {{GateCode::audited, GateState::closed, {{2019, "02-05", 1}}}};
  const Json record = record_of(shown);
  EXPECT_EQ(record["units"][0].dump(),
            R"({"volume":"02-05/2019/1","heading":"Протоколы","period":"5 лет",)"
            R"("first_year":2019,"last_year":2019})");
  EXPECT_EQ(record["gates"][0].dump(),
            R"({"gate":"G3","code":"audited","state":"closed","units":["02-05/2019/1"]})");
}

TEST(ActRecords, WhatIsLeftOfItsPapers) {
  ErasureProof proof;
  proof.documents = 4;
  proof.remains = {{"index", "2026-000003"}};
  EXPECT_EQ(record_of(proof, 3).dump(),
            R"({"act":3,"documents":4,"shared":0,)"
            R"("remains":[{"place":"index","subject":"2026-000003"}]})");
}

}  // namespace
}  // namespace fonds
