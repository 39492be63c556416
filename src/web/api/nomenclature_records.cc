#include "web/api/nomenclature_records.h"

#include <array>
#include <string>
#include <string_view>

#include "web/api/records.h"

namespace fonds {

Json record_of(const NomenclatureCard& card) {
  return {{"year", card.year},
          {"state", name_of(card.state)},
          {"revision", card.revision},
          {"items", card.items},
          {"agreed", text_or_null(card.agreed)},
          {"approval", text_or_null(card.approval)},
          {"approved_on", day_or_null(card.approved_on)},
          {"approved_by", text_or_null(card.approved_by)},
          {"changed_by", card.changed_by}};
}

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

Json record_of(const NomenclatureTotals& totals, int year) {
  constexpr std::array<std::string_view, 3> kNames{"permanent", "above_10_years", "up_to_10_years"};
  Json record{{"year", year}, {"open", totals.open}};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const NomenclatureCounts& of = totals.classes[i];
    record[std::string(kNames[i])] = {{"all", of.all}, {"ongoing", of.ongoing}, {"epk", of.epk}};
  }
  for (const auto& [index, units] : totals.units) record["units"][index] = units;
  return record;
}

Json record_of(const NomenclatureFinding& finding) {
  const bool error = finding.weight == NomenclatureFinding::Weight::error;
  return {{"weight", error ? "error" : "warning"},
          {"code", finding.code},
          {"indexes", finding.indexes},
          {"text", finding.text}};
}

Json record_of(const NomenclatureProblem& problem) {
  return {{"weight", "error"},
          {"code", "row"},
          {"row", problem.row},
          {"text", problem.what},
          {"hint", problem.hint}};
}

}  // namespace fonds
