#include "catalogue/blocks.h"

#include <tuple>

#include "catalogue/sql.h"

namespace fonds {
namespace {

/// The papers linked to blocked students. A person's "no" to a link of the machine's wins.
constexpr const char* kLinked =
    "SELECT l.document FROM student_links l WHERE l.state = 'linked' AND l.student IN "
    "(SELECT s.id FROM students s WHERE s.person IN (SELECT k.person FROM students k "
    "JOIN blocks b ON b.id = k.id WHERE b.subject = 'student')) AND NOT EXISTS "
    "(SELECT 1 FROM student_links p WHERE p.document = l.document AND p.student = l.student "
    "AND p.origin = 'person' AND p.state <> 'linked')";
constexpr const char* kThemselves = "SELECT id FROM blocks WHERE subject = 'document'";

}  // namespace

void Blocks::set(Transaction& transaction, const Actor& actor, BlockSubject subject,
                 std::int64_t id, std::string_view reason) {
  lift(transaction, subject, id);
  change(database_,
         "INSERT INTO blocks (subject, id, reason, blocked_at, blocked_by) "
         "VALUES (:subject, :id, :reason, :blocked_at, :blocked_by)",
         name_of(subject), id, reason, to_text(database_.clock().now()), actor.login);
}

bool Blocks::lift(Transaction& /*transaction*/, BlockSubject subject, std::int64_t id) {
  return change(database_, "DELETE FROM blocks WHERE subject = :subject AND id = :id",
                name_of(subject), id) > 0;
}

std::vector<Block> Blocks::list() {
  std::vector<Block> found;
  Block block;
  std::string subject;
  long long id = 0;
  each_row(database_,
           "SELECT subject, id, reason, blocked_at, blocked_by FROM blocks "
           "ORDER BY blocked_at, subject, id",
           std::tie(subject, id, block.reason, block.blocked_at, block.blocked_by), [&] {
             block.subject = subject == name_of(BlockSubject::student) ? BlockSubject::student
                                                                       : BlockSubject::document;
             block.id = id;
             found.push_back(block);
           });
  return found;
}

std::set<DocumentId> Blocks::documents() {
  std::set<DocumentId> found;
  long long id = 0;
  each_row(database_, std::string(kThemselves) + " UNION " + kLinked, std::tie(id),
           [&] { found.insert({id}); });
  return found;
}

bool Blocks::covers(DocumentId document) {
  const bool itself =
      number_from(database_, "SELECT count(*) FROM blocks WHERE subject = 'document' AND id = :id",
                  0, document.value) > 0;
  if (itself) return true;
  return number_from(database_,
                     std::string("SELECT count(*) FROM (") + kLinked +
                         " AND l.document = :document) AS linked",
                     0, document.value) > 0;
}

std::set<StudentId> Blocks::students() {
  std::set<StudentId> found;
  long long person = 0;
  each_row(
      database_,
      "SELECT k.person FROM students k JOIN blocks b ON b.id = k.id WHERE b.subject = 'student'",
      std::tie(person), [&] { found.insert({person}); });
  return found;
}

}  // namespace fonds
