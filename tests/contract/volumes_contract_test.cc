#include "catalogue/volumes.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class VolumesContract : public CasesContractFixture {
 protected:
  std::vector<std::int64_t> filed_in(VolumeId id) {
    std::vector<std::int64_t> found;
    int place = 0;
    for (const FiledDocument& each : volumes().documents_of(id, 0, 100)) {
      EXPECT_EQ(each.place, ++place) << "places have no gaps";
      found.push_back(each.document.value);
    }
    return found;
  }
};
FONDS_ON_BOTH_ENGINES(VolumesContract);

TEST_P(VolumesContract, AreNumberedWithinTheirCase) {
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2024, "02-05");
  const VolumeId other = volume(2025, "02-05");
  EXPECT_EQ(volumes().find(first)->key, (VolumeKey{2024, "02-05", 1}));
  EXPECT_EQ(volumes().find(second)->key, (VolumeKey{2024, "02-05", 2}));
  EXPECT_EQ(volumes().find(other)->key, (VolumeKey{2025, "02-05", 1}));
  EXPECT_EQ(volumes().find(VolumeKey{2024, "02-05", 2})->id, second);
  EXPECT_EQ(volumes().find(VolumeKey{2024, "02-06", 1}), std::nullopt);
}

TEST_P(VolumesContract, WhatIsSaidOfOneComesBack) {
  Volume made;
  made.key = {2024, "02-02", 0};
  made.title = "Личное дело «Выдумкин»";
  made.carrier = Carrier::hybrid;
  made.student = {15};
  made.shelf = "шкаф 2";
  made.opened_on = {2024, 9, 1};
  VolumeId id;
  in_transaction([&](Transaction& t) { id = volumes().add(t, actor_, made); });
  Volume now = volumes().find(id).value();
  EXPECT_EQ(now.title, made.title);
  EXPECT_EQ(now.carrier, Carrier::hybrid);
  EXPECT_EQ(now.student, StudentId{15});
  EXPECT_EQ(now.shelf, "шкаф 2");
  EXPECT_EQ(now.opened_on, made.opened_on);
  EXPECT_EQ(now.state, VolumeState::open);
  EXPECT_FALSE(now.closed_on);
  EXPECT_FALSE(now.last_day);
  close(id, {2025, 5, 31});
  now = volumes().find(id).value();
  EXPECT_EQ(now.state, VolumeState::closed);
  EXPECT_EQ(now.last_day, (CalendarDate{2025, 5, 31}));
  EXPECT_EQ(now.sheets, 7) << "as counted";
}

TEST_P(VolumesContract, AreListedInOrderAndFilteredPageByPage) {
  volume(2025, "01-01");
  volume(2024, "02-05");
  volume(2024, "02-05");
  volume(2024, "01-05");
  const auto keys = [&](const VolumeFilter& filter) {
    std::vector<std::string> found;
    VolumeKey after;
    for (;;) {
      const auto page = volumes().list(filter, after, 2);
      if (page.empty()) return found;
      for (const Volume& each : page) found.push_back(to_text(each.key));
      after = page.back().key;
    }
  };
  EXPECT_THAT(keys({}),
              ElementsAre("01-05/2024/1", "02-05/2024/1", "02-05/2024/2", "01-01/2025/1"));
  EXPECT_THAT(keys({2024, "02-05"}), ElementsAre("02-05/2024/1", "02-05/2024/2"));
  close(volumes().find(VolumeKey{2024, "02-05", 1})->id, {2024, 12, 1});
  EXPECT_THAT(keys({0, "", VolumeState::closed}), ElementsAre("02-05/2024/1"));
  int of_year = 0;
  volumes().each({2024}, [&](const Volume& each) { of_year += each.key.year == 2024 ? 1 : 100; });
  EXPECT_EQ(of_year, 3);
}

