/// ArchiveStacks: a file in which several papers were scanned one behind another becomes as many
/// documents, each with a file of its own.
///
/// Where separator, cover or case sheets lie between the papers that is sure, and recognition does
/// it by itself (stack_parts.h); otherwise a person says on which pages papers begin: what seems so
/// is proposed.
/// Threads: one per Archive. Faults: denied, not_found, usage (it can not be parted so: says why),
/// corrupt, unavailable (the worker died), and those of catalogue and store.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

class ArchiveStacks {
 public:
  explicit ArchiveStacks(Archive& archive) : archive_(archive) {}

  /// Parts the document where papers begin; `first_pages` in any order, page 1 may be left out.
  /// What was said of the whole, by whomever, goes. Returns its papers.
  std::vector<Document> part(const Actor& actor, std::string_view reference,
                             const std::vector<int>& first_pages);
  /// It is one paper, whatever is proposed, now and after every recognition.
  void keep_whole(const Actor& actor, std::string_view reference);
  /// The papers of a parted document, in order; empty for any other.
  std::vector<Document> parts_of(const Actor& actor, const Document& stack);

 private:
  Archive& archive_;
};

}  // namespace fonds
