#include "ingest/persons_roles.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

using Says = PersonCue::Says;

// What a place says for a name beginning there, in nats (persons_names.cc: an unknown first name
// costs one).
constexpr double kOwnLineAfterAward = 2.6;
constexpr double kBehindLabel = 1.3;
constexpr double kBehindListed = 1.2;
constexpr double kBehindOffice = 0.8;
constexpr double kOwnLine = 0.3;
/// Names enumerated behind one phrase stand within so many words.
constexpr std::size_t kListReach = 40;

constexpr double kSureRole = 0.97;
constexpr double kNearRole = 0.94;
constexpr double kFarRole = 0.88;
constexpr double kLayoutRole = 0.7;
constexpr double kLargeTypeRole = 0.82;
constexpr double kInitialsRole = 0.8;
constexpr double kNoWordsRole = 0.4;
/// Type this much larger than usual shows a name the paper is about.
constexpr double kLargeType = 1.15;
/// An office said so close before a name outweighs what follows the name.
constexpr std::size_t kLabelReach = 1;
/// Words between two of several people a paper is given to, such as their classes.
constexpr std::size_t kMostBetweenHolders = 6;
/// Words after an office that are still its name: "директор школы № 5 Иванова А.А.".
constexpr std::size_t kOfficeToName = 3;
/// Phrases looked at before a name, so that a text of nothing but phrases costs no more than
/// others.
constexpr std::size_t kMostHitsBack = 64;
constexpr std::size_t kMostReachAfter = 6;

bool is_kind(const PersonCue& cue, std::string_view kind) {
  return cue.kinds.empty() ||
         std::find(cue.kinds.begin(), cue.kinds.end(), kind) != cue.kinds.end();
}

class RoleAssigner {
 public:
  RoleAssigner(const RoleContext& context, const std::vector<NameRun>& runs,
               const NameFinder& finder)
      : context_(context),
        words_(context.words),
        runs_(runs),
        finder_(finder),
        verdicts_(runs.size()),
        spent_(context.cues.size()),
        governed_(context.cues.size(), kNone) {
    for (std::size_t i = 0; i < runs.size(); ++i) run_at_[runs[i].words.front()] = i;
  }

