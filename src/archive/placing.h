/// Where a paper of the inbox belongs, by what is settled of it.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

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
  struct Year {
    bool approved = false;
    std::map<std::string, NomenclatureItem> items;  ///< by index
  };
  const Year& year(int number);
  std::optional<int> year_of(const InboxPaper& paper, const Card& card, const DateSpan& date);
  void choose(InboxPaper& paper, const Card& card, const NomenclatureItem& item);
  Archive& archive_;
  std::map<int, Year> years_;
};

}  // namespace fonds
