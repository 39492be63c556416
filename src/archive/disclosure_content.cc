#include "archive/disclosure_content.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "archive/achievements.h"
#include "archive/card_words.h"
#include "archive/review_rules.h"
#include "base/pattern.h"
#include "base/text.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/proofs.h"
#include "catalogue/students.h"
#include "ingest/document_kinds.h"

namespace fonds {
namespace {

using Ids = std::vector<StudentId>;

bool holds(const Ids& ids, StudentId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The student's links on a paper.
struct Standing {
  Ids records;  ///< of the register, that are this student
  bool linked = false;
  bool offered = false;
  std::vector<int> mentions;  ///< the student's own
};

Standing standing_of(Students& students, const Card& card, StudentId student) {
  Standing standing;
  LinkVerdict verdict;
  for (const StudentLink& link : card.links) {
    if (students.living(link.student) != student) continue;
    standing.records.push_back(link.student);
    verdict.add(link.origin, link.state);
    standing.offered = standing.offered || link.state == LinkState::offered;
    if (link.mention > 0 && link.state == LinkState::linked) {
      standing.mentions.push_back(link.mention);
    }
  }
  standing.linked = verdict.linked();
  return standing;
}

/// Whether the student stands on the paper as a learner: named as one, or linked by a person.
bool is_learner(const Card& card, const Standing& standing) {
  if (standing.mentions.empty()) return true;
  return std::any_of(standing.mentions.begin(), standing.mentions.end(), [&](int number) {
    const auto place = static_cast<std::size_t>(number) - 1;
    return place < card.mentions.size() && card.mentions[place].role != PersonRole::other;
  });
}

/// Folded words that may be part of a name; initials and "и" tell nobody.
std::vector<std::string> words_of(const std::string& text) {
  static const Pattern word("[\\p{L}]{3,}");
  const std::string folded = fold(text);
  std::vector<std::string> words;
  for (const PatternMatch& match : word.find_all(PatternText(folded))) {
    words.emplace_back(match.whole.of(folded));
  }
  return words;
}

/// Whether two folded words may be one in different cases: "чижова", "чижовой". In doubt they are.
bool may_be_one_word(const std::string& one, const std::string& other) {
  constexpr std::size_t kStem = 4;
  constexpr std::size_t kEnding = 3;
  if (one == other) return true;
  const std::size_t most = std::max(count_characters(one), count_characters(other));
  const std::size_t stem = std::max(kStem, most - std::min(most, kEnding));
  return first_characters(one, stem) == first_characters(other, stem);
}

class Gatherer {
 public:
  Gatherer(Archive& archive, const Viewer& viewer, StudentId student,
           const std::optional<CalendarDate>& from, const std::optional<CalendarDate>& to)
      : archive_(archive),
        viewer_(viewer),
        student_(student),
        from_(from),
        to_(to),
        kinds_(archive.kinds()) {
    AchievementFilter filter;
    filter.student = student;
    for (Achievement& each : ArchiveAchievements(archive).bank(filter)) {
      Achievement& kept = records_[each.document];  // the student's own before the collective's
      if (kept.document.value == 0 || each.student.value != 0) kept = std::move(each);
    }
  }

  DisclosureContent gather() {
    for (const DocumentId document : Proofs(archive_.catalogue()).linked_to(student_)) {
      if (viewer_.sees(document)) take_linked(document);
    }
    for (const auto& [document, record] : records_) {
      const bool of_collective = record.student.value == 0 && !taken_.contains(document);
      if (of_collective && viewer_.sees(document)) {
        take(document, Cards(archive_.catalogue()).load(document).card, {});
      }
    }
    std::sort(found_.papers.begin(), found_.papers.end(), [](const auto& one, const auto& other) {
      const auto key = [](const DisclosedPaper& each) {
        return std::tuple(each.day.empty(), std::string_view(each.day), each.document);
      };
      return key(one) < key(other);
    });
    return std::move(found_);
  }

 private:
  void take_linked(DocumentId document) {
    const Card card = Cards(archive_.catalogue()).load(document).card;
    Students students(archive_.catalogue());
    const Standing standing = standing_of(students, card, student_);
    if (standing.linked) {
      if (is_learner(card, standing)) take(document, card, standing);
    } else if (standing.offered) {
      ++found_.undecided;
    }
  }

  void take(DocumentId document, const Card& card, const Standing& standing) {
    const ReviewRules& rules = ReviewRules::shipped();
    const PaperKind* kind = kinds_.find(rules.fact(card, "kind"));
    const auto when = date_span_from(rules.fact(card, "date"));
    if (kind == nullptr || (!when && (from_ || to_))) {
      ++found_.undecided;
      return;
    }
    if (kind->proves == Proof::nobody) return;
    if ((from_ && when->to < *from_) || (to_ && *to_ < when->from)) return;
    DisclosedPaper paper;
    paper.document = document;
    if (const auto known = Documents(archive_.catalogue()).find(document)) {
      paper.accession = known->accession;
      paper.copy = known->state == DocumentState::recognised;
    }
    taken_.insert(document);
    fill(paper, card, standing.mentions);
    paper.copy =
        paper.copy && kind->sheet == SheetForm::award && is_own_paper(card, standing.records);
    found_.papers.push_back(std::move(paper));
  }

  void fill(DisclosedPaper& paper, const Card& card, const std::vector<int>& own) {
    const ReviewRules& rules = ReviewRules::shipped();
    const auto fact = [&](std::string_view field) {
      const std::string value = rules.fact(card, field);
      return value.empty()
                 ? value
                 : without_others(value_in_words(archive_.words(), field, value), card, own);
    };
    paper.kind = fact("kind");
    paper.number = fact("number");
    paper.date = fact("date");
    paper.case_index = fact("case");
    paper.collective = fact("collective");
    paper.event = fact("event");
    paper.nomination = fact("nomination");
    paper.day = rules.fact(card, "date");
    std::string mark;
    for (const int number : own) {
      const auto place = static_cast<std::size_t>(number) - 1;
      if (mark.empty() && place < card.mentions.size()) mark = card.mentions[place].result;
    }
    const auto record = records_.find(paper.document);
    if (record != records_.end()) {
      paper.result = value_in_words(archive_.words(), "place", record->second.place);
      mark = record->second.mark;
    }
    if (paper.result.empty()) paper.result = without_others(mark, card, own);
  }

  Archive& archive_;
  const Viewer& viewer_;
  StudentId student_;
  const std::optional<CalendarDate>& from_;
  const std::optional<CalendarDate>& to_;
  DocumentKinds kinds_;
  std::map<DocumentId, Achievement> records_;
  std::set<DocumentId> taken_;
  DisclosureContent found_;
};

}  // namespace

DisclosureContent disclosure_content(Archive& archive, const Viewer& viewer, StudentId student,
                                     const std::optional<CalendarDate>& from,
                                     const std::optional<CalendarDate>& to) {
  return Gatherer(archive, viewer, student, from, to).gather();
}

bool is_own_paper(const Card& card, const Ids& students) {
  if (card.parts.value) return false;  // perhaps several papers, of several children
  std::set<int> own;
  for (const StudentLink& link : card.links) {
    if (link.state != LinkState::linked) continue;
    if (!holds(students, link.student)) return false;
    own.insert(link.mention);
  }
  for (const StudentLink& link : card.links) {
    // Namesakes of a name that has its student are nobody's question any more.
    const bool open = link.state == LinkState::offered && !own.contains(link.mention);
    if (open && !holds(students, link.student)) return false;
  }
  bool names_them = false;  // where no name was read there may be others that were not
  for (std::size_t i = 0; i < card.mentions.size(); ++i) {
    if (card.mentions[i].role == PersonRole::other) continue;
    if (!own.contains(static_cast<int>(i) + 1)) return false;
    names_them = true;
  }
  return names_them;
}

std::string without_others(const std::string& text, const Card& card, const std::vector<int>& own) {
  const std::vector<std::string> words = words_of(text);
  const auto is_said = [&](const std::string& name) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return may_be_one_word(word, name); });
  };
  for (std::size_t i = 0; i < card.mentions.size(); ++i) {
    const bool is_own = std::find(own.begin(), own.end(), static_cast<int>(i) + 1) != own.end();
    if (is_own || card.mentions[i].role == PersonRole::other) continue;
    const std::vector<std::string> names = words_of(card.mentions[i].printed);
    if (std::any_of(names.begin(), names.end(), is_said)) return {};
  }
  return text;
}

}  // namespace fonds
