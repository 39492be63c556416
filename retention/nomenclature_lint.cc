#include "retention/nomenclature_lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/messages.h"
#include "base/text.h"
#include "retention/kept_for.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

using Finding = NomenclatureFinding;
using Weight = NomenclatureFinding::Weight;

/// A number of years is wanted and missing: that is an error of its own.
bool lacks_years(const RetentionRule& rule) {
  const bool counted = rule.kind == PeriodKind::years || rule.kind == PeriodKind::until_not_needed;
  return counted && years_of(rule) < 1;
}

/// "02-05", "02-05-01" (DOMAIN §1.2).
bool is_usual(const std::string& index) {
  static const Pattern form("[0-9]{2}(-[0-9]{2}){1,2}");
  return form.matches(index);
}

class Lint {
 public:
  Lint(const Nomenclature& nomenclature, const PeriodWords& words, const RetentionList& list,
       const CalendarDate& day)
      : nomenclature_(nomenclature), words_(words), list_(list), day_(day) {}

  std::vector<Finding> run() {
    look_at_whole();
    for (const NomenclatureItem& item : nomenclature_.items) {
      look_at_place(item);
      if (item.reserve) continue;
      look_at_period(item);
      look_at_authority(item);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
    return std::move(found_);
  }

 private:
  void find(Weight weight, std::string_view code, std::string text,
            std::vector<std::string> indexes) {
    found_.push_back({weight, code, std::move(text), std::move(indexes)});
  }
  /// Items of the same trouble share one finding.
  void find_shared(Weight weight, std::string_view code, const char* text,
                   const std::string& index) {
    const auto same = std::find_if(found_.begin(), found_.end(),
                                   [&](const Finding& each) { return each.code == code; });
    if (same != found_.end()) return same->indexes.push_back(index);
    find(weight, code, text, {index});
  }

  void look_at_whole() {
    if (nomenclature_.items.empty()) find(Weight::error, "empty", tr("It has no items."), {});
    if (nomenclature_.year == 0) {
      find(Weight::warning, "no_year", tr("It does not say for which year it is."), {});
    }
    std::set<std::string_view> with_reserve;
    for (const NomenclatureItem& each : nomenclature_.items) {
      if (each.reserve) with_reserve.insert(section_of(each));
    }
    for (const NomenclatureSection& each : nomenclature_.sections) {
      sections_.insert(each.code);
      if (with_reserve.count(each.code) == 0) {
        find(Weight::warning, "no_reserve",
             say(tr("Section {} keeps no index in reserve for new headings."), each.code), {});
      }
    }
  }

  void look_at_place(const NomenclatureItem& item) {
    if (!indexes_.insert(item.index).second) {
      find(Weight::error, "duplicate_index", say(tr("Index {} stands twice."), item.index),
           {item.index});
    }
    if (!is_usual(item.index)) {
      find_shared(Weight::warning, "unusual_index",
                  tr("An index is written with two figures in each part, as in 02-05."),
                  item.index);
    }
    if (!sections_.empty() && sections_.count(section_of(item)) == 0) {
      find(Weight::error, "no_section", say(tr("There is no section {} for it."), section_of(item)),
           {item.index});
    }
    if (!last_.empty() && item.index < last_) {
      find_shared(Weight::warning, "out_of_order", tr("These indexes do not follow in order."),
                  item.index);
    }
    last_ = item.index;
    if (item.reserve) return;
    const auto [known, is_new] = titles_.emplace(fold(item.title), item.index);
    if (!is_new) {
      find(Weight::warning, "duplicate_title", say(tr("It has the heading of {}."), known->second),
           {item.index});
    }
  }

  void look_at_period(const NomenclatureItem& item) {
    const RetentionRule& rule = item.rule;
    const int years = years_of(rule);
    if (rule.kind == PeriodKind::until_not_needed && lacks_years(rule)) {
      find_shared(Weight::error, "no_minimum",
                  tr("«Until it is not needed» must say how long at least, not less than a year."),
                  item.index);
    }
    if (rule.kind == PeriodKind::years && lacks_years(rule)) {
      find_shared(Weight::error, "no_years", tr("The period names no number of years."),
                  item.index);
    }
    if (rule.kind == PeriodKind::years && years > 0 && !words_.is_allowed(years)) {
      find(Weight::warning, "unusual_years",
           say(tr("The instruction to the list knows no period of {}."), in_years(years)),
           {item.index});
    }
  }

  void look_at_authority(const NomenclatureItem& item) {
    const Authority& authority = item.rule.authority;
    if (authority.act == kNoArticle || (authority.act.empty() && authority.article.empty())) {
      const bool local = item.rule.local && !item.rule.local->ek_protocol.empty();
      if (local) return;
      if (authority.act == kNoArticle) {
        return find_shared(
            Weight::warning, "no_protocol",
            tr("No article: the protocol by which the commission set the period must "
               "be named."),
            item.index);
      }
      return find_shared(Weight::warning, "no_authority",
                         tr("Neither an article nor a decision of the commission is named."),
                         item.index);
    }
    const ListArticle* listed = list_.find(authority, day_);
    if (listed == nullptr) {
      return find_shared(Weight::warning, "unknown_article",
                         tr("The lists entered have no such article."), item.index);
    }
    if (!lacks_years(item.rule) && surely_kept(item.rule) < surely_kept(listed->rule)) {
      find(Weight::error, "shortened",
           say(tr("It is shorter than article {} allows: {}."),
               authority.article + authority.letter, words_.printed(listed->rule)),
           {item.index});
    }
    if (listed->rule.mark != AppraisalMark::none && item.rule.mark == AppraisalMark::none) {
      find(Weight::warning, "mark_lost",
           say(tr("Article {} says «{}», here the mark of the commission is missing."),
               authority.article + authority.letter, words_.printed(listed->rule)),
           {item.index});
    }
    const bool begins_sooner =
        item.rule.trigger == Trigger::case_closed && listed->rule.trigger != Trigger::case_closed;
    if (begins_sooner && item.rule.kind == listed->rule.kind) {
      find(Weight::warning, "event_lost",
           say(tr("Article {} says «{}», here the event it is counted from is missing."),
               authority.article + authority.letter, words_.printed(listed->rule)),
           {item.index});
    }
    if (!listed->rule.authority.verified) {
      find_shared(Weight::warning, "unverified",
                  tr("Nobody has compared these articles with the text of the list."), item.index);
    }
  }

  const Nomenclature& nomenclature_;
  const PeriodWords& words_;
  const RetentionList& list_;
  CalendarDate day_;
  std::set<std::string_view> sections_;
  std::set<std::string_view> indexes_;
  std::map<std::string, std::string> titles_;
  std::string last_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<NomenclatureFinding> findings_in(const Nomenclature& nomenclature,
                                             const PeriodWords& words, const RetentionList& list,
                                             const CalendarDate& day) {
  return Lint(nomenclature, words, list, day).run();
}

}  // namespace fonds
