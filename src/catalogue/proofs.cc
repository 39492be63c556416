#include "catalogue/proofs.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "base/text.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

constexpr int kChunk = 500;  ///< papers held at once by each()

/// Papers by id while their parts are read.
class Papers {
 public:
  explicit Papers(std::vector<ProofPaper>& papers) : papers_(papers) {
    for (std::size_t i = 0; i < papers.size(); ++i) places_.emplace(papers[i].document.value, i);
  }
  /// Null for a document that is not among them.
  ProofPaper* find(long long document) {
    const auto found = places_.find(document);
    return found == places_.end() ? nullptr : &papers_[found->second];
  }

 private:
  std::vector<ProofPaper>& papers_;
  std::map<long long, std::size_t> places_;
};

void load_values(Database& database, Papers& papers, long long after, long long last) {
  long long document = 0;
  FieldValue value;
  std::string origin;
  each_row(
      database,
      "SELECT document, field, origin, value, confidence, login FROM card_values "
      "WHERE document > :after AND document <= :last ORDER BY document, field, origin",
      std::tie(document, value.field, origin, value.value, value.confidence, value.by),
      [&] {
        ProofPaper* paper = papers.find(document);
        if (paper == nullptr) return;
        value.origin = origin == name_of(Origin::person) ? Origin::person : Origin::machine;
        paper->card.values.push_back(value);
      },
      after, last);
  each_row(
      database,
      "SELECT DISTINCT document FROM mentions WHERE role = 'holder' AND document > :after AND "
      "document <= :last",
      std::tie(document),
      [&] {
        if (ProofPaper* paper = papers.find(document)) paper->names_holder = true;
      },
      after, last);
}

std::optional<PersonRole> role_from(const std::string& name) {
  for (const PersonRole role : {PersonRole::holder, PersonRole::listed, PersonRole::other}) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

void load_links(Database& database, Papers& papers, long long after, long long last) {
  long long document = 0;
  long long person = 0;
  long long record = 0;
  ProofLink link;
  PersonName name;
  std::string origin;
  std::string state;
  std::string role;
  each_row(
      database,
      "SELECT l.document, s.person, l.student, l.origin, l.state, COALESCE(m.role, ''), "
      "COALESCE(m.result, ''), p.last_name, p.first_name, p.middle_name FROM student_links l "
      "JOIN students s ON s.id = l.student JOIN students p ON p.id = s.person "
      "LEFT JOIN mentions m ON m.document = l.document AND m.number = l.mention "
      "WHERE l.document > :after AND l.document <= :last "
      "ORDER BY l.document, s.person, l.student, l.origin",
      std::tie(document, person, record, origin, state, role, link.result, name.last, name.first,
               name.middle),
      [&] {
        ProofPaper* paper = papers.find(document);
        if (paper == nullptr) return;
        link.student = {person};
        link.record = {record};
        link.origin = origin == name_of(Origin::person) ? Origin::person : Origin::machine;
        link.state = link_state_from(state).value_or(LinkState::offered);
        link.role = role_from(role);
        paper->links.push_back(link);
        paper->students[link.student].name = full_text(name);
      },
      after, last);
}

/// Memberships with the student they belong to, of those `condition` chooses (m: memberships, s:
/// the register).
template <class Visit, class... Arguments>
void each_membership(Database& database, const std::string& condition, const Visit& visit,
                     const Arguments&... arguments) {
  long long person = 0;
  Membership membership;
  std::string first_day;
  std::string last_day;
  each_row(
      database,
      "SELECT s.person, m.collective, m.school_year, m.first_day, m.last_day FROM memberships m "
      "JOIN students s ON s.id = m.student WHERE " +
          condition + " ORDER BY s.person, m.student, m.position",
      std::tie(person, membership.collective, membership.school_year, first_day, last_day),
      [&] {
        membership.from = calendar_date_from(first_day);
        membership.to = calendar_date_from(last_day);
        visit(StudentId{person}, membership);
      },
      arguments...);
}

void load_memberships(Database& database, std::vector<ProofPaper>& papers, long long after,
                      long long last) {
  std::map<StudentId, std::vector<Membership>> of;
  each_membership(
      database,
      "s.person IN (SELECT t.person FROM student_links l JOIN students t ON t.id = l.student "
      "WHERE l.document > :after AND l.document <= :last)",
      [&](StudentId student, const Membership& membership) { of[student].push_back(membership); },
      after, last);
  for (ProofPaper& paper : papers) {
    for (auto& [id, student] : paper.students) {
      const auto found = of.find(id);
      if (found != of.end()) student.memberships = found->second;
    }
  }
}

void load_words(Database& database, Papers& papers, long long after, long long last) {
  long long document = 0;
  long long record = 0;
  AchievementWord word;
  each_row(
      database,
      "SELECT document, student, field, value, login, decided_at FROM achievement_words "
      "WHERE document > :after AND document <= :last ORDER BY document, student, field",
      std::tie(document, record, word.field, word.value, word.by, word.decided_at),
      [&] {
        word.record = {record};
        if (ProofPaper* paper = papers.find(document)) paper->words.push_back(word);
      },
      after, last);
}

/// Those of `titles` which are `title` but for the case of letters.
std::vector<std::string> spellings(std::vector<std::string> titles, std::string_view title) {
  const std::string wanted = fold(title);
  std::erase_if(titles, [&](const std::string& each) { return fold(each) != wanted; });
  return titles;
}

}  // namespace

