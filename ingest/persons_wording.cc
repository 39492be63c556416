#include "ingest/persons_wording.h"

#include <algorithm>
#include <array>

#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

constexpr std::size_t kMostFewLetters = 3;
constexpr std::size_t kLeastFuzzyLetters = 6;
constexpr std::string_view kNumberKey = "#";

std::string begin_of(std::string_view word) {
  std::size_t end = 0;
  for (int i = 0; i < 2 && end < word.size(); ++i) end += letter_bytes(word[end]);
  return std::string(word.substr(0, end));
}

/// Endings that make a surname of an office: Атаманов, Начальникова, Судьин.
bool is_surname_ending(std::string_view ending) {
  static constexpr std::array<std::string_view, 5> kSurname{"ов", "ев", "ин", "ын", "ск"};
  return std::any_of(kSurname.begin(), kSurname.end(),
                     [&](std::string_view each) { return ending.starts_with(each); });
}

/// Bytes of `word` its beginning takes that is `stem` with one letter changed, lost or added; 0
/// when it does not begin so. The first letter must be right.
std::size_t begins_nearly(std::string_view word, std::string_view stem) {
  std::size_t w = 0;
  std::size_t s = 0;
  while (s < stem.size() && w < word.size() && word[w] == stem[s]) {
    ++w;
    ++s;
  }
  const auto to_letter = [](std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
      --at;
    return at;
  };
  w = to_letter(word, w);
  s = to_letter(stem, s);
  if (s == stem.size()) return w;
  if (s == 0 || w >= word.size()) return 0;
  const std::size_t next_w = std::min(w + letter_bytes(word[w]), word.size());
  const std::size_t next_s = s + letter_bytes(stem[s]);
  for (const auto& [from_w, from_s] :
       {std::pair{next_w, next_s}, std::pair{next_w, s}, std::pair{w, next_s}}) {
    const std::string_view rest = stem.substr(std::min(from_s, stem.size()));
    if (word.substr(from_w).starts_with(rest)) return from_w + rest.size();
  }
  return 0;
}

PersonCue::Says says_from(const DataTable& entry) {
  const std::string& says = entry.text("says");
  if (says == "holder") return PersonCue::Says::holder;
  if (says == "learner") return PersonCue::Says::learner;
  if (says == "listed") return PersonCue::Says::listed;
  if (says == "other") return PersonCue::Says::other;
  if (says == "greeting") return PersonCue::Says::greeting;
  if (says == "nobody") return PersonCue::Says::nobody;
  entry.refuse(say(tr("a cue cannot say '{}'"), says),
               tr("write holder, learner, listed, other, greeting or nobody"));
}

std::optional<GrammaticalCase> case_from(const DataTable& entry) {
  const std::string name = entry.text_or("case", "");
  if (name.empty()) return std::nullopt;
  for (const GrammaticalCase each : kGrammaticalCases) {
    if (name == name_of(each)) return each;
  }
  entry.refuse(say(tr("unknown case '{}'"), name), tr("write nom, gen, dat, acc, ins or pre"));
}

ColumnHolds holds_from(const DataTable& entry) {
  static constexpr std::array<std::pair<std::string_view, ColumnHolds>, 9> kHolds{
      {{"number", ColumnHolds::number},
       {"name", ColumnHolds::name},
       {"birth_date", ColumnHolds::birth_date},
       {"age", ColumnHolds::age},
       {"school_class", ColumnHolds::school_class},
       {"organisation", ColumnHolds::organisation},
       {"teacher", ColumnHolds::teacher},
       {"parents", ColumnHolds::parents},
       {"result", ColumnHolds::result}}};
  const std::string& text = entry.text("holds");
  for (const auto& [name, holds] : kHolds) {
    if (text == name) return holds;
  }
  entry.refuse(say(tr("a column cannot hold '{}'"), text),
               tr("write number, name, birth_date, age, school_class, organisation, teacher, "
                  "parents or result"));
}

