// plan_bench FOLDER make VOLUMES DOCUMENTS: an archive whose catalogue holds so many closed volumes
// with so many papers each; a seventh of them are personal files of learners, half of whom have
// left; those to be inventoried stand in approved inventories up to kInventoried; some are held: a
// hold of each kind on one volume, document or learner in a thousand, and one on an item.
// plan_bench FOLDER: the time and memory of a whole plan over it, the first one (every step is new)
// and the next (nothing has changed), as `fonds retention plan` makes it.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "archive/retention.h"
#include "catalogue/documents.h"
#include "catalogue/holds.h"
#include "catalogue/inventories.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/students.h"
#include "catalogue/volume_marks.h"
#include "catalogue/volumes.h"
#include "retention/period_words.h"

namespace fonds {
namespace {

constexpr int kFirstYear = 2010;
constexpr int kLastYear = 2025;
constexpr int kInventoried = 2022;
constexpr int kBatch = 5000;
constexpr int kFilesOfALearner = 2;
constexpr int kVolumesAHold = 1000;  ///< of each kind of hold but that of an item

const char* const kPeriods[] = {"5 лет",
                                "3 года после выбытия",
                                "10 лет ЭК",
                                "50 лет ЭК",
                                "Постоянно",
                                "ДМН (не менее 1 года)",
                                "5 лет; при условии проведения проверки"};

Nomenclature list_of(int year) {
  Nomenclature list{year, {{"02", "Учебная часть"}}, {}};
  int number = 0;
  for (const char* period : kPeriods) {
    NomenclatureItem item;
    item.index = "02-0" + std::to_string(++number);
    item.title = "Дела";
    item.rule = PeriodWords::shipped().read(period, "").rule.value();
    list.items.push_back(item);
  }
  return list;
}

class InventedCases {
 public:
  explicit InventedCases(Archive& archive) : database_(archive.catalogue()) {}

  void make(int volumes, int documents) {
    list();
    enrol(std::max(1, volumes / static_cast<int>(std::size(kPeriods)) / kFilesOfALearner));
    for (int made = 0; made < volumes; made += kBatch) {
      Transaction transaction(database_);
      const IntakeId intake = Documents(database_).add_intake(transaction, "file", "");
      for (int i = 0; i < std::min(kBatch, volumes - made); ++i) {
        add(transaction, intake, documents);
      }
      transaction.commit();
      std::fprintf(stderr, "\r%d volumes", made + kBatch);
    }
    std::fputc('\n', stderr);
    hold(volumes, documents);
    for (int year = kFirstYear; year <= kInventoried; ++year) {
      for (const auto& [index, kind] : kListed) inventory(index, kind, year);
    }
  }

 private:
  static constexpr std::pair<const char*, InventoryKind> kListed[] = {
      {"02-04", InventoryKind::personnel}, {"02-05", InventoryKind::permanent}};

  void enrol(int learners) {
    Transaction transaction(database_);
    for (int i = 0; i < learners; ++i) {
      Student student;
      student.name = {"Выдумкин", "Пётр", std::to_string(i)};
      if (i % 2 == 0) student.left_on = CalendarDate{kFirstYear + i % 14, 5, 31};
      students_.push_back(Students(database_).add(transaction, student));
    }
    transaction.commit();
  }

  void hold(int volumes, int documents) {
    Transaction transaction(database_);
    Holds holds(database_);
    Hold made;
    made.reason = "проверка";
    for (int i = 0; i < volumes / kVolumesAHold; ++i) {
      made.subject = HoldSubject::volume;
      made.target = 1 + pick(volumes);
      (void)holds.set(transaction, actor_, made);
      made.subject = HoldSubject::document;
      made.target = 1 + pick(volumes * documents);
      (void)holds.set(transaction, actor_, made);
      made.subject = HoldSubject::student;
      made.target =
          students_[static_cast<std::size_t>(pick(static_cast<int>(students_.size())))].value;
      (void)holds.set(transaction, actor_, made);
    }
    made = {};
    made.subject = HoldSubject::item;
    made.reason = "проверка";
    made.index = "02-01";
    made.target = kFirstYear;
    (void)holds.set(transaction, actor_, made);
    transaction.commit();
  }

