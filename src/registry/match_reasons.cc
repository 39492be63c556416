#include "registry/match_reasons.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/messages.h"
#include "registry/letters.h"
#include "registry/organisation_name.h"

namespace fonds {
namespace {

struct PartWords {
  const char* as_printed;   ///< {} printed
  const char* misread;      ///< {} printed, {} in the register
  const char* contradicts;  ///< {} printed, {} in the register
  const char* initial;      ///< {} printed
};

constexpr PartWords kLast{tr_later("the surname agrees: {}"),
                          tr_later("the surname is nearly the same: {} for {}"),
                          tr_later("another surname: {} on the paper, {} in the register"),
                          tr_later("the initial of the surname agrees: {}")};
constexpr PartWords kFirst{tr_later("the first name agrees: {}"),
                           tr_later("the first name is nearly the same: {} for {}"),
                           tr_later("another first name: {} on the paper, {} in the register"),
                           tr_later("the initial of the first name agrees: {}")};
constexpr PartWords kMiddle{tr_later("the patronymic agrees: {}"),
                            tr_later("the patronymic is nearly the same: {} for {}"),
                            tr_later("another patronymic: {} on the paper, {} in the register"),
                            tr_later("the initial of the patronymic agrees: {}")};

std::string date_text(std::uint32_t packed) {
  return to_text(CalendarDate{static_cast<int>(packed / 10000),
                              static_cast<int>(packed / 100 % 100),
                              static_cast<int>(packed % 100)});
}

class Reasons {
 public:
  Reasons(const StudentIndex& index, const NameGrammar& grammar, const PaperPrior& paper,
          const PersonMention& mention, const NameVariant& variant, const WeighedStudent& student)
      : index_(index),
        grammar_(grammar),
        paper_(paper),
        mention_(mention),
        variant_(variant),
        student_(student),
        row_(index.row(student.row)) {}

  std::vector<Reason> all() {
    names();
    beside();
    attendance();
    return std::move(reasons_);
  }

 private:
  void say_that(const char* said, std::vector<std::string> with = {}) {
    reasons_.push_back({said, std::move(with)});
  }

  void names() {
    if (variant_.kind == NameVariant::Kind::swapped) {
      say_that(tr_later("surname and first name the other way round"));
    } else if (variant_.kind == NameVariant::Kind::rejoined) {
      say_that(tr_later("the words of the name were split or joined"));
    }
    part(NamePart::last, variant_.parts.last, index_.lasts(), student_.last, kLast);
    if (student_.last != row_.last && row_.last != StudentIndex::kNone) {
      const std::string now = titled(index_.lasts(), row_.last);
      const bool half = now.find('-') != std::string::npos;
      say_that(
          half ? tr_later("part of the double surname {}") : tr_later("the former surname of {}"),
          {now});
    }
    part(NamePart::first, variant_.parts.first, index_.firsts(), row_.first, kFirst);
    if (variant_.parts.middle.empty()) {
      if (row_.middle != StudentIndex::kNone) say_that(tr_later("no patronymic on the paper"));
    } else if (row_.middle == StudentIndex::kNone) {
      say_that(tr_later("the register knows no patronymic"));
    } else {
      part(NamePart::middle, variant_.parts.middle, index_.middles(), row_.middle, kMiddle);
    }
  }

  static std::string titled(const WordList& list, WordNumber word) {
    return to_title_letters(to_upper_letters(list.word(word)));
  }

  void part(NamePart which, const std::string& printed, const WordList& list, WordNumber word,
            const PartWords& words) {
    if (printed.empty() || word == StudentIndex::kNone) return;
    const auto ours = list.code(word);
    if (printed.ends_with('.') && count_letters(printed) == 2) {
      const bool same = !ours.empty() && code_word(printed)[0] == ours[0];
      say_that(same ? words.initial : words.contradicts,
               same ? std::vector{printed} : std::vector{printed, titled(list, word)});
      return;
    }
    const int letters = letters_between(which, printed, ours, list, word);
    if (letters == 0) {
      say_that(words.as_printed, {printed});
    } else {
      const bool near = 3 * letters <= static_cast<int>(ours.size());
      say_that(near ? words.misread : words.contradicts, {printed, titled(list, word)});
    }
  }

