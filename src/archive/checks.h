/// ArchiveChecks: whether the archive is what it says: originals against their names, catalogue
/// against store, index against catalogue, snapshots of the achievements against their hashes, the
/// journal's chain, the database itself.
///
/// Threads: one per Archive. Faults: denied; what it finds is a value.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "catalogue/journal.h"
#include "model/actor.h"

namespace fonds {

struct CheckFinding {
  enum class Weight {
    note,     ///< harmless, says so
    problem,  ///< something is lost or false
  };
  Weight weight = Weight::problem;
  std::string area;     ///< "store", "catalogue", "derived", "index", "journal", "database",
                        ///< "achievements"
  std::string subject;  ///< hash, document, file
  std::string what;     ///< what is wrong and what to do
};

struct CheckResult {
  std::int64_t originals = 0;
  std::int64_t documents = 0;
  EntryNumber journal_entries = 0;
  std::string journal_head;
  std::vector<CheckFinding> findings;
  [[nodiscard]] bool clean() const;
};

class ArchiveChecks {
 public:
  explicit ArchiveChecks(Archive& archive) : archive_(archive) {}

  using Progress =
      std::function<void(const std::string& area, std::int64_t done, std::int64_t total)>;
  CheckResult check(const Actor& actor, const Progress& progress);
  Journal::Verification verify_journal(const Actor& actor, const Progress& progress);

 private:
  void check_store(CheckResult& result, const Progress& progress);
  void check_documents(CheckResult& result, const Progress& progress);
  void check_index(CheckResult& result);
  void check_snapshots(CheckResult& result);
  void check_journal(CheckResult& result, const Progress& progress);
  Archive& archive_;
};

}  // namespace fonds
