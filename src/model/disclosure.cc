#include "model/disclosure.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/named.h"

namespace fonds {
namespace {

/// Folded words; "И.И." is two.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char each : fold(name)) {
    if (each == ' ' || each == '.' || each == ',' || each == '\t') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += each;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_initial(const std::string& word) { return count_characters(word) == 1; }

bool fits(const std::string& one, const std::string& other) {
  return one == other || (is_initial(one) && other.starts_with(one)) ||
         (is_initial(other) && one.starts_with(other));
}

}  // namespace

std::optional<ApplicantKind> applicant_kind_from(std::string_view name) {
  return named<ApplicantKind>(kApplicantKinds, name);
}
std::optional<ApplicationForm> application_form_from(std::string_view name) {
  return named<ApplicationForm>(kApplicationForms, name);
}
std::optional<DisclosureState> disclosure_state_from(std::string_view name) {
  return named<DisclosureState>(kDisclosureStates, name);
}

bool may_name_one_person(std::string_view one, std::string_view other) {
  std::vector<std::string> fewer = words_of(one);
  std::vector<std::string> more = words_of(other);
  if (fewer.size() > more.size()) fewer.swap(more);
  bool whole = false;
  // Whole words first, so that an initial does not take the place of another's whole word.
  for (const bool exact : {true, false}) {
    std::erase_if(fewer, [&](const std::string& word) {
      const auto found = std::find_if(more.begin(), more.end(), [&](const std::string& each) {
        return exact ? each == word && !is_initial(word) : fits(each, word);
      });
      if (found == more.end()) return false;
      whole = whole || exact;
      more.erase(found);
      return true;
    });
  }
  return whole && fewer.empty();
}

}  // namespace fonds
