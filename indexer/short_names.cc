#include "indexer/short_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Words without the spaces around them.
std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

/// Case forms of a short name: those on -а and -я decline as one class, others take the endings of
/// men's names.
std::vector<std::string> forms_of(const std::string& nominative) {
  static constexpr std::array<std::string_view, 6> kAfterA{"ы", "и", "е", "у", "ой", "ей"};
  static constexpr std::array<std::string_view, 4> kAfterYa{"и", "е", "ю", "ей"};
  static constexpr std::array<std::string_view, 4> kAfterConsonant{"а", "у", "ом", "е"};
  std::vector<std::string> forms{nominative};
  const auto bent = [&](std::string_view stem, const auto& endings) {
    for (const std::string_view ending : endings) forms.push_back(std::string(stem) += ending);
  };
  const std::string_view word = nominative;
  constexpr std::size_t kLetter = 2;  // bytes of a Cyrillic letter
  if (word.ends_with("а")) {
    bent(word.substr(0, word.size() - kLetter), kAfterA);
  } else if (word.ends_with("я")) {
    bent(word.substr(0, word.size() - kLetter), kAfterYa);
  } else if (!word.ends_with("и") && !word.ends_with("о")) {
    bent(word, kAfterConsonant);
  }
  return forms;
}

}  // namespace

const ShortNames& ShortNames::shipped() {
  constexpr std::string_view kFile = "short_names.toml";
  static const ShortNames names(DataTable::parse(shipped_data(kFile), kFile));
  return names;
}

ShortNames::ShortNames(const DataTable& data) {
  data.expect_only({"names"});
  for (const std::string& line : data.texts("names")) {
    const std::size_t colon = line.find(':');
    const std::string full = fold(trimmed(line.substr(0, colon)));
    if (colon == std::string::npos || full.empty()) {
      data.refuse(say(tr("'{}' names no short form"), line),
                  tr("write the name, a colon and what people say instead"));
    }
    std::string_view rest = std::string_view(line).substr(colon + 1);
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      for (std::string& form : forms_of(fold(trimmed(rest.substr(0, comma))))) {
        std::vector<std::string>& known = full_by_form_[std::move(form)];
        if (std::find(known.begin(), known.end(), full) == known.end()) known.push_back(full);
      }
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
}

std::vector<std::string> ShortNames::full_names(const std::string& word) const {
  const auto found = full_by_form_.find(word);
  return found == full_by_form_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace fonds
