#include "registry/printed_part.h"

#include <algorithm>
#include <cmath>

#include "registry/letters.h"

namespace fonds {
namespace {

constexpr float kFar = 1e6F;
/// Nearest words of each part that are looked at.
constexpr std::array<std::size_t, 3> kNear{48, 24, 32};
/// Dearer misreadings are not told apart: a wrong word is likelier.
constexpr float kDearest = 32;
/// A word whose letters differ by more than this share is not compared letter by letter.
constexpr double kTooFar = 0.67;
/// Letters of unlisted names are a little less regular than pairs of neighbours tell.
constexpr double kLeastUnseen = 0.02;
constexpr double kMostUnseen = 0.5;

std::uint64_t key_of(WordNumber word, Gender gender) {
  return std::uint64_t{word} * 4 + static_cast<std::uint64_t>(gender);
}

bool is_initial(const std::string& printed) {
  return printed.ends_with('.') && count_letters(printed) == 2;
}

float log_of_sum(float a, float b) {
  const float most = std::max(a, b);
  return most + std::log(std::exp(a - most) + std::exp(b - most));
}

}  // namespace

const CaseForms& WordCache::forms(NamePart part, const WordList& list, WordNumber word,
                                  Gender gender) {
  const auto [at, added] =
      forms_.at(static_cast<std::size_t>(part)).try_emplace(key_of(word, gender));
  if (!added) return at->second;
  const WordForms forms = grammar_.forms(part, list.word(word), gender);
  std::transform(forms.begin(), forms.end(), at->second.begin(),
                 [](const std::string& form) { return code_word(form); });
  return at->second;
}

std::vector<WordList::Found> WordCache::near(NamePart part, const WordList& list,
                                             std::span<const CodedWord> spellings,
                                             std::size_t most) {
  auto& known = alike_.at(static_cast<std::size_t>(part));
  std::vector<const std::vector<WordList::Found>*> alike;
  for (const CodedWord& spelling : spellings) {
    const CodedWord key = list.key_of(spelling);
    const auto [at, added] = known.try_emplace(std::string(key.begin(), key.end()));
    if (added) at->second = list.alike(spelling);
    if (std::find(alike.begin(), alike.end(), &at->second) == alike.end()) {
      alike.push_back(&at->second);
    }
  }
  return list.nearest(alike, most);
}

PrintedPart::PrintedPart(NamePart part, const std::string& printed,
                         const std::vector<std::string>& nominatives, const WordList& list,
                         Tools tools)
    : part_(part), initial_(fonds::is_initial(printed)), list_(list), tools_(tools) {
  if (printed.empty()) return;
  if (initial_) {
    printed_ = code_word(printed.substr(0, printed.size() - 1));
    weigh_anybody();
    return;
  }
  printed_ = code_word(printed);
  known_name_ = part == NamePart::first && tools.grammar.is_known_first_name(printed);
  spellings_.push_back({printed_, 0});
  nominatives_.push_back(printed_);
  const auto add = [&](const CodedWord& word) {
    if (std::find(nominatives_.begin(), nominatives_.end(), word) == nominatives_.end()) {
      nominatives_.push_back(word);
    }
  };
  for (const std::string& each : nominatives) add(code_word(each));
  const auto halves = split_letters(printed, "-");
  if (part == NamePart::last && halves.size() == 2) {
    const auto penalty = static_cast<float>(-std::log(tools.settings.names.part_of_double));
    for (const std::string_view half : halves) {
      spellings_.push_back({code_word(half), penalty});
      add(code_word(half));
    }
    for (const std::string& each : nominatives) {
      for (const std::string_view half : split_letters(each, "-")) add(code_word(half));
    }
  }
  for (const CodedWord& each : nominatives_) distances_.push_back(list.distance_from(each));
  near_ = tools.cache.near(part, list, nominatives_, kNear.at(static_cast<std::size_t>(part)));
  weigh_anybody();
}

int PrintedPart::letters_from(WordNumber word) const {
  const auto letters = list_.code(word);
  int least = static_cast<int>(CodedWord::kMost);
  for (const LetterDistance& each : distances_) least = std::min(least, each.to(letters));
  return least;
}

float PrintedPart::wrong() const {
  const auto& names = tools_.settings.names;
  const double rate = part_ == NamePart::last    ? names.wrong_last
                      : part_ == NamePart::first ? names.wrong_first
                                                 : names.wrong_middle;
  return static_cast<float>(-std::log(rate));
}

CaseCosts PrintedPart::misreading_of_initial(WordNumber word) const {
  const auto coded = list_.code(word);
  CaseCosts costs;
  costs.fill(coded.empty() ? kFar
                           : tools_.scale * tools_.costs.substitution(coded[0], printed_[0]));
  return costs;
}

CaseCosts PrintedPart::misreading(WordNumber word, Gender gender) {
  if (initial_) return misreading_of_initial(word);
  if (gender != Gender::unknown) return misreading_of(word, gender);
  CaseCosts costs = misreading_of(word, Gender::male);
  const CaseCosts& woman = misreading_of(word, Gender::female);
  for (std::size_t i = 0; i < costs.size(); ++i) costs.at(i) = std::min(costs.at(i), woman.at(i));
  return costs;
}

const CaseCosts& PrintedPart::misreading_of(WordNumber word, Gender gender) {
  const auto [at, added] = misreadings_.try_emplace(key_of(word, gender));
  CaseCosts& costs = at->second;
  if (!added) return costs;
  costs.fill(kFar);
  const int most = static_cast<int>(std::max(2.0, kTooFar * printed_.size));
  if (letters_from(word) > most) return costs;
  const CaseForms& forms = tools_.cache.forms(part_, list_, word, gender);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    std::size_t same = 0;
    while (same < i && !(forms.at(same) == forms.at(i))) ++same;
    if (same < i) {
      costs.at(i) = costs.at(same);
      continue;
    }
    for (const Spelling& each : spellings_) {
      const float cost = tools_.costs.distance(forms.at(i), each.word, kDearest);
      costs.at(i) = std::min(costs.at(i), tools_.scale * cost + each.penalty);
    }
  }
  return costs;
}

