/// CaseInventory (опись дел): the section of a year of the list by which an archive keeps its
/// cases, from the archivist's draft through the commissions to the handing over to the archive.
///
/// Units are volumes; they are numbered through all years of one list (валовая нумерация), and the
/// numbers of an approved section never change: with the numbers of fonds and list they are the
/// archive's code (архивный шифр). Only what is kept for ever, above ten years, or by the law on
/// employees' records is listed (DOMAIN §2.3, §3 F5). Threads: value types.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/case_file.h"

namespace fonds {

enum class InventoryKind {
  permanent,  ///< постоянного хранения (F5 a), also what is kept until liquidation
  long_term,  ///< временных (свыше 10 лет) сроков хранения (F5 b)
  personnel,  ///< по личному составу (F5 c)
};
inline constexpr std::array<std::string_view, 3> kInventoryKinds{"permanent", "long_term",
                                                                 "personnel"};
constexpr std::string_view name_of(InventoryKind kind) {
  return kInventoryKinds[static_cast<std::size_t>(kind)];
}
std::optional<InventoryKind> inventory_kind_from(std::string_view name);

enum class InventoryState {
  draft,
  agreed,    ///< by the institution's commission (ЭК)
  approved,  ///< by the head; of permanent records of a source, by the authority's commission, too
  handed_over,  ///< its volumes were received by the institution's archive
  cancelled,    ///< its volumes and numbers are free again
};
inline constexpr std::array<std::string_view, 5> kInventoryStates{"draft", "agreed", "approved",
                                                                  "handed_over", "cancelled"};
constexpr std::string_view name_of(InventoryState state) {
  return kInventoryStates[static_cast<std::size_t>(state)];
}
std::optional<InventoryState> inventory_state_from(std::string_view name);
constexpr bool is_approved(InventoryState state) {
  return state == InventoryState::approved || state == InventoryState::handed_over;
}

/// What stands on the title page, as it was when the section was drawn up.
struct InventoryTitle {
  std::string institution;
  std::string fonds;                      ///< number; empty: none was given
  std::optional<CalendarDate> first_day;  ///< of all its volumes
  std::optional<CalendarDate> last_day;
};

struct InventoryUnit {
  VolumeId volume;
  int number = 0;  ///< in the list, from 1
};

struct CaseInventory {
  std::int64_t id = 0;  ///< of the record, from 1, without gaps
  InventoryKind kind = InventoryKind::permanent;
  bool electronic = false;  ///< electronic volumes have lists of their own (F12)
  std::string list;         ///< опись №: "1", "2-л/с"
  int year = 0;             ///< of the section: its volumes were finished in it
  InventoryState state = InventoryState::draft;
  CalendarDate drawn_up_on;
  std::string author;  ///< login
  InventoryTitle title;
  std::string founder_history;  ///< of the preface: история фондообразователя
  std::string fonds_history;    ///< история фонда
  std::string composer;  ///< who drew it up, as it is signed: "методист И. И. Примерова"
  std::string keeper;     ///< who answers for the archive, likewise
  std::string agreed;     ///< protocol of the commission: number and day; empty: was not
  std::string authority;  ///< protocol of the authority's commission (ЭПК); may be empty
  std::optional<CalendarDate> approved_on;
  std::string approved_by;  ///< login
  std::optional<CalendarDate> handed_over_on;
  std::string received_by;    ///< login
  std::int64_t revision = 1;  ///< raised by every change
  std::size_t unit_count = 0;
  std::vector<InventoryUnit>
      units;  ///< in order of their numbers; lists of inventories leave them out
};

/// SHA-256 of what is approved: units and their numbers, names, protocols, days. The journal's
/// entry of the approval holds it, so a change afterwards shows.
std::string digest_of(const CaseInventory& inventory);

/// The archive's code of a unit.
struct ArchiveCode {
  std::string fonds;
  std::string list;
  int number = 0;
};

}  // namespace fonds
