/// Nomenclature (номенклатура дел): the approved list of a year's case headings, each with an index
/// and how long its cases are kept; NomenclatureItem (статья): one of them.
///
/// One index serves all volumes of a case; key of a volume = institution, year, index, volume
/// (DOMAIN §1.2). Threads: value types.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/retention_rule.h"

namespace fonds {

enum class Carrier { paper, electronic, hybrid };
inline constexpr std::array<std::string_view, 3> kCarriers{"paper", "electronic", "hybrid"};
constexpr std::string_view name_of(Carrier carrier) {
  return kCarriers[static_cast<std::size_t>(carrier)];
}

struct NomenclatureSection {
  std::string code;  ///< "02": the first part of its items' indexes
  std::string title;
  bool operator==(const NomenclatureSection&) const = default;
};

struct NomenclatureItem {
  std::string index;  ///< "02-05"
  std::string title;  ///< заголовок дела
  RetentionRule rule;
  std::string note;  ///< примечание, as printed
  Carrier carrier = Carrier::paper;
  bool ongoing = false;  ///< переходящее: a case may stay open over the end of the year
  bool school_year = false;  ///< its cases are closed on 31 August
  bool reserve = false;      ///< kept free for a heading that comes up in the year
  bool operator==(const NomenclatureItem&) const = default;
};

/// "02" of "02-05".
inline std::string_view section_of(const NomenclatureItem& item) {
  return std::string_view(item.index).substr(0, item.index.find('-'));
}

enum class NomenclatureState {
  draft,
  agreed,    ///< by the commission (ЭК, ЭПК)
  approved,  ///< by the head: documents may be filed
  locked,    ///< its year is over
};
inline constexpr std::array<std::string_view, 4> kNomenclatureStates{"draft", "agreed", "approved",
                                                                     "locked"};
constexpr std::string_view name_of(NomenclatureState state) {
  return kNomenclatureStates[static_cast<std::size_t>(state)];
}

/// What became of the nomenclature of a year.
struct NomenclatureCard {
  int year = 0;
  NomenclatureState state = NomenclatureState::draft;
  std::int64_t revision = 1;  ///< raised by every change
  std::string agreed;         ///< protocol of the commission: number and day; empty: was not
  std::string approval;       ///< number of the approval; empty: was not
  std::optional<CalendarDate> approved_on;
  std::string approved_by;  ///< login
  std::string changed_by;   ///< login
  std::size_t items = 0;
};

/// Volumes opened under a nomenclature (итоговая запись), of one period class.
struct NomenclatureCounts {
  std::int64_t all = 0;
  std::int64_t ongoing = 0;  ///< still open when the year ended
  std::int64_t epk = 0;      ///< under an item marked ЭПК
  bool operator==(const NomenclatureCounts&) const = default;
};
enum class PeriodClass { permanent, above_10_years, up_to_10_years };
struct NomenclatureTotals {
  std::array<NomenclatureCounts, 3> classes{};  ///< by PeriodClass
  std::map<std::string, std::int64_t, std::less<>>
      units{};            ///< by index; of every item of the list
  std::int64_t open = 0;  ///< volumes whose year is over and that nobody has closed
};

struct Nomenclature {
  int year = 0;  ///< 0: not said
  std::vector<NomenclatureSection> sections;
  std::vector<NomenclatureItem> items;  ///< in the order of the list
  bool operator==(const Nomenclature&) const = default;
};

/// The item of an index; null: the list has none.
inline const NomenclatureItem* item_of(const Nomenclature& list, std::string_view index) {
  for (const NomenclatureItem& each : list.items) {
    if (each.index == index) return &each;
  }
  return nullptr;
}

/// The section whose title stands above the item, the first of it; null: none does.
inline const NomenclatureSection* section_begun_by(const Nomenclature& list, std::size_t item) {
  const std::string_view code = section_of(list.items[item]);
  if (item > 0 && section_of(list.items[item - 1]) == code) return nullptr;
  for (const NomenclatureSection& each : list.sections) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace fonds
