// Items of a nomenclature: changed, added, taken out while it is a draft; a heading for an index in
// reserve afterwards.
#include <fmt/format.h>

#include <algorithm>

#include "archive/field_input.h"
#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "base/messages.h"
#include "base/text.h"
#include "retention/nomenclature_table.h"
#include "web/form_answers.h"
#include "web/nomenclature_page.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

Error no_item(std::string_view index) {
  return {Fault::not_found, say(tr("the nomenclature has no index {}"), printable(index)),
          tr("look at it anew")};
}

/// An item as its row in a spreadsheet says it.
NewHeading heading_of(const NomenclatureItem& item) {
  const Table table = table_of({0, {}, {item}}, PeriodWords::shipped());
  const TableRow& row = table.rows.back();
  return {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4)};
}

NewHeading heading_typed(const Visit& visit) {
  return {text_typed(visit, "index"), text_typed(visit, "title"), text_typed(visit, "period"),
          text_typed(visit, "article"), text_typed(visit, "note")};
}

Response item_page(Visit& visit, int year, const NewHeading& heading, const std::string& problem,
                   int status) {
  const NomenclatureCard card = ArchiveNomenclatures(visit.archive()).card(visit.actor(), year);
  const std::string& index = visit.captured("index");
  return retention_page(
      visit, "nomenclature_item", say(tr("Item {} of {}"), printable(index), year),
      {{"problem", problem},
       {"year", std::to_string(year)},
       {"index", printable(index)},
       {"path", fmt::format("{}/items/{}", nomenclature_path(year), percent_encoded(index))},
       {"list_path", nomenclature_path(year)},
       {"revision", std::to_string(card.revision)},
       {"title", heading.title},
       {"period", heading.period},
       {"article", heading.article},
       {"note", heading.note},
       {"may_edit", is_in_draft(card)}},
      status);
}

Response show_item(Visit& visit) {
  const int year = year_in_path(visit);
  const Nomenclature list = ArchiveNomenclatures(visit.archive()).show(visit.actor(), year);
  const NomenclatureItem* item = item_of(list, visit.captured("index"));
  if (item == nullptr) throw no_item(visit.captured("index"));
  return item_page(visit, year, heading_of(*item), "", 200);
}

/// The draft as the page showed it, with something changed in it, in place of itself.
template <class Change>
void change_draft(Visit& visit, int year, const Change& change) {
  ArchiveNomenclatures all(visit.archive());
  if (all.card(visit.actor(), year).revision != number_typed(visit, "revision")) {
    throw Error(Fault::busy, say(tr("somebody has changed the nomenclature of {} meanwhile"), year),
                tr("look at it anew, then try again"));
  }
  Nomenclature list = all.show(visit.actor(), year);
  change(list);
  all.put(visit.actor(), list);
}

auto place_of(Nomenclature& list, std::string_view index) {
  const auto found =
      std::find_if(list.items.begin(), list.items.end(),
                   [&](const NomenclatureItem& each) { return each.index == index; });
  if (found == list.items.end()) throw no_item(index);
  return found;
}

/// What was not touched stays as it is: a row of a spreadsheet does not say all of a rule.
void reword(NomenclatureItem& item, NewHeading typed) {
  const NewHeading before = heading_of(item);
  typed.index = item.index;
  const bool same_rule =
      typed.period == before.period && typed.article == before.article && typed.note == before.note;
  if (same_rule && !item.reserve) {
    item.title = line_typed(typed.title);
    if (item.title.empty()) {
      throw Error(Fault::usage, say(tr("case {} has no heading"), item.index),
                  tr("write what is filed in it"));
    }
    return;
  }
  item = item_from(typed);
}

Response change_item(Visit& visit) {
  const int year = year_in_path(visit);
  const std::string& index = visit.captured("index");
  return attempt(
      [&] {
        change_draft(visit, year, [&](Nomenclature& list) {
          reword(*place_of(list, index), heading_typed(visit));
        });
        return done(visit, nomenclature_path(year), say(tr("Item {} is changed."), index));
      },
      [&](const std::string& problem, int status) {
        return item_page(visit, year, heading_typed(visit), problem, status);
      });
}

Response remove_item(Visit& visit) {
  const int year = year_in_path(visit);
  const std::string& index = visit.captured("index");
  return attempt(
      [&] {
        change_draft(visit, year,
                     [&](Nomenclature& list) { list.items.erase(place_of(list, index)); });
        return done(visit, nomenclature_path(year), say(tr("Item {} is taken out."), index));
      },
      [&](const std::string& problem, int status) {
        return nomenclature_page(visit, year, problem, status);
      });
}

/// Behind the last item of its section with a lower index; its section, when it is a new one.
void insert(Nomenclature& list, const NomenclatureItem& item, const std::string& section_title) {
  const std::string code(section_of(item));
  const bool knows_section =
      std::any_of(list.sections.begin(), list.sections.end(),
                  [&](const NomenclatureSection& each) { return each.code == code; });
  if (!knows_section && !section_title.empty()) list.sections.push_back({code, section_title});
  auto place = list.items.begin();
  for (auto each = list.items.begin(); each != list.items.end(); ++each) {
    if (each->index < item.index) place = each + 1;
  }
  list.items.insert(place, item);
}

Response add_item(Visit& visit) {
  const int year = year_in_path(visit);
  return attempt(
      [&] {
        const NomenclatureItem item = item_from(heading_typed(visit));
        change_draft(visit, year, [&](Nomenclature& list) {
          insert(list, item, line_typed(visit.request.value("section")));
        });
        return done(visit, nomenclature_path(year), say(tr("Item {} is added."), item.index));
      },
      [&](const std::string& problem, int status) {
        return nomenclature_page(visit, year, problem, status);
      });
}

Response add_heading(Visit& visit) {
  const int year = year_in_path(visit);
  return attempt(
      [&] {
        const NomenclatureItem made = ArchiveNomenclatureYear(visit.archive())
                                          .add_heading(visit.actor(), year, heading_typed(visit));
        return done(visit, nomenclature_path(year),
                    say(tr("Index {} has its heading."), made.index));
      },
      [&](const std::string& problem, int status) {
        return nomenclature_page(visit, year, problem, status);
      });
}

}  // namespace

std::vector<Route> nomenclature_item_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kEdit = Operation::edit_nomenclature;
  return {
      {Method::post, "/retention/nomenclature/{year}/items", kIn, kEdit, &add_item},
      {Method::post, "/retention/nomenclature/{year}/headings", kIn,
       Operation::approve_nomenclature, &add_heading},
      {Method::get, "/retention/nomenclature/{year}/items/{index}", kIn, kEdit, &show_item},
      {Method::post, "/retention/nomenclature/{year}/items/{index}", kIn, kEdit, &change_item},
      {Method::post, "/retention/nomenclature/{year}/items/{index}/removed", kIn, kEdit,
       &remove_item},
  };
}

}  // namespace fonds
