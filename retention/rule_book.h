/// RuleBook: which rule a volume is kept by on a day of appraisal.
///
/// That of its item in the nomenclature of the year it was closed in (an ongoing case is listed
/// anew every year), else in the newest before that which has the index, back to the year it was
/// opened in. A list of periods in force on the day of appraisal that keeps it longer outweighs the
/// nomenclature: effective = max(list, nomenclature), DOMAIN §2.6.
/// Threads: immutable, use from all.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/case_file.h"
#include "model/nomenclature.h"
#include "retention/retention_list.h"

namespace fonds {

class RuleBook {
 public:
  struct Entry {
    NomenclatureItem item;  ///< as its nomenclature has it
    int year = 0;           ///< of that nomenclature
    RetentionRule rule;     ///< that counts
    bool longer_by_list = false;
  };

  /// `approved`: nomenclatures that are or were in force.
  RuleBook(const std::vector<Nomenclature>& approved, const RetentionList& list,
           const CalendarDate& day);

  /// Of a volume with its last document in `last_year`. Null: no nomenclature of those years has
  /// the index.
  [[nodiscard]] const Entry* find(const VolumeKey& key, int last_year) const;
  /// That of the newest nomenclature which has the index. Null: none has.
  [[nodiscard]] const Entry* newest(std::string_view index) const;

 private:
  std::map<std::string, std::map<int, Entry>, std::less<>> entries_;  ///< by index, by year
};

}  // namespace fonds
