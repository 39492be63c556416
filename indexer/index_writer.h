/// IndexWriter: the one writer of one generation of the index. One Xapian document per Fonds
/// document; a word's position encodes its page: page << 16 | word.
///
/// The last journal entry indexed lives in the index's own metadata and commits with it.
/// Threads: one writer, one thread; the caller holds the "index" lease of the catalogue.
/// Faults:  busy (another writer), io, corrupt.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace fonds {

/// What of a document is indexed.
struct IndexedDocument {
  DocumentId id;
  std::string accession;
  std::vector<std::string> pages;  ///< text of each page
  Moment accepted_at{};
};

class IndexWriter {
 public:
  /// Opens or creates the Xapian database in `generation`. At most about `memory_limit` bytes of
  /// changes are held before they are flushed to disk.
  explicit IndexWriter(const boost::filesystem::path& generation,
                       std::uint64_t memory_limit = 64ULL << 20);
  ~IndexWriter();
  /// Adds or replaces.
  void put(const IndexedDocument& document);
  void remove(DocumentId document);
  /// Makes everything durable together with the position.
  void commit(EntryNumber position);
  [[nodiscard]] EntryNumber position() const;
  [[nodiscard]] std::int64_t document_count() const;
  [[nodiscard]] bool contains(DocumentId document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
