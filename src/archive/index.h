/// ArchiveIndex: keeps the search index level with the journal, and rebuilds it.
///
/// Exactly one writer: the "index" lease of the catalogue.
/// Threads: one per Archive. Faults: busy (another process holds the lease), corrupt, io.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "indexer/follower.h"
#include "indexer/generations.h"
#include "model/actor.h"

namespace fonds {

class ArchiveIndex {
 public:
  explicit ArchiveIndex(Archive& archive);
  ~ArchiveIndex();

  enum class Following { level, somebody_else_writes };
  /// Brings the index up to the journal's head, creating it when there is none.
  Following catch_up();
  /// Returns when the index, by whoever writes it, has reached what is now the journal's head.
  void wait_until_level(const std::stop_token& stop);
  /// Builds a new generation beside the serving one and swaps; goes on where a killed one stopped.
  /// `progress` gets documents done and their total.
  void rebuild(const Actor& actor, const std::function<void(std::int64_t, std::int64_t)>& progress,
               const std::stop_token& stop);
  /// Writes the serving index once more without the room its tables grew with; it serves meanwhile.
  void compact(const Actor& actor, const std::stop_token& stop);
  /// Returns when no byte of documents that are gone is left in the index: it is brought level and
  /// written once more. Waits a while for whoever writes it. Nothing where there is no index.
  void purge(const Actor& actor);
  /// Journal entries that change the index and are not in it yet; 0 when it is level.
  EntryNumber lag();

 private:
  std::optional<IndexedDocument> load(DocumentId id);
  /// As the one writer: `make` gets what to call once a second, at which a stop ends it.
  using Making = std::function<void(Generations&, const std::function<void()>& alive)>;
  void make_anew(const Actor& actor, std::string_view event, const std::stop_token& stop,
                 const Making& make);
  DocumentLoader loader();
  DocumentsOfStudent documents_of_students();
  Archive& archive_;
  std::string owner_;
  EntryNumber level_at_ = -1;  ///< journal head when this object last saw the index level
};

}  // namespace fonds
