/// WordQueries: what words without a field ask for: a word in all its forms, a number by all its
/// forms, a day, a phrase, the beginning of a word; and, where no paper has a word, the words it
/// may stand for.
///
/// Threads: one a thread, one a query. Faults: those of the vocabulary.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/query_parser.h"
#include "indexer/short_names.h"
#include "indexer/terms.h"
#include "indexer/vocabulary.h"

namespace fonds {

/// What is collected beside the query while it is understood.
struct QueryFindings {
  WantedWords wanted;
  std::string notice;
  /// Adds a sentence, once.
  void note(const std::string& sentence);
};

class WordQueries {
 public:
  /// All outlive this.
  WordQueries(Vocabulary& vocabulary, Stems& stems, const ShortNames& short_names,
              Tolerance tolerance, QueryFindings& findings)
      : vocabulary_(vocabulary),
        stems_(stems),
        short_names_(short_names),
        tolerance_(tolerance),
        findings_(findings) {}

  /// What was typed without a space: usually one word.
  Xapian::Query words(const std::string& typed);
  /// Words as typed, one after the other; one that no paper has so, as those it may stand for.
  Xapian::Query phrase(const std::string& text);
  /// A word's beginning, "дипл*"; nothing when it is not just that.
  std::optional<Xapian::Query> beginning(const std::string& typed);
  /// One word in all forms that papers print, as exact words, so that places count; empty when the
  /// text is not just one word.
  Xapian::Query any_form(const std::string& text);
  /// A surname with initials ("Кравец И В") of a linked student, or printed so.
  Xapian::Query surname_with_initials(const std::string& text);
  /// A series and a number ("ДО 004289") as one, or as two words.
  Xapian::Query series_and_number(const std::string& text);

 private:
  Xapian::Query word(const std::string& word);
  Xapian::Query held_word(const std::string& word);
  Xapian::Query other_words(const std::string& word, const std::vector<OtherWord>& others);
  void tell_others(const std::string& word, const std::vector<OtherWord>& others);
  std::vector<std::vector<std::string>> meant_phrases(const std::vector<std::string>& typed);
  Xapian::Query exact(const std::string& value);
  Xapian::Query adjacent(const std::vector<std::string>& terms);
  std::string in_meant_layout(const std::string& typed);
  bool holds_all_words_of(const std::string& typed);

  Vocabulary& vocabulary_;
  Stems& stems_;
  const ShortNames& short_names_;
  Tolerance tolerance_;
  QueryFindings& findings_;
  int looked_up_ = 0;  ///< words, at most kMostLookedUp
};

/// The parts as one query; none of it when there are none.
Xapian::Query joined(Xapian::Query::op operation, const std::vector<Xapian::Query>& parts);

}  // namespace fonds
