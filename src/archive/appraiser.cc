#include "archive/appraiser.h"

#include "archive/field_input.h"
#include "archive/nomenclature_file.h"
#include "catalogue/nomenclatures.h"
#include "retention/evaluate.h"

namespace fonds {
namespace {

/// Nomenclatures that are or were in force.
std::vector<Nomenclature> in_force(Database& database) {
  Nomenclatures nomenclatures(database);
  std::vector<Nomenclature> found;
  for (const NomenclatureCard& card : nomenclatures.list()) {
    const bool counts =
        card.state == NomenclatureState::approved || card.state == NomenclatureState::locked;
    if (counts) found.push_back(nomenclatures.find(card.year).value());
  }
  return found;
}

}  // namespace

Appraiser::Appraiser(Archive& archive, const CalendarDate& day)
    : in_force_(in_force(archive.catalogue())),
      rules_(in_force_, shipped_retention_list(), day),
      day_(day),
      liquidated_(day_if_typed(archive.settings().text("institution.liquidated"))),
      is_source_(archive.settings().flag("institution.archive_source")) {}

const RuleBook& Appraiser::rules_on(const CalendarDate& day) const {
  auto known = earlier_.find(day);
  if (known == earlier_.end()) {
    known = earlier_.emplace(day, RuleBook(in_force_, shipped_retention_list(), day)).first;
  }
  return known->second;
}

std::optional<ExplainedVolume> Appraiser::appraise(const RetentionRecord& record) const {
  const int last_year = record.facts.closed ? record.facts.closed->year : day_.year;
  const auto& inventoried = record.facts.inventoried;
  const RuleBook& rules = inventoried && *inventoried < day_ ? rules_on(*inventoried) : rules_;
  const RuleBook::Entry* entry = rules.find(record.key, last_year);
  if (entry == nullptr) return std::nullopt;
  ExplainedVolume made{record.key,  entry->item.title,     entry->year,
                       entry->rule, entry->longer_by_list, record.facts,
                       {},          PlannedStep::none};
  made.facts.is_source = is_source_;
  made.facts.liquidated = liquidated_;
  made.verdict = evaluate(made.rule, made.facts, day_);
  made.step = step_for({record.state, record.key.year, entry->item, made.rule, made.facts},
                       made.verdict, day_);
  return made;
}

}  // namespace fonds
