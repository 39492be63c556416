#include "ingest/persons_signing.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/messages.h"
#include "ingest/geometry.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Words of an office before the one that is known: «И.о. директора», «Первый заместитель главы».
constexpr std::size_t kWordsBeforeOffice = 3;
/// Words of an office printed behind a name.
constexpr std::size_t kLongestOffice = 12;
/// An office stands so many lines above the name at most, «Утверждаю» so many above the office.
constexpr std::size_t kOfficeLines = 2;
constexpr std::size_t kApprovalLines = 2;
/// Behind a name: a day, a category of a judge («1 кат.»).
constexpr std::size_t kShortLetters = 3;
/// «10 сентября 2024 г.» before an office.
constexpr std::size_t kDateWords = 4;
/// Phrases looked at before a name, so that a text of nothing but phrases costs no more.
constexpr std::ptrdiff_t kMostHitsBack = 64;

/// Without what parts an office from a name.
std::string trimmed(std::string text) {
  constexpr std::array<std::string_view, 12> kMarks{" ", ",", ":", ";", "_", "-",
                                                    "–", "—", "/", "|", ".", "("};
  const auto cut = [&](const auto& each) {
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view mark : kMarks) more = each(mark) || more;
    }
  };
  cut([&](std::string_view mark) {
    if (!text.ends_with(mark)) return false;
    text.resize(text.size() - mark.size());
    return true;
  });
  cut([&](std::string_view mark) {
    if (!text.starts_with(mark)) return false;
    text.erase(0, mark.size());
    return true;
  });
  return text;
}

}  // namespace

/// The office on the line of the name, or above it with nothing but the office between.
std::optional<PhraseHit> SigningFinder::office_before(std::size_t person) const {
  const auto& words = context_.words;
  const std::size_t name = persons_[person].run.words.front();
  const std::size_t after = person == 0 ? 0 : persons_[person - 1].run.words.back() + 1;
  const auto& cues = context_.cues;
  const auto end =
      std::lower_bound(cues.begin(), cues.end(), name,
                       [](const PhraseHit& hit, std::size_t word) { return hit.first < word; });
  const auto begin = end - std::min<std::ptrdiff_t>(end - cues.begin(), kMostHitsBack);
  std::optional<PhraseHit> found;
  for (const PhraseHit& hit : std::span(begin, end)) {
    if (hit.last >= name) break;
    if (hit.first < after || cue(hit).after || !cue(hit).office) continue;
    if (words[name].line - words[hit.first].line > kOfficeLines) continue;
    // «Ректор, председатель жюри», «Председатель жюри, / заслуженный учитель»
    const bool goes_on = found && (words[hit.first].line == words[found->last].line ||
                                   (cue(hit).teacher && !cue(*found).teacher));
    if (!goes_on) found = hit;
  }
  return found;
}

std::optional<PhraseHit> SigningFinder::office_of(std::size_t person) const {
  const RoleVerdict& verdict = persons_[person].verdict;
  if (verdict.role != PersonRole::other || verdict.nobody) return std::nullopt;
  const auto before = office_before(person);
  return before ? before : verdict.office;
}

TextSpan SigningFinder::span_of(const PhraseHit& office, std::size_t person) const {
  const auto& words = context_.words;
  const std::string& folded = context_.paper.folded();
  const auto parted = [&](std::size_t word, std::string_view marks) {
    return words[word].before.of(folded).find_first_of(marks) != std::string_view::npos;
  };
  const std::size_t name = persons_[person].run.words.front();
  if (office.last < name) {
    // Of several people the first one named ends the office of all.
    std::size_t end = name;
    for (std::size_t i = 0; i < person; ++i) {
      const std::size_t first = persons_[i].run.words.front();
      if (first > office.last) end = std::min(end, first);
    }
    std::size_t begin = office.first;
    for (std::size_t more = 0; more < kWordsBeforeOffice && begin > 0; ++more) {
      if (words[begin - 1].line != words[begin].line || parted(begin, ",;:")) break;
      --begin;
    }
    if (begin > 0 && words[begin - 1].line == words[begin].line) begin = office.first;
    return {words[begin].span.begin, words[end].span.begin};
  }
  std::size_t last = office.last;
  while (last + 1 < words.size() && last < office.first + kLongestOffice &&
         words[last + 1].line == words[office.first].line && !parted(last + 1, ",;")) {
    ++last;
  }
  return {words[office.first].span.begin, words[last].span.end};
}

std::string SigningFinder::office(std::size_t person) const {
  const auto office = office_of(person);
  return office ? trimmed(context_.paper.printed(span_of(*office, person))) : std::string();
}

