#include "indexer/vocabulary.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/fields.h"

namespace fonds {

bool IndexVocabulary::has_paper(const std::string& term) const {
  if (!database_.term_exists(term)) return false;
  if (visible_.empty()) return true;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(term), visible_));
  return !enquire.get_mset(0, 1).empty();
}

bool IndexVocabulary::begins_term(const std::string& beginning) const {
  return database_.allterms_begin(beginning) != database_.allterms_end(beginning);
}

Expansion IndexVocabulary::beginning_with(const std::string& beginning) {
  constexpr std::size_t kMostLookedAt = 50'000;
  constexpr std::size_t kMostAsked = 1000;  // of words that may be hidden from the reader
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  Expansion expansion;
  const auto end = database_.allterms_end(beginning);
  for (auto term = database_.allterms_begin(beginning); term != end; ++term) {
    if (words.size() == kMostLookedAt) {
      expansion.more = true;
      break;
    }
    words.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t most = visible_.empty() ? kMostExpansions + 1 : kMostAsked;
  const auto last = words.begin() + static_cast<std::ptrdiff_t>(std::min(most, words.size()));
  std::partial_sort(words.begin(), last, words.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  words.erase(last, words.end());
  for (auto& [frequency, word] : words) {
    if (!visible_.empty() && !has_paper(word)) continue;
    if (expansion.words.size() == kMostExpansions) {
      expansion.more = true;
      break;
    }
    expansion.words.push_back(std::move(word));
  }
  return expansion;
}

bool IndexVocabulary::holds(const std::string& word, WordsOf where) {
  if (has_paper(term_of(FieldId::student_name, word))) return true;
  return where == WordsOf::papers_and_names &&
         has_paper(std::string(entry_of(FieldId::stem).prefix) + stems_.of(word));
}

std::vector<OtherWord> IndexVocabulary::others(const std::string& word, WordsOf where) {
  if (Transliteration::is_latin(word)) return transliterated(word, where);
  return misspelt(word, where);
}

const WordMistakes& IndexVocabulary::mistakes() {
  if (!mistakes_) mistakes_ = std::make_unique<WordMistakes>();
  return *mistakes_;
}

std::vector<OtherWord> IndexVocabulary::transliterated(const std::string& word, WordsOf where) {
  const auto ask = [&](const std::string& russian) {
    const std::string name = term_of(FieldId::student_name, russian);
    Transliteration::Held held{begins_term(name), has_paper(name)};
    if (where == WordsOf::papers_and_names) {
      held.begins = held.begins || begins_term(russian);
      held.whole = held.whole || has_paper(russian);
    }
    return held;
  };
  std::vector<OtherWord> found;
  for (std::string& each : mistakes().transliteration.readings(word, ask, kMostOthers)) {
    found.push_back({std::move(each), 0});
  }
  return found;
}

std::vector<OtherWord> IndexVocabulary::misspelt(const std::string& word, WordsOf where) {
  const float limit = allowed_cost(count_characters(word));
  constexpr std::size_t kMostAsked = 64;
  std::vector<NearTerm> near = near_terms(database_, entry_of(FieldId::student_name).prefix, word,
                                          mistakes().costs, limit, kMostAsked);
  if (where == WordsOf::papers_and_names) {
    auto in_texts = near_terms(database_, "", word, mistakes().costs, limit, kMostAsked);
    near.insert(near.end(), in_texts.begin(), in_texts.end());
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const NearTerm& a, const NearTerm& b) { return a.cost < b.cost; });
  std::vector<OtherWord> found;
  for (const NearTerm& each : near) {
    constexpr float kBand = 0.45F;  // what is much farther than the nearest is not meant
    if (found.size() == kMostOthers || (!found.empty() && each.cost > found[0].cost + kBand)) break;
    const bool known = std::any_of(found.begin(), found.end(),
                                   [&](const OtherWord& other) { return other.word == each.word; });
    if (!known && holds(each.word, where)) found.push_back({each.word, each.cost});
  }
  return found;
}

}  // namespace fonds
