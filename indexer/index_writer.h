/// IndexWriter: the one writer of one generation of the index. One Xapian document per Fonds
/// document; a word's position encodes its page: page << 16 | word.
///
/// The last journal entry indexed lives in the index's own metadata and commits with it.
/// Invariant: what was not committed is dropped with the writer. When memory_limit forces changes
/// out early they stand with the old position: following the journal again gives the same index.
/// Threads: one writer, one thread; the caller holds the "index" lease of the catalogue.
/// Faults:  busy (another writer), io, corrupt.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/calendar_date.h"
#include "model/ids.h"
#include "model/student.h"

namespace fonds {

/// Written into every index; one with another number must be rebuilt.
inline constexpr int kIndexFormat = 4;

/// A student whose paper it is.
struct IndexedStudent {
  StudentId id;
  StudentId record;  ///< the paper is linked to: one merged into `id`; 0 or `id`: no other
  PersonName name;   ///< nominative
  std::vector<std::string> former_last_names;
  Gender gender = Gender::unknown;
  int page = 1;  ///< where the paper names them
  std::optional<CalendarDate> birth_date{};
};

/// What of a document's card is indexed: what counts, canonical (model/card.h); empty: not known.
struct IndexedCard {
  std::string kind;
  std::optional<DateSpan> date;
  std::optional<int> school_year;    ///< its first calendar year
  std::vector<std::string> numbers;  ///< of the paper, of the order it rests on
  std::string level;
  std::string place;
  std::string case_index;
  std::string collective;
  std::vector<IndexedStudent> students;
  std::string event{};
  bool waits = false;  ///< for a person to decide
};

/// What of a document is indexed.
struct IndexedDocument {
  DocumentId id;
  std::string accession;
  std::vector<std::string> pages;  ///< text of each page
  Moment accepted_at{};
  IndexedCard card{};
  bool scanned = false;  ///< has an original that is a picture of paper
  /// Titles of the collectives whose teachers may see it; whoever sees all needs none.
  std::vector<std::string> readers{};
  bool blocked = false;  ///< seen only by those who may see blocked records
};

class IndexWriter {
 public:
  /// Opens or creates the Xapian database in `generation`. At most about `memory_limit` bytes of
  /// changes are held before they are flushed to disk.
  explicit IndexWriter(const boost::filesystem::path& generation,
                       std::uint64_t memory_limit = 64ULL << 20);
  ~IndexWriter();
  /// Adds or replaces. Ids from 1 to 2^32 - 1.
  void put(const IndexedDocument& document);
  void remove(DocumentId document);
  /// Makes everything durable together with the position.
  void commit(EntryNumber position);
  [[nodiscard]] EntryNumber position() const;

  /// How far a rebuild of this generation has come.
  struct Checkpoint {
    DocumentId done;       ///< all documents up to this one are in
    EntryNumber head = 0;  ///< of the journal when the rebuild began
  };
  /// Makes everything durable together with the checkpoint.
  void commit(const Checkpoint& checkpoint);
  /// Nothing when no rebuild is under way.
  [[nodiscard]] std::optional<Checkpoint> checkpoint() const;
  /// Bytes of changes held at present: our estimate, see the source.
  [[nodiscard]] std::uint64_t held() const;

  [[nodiscard]] std::int64_t document_count() const;
  [[nodiscard]] bool contains(DocumentId document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
