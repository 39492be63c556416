/// CaseDesk: a desk with an approved nomenclature of 2025 and papers that can be filed.
///
/// Threads: of its test.
#pragma once

#include <string>

#include "archive/cases.h"
#include "archive/filing.h"
#include "archive/nomenclatures.h"
#include "model/spoken_date.h"
#include "retention/period_words.h"
#include "web/paper_desk.h"

namespace fonds {

class CaseDesk : public PaperDesk {
 protected:
  CaseDesk() {
    Nomenclature list{2025, {{"02", "Учебная часть"}}, {}};
    list.items = {item("02-05", "10 лет ЭК"), item("02-06", "Постоянно")};
    ArchiveNomenclatures all(archive());
    (void)all.put(local_archivist(), list);
    (void)all.agree(local_archivist(), 2025, "№ 3");
    (void)all.approve({"director", Role::director}, 2025, {"12", CalendarDate{2024, 12, 25}});
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
  Volume open(const std::string& title = "", const std::string& index = "02-05") {
    NewVolume words;
    words.index = index;
    words.year = 2025;
    words.title = title;
    return ArchiveCases(archive()).open(clerk_, words).volume;
  }
  static std::string at(const Volume& volume) {
    return "/cases/" + percent_encoded(to_text(volume.key));
  }
  Volume now(const Volume& volume) {
    return ArchiveCases(archive()).show(clerk_, to_text(volume.key)).volume;
  }
  const Actor clerk_{"osipova", Role::clerk};
};

}  // namespace fonds
