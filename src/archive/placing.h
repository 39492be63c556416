/// Where a paper of the inbox belongs, by what is settled of it.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "archive/archive.h"
#include "archive/filing.h"
#include "model/card.h"
#include "model/document.h"
#include "model/nomenclature.h"

namespace fonds {

class VolumePlacing {
 public:
  explicit VolumePlacing(Archive& archive);

  /// Nomenclatures are read once; volumes are looked up as they are now.
  InboxPaper place(const Document& document, const Card& card);

 private:
  /// Its nomenclature, if that is in force.
  const std::optional<Nomenclature>& list_of(int year);
  /// Null: the list is not in force or has no such index.
  const NomenclatureItem* item(int year, std::string_view index);
  std::optional<int> year_of(const InboxPaper& paper, const Card& card, const DateSpan& date);
  void choose(InboxPaper& paper, const Card& card, const NomenclatureItem& item);
  bool has_open(const InboxPaper& paper, const NomenclatureItem& item);
  Archive& archive_;
  std::map<int, std::optional<Nomenclature>> lists_;  ///< by year
};

}  // namespace fonds
