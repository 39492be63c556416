/// VocabularyInMemory: a vocabulary of a test: it holds every word but those it is told it does
/// not.
///
/// Threads: a value of the test that made it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/vocabulary.h"

namespace fonds {

class VocabularyInMemory : public Vocabulary {
 public:
  Expansion beginning_with(const std::string& beginning) override {
    return {{beginning + "1", beginning + "2"}, beginning == "мно"};
  }
  bool holds(const std::string& word, WordsOf /*where*/) override {
    return unknown.count(word) == 0;
  }
  bool holds_exactly(const std::string& word) override { return unknown.count(word) == 0; }
  std::vector<OtherWord> others(const std::string& word, WordsOf /*where*/) override {
    ++asked_for_others;
    const auto found = similar.find(word);
    return found == similar.end() ? std::vector<OtherWord>{} : found->second;
  }

  std::set<std::string> unknown;
  std::map<std::string, std::vector<OtherWord>> similar;
  int asked_for_others = 0;
};

}  // namespace fonds
