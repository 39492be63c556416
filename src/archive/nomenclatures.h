/// ArchiveNomenclatures: the nomenclature of files of each year: drawn up, agreed, approved.
///
/// A draft may be replaced until it is approved; a list that was agreed to and is replaced must be
/// agreed to anew. Who draws it up does not approve it. Two people at once: the second is told what
/// the first has done. Threads: one per Archive.
/// Faults: denied, not_found, usage, busy (somebody was faster), and those of the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "forms/nomenclature_form.h"
#include "model/actor.h"
#include "model/nomenclature.h"
#include "retention/nomenclature_lint.h"

namespace fonds {

/// The head's approval as it stands on the paper.
struct NomenclatureApproval {
  std::string number;
  CalendarDate day;
  std::int64_t revision = 0;  ///< of the list that was looked at; 0: as it stands now
};

class ArchiveNomenclatures {
 public:
  explicit ArchiveNomenclatures(Archive& archive) : archive_(archive) {}

  /// Puts the list in place of the draft of its year, or as the first of it.
  NomenclatureCard put(const Actor& actor, const Nomenclature& nomenclature);
  /// Records that the commission agreed; `protocol`: number and day. Refused while findings forbid
  /// it.
  NomenclatureCard agree(const Actor& actor, int year, std::string_view protocol);
  NomenclatureCard approve(const Actor& actor, int year, const NomenclatureApproval& approval);

  /// In order of years.
  std::vector<NomenclatureCard> list(const Actor& actor);
  NomenclatureCard card(const Actor& actor, int year);
  Nomenclature show(const Actor& actor, int year);
  /// As it is printed (F1).
  NomenclatureForm form(const Actor& actor, int year);
  /// What is wrong with it today.
  std::vector<NomenclatureFinding> check(const Actor& actor, int year);

 private:
  NomenclatureCard found(int year);
  void settle(const Actor& actor, const NomenclatureCard& before, const NomenclatureCard& after,
              std::string_view event);
  void expect_sound(const Nomenclature& nomenclature);
  [[nodiscard]] CalendarDate today() const;
  Archive& archive_;
};

/// Of a list that may not be in any archive, by the lists compiled in.
std::vector<NomenclatureFinding> findings_on(const Nomenclature& nomenclature,
                                             const CalendarDate& day);

}  // namespace fonds
