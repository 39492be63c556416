/// VisibleSets: which documents of the index a reader may find, as one bit a document, kept for the
/// readers who searched last.
///
/// A reader of 50 collectives is an OR of 50 terms, which every candidate of every query would have
/// to be asked of; a bit is asked for nothing. Made again whenever the index has changed.
/// Threads: one VisibleSets a thread. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <list>
#include <vector>

#include "indexer/visible.h"

namespace fonds {

/// Documents by their numbers in the index.
class DocumentSet {
 public:
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1, 0) {}
  void insert(Xapian::docid document) { words_[document / kBits] |= bit_of(document); }
  void erase(Xapian::docid document) { words_[document / kBits] &= ~bit_of(document); }
  [[nodiscard]] bool contains(Xapian::docid document) const {
    return document / kBits < words_.size() && (words_[document / kBits] & bit_of(document)) != 0;
  }
  /// The first that is not below `document`; 0: none.
  [[nodiscard]] Xapian::docid from(Xapian::docid document) const;
  [[nodiscard]] Xapian::doccount size() const;

 private:
  static constexpr Xapian::docid kBits = 64;
  static std::uint64_t bit_of(Xapian::docid document) {
    return std::uint64_t{1} << (document % kBits);
  }
  std::vector<std::uint64_t> words_;
};

class VisibleSets {
 public:
  /// What a query must be filtered by for the reader; empty: everything is visible, never: nothing
  /// is. Good until the index or, some readers later, the reader has changed.
  Xapian::Query of(const Xapian::Database& database, const Visible& visible);
  /// `query` so filtered.
  Xapian::Query restricted(const Xapian::Database& database, const Xapian::Query& query,
                           const Visible& visible);
  /// Another database: what is kept says nothing of it.
  void forget() { kept_.clear(); }

 private:
  struct Kept {
    Visible visible;
    Xapian::rev revision = 0;
    DocumentSet documents;
    Xapian::doccount size = 0;
  };
  std::list<Kept> kept_;  ///< the last asked for first
};

}  // namespace fonds
