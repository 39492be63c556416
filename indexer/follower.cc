#include "indexer/follower.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/error.h"
#include "base/log.h"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 15> kEvents{
    "document.recognised", "document.understood", "document.corrected", "document.quarantined",
    "document.destroyed",  "document.parted",     "document.blocked",   "document.unblocked",
    "document.withdrawn",  "document.restored",   "student.changed",    "student.merged",
    "student.unmerged",    "student.blocked",     "student.unblocked"};

std::optional<std::int64_t> id_after(std::string_view beginning, std::string_view subject) {
  if (!subject.starts_with(beginning)) return std::nullopt;
  subject.remove_prefix(beginning.size());
  std::int64_t id = 0;
  const char* last = subject.data() + subject.size();
  const auto [end, problem] = std::from_chars(subject.data(), last, id);
  if (problem != std::errc() || end != last || id < 1) return std::nullopt;
  return id;
}

}  // namespace

bool changes_index(std::string_view event) {
  return std::find(kEvents.begin(), kEvents.end(), event) != kEvents.end();
}

std::optional<DocumentId> document_of(std::string_view subject) {
  const auto id = id_after("document/", subject);
  return id ? std::optional(DocumentId{*id}) : std::nullopt;
}

std::optional<StudentId> student_of(std::string_view subject) {
  const auto id = id_after("student/", subject);
  return id ? std::optional(StudentId{*id}) : std::nullopt;
}

std::optional<IndexProblem> refresh(IndexWriter& writer, const DocumentLoader& load,
                                    DocumentId document) {
  std::optional<IndexProblem> problem;
  std::optional<IndexedDocument> loaded;
  try {
    loaded = load(document);
  } catch (const Error& error) {
    if (error.fault() != Fault::corrupt && error.fault() != Fault::not_found) throw;
    spdlog::warn("index: document {} cannot be loaded ({})", document.value,
                 entry_of(error.fault()).name);
    problem = IndexProblem{document, error.what()};
  }
  if (loaded) {
    writer.put(*loaded);
  } else {
    writer.remove(document);
  }
  return problem;
}

Follower::Follower(Journal& journal, IndexWriter& writer, const Clock& clock, DocumentLoader load,
                   DocumentsOfStudent documents_of, FollowerLimits limits)
    : journal_(journal),
      writer_(writer),
      clock_(clock),
      load_(std::move(load)),
      documents_of_(std::move(documents_of)),
      limits_(limits) {}

std::int64_t Follower::catch_up(const std::function<bool()>& stop) {
  const EntryNumber from = writer_.position();
  EntryNumber done = from;
  EntryNumber committed = from;
  bool stopped = false;
  while (!stopped) {
    const std::vector<JournalEntry> entries = journal_.after(done, limits_.batch);
    if (entries.empty()) break;
    std::set<DocumentId> fresh;  // looked at since these entries were read: up to date
    Moment last_commit = clock_.now();
    for (const JournalEntry& entry : entries) {
      if (stopped = stop && stop(); stopped) break;
      const auto look_at = [&](DocumentId document) {
        if (!fresh.insert(document).second) return;
        if (auto problem = refresh(writer_, load_, document)) problems_.push_back(*problem);
      };
      if (changes_index(entry.event)) {
        if (const auto document = document_of(entry.subject)) look_at(*document);
        const auto student = student_of(entry.subject);
        if (student && documents_of_) documents_of_(*student, look_at);
      }
      done = entry.number;
      if (clock_.now() - last_commit >= limits_.pause) {
        writer_.commit(committed = done);
        last_commit = clock_.now();
      }
    }
    if (done > committed) writer_.commit(committed = done);
  }
  return done - from;
}

}  // namespace fonds