std::vector<ProofPaper> Proofs::load(DocumentId after, DocumentId last) {
  std::vector<ProofPaper> papers;
  long long document = 0;
  ProofPaper paper;
  each_row(
      database_,
      "SELECT c.document, d.accession FROM cards c JOIN documents d ON d.id = c.document "
      "WHERE c.document > :after AND c.document <= :last ORDER BY c.document LIMIT :most",
      std::tie(document, paper.accession),
      [&] {
        paper.document = {document};
        papers.push_back(paper);
      },
      after.value, last.value, kChunk);
  if (papers.empty()) return papers;
  Papers by_id(papers);
  const long long end = papers.back().document.value;
  load_values(database_, by_id, after.value, end);
  load_links(database_, by_id, after.value, end);
  load_memberships(database_, papers, after.value, end);
  load_words(database_, by_id, after.value, end);
  return papers;
}

void Proofs::each(const std::function<void(ProofPaper&&)>& visit) {
  const Snapshot snapshot(database_);
  DocumentId after;
  for (;;) {
    std::vector<ProofPaper> papers = load(after, {std::numeric_limits<std::int64_t>::max()});
    if (papers.empty()) return;
    after = papers.back().document;
    for (ProofPaper& paper : papers) visit(std::move(paper));
  }
}

std::optional<ProofPaper> Proofs::of(DocumentId document) {
  const Snapshot snapshot(database_);
  std::vector<ProofPaper> papers = load({document.value - 1}, document);
  if (papers.empty()) return std::nullopt;
  return std::move(papers.front());
}

std::vector<DocumentId> Proofs::linked_to(StudentId student) {
  std::vector<DocumentId> found;
  long long document = 0;
  each_row(
      database_,
      "SELECT DISTINCT l.document FROM student_links l JOIN students s ON s.id = l.student "
      "WHERE s.person = :person ORDER BY l.document",
      std::tie(document), [&] { found.push_back({document}); }, student.value);
  return found;
}

std::vector<DocumentId> Proofs::naming(std::string_view collective) {
  std::set<DocumentId> found;
  long long document = 0;
  for (const std::string& title :
       spellings(different_texts(database_, "card_values", "value", "field = 'collective'"),
                 collective)) {
    each_row(
        database_, "SELECT document FROM card_values WHERE field = 'collective' AND value = :value",
        std::tie(document), [&] { found.insert({document}); }, title);
  }
  return {found.begin(), found.end()};
}

std::vector<std::pair<StudentId, Membership>> Proofs::attending(std::string_view collective) {
  std::vector<std::pair<StudentId, Membership>> found;
  for (const std::string& title :
       spellings(different_texts(database_, "memberships", "collective"), collective)) {
    each_membership(
        database_, "m.collective = :collective",
        [&](StudentId student, const Membership& membership) {
          found.emplace_back(student, membership);
        },
        title);
  }
  return found;
}

void Proofs::take_back_word(Transaction&, DocumentId document, StudentId record,
                            std::string_view field) {
  change(database_,
         "DELETE FROM achievement_words WHERE document = :document AND student = :student AND "
         "field = :field",
         document.value, record.value, field);
}

void Proofs::set_word(Transaction& transaction, DocumentId document, const AchievementWord& word) {
  take_back_word(transaction, document, word.record, word.field);
  change(database_,
         "INSERT INTO achievement_words (document, student, field, value, login, decided_at) "
         "VALUES (:document, :student, :field, :value, :login, :decided_at)",
         document.value, word.record.value, word.field, word.value, word.by,
         to_text(database_.clock().now()));
}

}  // namespace fonds
