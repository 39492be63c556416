#include "archive/search.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/read_log.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/log.h"
#include "base/text.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/student_names.h"
#include "catalogue/students.h"
#include "indexer/generations.h"
#include "indexer/keyboard.h"

namespace fonds {

namespace {

/// The register is another right than the papers: the role's, and the token's.
bool may_read_students(const Policy& policy, const Actor& actor) {
  constexpr Operation kRight = Operation::read_students;
  const bool in_scope = actor.scope.empty() || std::find(actor.scope.begin(), actor.scope.end(),
                                                         name_of(kRight)) != actor.scope.end();
  return in_scope && policy.may(actor.role, kRight);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  return words;
}

}  // namespace

class ArchiveSearch::Texts : public TextSourceForSnippets {
 public:
  explicit Texts(Archive& archive) : archive_(archive) {}

  void expect(const std::vector<DocumentId>& documents) override {
    runs_ = Documents(archive_.catalogue()).runs_of(documents);
    corrections_ = Cards(archive_.catalogue()).load_corrections(documents);
  }

  std::string text_of(DocumentId id) override {
    const auto run = runs_.find(id);
    if (run == runs_.end()) return {};  // destroyed or re-recognised since indexing
    try {
      const std::string text = archive_.derived().read(id, run->second, kTextFile);
      const auto corrections = corrections_.find(id);
      return corrections == corrections_.end() ? text : corrected(text, corrections->second);
    } catch (const Error& error) {
      // A lost text costs this hit its snippet, not the reader all hits; `fonds check` names it
      // too.
      spdlog::error("document {}: {}", id.value, error.what());
      return {};
    }
  }

 private:
  Archive& archive_;
  std::map<DocumentId, int> runs_;
  std::map<DocumentId, std::vector<TextCorrection>> corrections_;
};

ArchiveSearch::ArchiveSearch(Archive& archive)
    : archive_(archive),
      texts_(std::make_unique<Texts>(archive)),
      searcher_(std::make_unique<Searcher>(archive.index_root(), *texts_, archive.words())) {}

ArchiveSearch::~ArchiveSearch() = default;

/// A new archive has nothing to find and no index: no fault of the reader's.
bool ArchiveSearch::has_index() const {
  return Generations(archive_.disk(), archive_.index_root()).current() ||
         Documents(archive_.catalogue()).count(DocumentState::recognised) > 0;
}

FoundPapers ArchiveSearch::like(const Actor& actor, std::string_view reference,
                                SearchRequest request) {
  archive_.policy().require(actor, Operation::search);
  request.like = ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference).id;
  return search(actor, request);
}

std::vector<std::vector<Snippet::Mark>> ArchiveSearch::marks(
    const Actor& actor, std::string_view query, const std::vector<std::string>& pages) {
  archive_.policy().require(actor, Operation::search);
  if (!has_index()) return std::vector<std::vector<Snippet::Mark>>(pages.size());
  return searcher_->marks(query, pages, Viewer(archive_, actor).visible());
}

std::vector<Completion> ArchiveSearch::complete(const Actor& actor, CompletionField field,
                                                std::string_view typed, int limit) {
  archive_.policy().require(actor, Operation::search);
  if (!has_index()) return {};
  return searcher_->complete(field, typed, limit, Viewer(archive_, actor).visible());
}

std::vector<Student> ArchiveSearch::complete_students(const Actor& actor, std::string_view typed,
                                                      int limit) {
  archive_.policy().require(actor, Operation::search);
  archive_.policy().require(actor, Operation::read_students);
  const Viewer viewer(archive_, actor);
  const std::string text = to_valid_utf8(typed);
  std::vector<Student> found = students_beginning(viewer, words_of(text), limit);
  // Typed while the other layout was on.
  if (found.empty()) found = students_beginning(viewer, words_of(in_russian_layout(text)), limit);
  journal_read(archive_, actor, "student.completed", "students",
               static_cast<std::int64_t>(found.size()));
  return found;
}

