#include "archive/placing.h"

#include <algorithm>
#include <iterator>

#include "archive/card_words.h"
#include "archive/review_rules.h"
#include "base/text.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/students.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

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

const std::optional<Nomenclature>& VolumePlacing::list_of(int year) {
  const auto known = lists_.find(year);
  if (known != lists_.end()) return known->second;
  Nomenclatures nomenclatures(archive_.catalogue());
  const auto card = nomenclatures.card(year);
  const bool in_force = card && card->state == NomenclatureState::approved;
  return lists_[year] = in_force ? nomenclatures.find(year) : std::nullopt;
}

const NomenclatureItem* VolumePlacing::item(int year, std::string_view index) {
  const auto& list = list_of(year);
  const NomenclatureItem* found = list ? item_of(*list, index) : nullptr;
  return found != nullptr && found->reserve ? nullptr : found;
}

/// The nomenclature a paper of that date is filed under: of an item by school years that of the
/// year the school year began in, if there was one already.
std::optional<int> VolumePlacing::year_of(const InboxPaper& paper, const Card& card,
                                          const DateSpan& date) {
  int begins = school_year_of(date.to);
  if (const auto named = date_span_from(fact(card, "school_year"))) begins = named->from.year;
  for (const int each : {begins, date.to.year}) {
    const NomenclatureItem* found = item(each, paper.key.index);
    if (found != nullptr && (found->school_year || each == date.to.year)) return each;
  }
  return std::nullopt;
}

void VolumePlacing::choose(InboxPaper& paper, const Card& card, const NomenclatureItem& item) {
  Volumes volumes(archive_.catalogue());
  bool some = false;
  const auto open_of = [&](StudentId whose) {
    std::vector<Volume> found;
    // An ongoing case may have been opened in any year before.
    VolumeFilter filter{item.ongoing ? 0 : paper.key.year, paper.key.index};
    filter.student = whose;
    volumes.each(filter, [&](const Volume& each) {
      if (each.key.year > paper.key.year) return;
      some = true;
      if (each.state == VolumeState::open) found.push_back(each);
    });
    return found;
  };
  // A personal file takes its own person's papers only, and a volume of another collective none.
  std::vector<Volume> fitting;
  if (const auto student = only_student(archive_, card)) fitting = open_of(*student);
  const std::vector<Volume> others = open_of({});
  const std::string collective = fold(fact(card, "collective"));
  std::copy_if(others.begin(), others.end(), std::back_inserter(fitting), [&](const Volume& each) {
    return !collective.empty() && fold(each.title).find(collective) != std::string::npos;
  });
  if (fitting.empty() && others.size() == 1 && others.front().title.empty()) fitting = others;
  if (fitting.size() == 1) {
    paper.key = fitting.front().key;
    paper.placing = Placing::ready;
  } else if (!fitting.empty() || !others.empty() || has_open(paper, item)) {
    paper.placing = Placing::several_volumes;
  } else {
    paper.placing = some && !item.ongoing ? Placing::volume_closed : Placing::ready;
  }
}

/// Whether there is an open volume at all: a case of personal files has none for everybody.
bool VolumePlacing::has_open(const InboxPaper& paper, const NomenclatureItem& item) {
  const VolumeFilter filter{item.ongoing ? 0 : paper.key.year, paper.key.index, VolumeState::open};
  return !Volumes(archive_.catalogue()).list(filter, {}, 1).empty();
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
    paper.placing = list_of(date->to.year) ? Placing::no_item : Placing::no_nomenclature;
    return paper;
  }
  paper.key.year = *list;
  choose(paper, card, *item(*list, paper.key.index));
  return paper;
}

}  // namespace fonds
