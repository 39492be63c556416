#include "archive/nomenclature_year.h"

#include <gmock/gmock.h>

#include <map>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class NomenclatureYearTest : public CasesFixture {
 protected:
  ArchiveNomenclatureYear years() { return ArchiveNomenclatureYear(*archive_); }
  NomenclatureItem add(const NewHeading& heading) {
    return years().add_heading(director_, 2024, heading);
  }
  Fault adding(const NewHeading& heading) {
    return fault_of([&] { (void)add(heading); });
  }
  const NomenclatureItem* item_of(int year, const std::string& index) {
    list_ = ArchiveNomenclatures(*archive_).show(clerk_, year);
    for (const NomenclatureItem& each : list_.items) {
      if (each.index == index) return &each;
    }
    return nullptr;
  }
  /// A volume with one paper of that day, closed.
  void closed(const std::string& index, const std::string& day) {
    const Volume volume = open(index, 2024);
    const std::string name = to_text(volume.key);
    (void)filing().file(clerk_, name, paper("", day).accession);
    (void)cases().close(clerk_, name, {});
  }
  Nomenclature list_;
};

TEST_F(NomenclatureYearTest, AnIndexInReserveGetsItsHeading) {
  const auto before = ArchiveNomenclatures(*archive_).card(clerk_, 2024).revision;
  EXPECT_EQ(fault_of([&] { open("02-09", 2024); }), Fault::usage);
  (void)add({"02.09", "Протоколы жюри", "5 лет ЭПК", "протокол ЭК № 2 от 01.02.2024", "уч. год"});
  EXPECT_EQ(last_entry().event, "nomenclature.heading_added");
  const NomenclatureItem* item = item_of(2024, "02-09");
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->title, "Протоколы жюри");
  EXPECT_EQ(item->rule.years, 5);
  EXPECT_EQ(item->rule.mark, AppraisalMark::epk);
  EXPECT_TRUE(item->school_year);
  EXPECT_FALSE(item->reserve);
  EXPECT_EQ(list_.items.size(), list_of(2024).items.size()) << "in its place";
  EXPECT_EQ(list_.items.back().index, "02-09");
  EXPECT_EQ(ArchiveNomenclatures(*archive_).card(clerk_, 2024).revision, before + 1);
  EXPECT_EQ(to_text(open("02-09", 2024).key), "02-09/2024/1");
}

TEST_F(NomenclatureYearTest, WhatIsNotInReserveOrNoHeadingIsRefused) {
  EXPECT_EQ(adding({"02-05", "Другое", "5 лет", "L", ""}), Fault::usage) << "not in reserve";
  EXPECT_EQ(adding({"02-44", "Другое", "5 лет", "L", ""}), Fault::usage) << "not of the list";
  EXPECT_EQ(adding({"02-09", "Другое", "вечно", "L", ""}), Fault::usage);
  EXPECT_EQ(adding({"02-09", "", "5 лет", "L", ""}), Fault::usage);
  EXPECT_EQ(adding({"02-09", "Приказы", "3 года", "19а", ""}), Fault::usage)
      << "shorter than the list allows";
  EXPECT_EQ(fault_of([&] {
              (void)years().add_heading(archivist_, 2024, {"02-09", "Другое", "5 лет", "L", ""});
            }),
            Fault::denied)
      << "the head decides";
  EXPECT_TRUE(item_of(2024, "02-09")->reserve);
}

TEST_F(NomenclatureYearTest, TheTotalsCountVolumesByTheirPeriods) {
  closed("02-03", "2024-12-20");
  closed("02-03", "2025-01-20");  // went on into the next year
  open("02-02", 2024);
  closed("02-06", "2024-03-01");
  open("02-05", 2025);  // of another year
  const NomenclatureTotals totals = years().totals(clerk_, 2024);
  EXPECT_EQ(totals.classes[0], (NomenclatureCounts{1, 0, 0}));
  EXPECT_EQ(totals.classes[1], (NomenclatureCounts{0, 0, 0}));
  EXPECT_EQ(totals.classes[2], (NomenclatureCounts{3, 2, 0}));
  EXPECT_EQ(totals.units.at("02-03"), 2);
  EXPECT_EQ(totals.units.at("02-05"), 0);
  EXPECT_EQ(totals.units.count("02-09"), 0U) << "in reserve";
  EXPECT_EQ(totals.open, 0) << "an ongoing one may stay open";
}

