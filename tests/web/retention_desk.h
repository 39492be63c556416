/// RetentionDesk: a desk on an archive with an approved nomenclature of 2019 and volumes of it,
/// whose term was over long ago.
///
/// Threads: of its test.
#pragma once

#include <string>

#include "archive/acts.h"
#include "archive/cases.h"
#include "archive/documents.h"
#include "archive/filing.h"
#include "archive/nomenclatures.h"
#include "catalogue/acts.h"
#include "catalogue/jobs.h"
#include "catalogue/journal.h"
#include "retention/period_words.h"
#include "web/desk_fixture.h"

namespace fonds {

class RetentionDesk : public DeskTest {
 protected:
  RetentionDesk() { approve(list_of(2019)); }

  static NomenclatureItem item(const std::string& index, const char* period,
                               const std::string& title = "") {
    NomenclatureItem made;
    made.index = index;
    made.title = title.empty() ? "Дела " + index : title;
    made.rule = PeriodWords::shipped().read(period, "").rule.value();
    made.rule.authority.act = std::string(kNoArticle);
    made.rule.local = {"№ 1 от 10.01.2018", 0};
    return made;
  }
  /// 02-03 is over in five years, 02-05 waits for the commission then, 02-06 is for ever, 02-09 in
  /// reserve; a title that would be a script if pages let it.
  static Nomenclature list_of(int year) {
    Nomenclature list{year, {{"02", "Учебная часть"}}, {}};
    list.items = {item("02-03", "5 лет", "Журналы <script>alert(1)</script>"),
                  item("02-05", "5 лет ЭК"), item("02-06", "Постоянно")};
    NomenclatureItem reserve;
    reserve.index = "02-09";
    reserve.title = "Резерв";
    reserve.reserve = true;
    list.items.push_back(reserve);
    return list;
  }
  void approve(const Nomenclature& list) {
    ArchiveNomenclatures all(archive());
    (void)all.put(local_archivist(), list);
    (void)all.agree(local_archivist(), list.year, "№ 3");
    (void)all.approve(head_, list.year, {"12", CalendarDate{list.year - 1, 12, 25}});
  }
  /// A closed volume with one paper; its key as text.
  std::string closed_volume(const std::string& index, Carrier carrier = Carrier::electronic) {
    NewVolume words;
    words.index = index;
    words.year = 2019;
    words.carrier = carrier;
    ArchiveCases cases(archive());
    const std::string name = to_text(cases.open(local_archivist(), words).volume.key);
    const Document document = paper();
    (void)ArchiveFiling(archive()).file(local_archivist(), name, document.accession, 1);
    const CalendarDate day{2019, 5, 20};
    (void)cases.close(local_archivist(), name, {day, day, 1});
    return name;
  }
  /// With no job that waits for it.
  Document paper() {
    const std::string bytes = "paper " + std::to_string(++papers_);
    const auto stored = archive().originals().put(bytes);
    Delivery delivery{"file", "", "", {}};
    const Original original{stored.sha256, static_cast<std::int64_t>(stored.size), FileKind::jpeg,
                            "paper.jpg"};
    const Document made =
        ArchiveDocuments(archive()).deposit(local_archivist(), delivery, {original}).document;
    Transaction transaction(archive().catalogue());
    Jobs jobs(archive().catalogue());
    jobs.quarantine(transaction, jobs.last_of("recognise", made.id).value().id, "");
    transaction.commit();
    return made;
  }
  /// An act of all volumes that may be destroyed, in this state. Returns its path.
  std::string act(ActState state = ActState::draft) {
    ArchiveActs acts(archive());
    const std::int64_t number = acts.draw_up(local_archivist(), {}).act.number;
    if (state >= ActState::agreed) {
      (void)acts.agree(local_archivist(), number, {"№ 2 от 14.01.2026", "№ 1 от 12.01.2026", true});
    }
    if (state >= ActState::approved) {
      (void)acts.approve(head_, number, {"7", day_here(archive().clock().now()), 0});
    }
    return "/retention/acts/" + std::to_string(number);
  }
  /// As if its waiting times had begun long ago.
  void let_days_pass(std::int64_t number) {
    Transaction transaction(archive().catalogue());
    Journal(archive().catalogue()).lock(transaction);
    Acts acts(archive().catalogue());
    DestructionAct act = acts.find(number).value();
    constexpr std::chrono::hours kLong{24 * 100};
    if (act.approved_at) act.approved_at = *act.approved_at - kLong;
    if (act.execution.withdrawn_on) {
      act.execution.withdrawn_on = days_after(*act.execution.withdrawn_on, -100);
    }
    acts.update(transaction, local_archivist(), act);
    transaction.commit();
  }
  ActState state_of(std::int64_t number) {
    return ArchiveActs(archive()).show(local_archivist(), number).act.state;
  }

  int papers_ = 0;                            // NOLINT(*-non-private-*)
  const Actor head_{"head", Role::director};  // NOLINT(*-non-private-*)
};

/// The way to what becomes of a volume.
inline std::string verdict_of(const std::string& volume) {
  return "/retention/volumes/" + percent_encoded(volume);
}

}  // namespace fonds