TEST_P(VolumesContract, PapersAreFiledTakenOutAndMoved) {
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2024, "02-05");
  for (int i = 0; i < 4; ++i) file(first, paper(), i + 1);
  EXPECT_EQ(volumes().find(first)->documents, 4);
  EXPECT_EQ(volumes().find(first)->sheets, 1 + 2 + 3 + 4);
  EXPECT_THAT(filed_in(first), ElementsAre(1, 2, 3, 4));

  in_transaction([&](Transaction& t) { EXPECT_TRUE(volumes().unfile(t, DocumentId{2})); });
  in_transaction([&](Transaction& t) { EXPECT_FALSE(volumes().unfile(t, DocumentId{2})); });
  EXPECT_THAT(filed_in(first), ElementsAre(1, 3, 4));
  file(second, DocumentId{2});
  in_transaction([&](Transaction& t) { EXPECT_EQ(volumes().move(t, first, 2, second), 2); });
  EXPECT_THAT(filed_in(first), ElementsAre(1));
  EXPECT_THAT(filed_in(second), ElementsAre(2, 3, 4));
  EXPECT_EQ(volumes().filing_of(DocumentId{4})->volume, second);
}

TEST_P(VolumesContract, APaperIsInOneVolume) {
  const VolumeId first = volume(2024, "02-05");
  const DocumentId document = paper();
  file(first, document);
  EXPECT_THROW(file(volume(2025, "02-05"), document), Error);
  EXPECT_EQ(volumes().filing_of(document)->volume, first);
}

TEST_P(VolumesContract, TheInboxHoldsWhatIsInNone) {
  const VolumeId first = volume(2024, "02-05");
  for (int i = 0; i < 3; ++i) paper();
  file(first, DocumentId{2});
  EXPECT_THAT(volumes().unfiled({}, 10), ElementsAre(DocumentId{1}, DocumentId{3}));
  EXPECT_THAT(volumes().unfiled({1}, 10), ElementsAre(DocumentId{3}));
  EXPECT_THAT(volumes().unfiled({}, 1), SizeIs(1));
}

TEST_P(VolumesContract, AYearsVolumesAreCounted) {
  close(volume(2024, "02-05"), {2024, 12, 31});
  close(volume(2024, "02-05"), {2025, 1, 1});
  volume(2024, "02-05");
  volume(2024, "02-06");
  volume(2025, "02-05");
  const auto counts = volumes().counts_of(2024);
  ASSERT_THAT(counts, SizeIs(2));
  EXPECT_EQ(counts[0].index, "02-05");
  EXPECT_EQ(counts[0].all, 3);
  EXPECT_EQ(counts[0].carried_over, 2) << "one with a later last paper, one open";
  EXPECT_EQ(counts[0].open, 1);
  EXPECT_EQ(counts[1].all, 1);
  EXPECT_THAT(volumes().counts_of(2023), IsEmpty());
}

TEST_P(VolumesContract, PersonalFilesAreFoundUnderAnyRecordOfAPerson) {
  Student made;
  made.name = {"Выдумкин", "Пётр", ""};
  StudentId one;
  StudentId twin;
  Students students(database());
  in_transaction([&](Transaction& t) {
    one = students.add(t, made);
    twin = students.add(t, made);
    students.merge(t, actor_, one, twin);
  });
  volume(2024, "02-02", {}, twin);
  volume(2024, "02-02", {}, one);
  volume(2024, "02-02");
  const auto numbers = [&](StudentId whose) {
    std::vector<int> found;
    VolumeFilter filter{2024, "02-02"};
    filter.student = whose;
    volumes().each(filter, [&](const Volume& each) { found.push_back(each.key.number); });
    return found;
  };
  EXPECT_THAT(numbers(one), ElementsAre(1, 2));
  EXPECT_THAT(numbers(twin), ElementsAre(1, 2));
  EXPECT_THAT(numbers({}), ElementsAre(3)) << "nobody's";
}

TEST_P(VolumesContract, VolumesOfOneMatterAreKnown) {
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2025, "02-05", first);
  EXPECT_THAT(volumes().of_matter(first), SizeIs(1));
  EXPECT_EQ(volumes().of_matter(first).front().id, second);
  EXPECT_THAT(volumes().of_matter({}), IsEmpty());
}

}  // namespace
}  // namespace fonds
