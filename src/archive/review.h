/// ArchiveReview: what the machine understood of papers, and the word of people on it.
///
/// A person's word stands beside the machine's, counts instead of it for ever and outlives every
/// new recognition. Two people at once: whoever changes a card may say which revision was read;
/// when it has changed since, nothing is changed (busy). Threads: one per Archive. Faults: denied,
/// not_found, usage (what is allowed is said), busy, and those of the catalogue.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/review_rules.h"
#include "catalogue/cards.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

/// A document with its card.
struct Reviewed {
  Document document;
  StoredCard stored;
  OpenDecisions open;
  std::map<StudentId, std::string> names;  ///< of the students its links are about
  const ValueWords* words = nullptr;       ///< of its values; the archive outlives it
};

class ArchiveReview {
 public:
  using Revision = std::optional<std::int64_t>;  ///< that was read; nothing: whatever is there now

  explicit ArchiveReview(Archive& archive) : archive_(archive) {}

  /// What waits for a person, the most valuable first; at most `limit`. Returns how many wait.
  std::int64_t list(const Actor& actor, int limit,
                    const std::function<void(const Reviewed&)>& visit);
  /// The nearest paper behind a place of that order, or before it, that the actor sees; nothing:
  /// there is none. The place is a paper's, and need not be taken any more: it was decided on
  /// meanwhile. Not journalled: whoever opens the paper is.
  enum class Step { behind, before };
  std::optional<Document> next(const Actor& actor, WaitingCard place, Step step);
  /// Journalled as a read.
  Reviewed show(const Actor& actor, std::string_view reference);
  /// The same of a document that was just shown: not journalled.
  Reviewed card_of(const Actor& actor, const Document& document);
  /// Of papers that were just found, those that are there for the actor, in the order asked for:
  /// values, links and names only, for lists; not journalled.
  std::vector<Reviewed> facts_of(const Actor& actor, const std::vector<DocumentId>& documents);

  /// Takes the machine's values as right: of the named fields, or of all that have one, and then
  /// its links as well. What has no value and whom it only offers stays open: that takes a choice.
  Reviewed accept(const Actor& actor, std::string_view reference,
                  const std::vector<std::string>& fields, Revision revision = {});
  /// `typed` in a person's words; "нет" or "none" says that there is none.
  Reviewed set(const Actor& actor, std::string_view reference, std::string_view field,
               std::string_view typed, Revision revision = {});
  /// Says whose paper it is, or (refused) that it is not theirs.
  Reviewed set_link(const Actor& actor, std::string_view reference, StudentId student,
                    LinkState state, Revision revision = {});
  /// Corrects a line of the recognised text.
  Reviewed correct_text(const Actor& actor, std::string_view reference, int page, int line,
                        std::string_view text, Revision revision = {});
  /// The recognised text with every correction laid over it; empty before recognition.
  std::string text(const Actor& actor, const Document& document);

 private:
  struct Change;
  Reviewed change(const Actor& actor, std::string_view reference, Revision revision,
                  const std::function<std::string(Change&)>& action);
  Reviewed load(const Document& document);
  Archive& archive_;
};

}  // namespace fonds
