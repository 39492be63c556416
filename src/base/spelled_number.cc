#include "base/spelled_number.h"

#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

/// The set of ICU's rules for the language of the user.
const char* rules_for(WordGender gender) {
  if (language() == Language::english) return "%spellout-cardinal";
  switch (gender) {
    case WordGender::masculine:
      return "%spellout-cardinal-masculine";
    case WordGender::feminine:
      return "%spellout-cardinal-feminine";
    case WordGender::neuter:
      return "%spellout-cardinal-neuter";
  }
  return "%spellout-cardinal-masculine";
}

icu::RuleBasedNumberFormat rules_of(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat rules(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
  if (U_FAILURE(status)) throw Error(Fault::bug, u_errorName(status));
  return rules;
}

/// Made once a thread: reading the rules takes far longer than spelling a number by them, and ICU
/// does not promise that one formatter may be used by several.
const icu::RuleBasedNumberFormat& rules() {
  thread_local const icu::RuleBasedNumberFormat russian = rules_of("ru");
  thread_local const icu::RuleBasedNumberFormat english = rules_of("en");
  return language() == Language::english ? english : russian;
}

}  // namespace

std::string spelled(std::int64_t number, WordGender gender) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  icu::FieldPosition nowhere;
  rules().format(number, icu::UnicodeString(rules_for(gender)), text, nowhere, status);
  if (U_FAILURE(status)) throw Error(Fault::bug, u_errorName(status));
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace fonds
