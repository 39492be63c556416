/// ArchiveDeliveries: papers that came in together, while whoever brought them still waits: how far
/// each is, and going on with a delivery that was begun.
///
/// A delivery is there for whoever sees a paper of it, and for whoever began it: they are told how
/// many of its papers are how far, even of those they may not see (yet).
/// Threads: one per Archive. Faults: denied, not_found, and those of the catalogue.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/documents.h"
#include "archive/viewer.h"
#include "catalogue/intakes.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

struct ShownDelivery {
  Intake intake;
  IntakeCounts counts;
  bool own = false;  ///< the viewer began it
};

class ArchiveDeliveries {
 public:
  explicit ArchiveDeliveries(Archive& archive) : archive_(archive) {}

  /// The newest first, at most `limit`. Journalled as a read.
  std::vector<ShownDelivery> list(const Actor& actor, int limit);
  /// How far it is. Not journalled: it is asked for every moment while a page is open.
  ShownDelivery progress(const Actor& actor, IntakeId intake);
  /// Its papers that the actor sees, in order; those that they were parted into, too. Journalled as
  /// a read.
  std::vector<Document> papers(const Actor& actor, IntakeId intake);
  /// The delivery of files to go on with; for all but whoever began it there is none.
  Delivery resume(const Actor& actor, IntakeId intake, std::string_view description);

 private:
  bool began(const Actor& actor, const std::vector<DocumentId>& papers);
  std::optional<ShownDelivery> shown(const Viewer& viewer, const Actor& actor,
                                     const Intake& intake);
  void append(const Viewer& viewer, const std::vector<DocumentId>& ids,
              std::vector<Document>& papers);
  Archive& archive_;
};

}  // namespace fonds
