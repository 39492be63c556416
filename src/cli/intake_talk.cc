#include "cli/intake_talk.h"

#include <thread>

#include "archive/desk_words.h"
#include "archive/index.h"
#include "archive/stacks.h"
#include "base/error.h"
#include "base/messages.h"
#include "cli/desk_notes.h"
#include "cli/document_talk.h"
#include "web/api/intake_records.h"

namespace fonds {

IntakeTalk::IntakeTalk(Session& session, Archive& archive, Wait wait)
    : session_(session), archive_(archive), wait_(wait), progress_(session) {
  if (wait_ == Wait::until_durable) return;
  workers_ = std::make_unique<RecognitionWorkers>(
      archive, recognition_actor(), archive.worker_count(), RecognitionWorkers::Until::stopped,
      [this](const Document& document) {
        const std::lock_guard lock(mutex_);
        finished_.push_back(document);
      });
}

IntakeTalk::~IntakeTalk() = default;

void IntakeTalk::report(const IntakeReport& report) {
  progress_.clear();
  switch (report.outcome) {
    case IntakeReport::Outcome::refused:
      ++refused_;
      if (first_refusal_exit_ == 0) first_refusal_exit_ = entry_of(report.fault).exit_code;
      return print_refusal(report);
    case IntakeReport::Outcome::duplicate:
      ++duplicates_;
      return print_duplicate(report);
    case IntakeReport::Outcome::accepted:
      ++accepted_;
      if (wait_ == Wait::until_durable) return print_document(report.document, report.pages);
      waiting_[report.document.id.value] = report.pages;
      intakes_.insert(report.document.intake.value);
      print_finished();
  }
}

void IntakeTalk::print_refusal(const IntakeReport& report) {
  if (session_.json) return print(record_of(report));
  fmt::print(stderr, "{}: {}: {}{}{}\n", tr("refused"), report.name, report.problem,
             report.hint.empty() ? "" : "; ", report.hint);
}

void IntakeTalk::print_duplicate(const IntakeReport& report) {
  if (session_.json) return print(record_of(report));
  print(say(tr("{}  is already there: {}"), report.document.accession, report.name));
}

void IntakeTalk::print_document(const Document& document, int pages) {
  const bool failed = document.state == DocumentState::quarantined;
  failed_ += failed ? 1 : 0;
  if (session_.json) {
    Json record = record_of(document, pages);
    if (document.run > 0 || is_parted(document)) add_desk_notes(record, desk_notes(document));
    return print(record);
  }
  if (failed) {
    fmt::print(stderr, "{}\n", quarantine_line_of(document));
  } else {
    print(line_of(document, pages));
    if (document.run == 0 && !is_parted(document)) return;
    for (const std::string& line : desk_lines(document, desk_notes(document))) tell(session_, line);
  }
}

DeskNotes IntakeTalk::desk_notes(const Document& document) {
  return ArchiveDesk(archive_).notes(session_.actor, document);
}

void IntakeTalk::print_counts() {
  for (const std::int64_t intake : intakes_) {
    for (const auto& count : ArchiveDesk(archive_).counts(session_.actor, {intake})) {
      if (session_.json) {
        print(record_of(count));
      } else if (count.papers.expected != count.papers.found) {
        tell(session_, count_line(count));
      }
    }
  }
}

void IntakeTalk::print_finished() {
  std::vector<Document> finished;
  {
    const std::lock_guard lock(mutex_);
    finished.swap(finished_);
  }
  for (const Document& document : finished) {
    const auto mine = waiting_.find(document.id.value);
    // A failed attempt that will be repeated leaves the document accepted: not the end yet.
    if (mine == waiting_.end() || document.state == DocumentState::accepted) continue;
    progress_.clear();
    print_document(document,
                   document.pages.empty() ? mine->second : static_cast<int>(document.pages.size()));
    waiting_.erase(mine);
    if (is_parted(document)) wait_for_parts(document);
  }
}

void IntakeTalk::wait_for_parts(const Document& stack) {
  for (const Document& part : ArchiveStacks(archive_).parts_of(session_.actor, stack)) {
    ++accepted_;
    waiting_[part.id.value] = 0;
    intakes_.insert(part.intake.value);
    if (part.state == DocumentState::accepted) continue;
    const std::lock_guard lock(mutex_);  // recognised before it was waited for
    finished_.push_back(part);
  }
}

int IntakeTalk::finish() {
  if (wait_ == Wait::until_recognised) {
    ArchiveDocuments documents(archive_);
    int rounds = 0;
    while (!waiting_.empty() && !session_.stop.stop_requested()) {
      print_finished();
      if (waiting_.empty()) break;
      if (workers_->ended()) break;  // of a fault: join() throws it
      // Another process may have recognised the next one: look once in a while.
      if (++rounds % 20 == 0) {
        const Document document = documents.find(std::to_string(waiting_.begin()->first));
        const std::lock_guard lock(mutex_);
        if (document.state != DocumentState::accepted) finished_.push_back(document);
      }
      progress_.show(tr("recognising"), accepted_ - static_cast<std::int64_t>(waiting_.size()),
                     accepted_);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    progress_.clear();
    workers_->stop();
    workers_->join();
    if (session_.stop.stop_requested()) return kExitInterrupted;
    print_counts();
    ArchiveIndex(archive_).wait_until_level(session_.stop.get_token());
  }
  if (session_.stop.stop_requested()) return kExitInterrupted;
  if (refused_ + failed_ == 0) return kExitDone;
  return accepted_ - failed_ + duplicates_ > 0 || first_refusal_exit_ == 0 ? kExitInPart
                                                                           : first_refusal_exit_;
}

}  // namespace fonds