  /// Letters between what is printed and the nearest case form of our word.
  int letters_between(NamePart which, const std::string& printed, std::span<const LetterCode> ours,
                      const WordList& list, WordNumber word) const {
    const LetterDistance distance(code_word(printed));
    int least = distance.to(ours);
    for (const Gender gender : {Gender::male, Gender::female}) {
      if (row_.gender != Gender::unknown && row_.gender != gender) continue;
      for (const std::string& form : grammar_.forms(which, list.word(word), gender)) {
        least = std::min(least, distance.to(code_word(form)));
      }
    }
    return least;
  }

  void beside() {
    if (mention_.birth_date && row_.birth_date != 0) {
      const std::string ours = date_text(row_.birth_date);
      const std::string printed = to_text(*mention_.birth_date);
      if (ours == printed) {
        say_that(tr_later("the birth date agrees: {}"), {printed});
      } else {
        say_that(tr_later("another birth date: {} on the paper, {} in the register"),
                 {printed, ours});
      }
    }
    if (mention_.age && row_.birth_date != 0 && paper_.day()) {
      const int age = paper_.age_then(student_.row);
      if (std::abs(age - *mention_.age) <= 1) {
        say_that(tr_later("the age agrees: {}"), {std::to_string(*mention_.age)});
      } else {
        say_that(tr_later("another age: {} on the paper, {} by the register"),
                 {std::to_string(*mention_.age), std::to_string(std::max(age, 0))});
      }
    }
    if (row_.school == StudentIndex::kNone || paper_.is_own(mention_.organisation)) return;
    const auto same = same_school(index_.schools().word(row_.school), mention_.organisation);
    if (same) {
      say_that(*same ? tr_later("the school agrees: {}") : tr_later("another school: {}"),
               {mention_.organisation});
    }
  }

  void attendance() {
    if (paper_.knows_collective()) {
      say_that(paper_.is_member(student_.row) ? tr_later("attends the collective {}")
                                              : tr_later("does not attend the collective {}"),
               {paper_.collective()});
      if (paper_.in_group(student_.row)) say_that(tr_later("is in the group the paper names"));
    } else if (paper_.is_member(student_.row)) {
      say_that(tr_later("attends a collective of the teacher the paper names"));
    }
    if (paper_.attended_then(student_.row)) {
      const int year = *paper_.school_year();
      say_that(tr_later("attended in the school year {}"),
               {std::to_string(year) + "/" + std::to_string(year + 1)});
    }
    if (!paper_.day()) return;
    if (row_.birth_date != 0 && paper_.age_then(student_.row) < 0) {
      say_that(tr_later("born after the day of the paper"));
    }
    if (row_.left_on != 0) {
      const auto left = calendar_date_from(date_text(row_.left_on));
      if (left && *left < *paper_.day()) {
        say_that(tr_later("left before the paper, on {}"), {date_text(row_.left_on)});
      }
    }
  }

  const StudentIndex& index_;
  const NameGrammar& grammar_;
  const PaperPrior& paper_;
  const PersonMention& mention_;
  const NameVariant& variant_;
  const WeighedStudent& student_;
  const StudentIndex::Row& row_;
  std::vector<Reason> reasons_;
};

}  // namespace

std::vector<Reason> reasons_for(const StudentIndex& index, const NameGrammar& grammar,
                                const PaperPrior& paper, const PersonMention& mention,
                                const NameVariant& variant, const WeighedStudent& student) {
  return Reasons(index, grammar, paper, mention, variant, student).all();
}

}  // namespace fonds