  std::vector<RoleVerdict> assign() {
    for (std::size_t i = 0; i < runs_.size(); ++i) find_nobody(i);
    for (std::size_t i = 0; i < runs_.size(); ++i) assign_one(i);
    look_back_in_groups();
    judge_by_layout();
    return std::move(verdicts_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] const PersonCue& cue(std::size_t hit) const {
    return context_.wording.cues()[context_.cues[hit].meaning];
  }
  [[nodiscard]] std::size_t first(std::size_t run) const { return runs_[run].words.front(); }
  [[nodiscard]] std::size_t last(std::size_t run) const { return runs_[run].words.back(); }
  [[nodiscard]] std::string_view text_between(std::size_t left, std::size_t right) const {
    if (right <= left) return {};
    return TextSpan{words_[left].span.end, words_[right].span.begin}.of(context_.paper.folded());
  }
  [[nodiscard]] std::string phrase(std::size_t hit) const {
    return context_.paper.printed(
        {words_[context_.cues[hit].first].span.begin, words_[context_.cues[hit].last].span.end});
  }

  /// имени А.С. Пушкина: nothing that could be a name itself stands between.
  void find_nobody(std::size_t run) {
    const std::size_t behind = hit_behind(first(run));
    for (std::size_t hit = behind; hit-- > 0 && behind - hit < kMostHitsBack;) {
      const PersonCue& each = cue(hit);
      const std::size_t end = context_.cues[hit].last;
      if (each.after || each.says != Says::nobody || end >= first(run)) continue;
      if (first(run) - end - 1 > each.reach) continue;
      if (words_[first(run)].line - words_[end].line > each.lines) continue;
      bool apart = false;
      for (std::size_t at = end + 1; at < first(run); ++at) apart |= finder_.can_be_name(at);
      if (apart || (each.beside && ends_power(end, first(run)))) continue;
      verdicts_[run].nobody = true;
    }
  }

  [[nodiscard]] bool ends_power(std::size_t from, std::size_t to) const {
    std::string_view text = text_between(from, to);
    if (text.starts_with('.')) text.remove_prefix(1);  // им.
    return text.find_first_of(",:;") != std::string_view::npos;
  }

  /// The cue before the run that governs it.
  [[nodiscard]] std::size_t find_before(std::size_t run) const {
    const std::size_t behind = hit_behind(first(run));
    for (std::size_t hit = behind; hit-- > 0 && behind - hit < kMostHitsBack;) {
      const PersonCue& each = cue(hit);
      if (each.after || each.says == Says::nobody || spent_[hit]) continue;
      const std::size_t end = context_.cues[hit].last;
      if (end >= first(run) || !is_kind(each, context_.kind)) continue;
      const std::size_t previous = governed_[hit];
      const std::size_t anchor = previous == kNone ? end : last(previous);
      if (first(run) - anchor - 1 > each.reach) continue;
      if (words_[first(run)].line - words_[anchor].line > each.lines) continue;
      if (each.beside && ends_power(anchor, first(run))) continue;
      if (previous != kNone && !goes_on(hit, previous, run)) continue;
      return hit;
    }
    return kNone;
  }

  /// The first hit that begins at word `at` or later.
  [[nodiscard]] std::size_t hit_behind(std::size_t at) const {
    const auto& hits = context_.cues;
    return static_cast<std::size_t>(
        std::lower_bound(hits.begin(), hits.end(), at,
                         [](const PhraseHit& hit, std::size_t word) { return hit.first < word; }) -
        hits.begin());
  }

  /// Whether a cue that governs run `previous` governs `run` too.
  [[nodiscard]] bool goes_on(std::size_t hit, std::size_t previous, std::size_t run) const {
    if (joined(previous, run)) return true;
    if (!cue(hit).many) return false;
    if (cue(hit).says != Says::holder) return true;
    if (runs_[previous].initials != runs_[run].initials) return false;
    const std::string_view text = text_between(last(previous), first(run));
    const std::size_t end = text.find_last_not_of(" \n");
    const bool listed = end != std::string_view::npos && (text[end] == ',' || text[end] == ')');
    return only_joins(text) || (listed && first(run) - last(previous) - 1 <= kMostBetweenHolders);
  }

  /// Nothing but commas, «и» and space.
  static bool only_joins(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += letter_bytes(text[at])) {
      const bool conjunction =
          text.substr(at).starts_with("и") &&
          (at + 2 == text.size() || text[at + 2] == ' ' || text[at + 2] == '\n');
      if (text[at] != ' ' && text[at] != ',' && text[at] != '\n' && !conjunction) return false;
    }
    return true;
  }

  /// Two runs of one group: "Иванов Иван и Петров Пётр", in one line or parted by a comma.
  [[nodiscard]] bool joined(std::size_t left, std::size_t right) const {
    const std::string_view text = text_between(last(left), first(right));
    if (!only_joins(text) || runs_[left].initials != runs_[right].initials) return false;
    return text.find(',') != std::string_view::npos || text.find("и") != std::string_view::npos;
  }

  /// The phrase behind the run that says who it is.
  [[nodiscard]] std::size_t find_after(std::size_t run) const {
    for (std::size_t hit = hit_behind(last(run) + 1); hit < context_.cues.size(); ++hit) {
      const PersonCue& each = cue(hit);
      const std::size_t begin = context_.cues[hit].first;
      if (begin - last(run) - 1 > kMostReachAfter) break;
      if (!each.after || each.says == Says::nobody) continue;
      if (begin - last(run) - 1 > each.reach) continue;
      if (!is_kind(each, context_.kind) || !stands_behind(run, hit)) continue;
      return hit;
    }
    return kNone;
  }

