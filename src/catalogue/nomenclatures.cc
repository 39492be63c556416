#include "catalogue/nomenclatures.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"
#include "model/named.h"

namespace fonds {
namespace {

template <class Value>
Value known(const std::optional<Value>& value) {
  return stored::known(value, tr("the catalogue holds a nomenclature that is none"));
}

template <class... Arguments>
std::vector<NomenclatureCard> load(Database& database, const std::string& condition,
                                   const Arguments&... arguments) {
  std::vector<NomenclatureCard> found;
  NomenclatureCard each;
  long long year = 0;
  long long revision = 0;
  long long items = 0;
  std::string state;
  std::string approved_on;
  each_row(
      database,
      "SELECT n.year, n.state, n.revision, n.agreed, n.approval, n.approved_on, n.approved_by, "
      "n.changed_by, (SELECT COUNT(*) FROM nomenclature_items i WHERE i.year = n.year) FROM "
      "nomenclatures n WHERE " +
          condition + " ORDER BY n.year",
      std::tie(year, state, revision, each.agreed, each.approval, approved_on, each.approved_by,
               each.changed_by, items),
      [&] {
        each.year = static_cast<int>(year);
        each.revision = revision;
        each.items = static_cast<std::size_t>(items);
        each.state = known(named<NomenclatureState>(kNomenclatureStates, state));
        each.approved_on =
            stored::day(approved_on, tr("the catalogue holds a nomenclature that is none"));
        found.push_back(each);
      },
      arguments...);
  return found;
}

/// The columns of an item as the engine gives them.
struct ItemRow {
  std::string kind;
  std::string trigger;
  std::string mark;
  std::string condition;
  std::string carrier;
  std::string ek_protocol;
  long long years = 0;
  long long local_years = 0;
  long long verified = 0;
  long long ongoing = 0;
  long long school_year = 0;
  long long reserve = 0;
  NomenclatureItem rest;

