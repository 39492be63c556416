#include "registry/matcher.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/messages.h"
#include "registry/match_reasons.h"
#include "registry/mention_weights.h"
#include "registry/organisation_name.h"
#include "registry/own_organisations.h"

namespace fonds {
namespace {

/// No row is surer of a student than this where others want them too.
constexpr double kSurest = 1 - 1e-9;
/// Of students whose full names agree, those at least so likely are namesakes worth a word.
constexpr double kWorthAWord = 0.02;

/// A row may be a member of a collective when it means one of its students so likely…
constexpr double kMayMean = 0.25;
/// …and a list is of one collective when so many rows, and such a share of all, may be members…
constexpr double kRowsOfOne = 4;
constexpr double kShareOfOne = 0.6;
/// …and no other collective comes near it.
constexpr double kOtherShare = 0.5;

/// What the rows of a list have in common.
struct CommonCollective {
  std::string title;
  std::string group;  ///< empty: of several
};

/// The key with the largest value and the second largest value.
template <class Key>
std::pair<Key, std::pair<double, double>> largest(const std::map<Key, double>& votes) {
  std::pair<Key, std::pair<double, double>> best{Key{}, {0, 0}};
  for (const auto& [key, vote] : votes) {
    if (vote > best.second.first) {
      best = {key, {vote, best.second.first}};
    } else {
      best.second.second = std::max(best.second.second, vote);
    }
  }
  return best;
}

/// The probabilities of one mention: of its students, in their order, and of nobody.
struct Posterior {
  std::vector<double> students;
  double nobody = 1;
};

/// `free`: by student, how much of them other rows leave.
template <class Free>
Posterior posterior_of(const MentionWeights& weights, const Free& free) {
  Posterior posterior;
  double most = weights.nobody;
  for (const WeighedStudent& each : weights.students) most = std::max(most, each.weight);
  posterior.nobody = std::exp(weights.nobody - most);
  double sum = posterior.nobody;
  for (const WeighedStudent& each : weights.students) {
    posterior.students.push_back(std::exp(each.weight - most) * free(each.row));
    sum += posterior.students.back();
  }
  for (double& each : posterior.students) each /= sum;
  posterior.nobody /= sum;
  return posterior;
}

/// Rows of one list on one page are different people.
bool compete(const PersonMention& a, const PersonMention& b) {
  return a.row != b.row && a.row > 0 && b.row > 0 && a.source.page == b.source.page;
}

class PaperMatch {
 public:
  PaperMatch(const StudentIndex& index, const NameGrammar& grammar, const MatcherSettings& settings,
             const std::vector<PersonMention>& mentions, const PaperContext& paper)
      : index_(index),
        grammar_(grammar),
        settings_(settings),
        mentions_(mentions),
        prior_(index, grammar, settings, paper),
        weigher_(index, grammar, settings, prior_) {}

  std::vector<MentionMatch> run() {
    for (const PersonMention& mention : mentions_) {
      const bool learner = mention.role != PersonRole::other;
      weights_.push_back(learner ? weigher_.weigh(mention) : MentionWeights{});
      posteriors_.push_back(posterior_of(weights_.back(), [](auto) { return 1.0; }));
    }
    make_unique();
    std::vector<MentionMatch> matches;
    for (std::size_t i = 0; i < mentions_.size(); ++i) matches.push_back(answer(i));
    return matches;
  }

