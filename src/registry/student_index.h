/// StudentIndex: the register as a compact, immutable index for matching: below 300 bytes a
/// student, everything included.
///
/// A student is a row; rows stand in the order of surname, first name and patronymic, so that
/// namesakes are neighbours. Names, collectives, groups and schools are kept once, in WordLists.
/// Invariant: aliases (former surnames, parts of a double one) lead to the row of the student.
/// Threads: immutable once built.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/student.h"
#include "registry/ocr_costs.h"
#include "registry/word_list.h"

namespace fonds {

class StudentIndex {
 public:
  using RowNumber = std::uint32_t;
  static constexpr WordNumber kNone = 0xFFFFFFFF;

  struct Row {
    std::int64_t id = 0;
    WordNumber last = kNone;
    WordNumber first = kNone;
    WordNumber middle = kNone;
    std::uint32_t birth_date = 0;  ///< 20120507; 0: not known
    std::uint32_t left_on = 0;
    WordNumber school = kNone;
    std::uint32_t attended = 0;  ///< where its memberships begin
    Gender gender = Gender::unknown;
  };
  struct Attended {
    WordNumber collective = kNone;
    WordNumber group = kNone;
    std::int32_t school_year = 0;  ///< 0: not known
  };
  struct Alias {
    WordNumber last = kNone;
    RowNumber row = 0;
  };
  struct Range {
    RowNumber begin = 0;
    RowNumber end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
  };

  class Builder {
   public:
    void add(const Student& student);
    /// A paper that names this teacher but no collective is likely one of the collective's.
    void add_teacher(std::string_view teacher, std::string_view collective);
    StudentIndex build() &&;

   private:
    friend class StudentIndex;
    struct Teaching {
      std::string teacher;
      WordNumber collective;
    };
    WordList::Builder lasts_;
    WordList::Builder firsts_;
    WordList::Builder middles_;
    WordList::Builder collectives_;
    WordList::Builder groups_;
    WordList::Builder schools_;
    std::vector<Row> rows_;
    std::vector<Attended> attended_;
    std::vector<Alias> aliases_;
    std::vector<Teaching> teachings_;
    std::vector<std::string> titles_;  ///< of collectives, by their number in collectives_
    WordNumber collective(std::string_view title);
  };

  [[nodiscard]] std::size_t size() const { return rows_.empty() ? 0 : rows_.size() - 1; }
  [[nodiscard]] const Row& row(RowNumber number) const { return rows_[number]; }
  [[nodiscard]] std::span<const Attended> attended(RowNumber number) const {
    return std::span(attended_).subspan(rows_[number].attended,
                                        rows_[number + 1].attended - rows_[number].attended);
  }
  [[nodiscard]] Range with_last(WordNumber last) const;
  [[nodiscard]] Range with_last_and_first(WordNumber last, WordNumber first) const;
  /// By (first name, patronymic).
  [[nodiscard]] std::span<const RowNumber> with_given(WordNumber first, WordNumber middle) const;
  [[nodiscard]] std::span<const Alias> aliases_of(WordNumber last) const;
  [[nodiscard]] std::span<const RowNumber> members(WordNumber collective) const;
  /// Students with a membership in that school year.
  [[nodiscard]] std::size_t active_in(int school_year) const;

  [[nodiscard]] const WordList& lasts() const { return lasts_; }
  [[nodiscard]] const WordList& firsts() const { return firsts_; }
  [[nodiscard]] const WordList& middles() const { return middles_; }
  [[nodiscard]] const WordList& collectives() const { return collectives_; }
  /// As given: with capitals and ё.
  [[nodiscard]] const std::string& title(WordNumber collective) const {
    return titles_[collective];
  }
  [[nodiscard]] const WordList& groups() const { return groups_; }
  [[nodiscard]] const WordList& schools() const { return schools_; }
  [[nodiscard]] const std::vector<std::pair<std::string, WordNumber>>& teachers() const {
    return teachers_;
  }
  [[nodiscard]] const OcrCosts& costs() const { return costs_; }
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  StudentIndex() : costs_(OcrCosts::shipped()) {}
  void take_words(Builder& builder);
  void take_rows(Builder& builder);
  void index_rows();

  OcrCosts costs_;
  WordList lasts_;
  WordList firsts_;
  WordList middles_;
  WordList collectives_;
  WordList groups_;
  WordList schools_;
  std::vector<Row> rows_;  ///< one more than students: where the last one's memberships end
  std::vector<Attended> attended_;
  std::vector<std::uint32_t> last_begins_;  ///< by surname: its first row
  std::vector<Alias> aliases_;              ///< ordered by surname
  std::vector<RowNumber> by_given_;         ///< rows ordered by first name, patronymic
  std::vector<RowNumber> members_;          ///< rows, collective by collective
  std::vector<std::uint32_t> member_begins_;
  std::vector<std::string> titles_;
  std::map<int, std::size_t> active_;
  std::vector<std::pair<std::string, WordNumber>> teachers_;
};

}  // namespace fonds