  [[nodiscard]] NomenclatureItem whole() const {
    NomenclatureItem item = rest;
    item.rule.kind = known(period_kind_from(kind));
    item.rule.years = static_cast<int>(years);
    item.rule.trigger = known(trigger_from(trigger));
    item.rule.mark = known(appraisal_mark_from(mark));
    item.rule.condition = known(retention_condition_from(condition));
    item.rule.authority.verified = verified != 0;
    if (local_years != 0 || !ek_protocol.empty()) {
      item.rule.local = {ek_protocol, static_cast<int>(local_years)};
    }
    item.carrier = known(named<Carrier>(kCarriers, carrier));
    item.ongoing = ongoing != 0;
    item.school_year = school_year != 0;
    item.reserve = reserve != 0;
    return item;
  }
};

std::int64_t flag(bool value) { return value ? 1 : 0; }

void add_item(Database& database, int year, std::int64_t place, const NomenclatureItem& item) {
  const RetentionRule& rule = item.rule;
  const LocalPeriod local = rule.local.value_or(LocalPeriod());
  change(database,
         "INSERT INTO nomenclature_items (year, place, case_index, title, kind, years, "
         "counted_from, mark, proviso, act, edition, article, letter, verified, ek_protocol, "
         "local_years, note, carrier, ongoing, school_year, reserve) VALUES (:year, :place, "
         ":case_index, :title, :kind, :years, :counted_from, :mark, :proviso, :act, :edition, "
         ":article, :letter, :verified, :ek_protocol, :local_years, :note, :carrier, :ongoing, "
         ":school_year, :reserve)",
         std::int64_t{year}, place, item.index, item.title, name_of(rule.kind),
         std::int64_t{rule.years}, name_of(rule.trigger), name_of(rule.mark),
         name_of(rule.condition), rule.authority.act, rule.authority.edition,
         rule.authority.article, rule.authority.letter, flag(rule.authority.verified),
         local.ek_protocol, std::int64_t{local.years}, item.note, name_of(item.carrier),
         flag(item.ongoing), flag(item.school_year), flag(item.reserve));
}

}  // namespace

void Nomenclatures::put_draft(Transaction& /*transaction*/, const Actor& actor,
                              const Nomenclature& nomenclature) {
  const std::int64_t year = nomenclature.year;
  const std::string now = to_text(database_.clock().now());
  change(database_, "DELETE FROM nomenclature_items WHERE year = :year", year);
  change(database_, "DELETE FROM nomenclature_sections WHERE year = :year", year);
  const long long replaced =
      change(database_,
             "UPDATE nomenclatures SET state = 'draft', revision = revision + 1, agreed = '', "
             "changed_by = :changed_by, changed_at = :changed_at WHERE year = :year",
             actor.login, now, year);
  if (replaced == 0) {
    change(database_,
           "INSERT INTO nomenclatures (year, state, revision, agreed, approval, approved_on, "
           "approved_by, changed_by, changed_at) VALUES (:year, 'draft', 1, '', '', '', '', "
           ":changed_by, :changed_at)",
           year, actor.login, now);
  }
  std::int64_t place = 0;
  for (const NomenclatureSection& each : nomenclature.sections) {
    change(database_,
           "INSERT INTO nomenclature_sections (year, place, code, title) VALUES (:year, :place, "
           ":code, :title)",
           year, ++place, each.code, each.title);
  }
  place = 0;
  for (const NomenclatureItem& each : nomenclature.items) {
    add_item(database_, nomenclature.year, ++place, each);
  }
}

void Nomenclatures::set_item(Transaction& /*transaction*/, const Actor& actor, int year,
                             const NomenclatureItem& item) {
  const std::int64_t place = number_from(
      database_,
      "SELECT place FROM nomenclature_items WHERE year = :year AND case_index = :case_index", 0,
      std::int64_t{year}, item.index);
  change(database_, "DELETE FROM nomenclature_items WHERE year = :year AND place = :place",
         std::int64_t{year}, place);
  add_item(database_, year, place, item);
  change(database_,
         "UPDATE nomenclatures SET revision = revision + 1, changed_by = :changed_by, changed_at = "
         ":changed_at WHERE year = :year",
         actor.login, to_text(database_.clock().now()), std::int64_t{year});
}

void Nomenclatures::set_state(Transaction& /*transaction*/, const Actor& actor,
                              const NomenclatureCard& card) {
  change(database_,
         "UPDATE nomenclatures SET state = :state, revision = revision + 1, agreed = :agreed, "
         "approval = :approval, approved_on = :approved_on, approved_by = :approved_by, changed_by "
         "= :changed_by, changed_at = :changed_at WHERE year = :year",
         name_of(card.state), card.agreed, card.approval, stored::text(card.approved_on),
         card.approved_by, actor.login, to_text(database_.clock().now()), std::int64_t{card.year});
}

std::optional<NomenclatureCard> Nomenclatures::card(int year) {
  std::vector<NomenclatureCard> found = load(database_, "n.year = :year", std::int64_t{year});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<NomenclatureCard> Nomenclatures::list() { return load(database_, "1 = 1"); }

std::optional<Nomenclature> Nomenclatures::find(int year) {
  if (!card(year)) return std::nullopt;
  Nomenclature found;
  found.year = year;
  NomenclatureSection section;
  each_row(
      database_, "SELECT code, title FROM nomenclature_sections WHERE year = :year ORDER BY place",
      std::tie(section.code, section.title), [&] { found.sections.push_back(section); },
      std::int64_t{year});
  ItemRow row;
  NomenclatureItem& rest = row.rest;
  Authority& authority = rest.rule.authority;
  each_row(
      database_,
      "SELECT case_index, title, kind, years, counted_from, mark, proviso, act, edition, article, "
      "letter, verified, ek_protocol, local_years, note, carrier, ongoing, school_year, reserve "
      "FROM nomenclature_items WHERE year = :year ORDER BY place",
      std::tie(rest.index, rest.title, row.kind, row.years, row.trigger, row.mark, row.condition,
               authority.act, authority.edition, authority.article, authority.letter, row.verified,
               row.ek_protocol, row.local_years, rest.note, row.carrier, row.ongoing,
               row.school_year, row.reserve),
      [&] { found.items.push_back(row.whole()); }, std::int64_t{year});
  return found;
}

}  // namespace fonds
