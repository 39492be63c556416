// plan_bench FOLDER make VOLUMES DOCUMENTS: an archive whose catalogue holds so many closed volumes
// with so many papers each. plan_bench FOLDER: the time and memory of a whole plan over it, the
// first one (every step is new) and the next (nothing has changed), as `fonds retention plan` makes
// it.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "archive/archive.h"
#include "archive/retention.h"
#include "catalogue/documents.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volume_marks.h"
#include "catalogue/volumes.h"
#include "retention/period_words.h"

namespace fonds {
namespace {

constexpr int kFirstYear = 2010;
constexpr int kLastYear = 2025;
constexpr int kBatch = 5000;

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
  }

 private:
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
    volume.id = volumes.add(transaction, actor_, volume);
    for (int i = 0; i < documents; ++i) {
      const std::string number = std::to_string(++originals_);
      const Original original{std::string(64 - number.size(), '0') + number, 1000, FileKind::jpeg,
                              "scan.jpg"};
      const Document document = Documents(database_).add(transaction, intake, {original});
      volumes.file(transaction, actor_, volume.id, document.id, 1);
    }
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
