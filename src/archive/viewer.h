/// Viewer: an actor as the archive sees them: whose papers they may see. The one place that turns
/// the sight of a role (config/roles.toml) into papers and students.
///
/// Whoever sees the own collectives only sees a paper when every student it is linked to, or may be
/// linked to, attends one and the same of them on the paper's date; a paper without students when
/// it names that collective. Papers that are blocked are not there but for whom may see them; those
/// an act has withdrawn are there for nobody.
/// Threads: as Archive. Faults: those of the catalogue; not_found, denied.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "catalogue/cards.h"
#include "indexer/visible.h"
#include "model/achievement.h"
#include "model/actor.h"
#include "model/document.h"
#include "model/student.h"

namespace fonds {

/// Titles of the collectives whose teachers may see the paper.
std::vector<std::string> readers_of(Archive& archive, const Card& card);

class Viewer {
 public:
  Viewer(Archive& archive, const Actor& actor);

  [[nodiscard]] const Visible& visible() const { return visible_; }
  /// Whether there are, or may be, papers the viewer does not see.
  [[nodiscard]] bool misses_some() const {
    return !visible_.all || !hidden_documents_.empty() || !blocked_students_.empty();
  }
  [[nodiscard]] bool sees(DocumentId document) const;
  /// Those of `documents` that the viewer sees: asked for together they cost little more than one.
  [[nodiscard]] std::set<DocumentId> seen_of(std::vector<DocumentId> documents) const;
  [[nodiscard]] bool sees(const Student& student) const;
  /// The same of one who is somebody's person (Students::living).
  [[nodiscard]] bool sees_student(StudentId student) const;
  /// The student the id belongs to, when the viewer sees them; else not_found, as if there were
  /// none.
  [[nodiscard]] Student require_student(StudentId student) const;
  /// Returns when the viewer sees the document; else not_found, as if there were none.
  void require_sight(const Document& document) const;
  /// Returns when the viewer sees the papers of all collectives; else denied.
  void require_all() const;
  /// The papers of the reader's collectives, in order of id, and perhaps others: ask sees().
  [[nodiscard]] std::vector<DocumentId> candidates() const;

 private:
  [[nodiscard]] bool is_own(const std::vector<std::string>& collectives) const;
  Archive& archive_;
  std::string login_;
  Visible visible_;
  std::set<std::string> own_;              ///< folded titles
  std::set<DocumentId> hidden_documents_;  ///< blocked, or withdrawn by an act
  std::set<StudentId> blocked_students_;
};

/// Leaves the records whose papers the viewer sees.
void leave_seen(const Viewer& viewer, std::vector<Achievement>& records);

/// The Error of a document that is not there, or not there for the one who asks.
Error no_document(std::string_view reference);
/// The same of a student.
Error no_student(StudentId student);

}  // namespace fonds
