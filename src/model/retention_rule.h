/// RetentionRule (срок хранения): how long the cases of one item of the nomenclature are kept, and
/// from what day that is counted.
///
/// The record of DOMAIN §2.6. Everything in it is data of the institution; the rule of a new item
/// is the safest there is, permanent. Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

enum class PeriodKind {
  permanent,          ///< постоянно
  until_liquidation,  ///< до ликвидации организации
  years,              ///< N лет
  until_not_needed,   ///< до минования надобности, not less than `years`
  until_replaced,     ///< до замены новыми
  personnel_50_75,  ///< по личному составу (employees): 75 years, 50 when finished since 2003
};
inline constexpr std::array<std::string_view, 6> kPeriodKinds{"permanent",      "until_liquidation",
                                                              "years",          "until_not_needed",
                                                              "until_replaced", "personnel_50_75"};

/// What a period is counted from. A case that is closed later is counted from its closing.
enum class Trigger {
  case_closed,
  learner_left,      ///< выбытие обучающегося
  consent_ended,     ///< истечение срока или отзыв согласия
  contract_ended,    ///< истечение договора
  form_replaced,     ///< замена новыми
  blanks_destroyed,  ///< уничтожение бланков строгой отчетности
  returned,          ///< возвращение дел
  dismissed,         ///< увольнение работника
};
inline constexpr std::array<std::string_view, 8> kTriggers{
    "case_closed",   "learner_left",     "consent_ended", "contract_ended",
    "form_replaced", "blanks_destroyed", "returned",      "dismissed"};

/// Who must look at the case when its term is over: that is not yet leave to destroy it.
enum class AppraisalMark {
  none,
  ek,   ///< ЭК, the commission of the institution
  epk,  ///< ЭПК, that of the archive authority; the ЭК where the institution is no source of it
};
inline constexpr std::array<std::string_view, 3> kAppraisalMarks{"none", "EK", "EPK"};

enum class RetentionCondition {
  none,
  audit,  ///< при условии проведения проверки
};
inline constexpr std::array<std::string_view, 2> kRetentionConditions{"none", "audit"};

constexpr std::string_view name_of(PeriodKind kind) {
  return kPeriodKinds[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of(Trigger trigger) {
  return kTriggers[static_cast<std::size_t>(trigger)];
}
constexpr std::string_view name_of(AppraisalMark mark) {
  return kAppraisalMarks[static_cast<std::size_t>(mark)];
}
constexpr std::string_view name_of(RetentionCondition condition) {
  return kRetentionConditions[static_cast<std::size_t>(condition)];
}
/// Nothing: no such name.
std::optional<PeriodKind> period_kind_from(std::string_view name);
std::optional<Trigger> trigger_from(std::string_view name);
/// In capitals or not.
std::optional<AppraisalMark> appraisal_mark_from(std::string_view name);
std::optional<RetentionCondition> retention_condition_from(std::string_view name);

/// The act of a period that no list has: the commission of the institution sets it.
inline constexpr std::string_view kNoArticle = "L";

/// Where a period is taken from: an article of a list of an edition.
struct Authority {
  std::string act;        ///< "236"; kNoArticle
  std::string edition;    ///< day or year of the list
  std::string article;    ///< "19"
  std::string letter;     ///< "а"; may be empty
  bool verified = false;  ///< a person has compared it with the text of the list
  bool operator==(const Authority&) const = default;
};

/// What the commission of the institution decided: it may lengthen a period, never shorten it.
struct LocalPeriod {
  std::string ek_protocol;  ///< number and day
  int years = 0;
  bool operator==(const LocalPeriod&) const = default;
};

struct RetentionRule {
  PeriodKind kind = PeriodKind::permanent;
  int years = 0;  ///< of `years`; of `until_not_needed` the least; otherwise not looked at
  Trigger trigger = Trigger::case_closed;
  AppraisalMark mark = AppraisalMark::none;
  RetentionCondition condition = RetentionCondition::none;
  Authority authority;
  std::optional<LocalPeriod> local;
  std::string note;
  bool operator==(const RetentionRule&) const = default;
};

}  // namespace fonds
