#include "archive/placing.h"

#include <algorithm>

#include "archive/card_words.h"
#include "archive/review_rules.h"
#include "base/text.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/students.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

constexpr int kMostLookedAt = 1000;

std::string fact(const Card& card, const char* field) {
  return ReviewRules::shipped().fact(card, field);
}

/// The students a paper is about, when it is about one: the volume may be their personal file.
std::optional<StudentId> only_student(Archive& archive, const Card& card) {
  std::optional<StudentId> only;
  Students students(archive.catalogue());
  std::map<StudentId, LinkVerdict> verdicts;
  for (const StudentLink& link : card.links) {
    const StudentId person = students.living(link.student);
    verdicts[person].add(link.origin, link.state);
  }
  for (const auto& [person, verdict] : verdicts) {
    if (!verdict.linked()) continue;
    if (only) return std::nullopt;
    only = person;
  }
  return only;
}

}  // namespace

VolumePlacing::VolumePlacing(Archive& archive) : archive_(archive) {}

const VolumePlacing::Year& VolumePlacing::year(int number) {
  const auto known = years_.find(number);
  if (known != years_.end()) return known->second;
  Year& made = years_[number];
  Nomenclatures nomenclatures(archive_.catalogue());
  const auto card = nomenclatures.card(number);
  made.approved = card && card->state == NomenclatureState::approved;
  if (!made.approved) return made;
  Nomenclature list = nomenclatures.find(number).value();
  for (NomenclatureItem& item : list.items) {
    if (!item.reserve) made.items.emplace(item.index, std::move(item));
  }
  return made;
}

/// The nomenclature a paper of that date is filed under: of an item by school years that of the
/// year the school year began in, if there was one already.
std::optional<int> VolumePlacing::year_of(const InboxPaper& paper, const Card& card,
                                          const DateSpan& date) {
  int begins = school_year_of(date.to);
  if (const auto named = date_span_from(fact(card, "school_year"))) begins = named->from.year;
  for (const int each : {begins, date.to.year}) {
    const Year& list = year(each);
    const auto item = list.items.find(paper.key.index);
    if (item == list.items.end()) continue;
    if (item->second.school_year || each == date.to.year) return each;
  }
  return std::nullopt;
}

void VolumePlacing::choose(InboxPaper& paper, const Card& card, const NomenclatureItem& item) {
  // An ongoing case may have been opened in any year before.
  const VolumeFilter filter{item.ongoing ? 0 : paper.key.year, paper.key.index};
  std::vector<Volume> found = Volumes(archive_.catalogue()).list(filter, {}, kMostLookedAt);
  std::erase_if(found, [&](const Volume& each) { return each.key.year > paper.key.year; });
  const bool some_closed = !found.empty();
  std::erase_if(found, [](const Volume& each) { return each.state != VolumeState::open; });
  if (found.empty()) {
    paper.placing = some_closed && !item.ongoing ? Placing::volume_closed : Placing::ready;
    return;
  }
  // A personal file takes its own person's papers only, and a volume of another collective none.
  const auto student = only_student(archive_, card);
  const std::string collective = fold(fact(card, "collective"));
  std::vector<Volume> fitting;
  Students students(archive_.catalogue());
  for (const Volume& each : found) {
    const bool own =
        student && each.student.value != 0 && students.living(each.student) == *student;
    const bool of_collective = each.student.value == 0 && !collective.empty() &&
                               fold(each.title).find(collective) != std::string::npos;
    if (own || of_collective) fitting.push_back(each);
  }
  if (fitting.empty() && found.size() == 1 && found.front().student.value == 0 &&
      found.front().title.empty()) {
    fitting = found;
  }
  if (fitting.size() != 1) {
    paper.placing = Placing::several_volumes;
    return;
  }
  paper.key = fitting.front().key;
  paper.placing = Placing::ready;
}

InboxPaper VolumePlacing::place(const Document& document, const Card& card) {
  InboxPaper paper{document.id,
                   document.accession,
                   value_in_words(archive_.words(), "kind", fact(card, "kind")),
                   fact(card, "date"),
                   Placing::unread,
                   {}};
  if (document.state == DocumentState::accepted) return paper;
  paper.key.index = fact(card, "case");
  const auto date = date_span_from(paper.date);
  paper.placing = Placing::no_case;
  if (paper.key.index.empty()) return paper;
  paper.placing = Placing::no_date;
  if (!date) return paper;
  const auto list = year_of(paper, card, *date);
  if (!list) {
    paper.key.year = date->to.year;
    paper.placing = year(date->to.year).approved ? Placing::no_item : Placing::no_nomenclature;
    return paper;
  }
  paper.key.year = *list;
  choose(paper, card, year(*list).items.at(paper.key.index));
  return paper;
}

}  // namespace fonds