PersonCue cue_from(const DataTable& entry) {
  entry.expect_only({"says", "stands", "case", "reach", "lines", "many", "teacher", "office",
                     "result", "beside", "kinds", "words"});
  PersonCue cue;
  cue.says = says_from(entry);
  const std::string& stands = entry.text("stands");
  if (stands != "before" && stands != "after") {
    entry.refuse(say(tr("a cue cannot stand '{}'"), stands), tr("write before or after"));
  }
  cue.after = stands == "after";
  cue.grammatical_case = case_from(entry);
  cue.reach = static_cast<std::size_t>(entry.number_or("reach", cue.after ? 1 : 14));
  cue.lines = static_cast<std::size_t>(entry.number_or("lines", cue.after ? 1 : 3));
  cue.many = entry.flag_or("many", false);
  cue.teacher = entry.flag_or("teacher", false);
  cue.office = entry.flag_or("office", false);
  cue.result = entry.flag_or("result", false);
  cue.beside = entry.flag_or("beside", false);
  cue.kinds = entry.texts("kinds");
  return cue;
}

}  // namespace

PersonWording PersonWording::shipped() {
  return PersonWording(
      DataTable::parse(shipped_data("person_wording.toml"), "person_wording.toml"));
}

PersonWording::PersonWording(const DataTable& data) {
  data.expect_only({"cue", "column", "words", "results"});
  for (const DataTable& entry : data.tables("cue")) {
    cues_.push_back(cue_from(entry));
    add_phrases(entry, cues_.size() - 1, cues_.back().after ? after_ : before_);
  }
  for (const DataTable& entry : data.tables("column")) {
    entry.expect_only({"holds", "weight", "words"});
    columns_.push_back({holds_from(entry), entry.number_or("weight", 1)});
    add_phrases(entry, columns_.size() - 1, headings_);
  }
  if (data.has("results")) add_phrases(data.table("results"), 0, results_);
  if (!data.has("words")) return;
  const DataTable& words = data.table("words");
  words.expect_only({"not_names", "institutions"});
  const auto fill = [](const std::string& text, Phrases& into) {
    for (const std::string_view word : split_letters(text, ", \n")) {
      into.all.push_back(phrase_of(word, 0));
    }
  };
  fill(words.text_or("not_names", ""), no_names_);
  fill(words.text_or("institutions", ""), institutions_);
  // Offices and verbs of award are no names either.
  for (const Phrases* phrases : {&before_, &after_}) {
    for (const Phrase& phrase : phrases->all) {
      if (cues_[phrase.meaning].says == PersonCue::Says::nobody) continue;
      no_names_.all.push_back({{phrase.pieces.front()}, 0});
    }
  }
  for (Phrases* each : {&no_names_, &institutions_}) {
    for (std::size_t i = 0; i < each->all.size(); ++i) {
      each->by_begin[begin_of(each->all[i].pieces.front().stem)].push_back(i);
    }
  }
}

PersonWording::Phrase PersonWording::phrase_of(std::string_view text, std::size_t meaning) {
  Phrase phrase;
  phrase.meaning = meaning;
  for (const std::string_view word : split_letters(text, " \n\t")) {
    Piece piece;
    piece.is_number = word == kNumberKey;
    piece.stem = fold_letters(word);
    if (!piece.is_number && piece.stem.size() > 1) {
      const char end = piece.stem.back();
      piece.ending = end == '*'   ? Ending::any
                     : end == '~' ? Ending::few
                     : end == '.' ? Ending::stop
                                  : Ending::none;
      if (piece.ending != Ending::none) piece.stem.pop_back();
    }
    phrase.pieces.push_back(std::move(piece));
  }
  return phrase;
}

void PersonWording::add_phrases(const DataTable& entry, std::size_t meaning, Phrases& into) {
  for (const std::string_view text : split_letters(entry.text("words"), ",")) {
    Phrase phrase = phrase_of(text, meaning);
    if (phrase.pieces.empty()) continue;
    into.by_begin[begin_of(phrase.pieces.front().stem)].push_back(into.all.size());
    into.all.push_back(std::move(phrase));
  }
}

