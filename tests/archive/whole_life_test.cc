/// The whole life of an archive in one script, on a clock of its own: the sample nomenclature
/// approved for 2024, papers taken in, read, filed; closed, inventoried, rolled over year by year
/// to 2031; planned, destroyed by an act, handed over to another archive. Every form is printed and
/// rendered on the way; FONDS_FORMS names a folder to keep them in, to be looked at.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <map>
#include <memory>

#include "archive/act_forms.h"
#include "archive/acts.h"
#include "archive/case_forms.h"
#include "archive/checks.h"
#include "archive/destruction.h"
#include "archive/filing.h"
#include "archive/index.h"
#include "archive/intake.h"
#include "archive/inventories.h"
#include "archive/inventory_forms.h"
#include "archive/loans.h"
#include "archive/nomenclature_file.h"
#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "archive/own_papers.h"
#include "archive/retention.h"
#include "archive/review.h"
#include "archive/schedule.h"
#include "archive/search.h"
#include "archive/transfer_acts.h"
#include "archive/transfer_intake.h"
#include "archive/transfers.h"
#include "archive/workers.h"
#include "base/digest.h"
#include "base/disk.h"
#include "base/text.h"
#include "catalogue/students.h"
#include "forms/form_flow.h"
#include "forms/form_head.h"
#include "support/fixed_clock.h"
#include "support/said_by.h"
#include "support/temp_archive.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr int kFirstYear = 2024;
constexpr int kLastYear = 2031;
constexpr std::string_view kScanned = "02-08";  ///< copies of diplomas: the real scan goes there
constexpr CalendarDate kDayOfTheScan{2022, 12, 15};

/// A paper of the script: where it is filed, and a word that stands in it and nowhere else.
struct Scripted {
  std::string index;
  std::string text;
  std::string day;
  std::string word;
};

const std::vector<Scripted>& script() {
  static const std::vector<Scripted> papers{
      {"01-03", "Приказ № 1. О начале учебного года. Ключевое слово: Ладьеград", "12.01.2024",
       "Ладьеград"},
      {"02-03", "Журнал учета работы объединения. Посещаемость: Звездоклюев Прохор", "20.11.2024",
       "Звездоклюев"},
      {"02-04", "Электронный журнал, выгрузка: Пустомелькин Архип", "21.12.2024", "Пустомелькин"},
      {"02-05", "Протокол аттестационной комиссии № 3: Кренделькова Злата", "15.05.2024",
       "Кренделькова"},
      {"02-08", "Диплом победителя вручается: Оглоблихин Фрол", "10.03.2024", "Оглоблихин"}};
  return papers;
}