  [[nodiscard]] bool stands_behind(std::size_t run, std::size_t hit) const {
    const std::size_t begin = context_.cues[hit].first;
    const std::size_t lines = words_[begin].line - words_[last(run)].line;
    if (lines > cue(hit).lines) return false;
    for (std::size_t at = last(run) + 1; at < begin; ++at) {
      if (run_at_.count(at) != 0) return false;
    }
    std::string_view text = text_between(last(run), begin);
    if (runs_[run].initials && text.starts_with('.')) text.remove_prefix(1);
    if (text.find_first_of(";:.\f") != std::string_view::npos) return false;
    if (cue(hit).says != Says::other) return true;
    // «Руководитель: Осипова» in the next line, or behind a comma, speaks of the next person.
    if (lines > 0 && (words_[begin].capital || lines > 1)) return false;
    return !labels_a_name(hit);
  }

  /// Whether the office stands before the name it belongs to: "педагог Осипова Н.В.".
  [[nodiscard]] bool labels_a_name(std::size_t hit) const {
    const std::size_t end = context_.cues[hit].last;
    for (std::size_t at = end + 1; at < words_.size() && at <= end + kOfficeToName; ++at) {
      const std::string_view gap = words_[at].before.of(context_.paper.folded());
      if (gap.find_first_of(",;\n\f") != std::string_view::npos) return false;
      if (gap.find(':') != std::string_view::npos) return true;
      if (run_at_.count(at) != 0) return true;
    }
    return false;
  }

  void assign_one(std::size_t run) {
    RoleVerdict& verdict = verdicts_[run];
    if (verdict.nobody) return;
    const std::size_t before = find_before(run);
    const std::size_t after = find_after(run);
    if (before != kNone) {
      governed_[before] = run;
      verdict.expected_case = case_for(before, run);
      verdict.teacher = cue(before).teacher;
      if (cue(before).result) verdict.result = phrase(before);
      if (cue(before).says == Says::greeting && runs_[run].parts.last.empty()) {
        verdict.nobody = true;  // named again, in full, where it matters
        return;
      }
    }
    const bool label = before != kNone && cue(before).says == Says::other &&
                       first(run) - context_.cues[before].last - 1 <= kLabelReach;
    if (after != kNone && !label) {
      spend_words(after);
      if (cue(after).says == Says::other) {
        adult_awarded_ |= before != kNone && cue(before).says == Says::holder;
        decide(verdict, PersonRole::other, kSureRole, tr_later("before the words “{}”"), after);
        return;
      }
      // On a teacher's award a learner is only mentioned.
      const bool listed = adult_awarded_ || (before != kNone && cue(before).says == Says::listed);
      decide(verdict, listed ? PersonRole::listed : PersonRole::holder, kSureRole,
             tr_later("before the words “{}”"), after);
      if (before != kNone) add_reason(verdict, tr_later("after the words “{}”"), before);
      return;
    }
    if (before == kNone) return;
    const Says says = cue(before).says;
    const PersonRole role = says == Says::listed  ? PersonRole::listed
                            : says == Says::other ? PersonRole::other
                                                  : PersonRole::holder;
    const std::size_t distance = first(run) - context_.cues[before].last - 1;
    decide(verdict, role,
           distance <= kLabelReach           ? kSureRole
           : distance <= kMostBetweenHolders ? kNearRole
                                             : kFarRole,
           tr_later("after the words “{}”"), before);
  }

  /// Words that told who the person before them is do not speak of the next person.
  void spend_words(std::size_t after) {
    const PhraseHit& used = context_.cues[after];
    std::size_t hit = after > kMostHitsBack ? after - kMostHitsBack : 0;
    for (; hit < context_.cues.size() && context_.cues[hit].first <= used.last; ++hit) {
      const PhraseHit& each = context_.cues[hit];
      if (cue(hit).after || each.last < used.first || each.first > used.last) continue;
      if (cue(hit).says == Says::other || cue(hit).says == Says::learner) spent_[hit] = true;
    }
  }

