#include "retention/reason_words.h"

#include <algorithm>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/period_words.h"

namespace fonds {
namespace {

std::string event_of(Trigger trigger, const CalendarDate& day) {
  const char* text = nullptr;
  switch (trigger) {
    case Trigger::case_closed:
      text = tr("The case was closed on {}.");
      break;
    case Trigger::learner_left:
      text = tr("The learner left on {}.");
      break;
    case Trigger::consent_ended:
      text = tr("The consent ended or was withdrawn on {}.");
      break;
    case Trigger::contract_ended:
      text = tr("The contract ended on {}.");
      break;
    case Trigger::form_replaced:
      text = tr("It was replaced by a new one on {}.");
      break;
    case Trigger::blanks_destroyed:
      text = tr("The blanks were destroyed on {}.");
      break;
    case Trigger::returned:
      text = tr("The cases were returned on {}.");
      break;
    case Trigger::dismissed:
      text = tr("The employee was dismissed on {}.");
      break;
  }
  return say(text, spoken(day));
}

std::string missing_event_of(Trigger trigger) {
  switch (trigger) {
    case Trigger::case_closed:
      return tr("The case is not closed.");
    case Trigger::learner_left:
      return tr("It is not known that the learner has left.");
    case Trigger::consent_ended:
      return tr("It is not known that the consent has ended or was withdrawn.");
    case Trigger::contract_ended:
      return tr("It is not known that the contract has ended.");
    case Trigger::form_replaced:
      return tr("It is not known that it was replaced by a new one.");
    case Trigger::blanks_destroyed:
      return tr("It is not known that the blanks were destroyed.");
    case Trigger::returned:
      return tr("It is not known that the cases were returned.");
    case Trigger::dismissed:
      return tr("It is not known that the employee was dismissed.");
  }
  return {};
}

std::string obstacle_of(const DisposalObstacle& obstacle) {
  const char* text = nullptr;
  switch (obstacle.kind) {
    case DisposalObstacleKind::hold:
      text = tr("A hold forbids to destroy it");
      break;
    case DisposalObstacleKind::issued:
      text = tr("It is issued and has not come back");
      break;
    case DisposalObstacleKind::in_search:
      text = tr("It is being searched for");
      break;
    case DisposalObstacleKind::open_request:
      text = tr("A request of its subject is open");
      break;
    case DisposalObstacleKind::dispute:
      text = tr("A dispute is not settled");
      break;
  }
  std::string sentence = text;
  if (obstacle.until) sentence += ' ' + say(tr("(until {})"), spoken(*obstacle.until));
  if (!obstacle.why.empty()) sentence += ": " + printable(obstacle.why);
  return sentence + '.';
}

class Words {
 public:
  Words(const RetentionRule& rule, const RetentionFacts& facts) : rule_(rule), facts_(facts) {}

  [[nodiscard]] std::string of(const VerdictStep& reason) const {
    const std::string day = spoken(reason.day);
    switch (reason.code) {
      case StepCode::kept_for_ever:
        return say(tr("The rule is: for ever{}."), authority());
      case StepCode::until_liquidation:
        return say(tr("The rule is: until the institution is liquidated{}."), authority());
      case StepCode::no_source:
        return tr(
            "The institution hands nothing over to a state or municipal archive: then it is "
            "kept until the institution is liquidated.");
      case StepCode::not_liquidated:
        return tr("The institution is not liquidated.");
      case StepCode::liquidated:
        return say(tr("The institution was liquidated on {}."), day);
      case StepCode::period_of_years:
        return say(tr("The rule is: {}{}."), in_years(reason.number), authority());
      case StepCode::least_years:
        return say(tr("The rule is: until it is not needed, the shortest period being {}{}."),
                   in_years(reason.number), authority());
      case StepCode::until_replaced:
        return say(tr("The rule is: until it is replaced by a new one{}."), authority());
      case StepCode::personnel:
        return say(tr("Records of employees finished on {} are kept for {}{}."), day,
                   in_years(reason.number), authority());
      case StepCode::lengthened:
        return say(tr("The commission made the period longer: {} ({})."), in_years(reason.number),
                   printable(rule_.local ? rule_.local->ek_protocol : std::string()));
      case StepCode::no_period:
        return tr("The rule names no number of years.");
      default:
        return of_facts(reason, day);
    }
  }