class WholeLifeTest : public ::testing::Test {
 protected:
  WholeLifeTest() {
    Archive::create(ground(), folder(), "");
    settle("archive", "Дом творчества Примерска");
    archive_ = std::make_unique<Archive>(ground(), folder());
  }
  [[nodiscard]] Archive::Ground ground() {
    return {disk_, clock_, boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds"};
  }
  [[nodiscard]] boost::filesystem::path folder() const { return temp_ / "archive"; }
  void settle(const std::string& name, const std::string& institution) {
    boost::filesystem::remove(temp_ / name / "fonds.toml");
    (void)temp_.file(name + "/fonds.toml",
                     "[institution]\nnames = \"" + institution + "\"\nfonds = \"12\"\n");
  }

  void approve(Archive& archive, int year, const CalendarDate& day) {
    ArchiveNomenclatures all(archive);
    (void)all.agree(archivist_, year, "№ 3");
    (void)all.approve(director_, year, {"12", day});
  }
  void adopt(Archive& archive, int year) {
    const boost::filesystem::path sample =
        boost::filesystem::path(FONDS_SOURCE_DIR) / "config" / "nomenclature.csv";
    ReadNomenclature read = read_nomenclature_file(archive.worker_options(), sample);
    ASSERT_THAT(read.problems, IsEmpty());
    read.nomenclature.year = year;
    (void)ArchiveNomenclatures(archive).put(archivist_, read.nomenclature);
    approve(archive, year, {year - 1, 12, 25});
  }

  static std::string pdf_of(const Scripted& paper) {
    FormPdf form("Документ");
    FormFlow flow(form, kFormMargins, "");
    flow.paragraph(paper.text, kFormText);
    flow.paragraph("Дата: " + paper.day, kFormText);
    return form.finish().pdf;
  }
  void add(const std::string& name, const boost::filesystem::path& file) {
    ArchiveIntake intake(*archive_, clerk_, {"file", "", "", {}}, [&](const IntakeReport& report) {
      EXPECT_EQ(report.outcome, IntakeReport::Outcome::accepted) << report.problem;
      documents_[name] = report.document.accession;
    });
    intake.add(file);
  }
  /// Papers come in as a clerk brings them and are read by the real recogniser.
  void take_in() {
    for (const Scripted& each : script()) {
      add(each.index, temp_.file("in " + each.index + ".pdf", pdf_of(each)));
    }
    add("a scan", sample("scan_0050.jpg"));
    RecognitionWorkers(*archive_, recognition_actor(), 1, RecognitionWorkers::Until::queue_is_empty,
                       {})
        .join();
  }
  /// The destruction of what concerns a learner is told in acts of its own.
  void link() {
    Student learner;
    learner.name = {"Кузнецов", "Пров", ""};
    Transaction transaction(archive_->catalogue());
    const StudentId id = Students(archive_->catalogue()).add(transaction, learner);
    transaction.commit();
    (void)ArchiveReview(*archive_).set_link(archivist_, documents_.at("02-08"), id,
                                            LinkState::linked);
  }
  void file_and_close() {
    ArchiveCases cases(*archive_);
    for (const Scripted& each : script()) {
      NewVolume words;
      words.index = each.index;
      words.year = kFirstYear;
      if (each.index == "01-03") words.title = "№ 1 – № 1";
      const std::string volume = to_text(cases.open(clerk_, words).volume.key);
      (void)ArchiveFiling(*archive_).file(clerk_, volume, documents_.at(each.index), {});
      if (each.index == kScanned) {
        (void)ArchiveFiling(*archive_).file(clerk_, volume, documents_.at("a scan"), {});
      }
      const CalendarDate day = date_span_from(each.day.substr(6) + "-" + each.day.substr(3, 2) +
                                              "-" + each.day.substr(0, 2))
                                   ->from;
      const CalendarDate first = each.index == kScanned ? kDayOfTheScan : day;
      (void)cases.close(clerk_, volume, {first, day, {}});
    }
  }
  /// The end of a year: its night's jobs, the nomenclature of the next, the lock of the old one.
  void pass_year(int year) {
    clock_.set(fmt::format("{}-12-20T09:00:00.000Z", year));
    run_schedule();
    ArchiveNomenclatureYear years(*archive_);
    const auto drafted = ArchiveNomenclatures(*archive_).list(archivist_).back().year;
    if (drafted == year) (void)years.roll_over(archivist_, year);
    approve(*archive_, year + 1, {year, 12, 20});
    clock_.set(fmt::format("{}-01-15T09:00:00.000Z", year + 1));
    (void)years.lock(archivist_, year);
    run_schedule();
  }
  void run_schedule() {
    ArchiveSchedule(*archive_).run(archivist_, {}, ArchiveSchedule::Which::due,
                                   [](const ScheduleRun& each) {
                                     EXPECT_NE(each.outcome, RunOutcome::failed)
                                         << name_of(each.job) << each.report;
                                   },
                                   {});
  }

  void inventory() {
    ArchiveInventories inventories(*archive_);
    NewInventory section;
    section.year = kFirstYear;
    section.list = "1";
    section.wording = {"Создан в 2001 году.", "Поступал ежегодно.", "методист, И. И. Примерова",
                       "архивист, П. П. Образцов"};
    EXPECT_THAT(inventories.draw_up(archivist_, section).rows, SizeIs(1));
    (void)inventories.agree(archivist_, 1, "№ 2 от 14.01.2026");
    const CalendarDate today = day_here(clock_.now());
    (void)inventories.approve(director_, 1, {today, "", 0});
    (void)inventories.hand_over(archivist_, 1, today);
  }
  void mark(const std::string& volume, VolumeMarkKind kind) {
    ArchiveRetention(*archive_).mark(archivist_, volume,
                                     {kind, day_here(clock_.now()), "акт № 1", ""});
  }
  std::map<std::string, PlannedStep> plan() {
    std::map<std::string, PlannedStep> found;
    (void)ArchiveRetention(*archive_).plan(
        archivist_, {}, [&](const PlannedVolume& each) { found[each.key.index] = each.step; });
    return found;
  }
  void destroy() {
    ArchiveActs acts(*archive_);
    EXPECT_THAT(acts.draw_up(archivist_, {}).units, SizeIs(3));
    (void)acts.agree(archivist_, 1, {"№ 2 от 14.01.2030", "", true});
    (void)acts.approve(director_, 1, {"7", day_here(clock_.now()), 0});
    ArchiveDestruction destruction(*archive_);
    clock_.set("2030-02-20T09:00:00.000Z");
    EXPECT_EQ(destruction.carry_out(archivist_, 1, {}).act.state, ActState::withdrawn);
    clock_.set("2030-03-01T09:00:00.000Z");
    const auto done = destruction.carry_out(archivist_, 1, {"№ 7 от 28.02.2030", 1500});
    EXPECT_EQ(done.act.state, ActState::carried_out);
    EXPECT_THAT(done.proof->remains, IsEmpty());
  }
  void hand_over() {
    Archive::create(ground(), temp_ / "theirs", "");
    settle("theirs", "Архивный отдел Примерска");
    Archive theirs(ground(), temp_ / "theirs");
    adopt(theirs, kLastYear);
    const MadePackage made = ArchiveTransfers(*archive_).make(
        archivist_, {"01-03/2024/1"}, temp_ / "package", {"", "Архивный отдел Примерска", ""});
    const auto accepted = ArchiveTransferIntake(theirs).accept(archivist_, temp_ / "package",
                                                               fmt::format("01-03/{}", kLastYear));
    EXPECT_EQ(accepted.tag_manifest, made.written.tag_manifest);
    RecognitionWorkers(theirs, recognition_actor(), 1, RecognitionWorkers::Until::queue_is_empty,
                       {})
        .join();
    ArchiveIndex(theirs).catch_up();
    SearchRequest request;
    request.query = script().front().word;
    EXPECT_THAT(ArchiveSearch(theirs).search(archivist_, request).hits, SizeIs(1));
    (void)ArchiveTransferActs(*archive_).record(archivist_, made.number,
                                                {"№ 3 от 01.02.2031", day_here(clock_.now()), ""});
  }

  /// Keeps a form and sees whether it can be rendered.
  void print(const std::string& name, const std::string& pdf) {
    const char* kept = std::getenv("FONDS_FORMS");
    const boost::filesystem::path target =
        boost::filesystem::path(kept == nullptr ? temp_.path().string() : kept) / (name + ".pdf");
    boost::filesystem::remove(target);
    write_atomically(disk_, target, pdf);
    EXPECT_EQ(
        said_by("pdftoppm -r 20 -png '" + target.string() + "' '" + (temp_ / name).string() + "'"),
        "")
        << name;
    EXPECT_TRUE(boost::filesystem::exists(temp_ / (name + "-1.png"))) << name;
    ++printed_;
  }
  void print_volume(const std::string& volume) {
    ArchiveCaseForms forms(*archive_);
    print("F2-inner-inventory", printed_inventory(forms.inventory(archivist_, volume)).pdf);
    print("F3-certificate", printed_certificate(forms.certificate(archivist_, volume)).pdf);
    print("F4-cover", printed_cover(forms.cover(archivist_, volume)).pdf);
    print("F9-card", printed_substitute_card(forms.substitute_card(archivist_, volume)).pdf);
    print("F9-book", printed_issue_book(forms.issue_book(archivist_)).pdf);
  }
  void print_acts() {
    ArchiveActForms forms(*archive_);
    print("F7-destruction", printed_destruction_act(forms.act(archivist_, 1)).pdf);
    const PersonalDataActForm data = forms.personal_data(archivist_, 1);
    EXPECT_THAT(data.rows, SizeIs(1));
    print("F13-personal-data", printed_personal_data_act(data).pdf);
    print("F13-log", printed_personal_data_log(forms.personal_data_log(archivist_, 1)).pdf);
  }

  std::vector<std::string> places_of(const std::string& word) {
    std::vector<std::string> found;
    for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder())) {
      if (!boost::filesystem::is_regular_file(entry.path())) continue;
      const std::string bytes = read_file(entry.path());
      if (bytes.find(word) != bytes.npos || bytes.find(fold(word)) != bytes.npos) {
        found.push_back(entry.path().string());
      }
    }
    return found;
  }

  TempFolder temp_;
  LocalDisk disk_;
  FixedClock clock_{"2023-12-26T09:00:00.000Z"};
  std::unique_ptr<Archive> archive_;
  std::map<std::string, std::string> documents_;  ///< accession number by index
  int printed_ = 0;
  const Actor clerk_{"osipova", Role::clerk};
  const Actor archivist_ = local_archivist();
  const Actor director_{"director", Role::director};
};