  /// The case the words demand: those of `before`, or of an award before them (вручается ученику
  /// Иванову).
  [[nodiscard]] std::optional<GrammaticalCase> case_for(std::size_t before, std::size_t run) const {
    if (cue(before).grammatical_case || cue(before).says != Says::learner) {
      return cue(before).grammatical_case;
    }
    for (std::size_t hit = before; hit-- > 0 && before - hit < kMostHitsBack;) {
      const PersonCue& each = cue(hit);
      if (each.after || each.says != Says::holder || !each.grammatical_case) continue;
      const bool near =
          first(run) - context_.cues[hit].last - 1 <= each.reach &&
          words_[first(run)].line - words_[context_.cues[hit].last].line <= each.lines;
      return near ? each.grammatical_case : std::nullopt;
    }
    return std::nullopt;
  }

  void decide(RoleVerdict& verdict, PersonRole role, double confidence, const char* why,
              std::size_t hit) {
    verdict.role = role;
    verdict.confidence = confidence;
    if (role != PersonRole::other) verdict.teacher = false;
    if (role == PersonRole::other && cue(hit).office) verdict.office = context_.cues[hit];
    add_reason(verdict, why, hit);
  }
  void add_reason(RoleVerdict& verdict, const char* why, std::size_t hit) const {
    verdict.reasons.push_back({why, {phrase(hit)}});
  }

  /// "Иванов Иван и Петров Пётр, обучающиеся …": what follows the last is said of all.
  void look_back_in_groups() {
    for (std::size_t run = runs_.size(); run-- > 1;) {
      RoleVerdict& left = verdicts_[run - 1];
      const RoleVerdict& right = verdicts_[run];
      if (left.nobody || right.nobody || right.confidence <= left.confidence) continue;
      if (!joined(run - 1, run)) continue;
      left.role = right.role;
      left.confidence = right.confidence;
      left.reasons = right.reasons;
      left.teacher = right.teacher;
      left.office = right.office;
      if (!left.expected_case) left.expected_case = right.expected_case;
    }
  }

  /// Runs no words speak of.
  void judge_by_layout() {
    const bool has_holder = std::any_of(verdicts_.begin(), verdicts_.end(), [](const auto& each) {
      return !each.nobody && each.confidence > 0 && each.role == PersonRole::holder;
    });
    bool found = has_holder || context_.has_rows;
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      RoleVerdict& verdict = verdicts_[run];
      if (verdict.nobody || verdict.confidence > 0) continue;
      if (runs_[run].initials) {
        verdict.confidence = kInitialsRole;
        verdict.reasons.push_back(
            {tr_later("initials, and no words that make a learner of it"), {}});
        continue;
      }
      verdict.confidence = kNoWordsRole;
      if (found || !stands_alone(run)) {
        verdict.reasons.push_back({tr_later("no words around say who this is"), {}});
        continue;
      }
      verdict.role = PersonRole::holder;
      verdict.confidence = in_large_type(run) ? kLargeTypeRole : kLayoutRole;
      verdict.reasons.push_back({tr_later("the name stands on a line of its own"), {}});
      found = true;
    }
  }

  [[nodiscard]] bool stands_alone(std::size_t run) const {
    const bool begins = first(run) == 0 || words_[first(run) - 1].line != words_[first(run)].line;
    return begins &&
           (last(run) + 1 == words_.size() || words_[last(run) + 1].line != words_[last(run)].line);
  }
  [[nodiscard]] bool in_large_type(std::size_t run) const {
    const PaperLine& line = context_.paper.lines()[words_[first(run)].line];
    return line.height > kLargeType * context_.paper.pages()[line.page].line_height;
  }

  const RoleContext& context_;
  const std::vector<NameWord>& words_;
  const std::vector<NameRun>& runs_;
  const NameFinder& finder_;
  std::vector<RoleVerdict> verdicts_;
  bool adult_awarded_ = false;         ///< the paper is given to a teacher or a parent
  std::vector<bool> spent_;            ///< by hit
  std::vector<std::size_t> governed_;  ///< by hit: the last run it governs
  std::unordered_map<std::size_t, std::size_t> run_at_;  ///< first word -> run
};

}  // namespace

