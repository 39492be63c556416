#include "cli/nomenclature_talk.h"

#include <fmt/format.h>

#include "archive/nomenclature_file.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"
#include "retention/state_words.h"

namespace fonds {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json record_of(const NomenclatureItem& item) {
  return {{"index", item.index},
          {"title", item.title},
          {"reserve", item.reserve},
          {"rule", item.reserve ? Json(nullptr) : record_of(item.rule)},
          {"note", text_or_null(item.note)},
          {"carrier", name_of(item.carrier)},
          {"ongoing", item.ongoing},
          {"school_year", item.school_year}};
}

}  // namespace

Json record_of(const RetentionRule& rule) {
  const Authority& authority = rule.authority;
  Json record{{"kind", name_of(rule.kind)},
              {"years", rule.years},
              {"trigger", name_of(rule.trigger)},
              {"mark", name_of(rule.mark)},
              {"condition", name_of(rule.condition)},
              {"authority",
               {{"act", authority.act},
                {"edition", authority.edition},
                {"article", authority.article},
                {"letter", authority.letter},
                {"verified", authority.verified}}}};
  if (rule.local) {
    record["local"] = {{"ek_protocol", rule.local->ek_protocol}, {"years", rule.local->years}};
  }
  return record;
}

void print_card(const Session& session, const NomenclatureCard& card) {
  if (session.json) {
    return print(
        Json{{"year", card.year},
             {"state", name_of(card.state)},
             {"revision", card.revision},
             {"items", card.items},
             {"agreed", text_or_null(card.agreed)},
             {"approval", text_or_null(card.approval)},
             {"approved_on", card.approved_on ? Json(to_text(*card.approved_on)) : Json(nullptr)},
             {"approved_by", text_or_null(card.approved_by)},
             {"changed_by", card.changed_by}});
  }
  std::string line = fmt::format("{}  {}, {}", card.year, title_of(card.state),
                                 say(trn("{} item", "{} items", card.items), card.items));
  if (!card.agreed.empty()) line += "; " + say(tr("commission: {}"), printable(card.agreed));
  if (card.approved_on) {
    line +=
        "; " + say(tr("approved: № {} of {}"), printable(card.approval), spoken(*card.approved_on));
  }
  print(line);
}

void print_totals(const Session& session, int year, const NomenclatureTotals& totals) {
  constexpr std::array<std::string_view, 3> kNames{"permanent", "above_10_years", "up_to_10_years"};
  const std::array<const char*, 3> titles{tr("Permanent"), tr("Temporary (above 10 years)"),
                                          tr("Temporary (up to 10 years)")};
  if (session.json) {
    Json record{{"year", year}, {"open", totals.open}};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const NomenclatureCounts& of = totals.classes[i];
      record[std::string(kNames[i])] = {{"all", of.all}, {"ongoing", of.ongoing}, {"epk", of.epk}};
    }
    for (const auto& [index, units] : totals.units) record["units"][index] = units;
    return print(record);
  }
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const NomenclatureCounts& of = totals.classes[i];
    print(say(tr("{}: {}; ongoing {}, marked ЭПК {}"), titles[i], of.all, of.ongoing, of.epk));
  }
  for (const auto& [index, units] : totals.units) {
    if (units == 0) print(say(tr("  {}: not opened"), index));
  }
  if (totals.open > 0)
    tell(session, say(tr("Still open, though its time is over: {}"), totals.open));
}

void print_items(const Session& session, const Nomenclature& nomenclature) {
  for (std::size_t i = 0; i < nomenclature.items.size(); ++i) {
    const NomenclatureItem& item = nomenclature.items[i];
    if (session.json) {
      print(record_of(item));
      continue;
    }
    if (const NomenclatureSection* section = section_begun_by(nomenclature, i)) {
      print(fmt::format("{} {}", section->code, printable(section->title)));
    }
    std::string line = fmt::format("  {}  {}", item.index, printable(item.title));
    if (!item.reserve) line += "  · " + printable(period_with_source(item.rule));
    if (!item.note.empty()) line += "  · " + printable(item.note);
    print(line);
  }
}

void print_problems(const Session& session, const std::vector<NomenclatureProblem>& problems) {
  for (const NomenclatureProblem& each : problems) {
    if (session.json) {
      print(Json{{"weight", "error"},
                 {"code", "row"},
                 {"row", each.row},
                 {"text", each.what},
                 {"hint", each.hint}});
    } else {
      print(fmt::format("{}  {} ({})", tr("ERROR"), line_of(each), each.hint));
    }
  }
}

void print_findings(const Session& session, const std::vector<NomenclatureFinding>& findings) {
  for (const NomenclatureFinding& each : findings) {
    const bool error = each.weight == NomenclatureFinding::Weight::error;
    if (session.json) {
      print(Json{{"weight", error ? "error" : "warning"},
                 {"code", each.code},
                 {"indexes", each.indexes},
                 {"text", each.text}});
      continue;
    }
    std::string line = fmt::format("{}  {}", error ? tr("ERROR") : tr("warning"), each.text);
    if (!each.indexes.empty()) line += fmt::format("  {}", fmt::join(each.indexes, ", "));
    print(line);
  }
}

}  // namespace fonds
