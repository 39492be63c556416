#include "web/nomenclature_page.h"

#include <fmt/format.h>

#include <limits>

#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"
#include "retention/state_words.h"
#include "web/form_answers.h"
#include "web/retention_page.h"

namespace fonds {
namespace {

Json items_model(const Nomenclature& list) {
  Json items = Json::array();
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const NomenclatureItem& item = list.items[i];
    const NomenclatureSection* section = section_begun_by(list, i);
    items.push_back(
        {{"section",
          section == nullptr ? "" : fmt::format("{} {}", section->code, printable(section->title))},
         {"index", item.index},
         {"path",
          fmt::format("{}/items/{}", nomenclature_path(list.year), percent_encoded(item.index))},
         {"title", printable(item.title)},
         {"period", item.reserve ? "" : printable(period_with_source(item.rule))},
         {"unverified",
          !item.reserve && !item.rule.authority.verified && item.rule.authority.act != kNoArticle},
         {"reserve", item.reserve},
         {"note", printable(item.note)}});
  }
  return items;
}

Json findings_model(const std::vector<NomenclatureFinding>& findings) {
  Json model = Json::array();
  for (const NomenclatureFinding& each : findings) {
    model.push_back({{"is_error", each.weight == NomenclatureFinding::Weight::error},
                     {"text", printable(each.text)},
                     {"indexes", fmt::format("{}", fmt::join(each.indexes, ", "))}});
  }
  return model;
}

Json totals_model(const NomenclatureTotals& totals) {
  const std::array<const char*, 3> titles{tr("Permanent"), tr("Temporary (above 10 years)"),
                                          tr("Temporary (up to 10 years)")};
  Json rows = Json::array();
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const NomenclatureCounts& of = totals.classes.at(i);
    rows.push_back({{"title", titles.at(i)},
                    {"all", std::to_string(of.all)},
                    {"ongoing", std::to_string(of.ongoing)},
                    {"epk", std::to_string(of.epk)}});
  }
  return rows;
}

/// Which buttons stand on the page.
void tell_doors(Visit& visit, const NomenclatureCard& card, Json& model) {
  using State = NomenclatureState;
  const int this_year = day_here(visit.archive().clock().now()).year;
  const bool edits = visit.may(Operation::edit_nomenclature);
  const bool approves = visit.may(Operation::approve_nomenclature);
  model["may_edit"] = edits && is_in_draft(card);
  model["may_agree"] = edits && is_in_draft(card);
  model["may_approve"] = approves && card.state == State::agreed;
  model["may_add_heading"] = approves && card.state == State::approved;
  model["may_lock"] = edits && card.state == State::approved && card.year < this_year;
  model["may_roll_over"] = edits && !is_in_draft(card);
}

}  // namespace

std::string nomenclature_path(int year) { return fmt::format("/retention/nomenclature/{}", year); }

int year_in_path(const Visit& visit) {
  const std::int64_t year = number_in_path(visit, "year");
  if (year > std::numeric_limits<int>::max()) {
    throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
  }
  return static_cast<int>(year);
}

bool is_in_draft(const NomenclatureCard& card) {
  return card.state == NomenclatureState::draft || card.state == NomenclatureState::agreed;
}

Json nomenclature_model(const NomenclatureCard& card) {
  return {{"year", std::to_string(card.year)},
          {"path", nomenclature_path(card.year)},
          {"state", title_of(card.state)},
          {"count", say(trn("{} item", "{} items", card.items), card.items)},
          {"agreed", printable(card.agreed)},
          {"approval", card.approved_on ? say(tr("№ {} of {}"), printable(card.approval),
                                              spoken(*card.approved_on))
                                        : ""},
          {"approved_by", card.approved_by},
          {"changed_by", card.changed_by},
          {"revision", std::to_string(card.revision)}};
}

Response nomenclature_page(Visit& visit, int year, const std::string& problem, int status) {
  ArchiveNomenclatures all(visit.archive());
  const NomenclatureCard card = all.card(visit.actor(), year);
  Json model = nomenclature_model(card);
  Json findings = findings_model(all.check(visit.actor(), year));
  const NomenclatureTotals totals =
      ArchiveNomenclatureYear(visit.archive()).totals(visit.actor(), year);
  model["problem"] = problem;
  model["items"] = items_model(all.show(visit.actor(), year));
  model["sound"] = findings.empty();
  model["findings"] = std::move(findings);
  model["totals"] = totals_model(totals);
  model["open"] =
      totals.open == 0 ? "" : say(tr("Still open, though its time is over: {}"), totals.open);
  model["today"] = today_typed(visit);
  for (const char* field :
       {"index", "title", "period", "article", "note", "section", "protocol", "number"}) {
    model[std::string(field) + "_typed"] = visit.request.value(field);
  }
  tell_doors(visit, card, model);
  return retention_page(visit, "nomenclature", say(tr("Nomenclature of files for {}"), year),
                        std::move(model), status);
}

}  // namespace fonds
