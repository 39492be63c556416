/// Consents: who consented to what, withdrew it, and which papers a person found to say neither.
///
/// Records are added, never changed. Those of merged students belong to the student they were
/// merged into. Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/consent.h"

namespace fonds {

class Consents {
 public:
  explicit Consents(Database& database) : database_(database) {}

  /// Records it with a new id, which is returned, whatever `consent.id` says.
  std::int64_t add(Transaction& transaction, const Actor& actor, const Consent& consent);
  std::int64_t add(Transaction& transaction, const Actor& actor, const Withdrawal& withdrawal);
  /// A person says that the paper is neither for this student. Saying it again changes nothing.
  void dismiss(Transaction& transaction, const Actor& actor, DocumentId document,
               StudentId student);

  /// Of one student, oldest record first.
  ConsentRecords of(StudentId student);
  /// Of all students that have any.
  std::map<StudentId, ConsentRecords> all();
  /// Papers that a person has decided on, each with the student: recorded or dismissed.
  std::set<std::pair<DocumentId, StudentId>> decided();

 private:
  Database& database_;
};

}  // namespace fonds