TEST_F(WholeLifeTest, EveryRecordIsKeptMovedOrDestroyedByTheNomenclature) {
  adopt(*archive_, kFirstYear);
  clock_.set("2024-12-22T09:00:00.000Z");
  take_in();
  link();
  file_and_close();
  Loan loan;
  loan.taker = "Кузнецова, методист";
  loan.due_on = {2025, 1, 20};
  (void)ArchiveLoans(*archive_).issue(clerk_, "01-03/2024/1", loan);
  (void)ArchiveLoans(*archive_).take_back(clerk_, "01-03/2024/1");
  for (int year = kFirstYear; year < 2026; ++year) pass_year(year);
  EXPECT_EQ(plan()["01-03"], PlannedStep::inventory);
  inventory();
  mark("02-08/2024/1", VolumeMarkKind::learner_left);
  for (int year = 2026; year < 2029; ++year) pass_year(year);
  EXPECT_EQ(plan()["02-08"], PlannedStep::ask) << "is it still needed?";
  mark("02-08/2024/1", VolumeMarkKind::not_needed);
  pass_year(2029);

  auto steps = plan();
  EXPECT_EQ(steps["02-04"], PlannedStep::destroy);
  EXPECT_EQ(steps["02-03"], PlannedStep::blocked) << "no audit is on record";
  EXPECT_FALSE(steps.contains("02-05")) << "ten years";
  EXPECT_FALSE(steps.contains("01-03")) << "it stands in its inventory";
  mark("02-03/2024/1", VolumeMarkKind::audited);
  for (const Scripted& each : script()) {
    EXPECT_THAT(places_of(each.word), testing::Not(IsEmpty())) << "the search must find it before";
  }
  destroy();
  print_acts();
  NewVolume acts;
  acts.index = "04-02";
  const std::string of_acts = to_text(ArchiveCases(*archive_).open(clerk_, acts).volume.key);
  (void)ArchiveOwnPapers(*archive_).file(
      archivist_,
      {"act-1.pdf", "Акт № 1",
       printed_destruction_act(ArchiveActForms(*archive_).act(archivist_, 1)).pdf},
      of_acts);
  const CalendarDate today = day_here(clock_.now());
  (void)ArchiveCases(*archive_).close(clerk_, of_acts, {today, today, 1});
  pass_year(2030);
  print_volume("01-03/2024/1");
  hand_over();
  print("F8-transfer",
        printed_transfer_act(ArchiveTransferActs(*archive_).form(archivist_, 1)).pdf);
  ArchiveInventoryForms inventories(*archive_);
  print("F5-inventory", printed_case_list(inventories.list(archivist_, 1)).pdf);
  print("F6-handover", printed_handover_list(inventories.handover(archivist_, 1)).pdf);
  print("F1-nomenclature",
        printed_nomenclature(ArchiveNomenclatures(*archive_).form(archivist_, kFirstYear)).pdf);

  ArchiveCases cases(*archive_);
  const auto state = [&](const char* volume) {
    return cases.show(archivist_, volume).volume.state;
  };
  EXPECT_EQ(state("01-03/2024/1"), VolumeState::transferred);
  EXPECT_EQ(state("02-05/2024/1"), VolumeState::closed);
  for (const char* gone : {"02-03/2024/1", "02-04/2024/1", "02-08/2024/1"}) {
    EXPECT_EQ(state(gone), VolumeState::destroyed) << gone;
  }
  for (const char* word : {"Звездоклюев", "Пустомелькин", "Оглоблихин"}) {
    EXPECT_THAT(places_of(word), IsEmpty()) << "a destroyed paper is left somewhere";
  }
  EXPECT_THAT(places_of("Кренделькова"), testing::Not(IsEmpty()));
  EXPECT_FALSE(archive_->originals().contains(sha256(read_file(sample("scan_0050.jpg")))));
  ArchiveIndex(*archive_).catch_up();
  EXPECT_TRUE(ArchiveChecks(*archive_).check(archivist_, {}).clean());
  EXPECT_EQ(ArchiveChecks(*archive_).verify_journal(archivist_, {}).problem, "");
  EXPECT_EQ(printed_, 12);
}

}  // namespace
}  // namespace fonds
