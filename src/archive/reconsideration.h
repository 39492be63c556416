/// Reconsideration: papers that were read before, understood anew by the rules, kinds and register
/// as they are now, from the text read then: nothing is recognised again.
///
/// After a list of students was imported or the institution added a kind of paper. A person's word
/// stays. What says the same as before is left untouched, so a second call changes nothing, and one
/// that was cut off is simply repeated. Threads: one per Archive. Faults: denied, not_found (before
/// anything is done), usage (a data file is wrong), and those of catalogue and store; what was done
/// before the fault stays.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/register_view.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

class Reconsideration {
 public:
  enum class Outcome {
    changed,    ///< the card says something else now
    unchanged,  ///< it says what it said
    passed,     ///< a sheet between papers, or being recognised now
  };
  using Report = std::function<void(const Document&, Outcome)>;

  Reconsideration(Archive& archive, Actor actor);

  /// Every document that has been recognised, in order of id.
  void all(const Report& report, const std::stop_token& stop = {});
  /// Those that `references` name (as for ArchiveDocuments::show).
  void these(const std::vector<std::string>& references, const Report& report,
             const std::stop_token& stop = {});
  /// How many all() goes through.
  std::int64_t count();

 private:
  Outcome one(const Document& document);
  Archive& archive_;
  Actor actor_;
  RegisterView understanding_;
};

}  // namespace fonds
