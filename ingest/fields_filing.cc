#include "ingest/fields_filing.h"

#include <algorithm>

#include "base/messages.h"

namespace fonds {
namespace {

/// A digit or a letter read for one.
constexpr const char* kDigit = "[0-9оoзlі|i]";

Pattern case_pattern(const DataTable& table) {
  table.expect_only({"before", "within"});
  const std::string within = std::to_string(static_cast<int>(table.number("within")));
  const std::string two = std::string(kDigit) + "{2}";
  // Not a date (02-14-2024, 12.04.24), not a longer number.
  return Pattern(R"((?<![\p{L}\p{N}])(?:)" + table.text("before") + R"()(?![\p{L}])[^\n\d]{0,)" +
                 within + R"(}?(?<![\p{L}\p{N}.-])(?<section>)" + two +
                 R"()\s?[-.]\s?(?<heading>)" + two + R"()(?:[-.](?<third>)" + two +
                 R"())?(?![\p{L}\p{N}]|[.-]\d))");
}

Pattern year_pattern(const DataTable& table) {
  table.expect_only({"after"});
  const std::string two = std::string(kDigit) + "{2}";
  return Pattern(
      R"((?<label>учебн\p{L}+\sгод\p{L}*\s?[:-]?\s?)?(?<![\p{L}\p{N}.])(?<first>(?:19|2[0оo]))" +
      two + R"()\s?[-/]\s?(?:19|2[0оo])?(?<second>)" + two + R"()(?!\d)(?<said>[\s-]{1,2}(?:)" +
      table.text("after") + R"())?)");
}

Pattern group_pattern(const DataTable& table) {
  table.expect_only({"word", "by_age"});
  return Pattern(
      R"((?<![\p{L}\p{N}])(?<age>(?:)" + table.text("by_age") + R"()\s+)?(?:)" +
      table.text("word") +
      R"()\s*(?:[:-]\s*)?(?<sign>(?:№|n[oо0º°e]?\.?|[мх][оeе°])\s*)?)"
      R"((?<value>(?:\p{L}{1,3}-)?\d{1,3}(?:[-/.]?\p{L}{1,2}|[-/.]\d{1,3})?(?:\s?"\p{L}")?|[ivx]{1,4}))"
      R"((?![\p{L}\p{N}]|\s(?:лет|чел|уч[еа]|дет)))");
}

}  // namespace

FilingFinder::FilingFinder(const DataTable& patterns)
    : case_(case_pattern(patterns.table("case"))),
      school_year_(year_pattern(patterns.table("school_year"))),
      group_(group_pattern(patterns.table("group"))),
      case_threshold_(patterns.table("threshold").number("case")),
      year_threshold_(patterns.table("threshold").number("school_year")),
      group_threshold_(patterns.table("threshold").number("group")) {}

Decision<std::string> FilingFinder::find_case(const Paper& paper) const {
  const auto match = case_.find(paper.text.ready());
  if (!match) return {};
  std::string index;
  double confidence = 0.95;
  for (const char* part : {"section", "heading", "third"}) {
    const auto& group = match->groups[case_.group(part)];
    if (!group) continue;
    const std::string_view printed = paper.text.folded(*group);
    const auto digits = as_digits(printed);
    if (!digits) return {};
    if (*digits != printed) confidence -= 0.1;
    index += (index.empty() ? "" : "-") + *digits;
  }
  Finding<std::string> finding{index, match->whole, confidence, {}};
  finding.reasons.push_back({tr_later("«{}» names the case"), {paper.text.printed(match->whole)}});
  return decide(paper.text, std::move(finding), case_threshold_);
}

Decision<int> FilingFinder::find_school_year(const Paper& paper) const {
  Finding<int> best;
  for (const PatternMatch& match : school_year_.find_all(paper.text.ready())) {
    const auto number = [&](const char* name) {
      const auto digits = as_digits(paper.text.folded(*match.groups[school_year_.group(name)]));
      return digits ? std::stoi(*digits) : 0;
    };
    int first = number("first");
    const int from_second = first / 100 * 100 + number("second") - 1;
    const bool agree = first == from_second || (first + 1) % 100 == number("second");
    // 2025/24: a 3 is easily read as what it is a part of.
    const bool misread = first / 10 == from_second / 10 && from_second % 10 == 3 &&
                         (first % 10 == 5 || first % 10 == 8);
    if (!agree && !misread) continue;
    if (!agree) first = from_second;
    const bool said = match.groups[school_year_.group("said")].has_value() ||
                      match.groups[school_year_.group("label")].has_value();
    // 2011-2012 may be anything; 2011/2012 is seldom anything else.
    const bool slash = paper.text.folded(match.whole).find('/') != std::string_view::npos;
    if (!said && !slash) continue;
    if (!said && !agree) continue;
    const double confidence = said && agree ? 0.95 : 0.6;
    if (confidence <= best.confidence) continue;
    best = {first, match.whole, confidence, {}};
    best.reasons.push_back({tr_later("«{}» is a school year"), {paper.text.printed(match.whole)}});
  }
  if (best.confidence == 0) return {};
  return decide(paper.text, std::move(best), year_threshold_);
}

Decision<std::string> FilingFinder::find_group(const Paper& paper) const {
  for (const PatternMatch& match : group_.find_all(paper.text.ready())) {
    if (match.groups[group_.group("age")]) continue;
    const TextSpan value = *match.groups[group_.group("value")];
    const bool sign = match.groups[group_.group("sign")].has_value();
    Finding<std::string> finding{paper.text.printed(value), match.whole, sign ? 0.9 : 0.75, {}};
    finding.reasons.push_back(
        {tr_later("«{}» names the group"), {paper.text.printed(match.whole)}});
    return decide(paper.text, std::move(finding), group_threshold_);
  }
  return {};
}

}  // namespace fonds
