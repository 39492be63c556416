/// The steps of a verdict as sentences for people, in the language chosen (base/messages).
///
/// Threads: any.
#pragma once

#include <string>
#include <vector>

#include "model/verdict.h"

namespace fonds {

/// The sentences, in the order of the derivation. `rule` and `facts` are those of the verdict.
std::vector<std::string> sentences_of(const Verdict& verdict, const RetentionRule& rule,
                                      const RetentionFacts& facts);
/// "5 years".
std::string in_years(int years);
/// "art. 19а"; "L" where the commission set the period; empty: it names nothing.
std::string article_of(const Authority& authority);
/// "5 years, art. 182г"; where no list has it, the commission's protocol behind the period.
std::string period_with_source(const RetentionRule& rule);
/// "may stand in an act of destruction".
std::string title_of(VerdictState state);

}  // namespace fonds