std::vector<double> expectation(const RoleContext& context, const NameFinder& finder) {
  const std::vector<NameWord>& words = context.words;
  std::vector<double> expected(words.size());
  std::vector<bool> own_line(words.size(), false);
  const std::string& folded = context.paper.folded();
  const auto ends_item = [](std::string_view gap) {
    return gap.find_first_of(",;") != std::string_view::npos;
  };
  const auto begins_line = [&](std::size_t at) {
    return at == 0 || words[at - 1].line != words[at].line;
  };
  const auto whole_line_of_names = [&](std::size_t at) {
    for (std::size_t i = at; i < words.size() && words[i].line == words[at].line; ++i) {
      if (!finder.can_be_name(i)) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (begins_line(at) && finder.can_be_name(at) && whole_line_of_names(at)) {
      expected[at] = kOwnLine;
      own_line[at] = true;
    }
  }
  for (const PhraseHit& hit : context.cues) {
    const PersonCue& cue = context.wording.cues()[hit.meaning];
    if (cue.after || cue.says == Says::nobody || !is_kind(cue, context.kind)) continue;
    const std::size_t next = hit.last + 1;
    const std::size_t end = std::min(words.size(), next + std::max(cue.reach, kListReach));
    for (std::size_t at = next; at < end; ++at) {
      if (words[at].line - words[hit.last].line > cue.lines) break;
      const bool enumerated = cue.many && at > next &&
                              (ends_item(words[at].before.of(folded)) || words[at - 1].text == "и");
      const bool office = cue.says == Says::other && at <= next + cue.reach &&
                          words[at].kind == NameWord::Kind::initial;
      if (at == next || enumerated) expected[at] = std::max(expected[at], kBehindLabel);
      const bool mentioned = cue.says == Says::listed && !cue.result && at <= next + cue.reach &&
                             finder.can_be_name(at);
      if (mentioned) expected[at] = std::max(expected[at], kBehindListed);
      if (office || (cue.says == Says::other && at <= next + kOfficeToName)) {
        expected[at] = std::max(expected[at], kBehindOffice);
      }
    }
    if (cue.says != Says::holder) continue;
    for (std::size_t at = next; at < words.size() && at <= next + cue.reach; ++at) {
      if (words[at].line - words[hit.last].line > cue.lines) break;
      if (own_line[at]) expected[at] = kOwnLineAfterAward;
    }
  }
  return expected;
}

void forbid_places(const RoleContext& context, NameFinder& finder) {
  const std::string& folded = context.paper.folded();
  for (const PhraseHit& hit : context.cues) {
    const PersonCue& cue = context.wording.cues()[hit.meaning];
    if (cue.says != Says::nobody || cue.reach > 0) continue;
    const std::size_t word = cue.after ? hit.first - 1 : hit.last + 1;
    if ((cue.after && hit.first == 0) || word >= context.words.size()) continue;
    const std::size_t beside = cue.after ? hit.first : word;
    std::string_view gap = context.words[beside].before.of(folded);
    if (gap.starts_with('.')) gap.remove_prefix(1);
    if (gap.find_first_not_of(' ') != std::string_view::npos) continue;
    finder.forbid(word);
  }
}

std::vector<RoleVerdict> assign_roles(const RoleContext& context, const std::vector<NameRun>& runs,
                                      const NameFinder& finder) {
  return RoleAssigner(context, runs, finder).assign();
}

}  // namespace fonds
