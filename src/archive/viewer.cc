#include "archive/viewer.h"

#include <algorithm>
#include <map>
#include <optional>

#include "archive/review_rules.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/blocks.h"
#include "catalogue/destructions.h"
#include "catalogue/proofs.h"
#include "catalogue/students.h"
#include "catalogue/users.h"

namespace fonds {
namespace {

using Titles = std::map<std::string, std::string>;  ///< folded → as written

/// What any of the students attends on the paper's date; of a paper without one: ever.
Titles attended(const std::map<StudentId, Student>& students, const std::vector<StudentId>& ids,
                const std::optional<DateSpan>& when) {
  Titles titles;
  for (const StudentId id : ids) {
    const auto student = students.find(id);
    if (student == students.end()) continue;
    for (const Membership& each : student->second.memberships) {
      if (when && !attended_on(each, *when)) continue;
      titles.emplace(fold(each.collective), each.collective);
    }
  }
  return titles;
}

/// The persons of the paper: each linked student, and for each name that may be one of several
/// students these.
std::vector<std::vector<StudentId>> persons_of(const Card& card) {
  std::vector<std::vector<StudentId>> persons;
  std::set<int> settled;
  for (const StudentLink& link : card.links) {
    if (link.state != LinkState::linked) continue;
    persons.push_back({link.student});
    settled.insert(link.mention);
  }
  std::map<int, std::vector<StudentId>> open;
  for (const StudentLink& link : card.links) {
    if (link.state != LinkState::offered || settled.count(link.mention) > 0) continue;
    open[link.mention].push_back(link.student);
  }
  for (auto& [mention, students] : open) persons.push_back(std::move(students));
  return persons;
}

/// readers_of() when the paper's persons, and those of other papers, are looked up already.
std::vector<std::string> readers_among(const std::map<StudentId, Student>& students,
                                       const Card& card) {
  const ReviewRules& rules = ReviewRules::shipped();
  const auto when = date_span_from(rules.fact(card, "date"));
  const auto school_year = date_span_from(rules.fact(card, "school_year"));
  const std::vector<std::vector<StudentId>> persons = persons_of(card);
  if (persons.empty()) {
    const std::string collective = rules.fact(card, "collective");
    return collective.empty() ? std::vector<std::string>{} : std::vector<std::string>{collective};
  }
  std::optional<Titles> common;
  for (const std::vector<StudentId>& person : persons) {
    Titles titles = attended(students, person, when ? when : school_year);
    if (common) {
      std::erase_if(*common, [&](const auto& each) { return titles.count(each.first) == 0; });
    } else {
      common = std::move(titles);
    }
  }
  std::vector<std::string> readers;
  for (const auto& [folded, title] : *common) readers.push_back(title);
  return readers;
}

/// Everybody the cards may be about.
std::map<StudentId, Student> persons_on(Archive& archive, const std::vector<const Card*>& cards) {
  std::set<StudentId> students;
  for (const Card* card : cards) {
    for (const StudentLink& link : card->links) {
      if (link.state != LinkState::refused) students.insert(link.student);
    }
  }
  return Students(archive.catalogue())
      .find_all(std::vector<StudentId>(students.begin(), students.end()));
}

}  // namespace

std::vector<std::string> readers_of(Archive& archive, const Card& card) {
  return readers_among(persons_on(archive, {&card}), card);
}

Viewer::Viewer(Archive& archive, const Actor& actor) : archive_(archive), login_(actor.login) {
  const Policy& policy = archive.policy();
  const Sight sight = policy.sight(actor.role);
  visible_.all = sight == Sight::all;
  visible_.blocked_too = policy.may_see_blocked(actor.role);
  if (sight == Sight::own_collectives) {
    if (const auto user = Users(archive.catalogue()).find(actor.login)) {
      visible_.collectives = user->collectives;
    }
    for (const std::string& each : visible_.collectives) own_.insert(fold(each));
  }
  hidden_documents_ = Destructions(archive.catalogue()).withdrawn();
  if (!visible_.blocked_too) {
    Blocks blocks(archive.catalogue());
    hidden_documents_.merge(blocks.documents());
    blocked_students_ = blocks.students();
  }
}

bool Viewer::is_own(const std::vector<std::string>& collectives) const {
  return std::any_of(collectives.begin(), collectives.end(),
                     [&](const std::string& each) { return own_.count(fold(each)) > 0; });
}

bool Viewer::sees(DocumentId document) const { return !seen_of({document}).empty(); }

std::set<DocumentId> Viewer::seen_of(std::vector<DocumentId> documents) const {
  std::erase_if(documents, [&](DocumentId each) { return hidden_documents_.count(each) > 0; });
  if (visible_.all) return {documents.begin(), documents.end()};
  std::set<DocumentId> seen;
  const std::map<DocumentId, Card> cards = Cards(archive_.catalogue()).load_facts(documents);
  std::vector<const Card*> all;
  all.reserve(cards.size());
  for (const auto& [document, card] : cards) all.push_back(&card);
  const std::map<StudentId, Student> students = persons_on(archive_, all);
  for (const auto& [document, card] : cards) {
    if (is_own(readers_among(students, card))) seen.insert(document);
  }
  return seen;
}

bool Viewer::sees(const Student& student) const {
  if (blocked_students_.count(student.id) > 0) return false;
  return visible_.all ||
         std::any_of(student.memberships.begin(), student.memberships.end(),
                     [&](const Membership& each) { return own_.count(fold(each.collective)) > 0; });
}

bool Viewer::sees_student(StudentId id) const {
  if (visible_.all) return blocked_students_.count(id) == 0;
  const auto student = Students(archive_.catalogue()).find(id);
  return student && sees(*student);
}

Student Viewer::require_student(StudentId id) const {
  auto student = Students(archive_.catalogue()).find(id);
  if (!student || !sees(*student)) throw no_student(id);
  return std::move(*student);
}

void Viewer::require_sight(const Document& document) const {
  if (!sees(document.id)) throw no_document(document.accession);
}

void Viewer::require_all() const {
  if (visible_.all) return;
  throw Error(Fault::denied,
              say(tr("'{}' sees the papers of the own collectives only, not those of all"), login_),
              tr("ask the archivist or the director"));
}

std::vector<DocumentId> Viewer::candidates() const {
  Proofs proofs(archive_.catalogue());
  Cards cards(archive_.catalogue());
  std::set<StudentId> students;
  std::set<DocumentId> found;
  for (const std::string& collective : visible_.collectives) {
    for (const auto& [student, membership] : proofs.attending(collective)) students.insert(student);
    for (const DocumentId each : proofs.naming(collective)) found.insert(each);
  }
  constexpr int kPage = 500;
  for (const StudentId student : students) {
    std::vector<DocumentId> page;
    DocumentId after;
    do {
      page = cards.of_student(student, after, kPage);
      found.insert(page.begin(), page.end());
      if (!page.empty()) after = page.back();
    } while (page.size() == kPage);
  }
  return {found.begin(), found.end()};
}

void leave_seen(const Viewer& viewer, std::vector<Achievement>& records) {
  if (!viewer.misses_some()) return;
  std::map<DocumentId, bool> seen;  // a list gives many records
  std::erase_if(records, [&](const Achievement& each) {
    const auto [place, is_new] = seen.try_emplace(each.document);
    if (is_new) place->second = viewer.sees(each.document);
    return !place->second;
  });
}

Error no_document(std::string_view reference) {
  return {Fault::not_found, say(tr("there is no document {}"), printable(reference)),
          tr("look up its accession number with `fonds search` or `fonds document list`")};
}

Error no_student(StudentId student) {
  return {Fault::not_found, say(tr("there is no student {}"), student.value),
          tr("look the number up with `fonds student list`")};
}

}  // namespace fonds
