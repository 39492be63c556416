/// Proofs: what achievements are derived from: of each paper its card's values, the students it is
/// linked to with what their rows say, and what people stated.
///
/// Read afresh every time: a card that changes (a new reading, a person's word, students merged or
/// parted) changes what is derived in the same moment, and there is no second copy of the truth to
/// keep level. A student stands here as the one their record belongs to (Students::living).
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/database.h"
#include "model/achievement.h"
#include "model/card.h"

namespace fonds {

/// One row of a paper's links; the machine's and a person's stand side by side.
struct ProofLink {
  StudentId student;  ///< the link's record belongs to
  StudentId record;   ///< that the link names
  Origin origin = Origin::machine;
  LinkState state = LinkState::offered;
  std::optional<PersonRole> role;  ///< of the name on the paper; nothing: not by a name
  std::string result;              ///< of that name's row
};

struct ProofStudent {
  std::string name;
  std::vector<Membership> memberships;
};

struct ProofPaper {
  DocumentId document;
  std::string accession;
  Card card;                  ///< its values only, without reasons
  bool names_holder = false;  ///< the paper names somebody it is given to
  std::vector<ProofLink> links;
  std::vector<AchievementWord> words;
  std::map<StudentId, ProofStudent> students;  ///< of the links
};

class Proofs {
 public:
  explicit Proofs(Database& database) : database_(database) {}

  /// Every paper with a card, in order of id, in bounded memory. `visit` may ask the catalogue.
  void each(const std::function<void(ProofPaper&&)>& visit);
  /// Nothing when the document has no card.
  std::optional<ProofPaper> of(DocumentId document);

  /// Papers linked (or offered, or refused) to the student, in order of id.
  std::vector<DocumentId> linked_to(StudentId student);
  /// Papers that name a collective of this title, whatever its letters' case.
  std::vector<DocumentId> naming(std::string_view collective);
  /// Who attends a collective of this title, and when.
  std::vector<std::pair<StudentId, Membership>> attending(std::string_view collective);

  /// A person's word in place of one given before; an empty value says that there is none.
  void set_word(Transaction& transaction, DocumentId document, const AchievementWord& word);
  /// What is derived counts again.
  void take_back_word(Transaction& transaction, DocumentId document, StudentId record,
                      std::string_view field);

 private:
  std::vector<ProofPaper> load(DocumentId after, DocumentId last);
  Database& database_;
};

}  // namespace fonds
