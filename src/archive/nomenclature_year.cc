#include "archive/nomenclature_year.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/field_input.h"
#include "archive/nomenclatures.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volumes.h"
#include "retention/kept_for.h"
#include "retention/nomenclature_table.h"
#include "retention/plan.h"

namespace fonds {
namespace {

constexpr int kShortPeriod = 10;  // years: the record of totals parts periods there

std::string subject_of(int year) { return fmt::format("nomenclature/{}", year); }

PeriodClass class_of(const RetentionRule& rule) {
  if (surely_kept(rule) >= kKeptForEver) return PeriodClass::permanent;
  const bool is_long = surely_kept(rule) > kShortPeriod || rule.kind == PeriodKind::personnel_50_75;
  return is_long ? PeriodClass::above_10_years : PeriodClass::up_to_10_years;
}

/// Nothing wrong with the heading itself; what is wrong with others was seen when the list was
/// approved.
void expect_sound(const Nomenclature& list, std::string_view index, const CalendarDate& day) {
  for (const NomenclatureFinding& each : findings_on(list, day)) {
    const bool own =
        std::find(each.indexes.begin(), each.indexes.end(), index) != each.indexes.end();
    if (own && each.weight == NomenclatureFinding::Weight::error) {
      throw Error(Fault::usage, each.text, tr("correct the heading and its period"));
    }
  }
}

}  // namespace

NomenclatureItem item_from(const NewHeading& heading) {
  Table table;
  table.rows = {{"Индекс", "Заголовок", "Срок", "Статья", "Примечание"},
                {heading.index, heading.title, heading.period, heading.article, heading.note}};
  ReadNomenclature read = nomenclature_from({table}, PeriodWords::shipped());
  if (!read.problems.empty()) {
    throw Error(Fault::usage, read.problems.front().what, read.problems.front().hint);
  }
  if (read.nomenclature.items.size() != 1) {
    throw Error(Fault::usage, say(tr("'{}' is no index of a case"), printable(heading.index)),
                tr("write it as in the nomenclature, 02-08"));
  }
  return std::move(read.nomenclature.items.front());
}

NomenclatureCard nomenclature_in_force(Archive& archive, int year) {
  auto card = Nomenclatures(archive.catalogue()).card(year);
  if (card && card->state == NomenclatureState::approved) return std::move(*card);
  const bool locked = card && card->state == NomenclatureState::locked;
  throw Error(Fault::usage,
              say(locked ? tr("the nomenclature of {} is closed, its year is over")
                         : tr("there is no approved nomenclature of {}"),
                  year),
              tr("`fonds nomenclature list` shows what there is"));
}

NomenclatureItem ArchiveNomenclatureYear::add_heading(const Actor& actor, int year,
                                                      const NewHeading& heading) {
  archive_.policy().require(actor, Operation::approve_nomenclature);
  NomenclatureItem made = item_from(heading);
  Nomenclatures all(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "nomenclature.heading_added", subject_of(year),
              nlohmann::ordered_json{{"index", made.index}}.dump());
  (void)nomenclature_in_force(archive_, year);
  Nomenclature list = all.find(year).value();
  const auto reserve = std::find_if(
      list.items.begin(), list.items.end(),
      [&](const NomenclatureItem& each) { return each.index == made.index && each.reserve; });
  if (reserve == list.items.end()) {
    const auto free =
        std::find_if(list.items.begin(), list.items.end(), [&](const NomenclatureItem& each) {
          return each.reserve && section_of(each) == section_of(made);
        });
    throw Error(Fault::usage, say(tr("index {} of {} is not in reserve"), made.index, year),
                free == list.items.end() ? tr("a heading that comes up gets an index in reserve")
                                         : say(tr("the next one in reserve is {}"), free->index));
  }
  *reserve = made;
  expect_sound(list, made.index, day_here(archive_.clock().now()));
  all.set_item(transaction, actor, year, made);
  transaction.commit();
  return made;
}

NomenclatureTotals ArchiveNomenclatureYear::totals(const Actor& actor, int year) {
  archive_.policy().require(actor, Operation::read_nomenclature);
  const auto list = Nomenclatures(archive_.catalogue()).find(year);
  if (!list) {
    throw Error(Fault::not_found, say(tr("there is no nomenclature of {}"), year),
                tr("`fonds nomenclature list` shows what there is"));
  }
  const CalendarDate today = day_here(archive_.clock().now());
  NomenclatureTotals totals;
  std::map<std::string, Volumes::YearCount> counted;
  for (Volumes::YearCount& each : Volumes(archive_.catalogue()).counts_of(year)) {
    counted.emplace(each.index, std::move(each));
  }
  for (const NomenclatureItem& item : list->items) {
    if (item.reserve) continue;
    const Volumes::YearCount count = counted[item.index];
    totals.units[item.index] = count.all;
    NomenclatureCounts& of = totals.classes[static_cast<std::size_t>(class_of(item.rule))];
    of.all += count.all;
    of.ongoing += count.carried_over;
    if (item.rule.mark == AppraisalMark::epk) of.epk += count.all;
    const auto last = last_day_open(item, year);
    if (last && *last < today) totals.open += count.open;
  }
  return totals;
}

NomenclatureCard ArchiveNomenclatureYear::lock(const Actor& actor, int year) {
  archive_.policy().require(actor, Operation::edit_nomenclature);
  Nomenclatures all(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "nomenclature.locked", subject_of(year));
  NomenclatureCard card = nomenclature_in_force(archive_, year);
  if (day_here(archive_.clock().now()).year <= year) {
    throw Error(Fault::usage, say(tr("the year {} is not over"), year),
                tr("close its nomenclature when it is"));
  }
  if (const std::int64_t open = totals(actor, year).open; open > 0) {
    throw Error(Fault::usage, say(tr("volumes of {} are still open: {}"), year, open),
                say(tr("close them first: fonds case list --year {} --state open"), year));
  }
  card.state = NomenclatureState::locked;
  all.set_state(transaction, actor, card);
  transaction.commit();
  return all.card(year).value();
}

Nomenclature ArchiveNomenclatureYear::roll_over(const Actor& actor, int year) {
  archive_.policy().require(actor, Operation::edit_nomenclature);
  Nomenclatures all(archive_.catalogue());
  const auto card = all.card(year);
  const bool counts = card && (card->state == NomenclatureState::approved ||
                               card->state == NomenclatureState::locked);
  if (!counts) {
    throw Error(Fault::usage, say(tr("there is no approved nomenclature of {}"), year),
                tr("`fonds nomenclature list` shows what there is"));
  }
  Nomenclature next = all.find(year).value();
  next.year = year + 1;
  std::map<std::string, int> since;  // index: year of the oldest open volume
  Volumes(archive_.catalogue()).each({0, "", VolumeState::open}, [&](const Volume& each) {
    since.emplace(each.key.index, each.key.year);
  });
  for (NomenclatureItem& item : next.items) {
    const auto known = since.find(item.index);
    if (!item.ongoing || known == since.end()) continue;
    item.note = PeriodWords::shipped().with_ongoing(item.note, known->second);
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "nomenclature.drafted", subject_of(next.year),
              nlohmann::ordered_json{{"items", next.items.size()}, {"from", year}}.dump());
  if (all.card(next.year)) {
    throw Error(Fault::usage, say(tr("there is a nomenclature of {} already"), next.year),
                say(tr("look at it with `fonds nomenclature show {}`"), next.year));
  }
  all.put_draft(transaction, actor, next);
  transaction.commit();
  return next;
}

}  // namespace fonds
