/// Cards: what is known of documents beside their text (model/card.h), and which wait for a person.
///
/// Of a document that an act of destruction has withdrawn nothing is written (fault not_found).
/// Invariant: the machine's rows and a person's stand side by side; record_reading() replaces the
/// former and never touches the latter. Every change ends with close_change(), which raises the
/// card's revision. Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/card.h"
#include "model/ids.h"
#include "model/text_correction.h"

namespace fonds {

struct StoredCard {
  Card card;
  std::vector<TextCorrection> corrections;  ///< in order of page and line
  std::int64_t revision = 0;                ///< 0: nothing is known of the document yet
  int run = 0;                              ///< recognition run the machine's word comes from
};

/// A document that waits for a person; the larger `waiting` the more urgently.
struct WaitingCard {
  DocumentId document;
  int waiting = 0;
};

class Cards {
 public:
  explicit Cards(Database& database) : database_(database) {}

  /// Empty when nothing is known. A student's link is the person's word where there is one, with
  /// the machine's mention, probability and reasons.
  StoredCard load(DocumentId document);
  /// Values and links of several cards at once, without mentions; of documents nothing is known of
  /// they are empty.
  std::map<DocumentId, Card> load_facts(const std::vector<DocumentId>& documents);
  /// Of those that have any.
  std::map<DocumentId, std::vector<TextCorrection>> load_corrections(
      const std::vector<DocumentId>& documents);

  /// Replaces what the machine said before; people's values and links stay.
  void record_reading(Transaction& transaction, DocumentId document, int run,
                      const std::vector<FieldValue>& values,
                      const std::vector<PersonMention>& mentions,
                      const std::vector<StudentLink>& links);
  /// A person's value or link, in place of one given before. `origin` is taken as person.
  void set_value(Transaction& transaction, DocumentId document, const FieldValue& value);
  void set_link(Transaction& transaction, DocumentId document, const StudentLink& link);
  /// All corrected lines of the document, in place of those there were; no two of one line.
  void set_corrections(Transaction& transaction, DocumentId document,
                       const std::vector<TextCorrection>& corrections);
  /// The document is no paper any more: all that was said of it goes, by whomever.
  void remove(Transaction& transaction, DocumentId document);
  /// Raises the revision, which is returned, and says how urgently the card waits for a person.
  std::int64_t close_change(Transaction& transaction, DocumentId document, int waiting);

  /// Cards that wait, the most urgent first, of equals the newest; from behind `after`.
  std::vector<WaitingCard> waiting(std::optional<WaitingCard> after, int limit);
  /// The same before `place`, the nearest first.
  std::vector<WaitingCard> waiting_before(const WaitingCard& place, int limit);
  std::int64_t count_waiting();
  /// Documents that have to do with the student (linked, offered or refused), above `after`.
  std::vector<DocumentId> of_student(StudentId student, DocumentId after, int limit);

 private:
  void make(Transaction& transaction, DocumentId document);
  Database& database_;
};

}  // namespace fonds