bool PersonWording::fits(const Piece& piece, const NameWord& word, std::string_view folded,
                         bool exactly) {
  if (piece.is_number) return word.kind == NameWord::Kind::number;
  if (word.kind == NameWord::Kind::number) return false;
  const std::string& text = word.folded;
  std::size_t taken = text.starts_with(piece.stem) ? piece.stem.size() : 0;
  if (taken == 0) {
    if (exactly || count_letters(piece.stem) < kLeastFuzzyLetters) return false;
    taken = begins_nearly(text, piece.stem);
    if (taken == 0) return false;
  }
  const std::string_view rest = std::string_view(text).substr(taken);
  switch (piece.ending) {
    case Ending::any:
      return true;
    case Ending::few:
      return count_letters(rest) <= kMostFewLetters && !is_surname_ending(rest);
    case Ending::stop:
      return rest.empty() && word.span.end < folded.size() && folded[word.span.end] == '.' &&
             (count_letters(text) > 1 || !word.capital);
    case Ending::none:
      return rest.empty();
  }
  return false;
}

/// How many words from `at` on are the phrase; 0 when they are not.
std::size_t PersonWording::length_at(const Phrase& phrase, const Read& words, std::size_t at,
                                     std::string_view folded, bool exactly) {
  std::size_t next = at;
  for (std::size_t i = 0; i < phrase.pieces.size(); ++i) {
    // Between the words of a phrase: 5 «В» класса.
    while (i > 0 && next < words.size() && count_letters(phrase.pieces[i].stem) > 1 &&
           words[next].kind != NameWord::Kind::number && count_letters(words[next].text) == 1 &&
           phrase.pieces[i - 1].is_number) {
      ++next;
    }
    if (next >= words.size() || !fits(phrase.pieces[i], words[next], folded, exactly)) return 0;
    if (i > 0 && words[next].before.of(folded).find('\f') != std::string_view::npos) return 0;
    ++next;
  }
  return next - at;
}

std::optional<PhraseHit> PersonWording::longest(const Phrases& phrases, const Read& words,
                                                std::size_t at, std::string_view folded,
                                                bool exactly) {
  const NameWord& word = words[at];
  const auto begin = phrases.by_begin.find(
      word.kind == NameWord::Kind::number ? std::string(kNumberKey) : begin_of(word.folded));
  if (begin == phrases.by_begin.end()) return std::nullopt;
  std::optional<PhraseHit> best;
  for (const std::size_t each : begin->second) {
    const std::size_t length = length_at(phrases.all[each], words, at, folded, exactly);
    if (length == 0 || (best && best->last >= at + length - 1)) continue;
    best = PhraseHit{phrases.all[each].meaning, at, at + length - 1};
  }
  return best;
}

std::vector<PhraseHit> PersonWording::find_cues(const Read& words, std::string_view folded) const {
  std::vector<PhraseHit> hits;
  for (const Phrases* phrases : {&before_, &after_}) {
    std::size_t covered = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at].quoted || at < covered) continue;
      auto hit = longest(*phrases, words, at, folded, true);
      if (!hit && words[at].kind == NameWord::Kind::word) {
        hit = longest(*phrases, words, at, folded, false);
      }
      if (!hit) continue;
      covered = hit->last + 1;
      hits.push_back(*hit);
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const PhraseHit& a, const PhraseHit& b) { return a.first < b.first; });
  return hits;
}

std::optional<PhraseHit> PersonWording::column_at(const Read& words, std::size_t at,
                                                  std::string_view folded) const {
  auto hit = longest(headings_, words, at, folded, true);
  return hit ? hit : longest(headings_, words, at, folded, false);
}

std::size_t PersonWording::result_at(const Read& words, std::size_t at,
                                     std::string_view folded) const {
  const auto hit = longest(results_, words, at, folded, true);
  return hit ? hit->last - at + 1 : 0;
}

bool PersonWording::fits_one(const Phrases& phrases, std::string_view folded_word) {
  const auto begin = phrases.by_begin.find(begin_of(folded_word));
  if (begin == phrases.by_begin.end()) return false;
  NameWord word;
  word.folded = folded_word;
  return std::any_of(begin->second.begin(), begin->second.end(), [&](std::size_t each) {
    const Piece& piece = phrases.all[each].pieces.front();
    return piece.ending != Ending::stop && fits(piece, word, {}, true);
  });
}

bool PersonWording::is_no_name(std::string_view folded_word) const {
  return fits_one(no_names_, folded_word);
}

bool PersonWording::is_institution(std::string_view folded_word) const {
  return fits_one(institutions_, folded_word);
}

}  // namespace fonds
