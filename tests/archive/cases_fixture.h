/// CasesFixture: an archive on a clock of the test's own, with an approved nomenclature of 2024 and
/// of 2025, and papers read as a recogniser would.
///
/// Threads: of the test that made it.
#pragma once

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <memory>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/cases.h"
#include "archive/documents.h"
#include "archive/filing.h"
#include "archive/nomenclatures.h"
#include "archive/reading.h"
#include "archive/workers.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "retention/period_words.h"
#include "support/fault_of.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {

class CasesFixture : public ::testing::Test {
 protected:
  CasesFixture() {
    Archive::create(ground(), folder(), "");
    archive_ = std::make_unique<Archive>(ground(), folder());
    for (const int year : {2024, 2025}) approve(year);
  }
  [[nodiscard]] Archive::Ground ground() {
    return {disk_, clock_, boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds"};
  }
  [[nodiscard]] boost::filesystem::path folder() const { return temp_ / "archive"; }

  /// Opens the archive anew with these settings.
  void configure(const std::string& settings) {
    boost::filesystem::remove(folder() / "fonds.toml");
    (void)temp_.file("archive/fonds.toml", settings);
    archive_ = std::make_unique<Archive>(ground(), folder());
  }

  static NomenclatureItem item(const std::string& index, const char* period) {
    NomenclatureItem made;
    made.index = index;
    made.title = "Дела " + index;
    made.rule = PeriodWords::shipped().read(period, "").rule.value();
    made.rule.authority.act = std::string(kNoArticle);
    made.rule.local = {"№ 1 от 10.01.2023", 0};
    return made;
  }
  /// 02-03 by school years, 02-05 by calendar years, 02-02 ongoing, 02-09 in reserve.
  static Nomenclature list_of(int year) {
    Nomenclature list{year, {{"02", "Учебная часть"}}, {}};
    list.items = {item("02-02", "3 года после выбытия"), item("02-03", "5 лет"),
                  item("02-05", "10 лет ЭК"), item("02-06", "Постоянно"),
                  item("02-07", "ДМН (не менее 1 года)")};
    list.items[0].ongoing = true;
    list.items[1].school_year = true;
    NomenclatureItem reserve;
    reserve.index = "02-09";
    reserve.title = "Резерв";
    reserve.reserve = true;
    list.items.push_back(reserve);
    return list;
  }
  void approve(int year) {
    ArchiveNomenclatures all(*archive_);
    (void)all.put(archivist_, list_of(year));
    (void)all.agree(archivist_, year, "№ 3");
    (void)all.approve(director_, year, {"12", CalendarDate{2023, 12, 25}});
  }
  Volume open(const std::string& index, int year, const NewVolume& rest = {}) {
    NewVolume words = rest;
    words.index = index;
    words.year = year;
    return cases().open(clerk_, words).volume;
  }
  /// A recognised paper of so many pages; what is empty its card does not know.
  Document paper(const std::string& index, const std::string& date, int pages = 1,
                 const std::vector<StudentLink>& links = {}) {
    const auto stored = archive_->originals().put("paper " + std::to_string(++papers_));
    Delivery delivery{"file", "", "", {}};
    const Original original{stored.sha256, static_cast<std::int64_t>(stored.size), FileKind::jpeg,
                            "paper.jpg"};
    const Document made =
        ArchiveDocuments(*archive_).deposit(clerk_, delivery, {original}).document;
    PaperReading reading;
    if (!index.empty()) reading.case_index = sure(index);
    if (const auto span = date_span_from(date)) reading.date = sure(*span);
    Transaction transaction(archive_->catalogue());
    std::vector<PageRecord> records(static_cast<std::size_t>(pages));
    for (int i = 0; i < pages; ++i) records[static_cast<std::size_t>(i)].number = i + 1;
    Documents(archive_->catalogue()).record_recognition(transaction, made.id, 1, records, 0.9, 1);
    store_reading(transaction, recognition_actor(), made.id, 1, reading, links);
    transaction.commit();
    return Documents(archive_->catalogue()).find(made.id).value();
  }
  StudentId student(const std::string& surname) {
    Student made;
    made.name = {surname, "Прохор", ""};
    Transaction transaction(archive_->catalogue());
    const StudentId id = Students(archive_->catalogue()).add(transaction, made);
    transaction.commit();
    return id;
  }
  static StudentLink linked(StudentId student) {
    StudentLink made;
    made.student = student;
    made.state = LinkState::linked;
    made.probability = 0.99;
    return made;
  }
  ArchiveCases cases() { return ArchiveCases(*archive_); }
  ArchiveFiling filing() { return ArchiveFiling(*archive_); }
  JournalEntry last_entry() {
    Journal journal(archive_->catalogue());
    return journal.after(journal.head() - 1, 1).at(0);
  }

  template <class Value>
  static Decision<Value> sure(Value value) {
    Decision<Value> made;
    made.value = std::move(value);
    made.confidence = 0.99;
    made.reasons = {{"it is printed so", {}}};
    return made;
  }

  TempFolder temp_;
  LocalDisk disk_;
  FixedClock clock_{"2025-02-03T09:00:00.000Z"};
  std::unique_ptr<Archive> archive_;
  int papers_ = 0;
  const Actor clerk_{"osipova", Role::clerk};
  const Actor archivist_ = local_archivist();
  const Actor director_{"director", Role::director};
};

}  // namespace fonds