  void inventory(const char* index, InventoryKind kind, int year) {
    CaseInventory made;
    made.kind = kind;
    made.list = index;
    made.year = year;
    made.drawn_up_on = CalendarDate{year + 2, 2, 1};
    for (const VolumeId each : listed_[{index, year}]) {
      made.units.push_back({each, ++units_[index]});
    }
    if (made.units.empty()) return;
    Transaction transaction(database_);
    Inventories all(database_);
    made.id = all.add(transaction, actor_, made);
    made.state = InventoryState::approved;
    made.approved_on = CalendarDate{year + 2, 3, 1};
    all.update(transaction, actor_, made);
    transaction.commit();
  }

  void list() {
    Transaction transaction(database_);
    Nomenclatures all(database_);
    for (int year = kFirstYear; year <= kLastYear; ++year) {
      all.put_draft(transaction, actor_, list_of(year));
      NomenclatureCard card;
      card.year = year;
      card.state = NomenclatureState::approved;
      card.approval = "1";
      card.approved_on = CalendarDate{year, 1, 1};
      all.set_state(transaction, actor_, card);
    }
    transaction.commit();
  }
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  void add(Transaction& transaction, IntakeId intake, int documents) {
    Volumes volumes(database_);
    Volume volume;
    const int year = kFirstYear + pick(kLastYear - kFirstYear + 1);
    volume.key = {year, "02-0" + std::to_string(1 + pick(static_cast<int>(std::size(kPeriods)))),
                  0};
    volume.opened_on = {year, 1, 10};
    if (volume.key.index == "02-02") {
      volume.student =
          students_[static_cast<std::size_t>(pick(static_cast<int>(students_.size())))];
    }
    volume.id = volumes.add(transaction, actor_, volume);
    for (int i = 0; i < documents; ++i) {
      const std::string number = std::to_string(++originals_);
      const Original original{std::string(64 - number.size(), '0') + number, 1000, FileKind::jpeg,
                              "scan.jpg"};
      const Document document = Documents(database_).add(transaction, intake, {original});
      volumes.file(transaction, actor_, volume.id, document.id, 1);
    }
    listed_[{volume.key.index, year}].push_back(volume.id);
    volume.state = VolumeState::closed;
    volume.first_day = CalendarDate{year, 1, 10};
    volume.last_day = CalendarDate{year, 12, 1 + pick(28)};
    volume.closed_on = volume.last_day;
    volume.sheets = documents;
    volumes.update(transaction, actor_, volume);
    if (volume.key.index == "02-02" && pick(2) == 0) {
      const VolumeMark left{VolumeMarkKind::learner_left, {year, 5, 31}, "", ""};
      VolumeMarks(database_).set(transaction, actor_, volume.id, left);
    }
  }

  Database& database_;
  std::mt19937 random_{20260223};
  std::int64_t originals_ = 0;
  std::vector<StudentId> students_;
  std::map<std::pair<std::string, int>, std::vector<VolumeId>> listed_;  ///< by index and year
  std::map<std::string, int> units_;                                     ///< of a list, so far
  const Actor actor_ = local_archivist();
};

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void plan(Archive& archive) {
  std::int64_t told = 0;
  const auto begin = std::chrono::steady_clock::now();
  const PlanTotals totals = ArchiveRetention(archive).plan(local_archivist(), {{}, true},
                                                           [&](const PlannedVolume&) { ++told; });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("volumes %lld, told %lld, changed %lld: %.1f s, peak %ld MiB\n",
              static_cast<long long>(totals.volumes), static_cast<long long>(told),
              static_cast<long long>(totals.changed), took.count(), peak_megabytes());
}

}  // namespace
}  // namespace fonds

int main(int count, char** words) {
  using namespace fonds;
  if (count != 2 && count != 5) {
    std::fprintf(stderr, "plan_bench FOLDER [make VOLUMES DOCUMENTS]\n");
    return 2;
  }
  LocalDisk disk;
  SystemClock clock;
  const Archive::Ground ground{disk, clock, ""};
  if (count == 5) Archive::create(ground, words[1], "");
  Archive archive(ground, words[1]);
  if (count == 5) {
    InventedCases(archive).make(std::atoi(words[3]), std::atoi(words[4]));
    return 0;
  }
  plan(archive);
  plan(archive);
}
