#include "support/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "registry/matcher.h"
#include "support/noisy_names.h"

namespace fonds {
namespace {

void count(const MentionMatch& match, const std::optional<StudentId>& truth, Calibration& all) {
  ++all.names;
  ++(truth ? all.of_students : all.outsiders);
  if (!match.candidates.empty()) {
    const Candidate& best = match.candidates.front();
    const bool right = truth && best.student == *truth;
    for (std::size_t i = 0; i < all.at_least.size(); ++i) {
      if (best.probability < Calibration::kFrom.at(i)) break;
      ++all.at_least.at(i).given;
      if (right) ++all.at_least.at(i).right;
    }
  }
  if (truth && std::any_of(match.candidates.begin(), match.candidates.end(),
                           [&](const Candidate& each) { return each.student == *truth; })) {
    ++all.offered_right;
  }
  if (!match.linked) return;
  ++all.linked;
  if (truth && *match.linked == *truth) ++all.linked_right;
  if (!truth) ++all.outsiders_linked;
}

std::string told(const PersonMention& mention, const MentionMatch& match,
                 const std::optional<StudentId>& truth,
                 const std::map<std::int64_t, std::string>& names) {
  std::string line =
      fmt::format("{} -> {} p={:.5f}, is {}", mention.printed, names.at(match.linked->value),
                  match.candidates[0].probability, truth ? names.at(truth->value) : "nobody");
  for (const Reason& reason : match.candidates[0].reasons) line += "; " + in_words(reason);
  return line + "\n";
}

}  // namespace

Calibration calibrate(std::size_t students, std::size_t names, std::uint64_t seed,
                      const NameGrammar& grammar, const MatcherSettings& settings,
                      std::string* wrong) {
  const SyntheticRegister synthetic(students, seed);
  std::map<std::int64_t, std::string> full_names;
  StudentIndex::Builder builder;
  for (const Student& each : synthetic.students()) {
    builder.add(each);
    full_names[each.id.value] = full_text(each.name);
  }
  const StudentIndex index = std::move(builder).build();
  MatcherSettings own = settings;
  own.own_names = {NoisyNames::kOwnName};
  const Matcher matcher(index, grammar, own);
  NoisyNames noisy(synthetic, grammar, seed + 1);
  Calibration all;
  while (all.names < names) {
    const NoisyPaper paper = noisy.next();
    const auto matches = matcher.match(paper.mentions, paper.context);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      count(matches[i], paper.truth[i], all);
      const bool mistaken = matches[i].linked && matches[i].linked != paper.truth[i];
      if (wrong != nullptr && mistaken) {
        *wrong += told(paper.mentions[i], matches[i], paper.truth[i], full_names);
      }
    }
  }
  return all;
}

std::string to_text(const Calibration& calibration) {
  std::string text = fmt::format(
      "{} names: {} of students, {} of nobody\nlinked {}: precision {:.4f}, recall {:.4f}; "
      "nobody linked {}; offered {:.4f}\n{:>12} {:>8} {:>8}\n",
      calibration.names, calibration.of_students, calibration.outsiders, calibration.linked,
      calibration.precision(), calibration.recall(), calibration.outsiders_linked,
      calibration.offered(), "at least", "names", "right");
  for (std::size_t i = 0; i < calibration.at_least.size(); ++i) {
    const Calibration::Bin& bin = calibration.at_least.at(i);
    text += fmt::format("{:12.3f} {:8} {:8.4f}{}\n", Calibration::kFrom.at(i), bin.given,
                        bin.share(), bin.share() < Calibration::kFrom.at(i) ? "  BELOW" : "");
  }
  return text;
}

}  // namespace fonds
