/// Blocks: students and documents whose data nobody may use but whoever keeps the archive.
///
/// A student's block is one of every record of that person and of all papers linked to them.
/// Threads: as Database. Faults: as Database.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/document.h"
#include "model/student.h"

namespace fonds {

enum class BlockSubject { student, document };
constexpr std::string_view name_of(BlockSubject subject) {
  return subject == BlockSubject::student ? "student" : "document";
}

struct Block {
  BlockSubject subject = BlockSubject::document;
  std::int64_t id = 0;
  std::string reason;
  std::string blocked_at;
  std::string blocked_by;  ///< login
};

class Blocks {
 public:
  explicit Blocks(Database& database) : database_(database) {}

  /// Blocking what is blocked replaces the reason.
  void set(Transaction& transaction, const Actor& actor, BlockSubject subject, std::int64_t id,
           std::string_view reason);
  /// False when it was not blocked.
  bool lift(Transaction& transaction, BlockSubject subject, std::int64_t id);
  /// In order of their setting.
  std::vector<Block> list();

  /// Blocked themselves, or linked to a blocked student.
  std::set<DocumentId> documents();
  bool covers(DocumentId document);
  /// The persons (Students::living) any of whose records is blocked.
  std::set<StudentId> students();

 private:
  Database& database_;
};

}  // namespace fonds
