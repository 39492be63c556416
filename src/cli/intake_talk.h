/// IntakeTalk: prints what an intake reports and, with --wait, what recognition made of each paper;
/// add, scan and watch share it.
///
/// Threads: main, except finished(), which recognition workers call.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "archive/desk.h"
#include "archive/intake.h"
#include "archive/workers.h"
#include "cli/progress.h"
#include "cli/session.h"

namespace fonds {

enum class Wait { until_durable, until_recognised };

class IntakeTalk {
 public:
  IntakeTalk(Session& session, Archive& archive, Wait wait);
  ~IntakeTalk();

  /// To be given to ArchiveIntake.
  void report(const IntakeReport& report);
  /// With until_recognised: waits for the papers reported so far and levels the index. Returns the
  /// exit code of the delivery.
  int finish();
  [[nodiscard]] int refused() const { return refused_; }
  [[nodiscard]] int taken() const { return accepted_ + duplicates_; }

 private:
  void print_refusal(const IntakeReport& report);
  void print_duplicate(const IntakeReport& report);
  void print_document(const Document& document, int pages);
  void print_finished();
  /// The papers of a parted stack are told one by one, too.
  void wait_for_parts(const Document& stack);
  void print_counts();
  DeskNotes desk_notes(const Document& document);

  Session& session_;
  Archive& archive_;
  Wait wait_;
  Progress progress_;
  int accepted_ = 0;
  int duplicates_ = 0;
  int refused_ = 0;
  int failed_ = 0;
  int first_refusal_exit_ = 0;
  std::map<std::int64_t, int> waiting_;  ///< document id → pages
  std::set<std::int64_t> intakes_;       ///< that gained a document
  std::mutex mutex_;
  std::vector<Document> finished_;
  std::unique_ptr<RecognitionWorkers> workers_;
};

}  // namespace fonds