const CaseCosts& PrintedPart::of(WordNumber word, Gender gender) {
  static constexpr CaseCosts kNothing{};
  if (!is_printed()) return kNothing;
  if (word == kNoWord) return anybody_;
  const auto [at, added] = known_.try_emplace(key_of(word, gender));
  if (!added) return at->second;
  CaseCosts costs = misreading(word, gender);
  for (std::size_t i = 0; i < costs.size(); ++i) {
    costs.at(i) = std::min(costs.at(i), wrong() + anybody_.at(i));
  }
  if (part_ == NamePart::last) {  // Ковальчук Ивану: the surname left as it is
    const auto unbent = static_cast<float>(costs[0] - std::log(tools_.settings.names.unbent));
    for (float& cost : costs) cost = std::min(cost, unbent);
  }
  at->second = costs;
  return at->second;
}

/// Anybody has a word of the register as often as the register does, or one not in it.
void PrintedPart::weigh_anybody() {
  const auto total = static_cast<double>(list_.total() + 1);
  const double unseen = std::clamp(list_.unseen_share(), kLeastUnseen, kMostUnseen);
  if (initial_) {
    double share = 0;
    const WordList::Range range = list_.beginning_with(printed_[0]);
    for (WordNumber word = range.begin; word < range.end; ++word) share += list_.count(word);
    share = (1 - unseen) * share / total + unseen / 30;
    anybody_.fill(static_cast<float>(-std::log(share)));
    return;
  }
  float spelling = -kFar;
  for (const CodedWord& each : nominatives_) spelling = std::max(spelling, list_.spelling(each));
  if (known_name_) {
    spelling = std::max(spelling, static_cast<float>(std::log(tools_.settings.names.known_first)));
  }
  CaseCosts likely;
  likely.fill(static_cast<float>(std::log(unseen)) + spelling);
  for (const WordList::Found& found : near_) {
    const CaseCosts costs = misreading(found.word, Gender::unknown);
    const auto share = static_cast<float>(std::log((1 - unseen) * list_.count(found.word) / total));
    for (std::size_t i = 0; i < likely.size(); ++i) {
      likely.at(i) = log_of_sum(likely.at(i), share - costs.at(i));
    }
  }
  for (std::size_t i = 0; i < likely.size(); ++i) anybody_.at(i) = -likely.at(i);
}

}  // namespace fonds