  /// The organisations of the list whose rows the register knows.
  [[nodiscard]] std::vector<std::string> found_own_organisations() const {
    std::vector<OrganisationRow> rows;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].row <= 0 || mentions_[i].role == PersonRole::other) continue;
      rows.push_back({mentions_[i].organisation, ratio(i)});
    }
    return own_organisations(rows, settings_);
  }

  [[nodiscard]] bool knows_collective() const { return prior_.knows_collective(); }

  /// The collective that most rows attend, each row voting for those of the students it may mean.
  [[nodiscard]] std::optional<CommonCollective> common_collective() const {
    std::map<WordNumber, double> collectives;
    std::map<std::pair<WordNumber, WordNumber>, double> groups;
    double rows = 0;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].row <= 0 || mentions_[i].role == PersonRole::other) continue;
      ++rows;
      vote(i, collectives, groups);
    }
    const auto [collective, votes] = largest(collectives);
    if (votes.first < kRowsOfOne || votes.first < kShareOfOne * rows) return std::nullopt;
    if (votes.second > kOtherShare * votes.first) return std::nullopt;
    const auto [group, group_votes] = largest(groups);
    const bool one_group =
        group.first == collective && group_votes.first >= kShareOfOne * votes.first;
    return CommonCollective{index_.title(collective),
                            one_group && group.second != StudentIndex::kNone
                                ? std::string(index_.groups().word(group.second))
                                : std::string{}};
  }

 private:
  void vote(std::size_t mention, std::map<WordNumber, double>& collectives,
            std::map<std::pair<WordNumber, WordNumber>, double>& groups) const {
    std::set<WordNumber> own;  // a row votes once for a collective
    std::set<std::pair<WordNumber, WordNumber>> own_groups;
    for (std::size_t j = 0; j < weights_[mention].students.size(); ++j) {
      if (posteriors_[mention].students[j] < kMayMean) continue;
      for (const StudentIndex::Attended& attended :
           index_.attended(weights_[mention].students[j].row)) {
        const auto year = prior_.school_year();
        if (year && attended.school_year != 0 && attended.school_year != *year) continue;
        if (own.insert(attended.collective).second) ++collectives[attended.collective];
        const std::pair group{attended.collective, attended.group};
        if (own_groups.insert(group).second) ++groups[group];
      }
    }
  }

  /// How much likelier the name is a student's than nobody's, whatever was expected beforehand.
  [[nodiscard]] double ratio(std::size_t mention) const {
    const double nobody = prior_.nobody(mentions_[mention]);
    const Posterior& posterior = posteriors_[mention];
    const double least = 1 - kSurest;
    return (1 - posterior.nobody) / std::max(posterior.nobody, least) * nobody / (1 - nobody);
  }

  using Claims =
      std::unordered_map<StudentIndex::RowNumber, std::vector<std::pair<std::size_t, double>>>;

  /// Two rows of a list are not the same student: of rows that want one, each gets them as likely
  /// as its odds are among all of theirs.
  void make_unique() {
    Claims claims;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].row <= 0) continue;
      for (std::size_t j = 0; j < weights_[i].students.size(); ++j) {
        const double share = std::min(posteriors_[i].students[j], kSurest);
        claims[weights_[i].students[j].row].emplace_back(i, share / (1 - share));
      }
    }
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].row <= 0) continue;
      posteriors_[i] = posterior_of(weights_[i], [&](StudentIndex::RowNumber row) {
        double others = 0;
        for (const auto& [other, odds] : claims.at(row)) {
          if (compete(mentions_[i], mentions_[other])) others += odds;
        }
        return 1 / (1 + others);
      });
    }
  }

  [[nodiscard]] double calibrated(double probability) const {
    if (probability <= 0) return 0;
    if (probability >= 1) return settings_.link.most;
    const double odds = std::log(probability / (1 - probability));
    const double changed = settings_.link.slope * odds - settings_.link.caution;
    return std::min(1 / (1 + std::exp(-changed)), settings_.link.most);
  }

  MentionMatch answer(std::size_t at) {
    MentionMatch match;
    match.mention = static_cast<int>(at);
    if (mentions_[at].role == PersonRole::other) {
      match.reasons.push_back({tr_later("named in another role than a learner's"), {}});
      return match;
    }
    const Posterior& posterior = posteriors_[at];
    std::vector<std::size_t> order(posterior.students.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return posterior.students[a] > posterior.students[b];
    });
    double sum = 0;
    for (const std::size_t i : order) {
      const double probability = calibrated(posterior.students[i]);
      if (probability < settings_.link.least_offered) break;
      if (static_cast<double>(match.candidates.size()) >= settings_.link.offered) break;
      const WeighedStudent& student = weights_[at].students[i];
      match.candidates.push_back({{index_.row(student.row).id},
                                  std::min(probability, 1 - sum),
                                  reasons_for(index_, grammar_, prior_, mentions_[at],
                                              weights_[at].variants[student.variant], student)});
      sum += match.candidates.back().probability;
    }
    decide(at, order, match);
    return match;
  }

  void decide(std::size_t at, const std::vector<std::size_t>& order, MentionMatch& match) {
    if (match.candidates.empty()) {
      match.reasons.push_back({tr_later("nobody of the register has a name like this"), {}});
      return;
    }
    const Candidate& best = match.candidates.front();
    if (best.probability >= settings_.link.threshold) {
      match.linked = best.student;
      match.reasons.push_back({tr_later("the only student who fits"), {}});
      return;
    }
    const Posterior& posterior = posteriors_[at];
    const auto namesakes = std::count_if(order.begin(), order.end(), [&](std::size_t i) {
      return posterior.students[i] >= kWorthAWord;
    });
    if (namesakes > 1) {
      match.reasons.push_back({tr_later("several students fit: {}"), {std::to_string(namesakes)}});
    }
    if (posterior.nobody >= kWorthAWord / 2) {
      match.reasons.push_back(
          {tr_later("may be somebody of this name who is not in the register"), {}});
    }
    if (is_claimed(at)) {
      match.reasons.push_back({tr_later("another row of the list may be the same student"), {}});
    }
    if (match.reasons.empty()) {
      match.reasons.push_back({tr_later("not sure enough to link without a person"), {}});
    }
  }

  /// Whether another row of the list wants the student this one would take.
  [[nodiscard]] bool is_claimed(std::size_t at) const {
    if (weights_[at].students.empty()) return false;
    const auto row = weights_[at].students.front().row;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (i == at || !compete(mentions_[at], mentions_[i])) continue;
      if (!weights_[i].students.empty() && weights_[i].students.front().row == row) return true;
    }
    return false;
  }

  const StudentIndex& index_;
  const NameGrammar& grammar_;
  const MatcherSettings& settings_;
  const std::vector<PersonMention>& mentions_;
  PaperPrior prior_;
  MentionWeigher weigher_;
  std::vector<MentionWeights> weights_;
  std::vector<Posterior> posteriors_;
};

}  // namespace