/// Of «директору» somebody is told or given something. A teacher signs lists; elsewhere only where
/// the name is written as under papers, initials first: «Руководитель С.Х. Муртазин».
bool SigningFinder::may_sign_as(const PhraseHit& office, std::size_t person) const {
  constexpr std::array<std::string_view, 7> kOblique{"у", "ю", "ом", "ем", "ой", "ей", "ам"};
  const std::string& word = context_.words[office.last].folded;
  if (std::any_of(kOblique.begin(), kOblique.end(),
                  [&](std::string_view ending) { return word.ends_with(ending); })) {
    return false;
  }
  if (!cue(office).teacher || context_.has_rows) return true;
  const std::string_view gap =
      TextSpan{context_.words[office.last].span.end,
               context_.words[persons_[person].run.words.front()].span.begin}
          .of(context_.paper.folded());
  return office.last < persons_[person].run.words.front() &&
         persons_[person].run.order.starts_with('I') && gap.find(':') == std::string_view::npos;
}

bool SigningFinder::is_approval(std::size_t line) const {
  constexpr std::array<std::string_view, 2> kApprovals{"утвержд", "согласов"};
  const auto& lines = context_.paper.lines();
  for (std::size_t at = line + 1; at-- > 0 && line - at <= kApprovalLines;) {
    const std::string_view text = context_.paper.folded(lines[at].span);
    if (std::any_of(kApprovals.begin(), kApprovals.end(),
                    [&](std::string_view each) { return text.starts_with(each); })) {
      return true;
    }
  }
  return false;
}

/// Whether nothing but another person or a day stands before the word in its line.
bool SigningFinder::opens_line(std::size_t word, std::size_t person) const {
  const auto& words = context_.words;
  std::size_t begin = word;
  bool number = false;
  while (begin > 0 && words[begin - 1].line == words[word].line && word - begin <= kDateWords) {
    if (person > 0 && persons_[person - 1].run.words.back() == begin - 1) break;
    number = number || words[begin - 1].kind == NameWord::Kind::number;
    --begin;
  }
  return begin == word || (number && word - begin <= kDateWords);
}

/// Whether nothing follows the word in its line but a day, something short, or another line of
/// signature beside it.
bool SigningFinder::closes_line(std::size_t word, std::size_t person) const {
  const auto& words = context_.words;
  const auto office = person + 1 < persons_.size() ? office_of(person + 1) : std::nullopt;
  for (std::size_t next = word + 1; next < words.size(); ++next) {
    if (words[next].line != words[word].line) return true;
    if (person + 1 < persons_.size()) {
      if (persons_[person + 1].run.words.front() == next) return true;
      if (office && office->first == next) return true;
    }
    if (words[next].kind == NameWord::Kind::word &&
        count_letters(words[next].folded) > kShortLetters) {
      return false;
    }
  }
  return true;
}

bool SigningFinder::on_signature_line(std::size_t person) const {
  const auto office = office_of(person);
  if (!office || !may_sign_as(*office, person)) return false;
  const auto& words = context_.words;
  const std::size_t first = persons_[person].run.words.front();
  const std::size_t last = persons_[person].run.words.back();
  if (is_approval(words[std::min(first, office->first)].line)) return false;
  const TextSpan span = span_of(*office, person);
  if (office->first > last) {
    std::size_t end = office->last;
    while (end + 1 < words.size() && words[end + 1].span.begin < span.end) ++end;
    return opens_line(first, person) && closes_line(end, person);
  }
  // Of several behind one office each but the first stands behind another.
  const bool follows = person > 0 && persons_[person - 1].run.words.front() > office->last;
  if (follows) return opens_line(first, person) && closes_line(last, person);
  std::size_t begin = office->first;
  while (begin > 0 && words[begin - 1].span.begin >= span.begin) --begin;
  return opens_line(begin, person) && closes_line(last, person);
}

Decision<std::string> signatories_of(const std::vector<PersonMention>& persons, double threshold) {
  Decision<std::string> decision;
  std::string value;
  double confidence = 1;
  for (const PersonMention& person : persons) {
    if (!person.signs) continue;
    if (!value.empty()) value += "; ";
    if (!decision.source) decision.source = person.source;
    if (person.source.page == decision.source->page) {
      decision.source->box = hull(decision.source->box, person.source.box);
    }
    value += person.office.empty() ? person.printed : person.printed + ", " + person.office;
    confidence = std::min(confidence, person.confidence * person.legibility);
    decision.reasons.push_back({tr_later("{} stands on a line of signature"), {person.printed}});
  }
  if (value.empty()) return {};
  decision.confidence = confidence;
  if (confidence >= threshold) decision.value = std::move(value);
  return decision;
}

}  // namespace fonds