 private:
  [[nodiscard]] std::string of_facts(const VerdictStep& reason, const std::string& day) const {
    switch (reason.code) {
      case StepCode::not_closed:
        return tr("The case is not closed.");
      case StepCode::matter_not_closed:
        return tr("Its volumes are one matter, and the last of them is not closed.");
      case StepCode::no_event:
        return missing_event_of(counted_from());
      case StepCode::closed:
        return event_of(Trigger::case_closed, reason.day);
      case StepCode::matter_closed:
        return say(tr("Its volumes are one matter, the last of them was closed on {}."), day);
      case StepCode::event:
        return event_of(counted_from(), reason.day);
      case StepCode::counted_from:
        return say(tr("The term is counted from {}."), day);
      case StepCode::from_day:
        return say(tr("By its term it may stand in an act from {} on."), day);
      case StepCode::still_needed:
        return tr("Nobody has said that it is not needed any more.");
      case StepCode::not_needed:
        return say(tr("On {} it was said that it is not needed any more."), day);
      case StepCode::term_runs:
        return tr("Its term is not over.");
      case StepCode::term_over:
        return tr("Its term is over.");
      default:
        return of_gates(reason, day);
    }
  }

  [[nodiscard]] std::string of_gates(const VerdictStep& reason, const std::string& day) const {
    switch (reason.code) {
      case StepCode::audit_missing:
        return tr("It may be destroyed only after an audit, and none is on record.");
      case StepCode::audited:
        return tr("The audit is on record.");
      case StepCode::decision_missing:
        return rule_.mark == AppraisalMark::epk && facts_.is_source
                   ? tr("The commission of the archive authority must decide.")
                   : tr("The commission of the institution must decide.");
      case StepCode::decided_to_keep:
        return say(tr("The commission decided to keep it for ever ({})."), protocol());
      case StepCode::decided_to_prolong:
        return say(tr("The commission decided to keep it until {} ({})."), day, protocol());
      case StepCode::decided_to_destroy:
        return say(tr("The commission decided that it may be destroyed ({})."), protocol());
      case StepCode::inventoried:
        return say(tr("It stands in an inventory approved on {}: the lists of that day count."),
                   day);
      case StepCode::obstacle:
        return obstacle_of(facts_.obstacles.at(static_cast<std::size_t>(reason.number)));
      default:
        return {};
    }
  }

  [[nodiscard]] Trigger counted_from() const {
    return rule_.kind == PeriodKind::until_replaced ? Trigger::form_replaced : rule_.trigger;
  }
  [[nodiscard]] std::string protocol() const {
    return facts_.decision ? printable(facts_.decision->protocol) : std::string();
  }
  /// " (list 236, article 19а, not verified)"; empty: the rule names none.
  [[nodiscard]] std::string authority() const {
    const Authority& authority = rule_.authority;
    if (authority.act.empty() && authority.article.empty()) return {};
    if (authority.act == kNoArticle) return std::string(" (") + tr("set by the commission") + ")";
    std::string text = article_of(authority);
    if (!authority.act.empty()) {
      text = printable(authority.act) + (text.empty() ? "" : ", ") + text;
    }
    if (!authority.verified) text += tr(", not verified");
    return " (" + text + ")";
  }

  const RetentionRule& rule_;
  const RetentionFacts& facts_;
};

}  // namespace

std::vector<std::string> sentences_of(const Verdict& verdict, const RetentionRule& rule,
                                      const RetentionFacts& facts) {
  std::vector<std::string> sentences;
  const Words words(rule, facts);
  for (const VerdictStep& reason : verdict.reasons) sentences.push_back(words.of(reason));
  return sentences;
}

std::string in_years(int years) {
  const auto count = static_cast<unsigned long>(std::max(years, 0));
  return fmt::format("{} {}", years, trn("year", "years", count));
}

std::string article_of(const Authority& authority) {
  if (!authority.article.empty()) {
    return say(tr("art. {}"), printable(authority.article + authority.letter));
  }
  return authority.act == kNoArticle ? std::string(kNoArticle) : std::string();
}

std::string period_with_source(const RetentionRule& rule) {
  const std::string source = rule.authority.act != kNoArticle ? article_of(rule.authority)
                             : rule.local                     ? rule.local->ek_protocol
                                                              : std::string();
  return PeriodWords::shipped().printed(rule) + (source.empty() ? "" : ", " + source);
}

std::string title_of(VerdictState state) {
  switch (state) {
    case VerdictState::waiting:
      return tr("its term has not begun");
    case VerdictState::running:
      return tr("its term runs");
    case VerdictState::needs_decision:
      return tr("a commission must decide");
    case VerdictState::blocked:
      return tr("may not be destroyed");
    case VerdictState::eligible:
      return tr("may stand in an act of destruction");
    case VerdictState::permanent:
      return tr("kept for ever");
  }
  return {};
}

}  // namespace fonds
