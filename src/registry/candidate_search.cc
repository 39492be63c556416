#include "registry/candidate_search.h"

#include <algorithm>

namespace fonds {
namespace {

using RowNumber = StudentIndex::RowNumber;

/// Students of one surname taken whole; of more, only those whose first name can be the printed
/// one.
constexpr std::size_t kFewNamesakes = 48;
/// Students taken in all; a name as common as that is nobody's in particular.
constexpr std::size_t kMostFound = 6000;
/// First names and patronymics tried where the surname is wrecked, and students of each pair.
constexpr std::size_t kFirstsTried = 6;
constexpr std::size_t kMiddlesTried = 8;
constexpr std::size_t kFewOfPair = 64;
/// Letters of a word that may differ beyond the nearest word's.
constexpr int kFartherThanNearest = 2;
constexpr std::size_t kMostMembers = 3000;

class Search {
 public:
  Search(const StudentIndex& index, const PrintedName& name, const PaperPrior& paper)
      : index_(index), name_(name), paper_(paper) {}

  std::vector<FoundStudent> run() {
    if (name_.last.is_printed() && !name_.last.is_initial()) by_surname();
    if (!name_.last.is_printed()) by_first_name();
    by_given_names();
    if (paper_.roster().size() <= kMostMembers) {
      for (const auto& [row, weight] : paper_.roster()) add(row, index_.row(row).last);
    }
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  void add(RowNumber row, WordNumber last) {
    if (found_.size() < kMostFound) found_.push_back({row, last});
  }
  void add(StudentIndex::Range range, WordNumber last) {
    for (RowNumber row = range.begin; row < range.end; ++row) add(row, last);
  }

  void by_surname() {
    for (const WordList::Found& found : name_.last.near()) {
      for (const StudentIndex::Alias& alias : index_.aliases_of(found.word)) {
        add(alias.row, alias.last);
      }
      const StudentIndex::Range all = index_.with_last(found.word);
      if (all.size() <= kFewNamesakes || !name_.first.is_printed()) {
        add(all, found.word);
      } else if (name_.first.is_initial()) {
        by_initial(found.word);
      } else {
        for (const WordList::Found& first : name_.first.near()) {
          add(index_.with_last_and_first(found.word, first.word), found.word);
        }
      }
    }
  }

  /// First names are in the order of the alphabet, so those of one letter stand together.
  void by_initial(WordNumber last) {
    const WordList::Range names = index_.firsts().beginning_with(name_.first.initial());
    if (names.begin == names.end) return;
    const RowNumber begin = index_.with_last_and_first(last, names.begin).begin;
    const RowNumber end = index_.with_last_and_first(last, names.end - 1).end;
    add({begin, end}, last);
  }

  /// Only a first name is printed: nobody can be told, but a small register has few.
  void by_first_name() {
    if (!name_.first.is_printed() || name_.first.is_initial() || index_.size() > kMostFound) return;
    for (RowNumber row = 0; row < index_.size(); ++row) {
      const WordNumber first = index_.row(row).first;
      const auto& near = name_.first.near();
      const bool fits = std::any_of(near.begin(), near.end(), [&](const WordList::Found& each) {
        return each.word == first && each.distance <= kFartherThanNearest;
      });
      if (fits) add(row, index_.row(row).last);
    }
  }

  void by_given_names() {
    if (!name_.first.is_printed() || name_.first.is_initial()) return;
    if (!name_.middle.is_printed() || name_.middle.is_initial()) return;
    const auto firsts = tried(name_.first.near(), kFirstsTried);
    const auto middles = tried(name_.middle.near(), kMiddlesTried);
    for (const WordNumber first : firsts) {
      for (const WordNumber middle : middles) {
        const auto rows = index_.with_given(first, middle);
        for (const RowNumber row : rows) {
          const WordNumber last = index_.row(row).last;
          if (last == StudentIndex::kNone) continue;
          if (rows.size() <= kFewOfPair || can_be_surname(last)) add(row, last);
        }
      }
    }
  }

  static std::vector<WordNumber> tried(const std::vector<WordList::Found>& near, std::size_t most) {
    std::vector<WordNumber> words;
    for (const WordList::Found& each : near) {
      if (words.size() == most || each.distance > near.front().distance + kFartherThanNearest) {
        break;
      }
      words.push_back(each.word);
    }
    return words;
  }

  /// At least half of the letters agree.
  [[nodiscard]] bool can_be_surname(WordNumber last) const {
    if (!name_.last.is_printed() || name_.last.is_initial()) return false;
    const auto letters = static_cast<int>(index_.lasts().code(last).size());
    return 2 * name_.last.letters_from(last) <= letters;
  }

  const StudentIndex& index_;
  const PrintedName& name_;
  const PaperPrior& paper_;
  std::vector<FoundStudent> found_;
};

}  // namespace

std::vector<FoundStudent> candidate_search(const StudentIndex& index, const PrintedName& name,
                                           const PaperPrior& paper) {
  return Search(index, name, paper).run();
}

}  // namespace fonds