Matcher::Matcher(const StudentIndex& index, const NameGrammar& grammar, MatcherSettings settings)
    : index_(index), grammar_(grammar), settings_(std::move(settings)) {}

std::vector<MentionMatch> Matcher::match(const std::vector<PersonMention>& mentions,
                                         const PaperContext& paper) const {
  PaperMatch alone(index_, grammar_, settings_, mentions, paper);
  std::vector<MentionMatch> matches = alone.run();
  if (alone.knows_collective()) return matches;
  // The list itself may tell whose it is: then it is read once more, knowing that.
  PaperContext known = paper;
  if (const auto common = alone.common_collective()) {
    known.collective = common->title;
    if (known.group.empty()) known.group = common->group;
  } else {
    known.own_organisations = alone.found_own_organisations();
    if (known.own_organisations.empty()) return matches;
  }
  matches = PaperMatch(index_, grammar_, settings_, mentions, known).run();
  for (MentionMatch& match : matches) {
    const PersonMention& mention = mentions[static_cast<std::size_t>(match.mention)];
    if (match.candidates.empty() || mention.row <= 0) continue;
    if (known.own_organisations.empty()) {
      match.reasons.push_back({tr_later("most rows of the list attend «{}»"), {known.collective}});
      continue;
    }
    for (const std::string& own : known.own_organisations) {
      if (!same_organisation(mention.organisation, own)) continue;
      match.reasons.push_back({tr_later("the register knows nearly all rows of «{}»"), {own}});
    }
  }
  return matches;
}

}  // namespace fonds