std::vector<Student> ArchiveSearch::students_beginning(const Viewer& viewer,
                                                       const std::vector<std::string>& words,
                                                       int limit) {
  if (words.empty() || limit <= 0) return {};
  const auto most = static_cast<std::size_t>(limit);
  StudentNames names(archive_.catalogue());
  std::vector<Student> found;
  if (viewer.visible().all) {
    // Those whose records are blocked fall out; there are few.
    found = names.with_surname(words, limit * 2);
  } else {
    std::vector<StudentId> first;
    for (const StudentPlace& each : names.attending(viewer.visible().collectives, words)) {
      if (first.size() < most * 2) first.push_back(each.id);
    }
    const std::map<StudentId, Student> known = Students(archive_.catalogue()).find_all(first);
    for (const StudentId id : first) found.push_back(known.at(id));
  }
  std::erase_if(found, [&](const Student& each) { return !viewer.sees(each); });
  if (found.size() > most) found.resize(most);
  return found;
}

/// Those the hits name; where there is no hit, those the register knows by a surname and
/// the other words as typed.
void ArchiveSearch::offer_students(const Viewer& viewer, const SearchRequest& request,
                                   FoundPapers& found) {
  constexpr std::size_t kMostWords = 4;
  std::map<StudentId, std::size_t> named;
  for (const SearchHit& hit : found.hits) {
    for (const StudentId student : hit.students) ++named[student];
  }
  std::vector<std::pair<StudentId, std::size_t>> order(named.begin(), named.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<StudentId> ids;
  ids.reserve(order.size());
  for (const auto& [id, times] : order) ids.push_back(id);
  const std::map<StudentId, Student> students = Students(archive_.catalogue()).find_all(ids);
  for (const StudentId id : ids) {
    if (found.students.size() == kMostStudentsOffered) break;
    const auto student = students.find(id);
    if (student == students.end() || !viewer.sees(student->second)) continue;
    const auto same = [&](const Student& each) { return each.id == student->second.id; };
    const bool known = std::any_of(found.students.begin(), found.students.end(), same);
    if (!known) found.students.push_back(student->second);
  }
  if (!found.hits.empty() || request.like.value != 0) return;
  std::vector<std::string> words;
  std::istringstream typed(to_valid_utf8(request.query));
  for (std::string word; words.size() <= kMostWords && typed >> word;) words.push_back(word);
  if (words.empty() || words.size() > kMostWords) return;
  for (Student& each : StudentNames(archive_.catalogue())
                           .with_surname(words, static_cast<int>(kMostStudentsOffered))) {
    if (viewer.sees(each)) found.students.push_back(std::move(each));
  }
}

FoundPapers ArchiveSearch::search(const Actor& actor, const SearchRequest& request) {
  archive_.policy().require(actor, Operation::search);
  FoundPapers result;
  const Viewer viewer(archive_, actor);
  if (has_index()) {
    static_cast<SearchResult&>(result) = searcher_->search(request, viewer.visible());
    // The index follows a little later: what was closed or linked anew just now is not shown.
    if (viewer.misses_some()) {
      std::vector<DocumentId> found;
      for (const SearchHit& hit : result.hits) found.push_back(hit.document);
      const std::set<DocumentId> seen = viewer.seen_of(std::move(found));
      result.total -= static_cast<std::int64_t>(std::erase_if(
          result.hits, [&](const SearchHit& hit) { return seen.count(hit.document) == 0; }));
    }
  }
  if (may_read_students(archive_.policy(), actor)) offer_students(viewer, request, result);
  nlohmann::ordered_json shown = nlohmann::ordered_json::array();
  for (const SearchHit& hit : result.hits) shown.push_back(hit.document.value);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "search.made", "search",
              nlohmann::ordered_json{{"total", result.total}, {"shown", shown}}.dump());
  transaction.commit();
  return result;
}

}  // namespace fonds