TEST_F(NomenclatureYearTest, AYearIsLockedWhenItIsOverAndItsVolumesAreClosed) {
  EXPECT_EQ(fault_of([&] { (void)years().lock(archivist_, 2025); }), Fault::usage) << "not over";
  open("02-05", 2024);
  EXPECT_EQ(fault_of([&] { (void)years().lock(archivist_, 2024); }), Fault::usage);
  EXPECT_EQ(years().totals(clerk_, 2024).open, 1);
  (void)filing().file(clerk_, "02-05/2024", paper("", "2024-12-20").accession);
  (void)cases().close(clerk_, "02-05/2024", {});
  open("02-02", 2024);  // ongoing
  EXPECT_EQ(years().lock(archivist_, 2024).state, NomenclatureState::locked);
  EXPECT_EQ(last_entry().event, "nomenclature.locked");
  EXPECT_EQ(fault_of([&] { open("02-05", 2024); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)years().lock(archivist_, 2024); }), Fault::usage) << "again";
  EXPECT_EQ(adding({"02-09", "Другое", "5 лет", "L", ""}), Fault::usage);
}

TEST_F(NomenclatureYearTest, ASchoolYearIsOverInAugust) {
  open("02-03", 2024);
  EXPECT_EQ(years().totals(clerk_, 2024).open, 0);
  clock_.set("2025-09-01T09:00:00.000Z");
  EXPECT_EQ(years().totals(clerk_, 2024).open, 1);
}

TEST_F(NomenclatureYearTest, TheNextYearBeginsWithTheSameHeadings) {
  open("02-02", 2024);
  open("02-02", 2025);
  const Nomenclature next = years().roll_over(archivist_, 2025);
  EXPECT_EQ(next.year, 2026);
  EXPECT_EQ(next.sections, list_of(2025).sections);
  EXPECT_EQ(ArchiveNomenclatures(*archive_).card(clerk_, 2026).state, NomenclatureState::draft);
  EXPECT_THAT(item_of(2026, "02-02")->note, HasSubstr("переходящее с 2024 г."));
  EXPECT_EQ(item_of(2026, "02-05")->note, "");
  EXPECT_TRUE(item_of(2026, "02-09")->reserve);
  EXPECT_EQ(fault_of([&] { (void)years().roll_over(archivist_, 2025); }), Fault::usage)
      << "there is one already";
  EXPECT_EQ(fault_of([&] { (void)years().roll_over(archivist_, 2026); }), Fault::usage)
      << "a draft is followed by nothing";
}

TEST_F(NomenclatureYearTest, ThePrintedListHasTheTotalsOnceItsYearIsOver) {
  closed("02-06", "2024-03-01");
  const NomenclatureForm over = ArchiveNomenclatures(*archive_).form(clerk_, 2024);
  ASSERT_TRUE(over.totals);
  EXPECT_EQ(over.totals->classes[0].all, 1);
  std::map<std::string, std::string> units;
  std::map<std::string, std::string> notes;
  for (const NomenclatureFormRow& row : over.rows) {
    units[row.index] = row.units;
    notes[row.index] = row.note;
  }
  EXPECT_EQ(units["02-06"], "1");
  EXPECT_EQ(units["02-05"], "0");
  EXPECT_EQ(units["02-09"], "") << "in reserve";
  EXPECT_EQ(notes["02-06"], "");
  EXPECT_EQ(notes["02-05"], "not opened");
  EXPECT_FALSE(ArchiveNomenclatures(*archive_).form(clerk_, 2025).totals) << "it runs";
}

}  // namespace
}  // namespace fonds
