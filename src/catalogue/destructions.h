/// Destructions: the tombstones of documents that acts destroy, and what the catalogue has to
/// forget of them.
///
/// A document is first withdrawn: all of it is still there and nobody sees it. Then its rows are
/// erased, its bytes are removed (by the caller), and its tombstone says that it is gone. With a
/// paper that came out of a stack the stack goes, whose file holds its pages; the other papers of
/// the stack have files of their own. Threads: as Database. Faults: as Database.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/case_file.h"
#include "model/ids.h"
#include "model/student.h"

namespace fonds {

class Destructions {
 public:
  explicit Destructions(Database& database) : database_(database) {}

  /// Withdraws what is filed in the volume, with the stacks its papers came from, and notes whose
  /// data they hold. What is withdrawn already stays so. Returns those that were not.
  std::vector<DocumentId> withdraw(Transaction& transaction, std::int64_t act, VolumeId volume);
  /// The act's documents that are not gone are there again. Returns them.
  std::vector<DocumentId> restore(Transaction& transaction, std::int64_t act);

  /// All that nobody sees and that is not gone.
  std::set<DocumentId> withdrawn();
  /// Those of an act and a volume, in order of id; {0}: of all its volumes.
  std::vector<DocumentId> withdrawn(std::int64_t act, VolumeId volume);
  /// Of all its volumes, in order of id.
  std::vector<DocumentId> gone(std::int64_t act);
  /// Withdrawn documents of the act and volume that have work waiting or under way.
  std::vector<DocumentId> busy(std::int64_t act, VolumeId volume);

  /// Forgets all that the catalogue says of a withdrawn document but its number, the hashes of its
  /// files, its place in the volume and its journal; kind, date and pages go to the tombstone.
  void erase(Transaction& transaction, DocumentId document);
  /// Forgets what names people in a volume whose documents are gone, and says that it is destroyed.
  void erase_volume(Transaction& transaction, std::string_view login, VolumeId volume);
  /// Whether these bytes are a file of a document that is neither gone nor about to go with the
  /// volume.
  bool is_needed(std::string_view sha256, std::int64_t act, VolumeId volume);
  void mark_gone(Transaction& transaction, DocumentId document);

  /// The tables whose rows of a document erase() removes.
  static std::vector<std::string> erased_tables();
  /// The tables that still say something of the document that is erased with it; none when it was.
  std::vector<std::string> remains(DocumentId document);

  struct Subject {
    VolumeId volume;
    StudentId student;
  };
  /// Whose data the act destroys, in order of volume and student.
  std::vector<Subject> subjects(std::int64_t act);

  /// Returns when no byte of removed rows is left in the database's files; takes as long as to copy
  /// them. Outside of transactions. Faults: busy (somebody reads or writes), io (no room).
  void purge();

 private:
  Database& database_;
};

}  // namespace fonds
