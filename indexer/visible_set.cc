#include "indexer/visible_set.h"

#include <algorithm>
#include <bit>

namespace fonds {
namespace {

constexpr std::size_t kMostKept = 16;  ///< a bit a document each: 2 MB of a million

/// A set as Xapian walks it beside the lists of a query's terms.
class SetSource : public Xapian::PostingSource {
 public:
  SetSource(const DocumentSet& documents, Xapian::doccount size)
      : documents_(documents), size_(size) {}
  [[nodiscard]] PostingSource* clone() const override { return new SetSource(documents_, size_); }
  void init(const Xapian::Database&) override { at_ = 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size_; }
  void next(double) override { go_to(at_ + 1); }
  void skip_to(Xapian::docid document, double) override { go_to(std::max(document, at_)); }
  bool check(Xapian::docid document, double) override {
    at_ = document;
    return documents_.contains(document);
  }
  [[nodiscard]] bool at_end() const override { return at_end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] std::string get_description() const override { return "SetSource"; }

 private:
  void go_to(Xapian::docid document) {
    const Xapian::docid found = documents_.from(document);
    at_end_ = found == 0;
    if (!at_end_) at_ = found;
  }
  const DocumentSet& documents_;
  Xapian::doccount size_;
  Xapian::docid at_ = 0;
  bool at_end_ = false;
};

/// Those with any of the terms.
DocumentSet with_any(const Xapian::Database& database, const std::vector<std::string>& terms) {
  DocumentSet found(database.get_lastdocid());
  for (const std::string& term : terms) {
    const auto end = database.postlist_end(term);
    for (auto each = database.postlist_begin(term); each != end; ++each) found.insert(*each);
  }
  return found;
}

DocumentSet visible_in(const Xapian::Database& database, const Visible& visible) {
  std::vector<std::string> terms;
  for (const std::string& each : visible.collectives) terms.push_back(readers_term(each));
  DocumentSet found = with_any(database, terms);
  if (visible.blocked_too) return found;
  const std::string blocked = blocked_term();
  const auto end = database.postlist_end(blocked);
  for (auto each = database.postlist_begin(blocked); each != end; ++each) found.erase(*each);
  return found;
}

}  // namespace

Xapian::docid DocumentSet::from(Xapian::docid document) const {
  std::size_t word = document / kBits;
  if (word >= words_.size()) return 0;
  std::uint64_t bits = words_[word] & (~std::uint64_t{0} << (document % kBits));
  while (bits == 0) {
    if (++word == words_.size()) return 0;
    bits = words_[word];
  }
  return static_cast<Xapian::docid>(word * kBits) +
         static_cast<Xapian::docid>(std::countr_zero(bits));
}

Xapian::doccount DocumentSet::size() const {
  Xapian::doccount size = 0;
  for (const std::uint64_t word : words_) {
    size += static_cast<Xapian::doccount>(std::popcount(word));
  }
  return size;
}

Xapian::Query VisibleSets::of(const Xapian::Database& database, const Visible& visible) {
  using Xapian::Query;
  if (visible.is_everything()) return {};
  // Few papers are blocked: that is one short list.
  if (visible.all) return fonds::restricted(Query::MatchAll, visible);
  const Xapian::rev revision = database.get_revision();
  const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) {
    return each.revision == revision && each.visible == visible;
  });
  if (same != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, same);
  } else {
    std::erase_if(kept_, [&](const Kept& each) { return each.revision != revision; });
    if (kept_.size() == kMostKept) kept_.pop_back();
    kept_.push_front({visible, revision, visible_in(database, visible), 0});
    kept_.front().size = kept_.front().documents.size();
  }
  const Kept& kept = kept_.front();
  return Query((new SetSource(kept.documents, kept.size))->release());
}

Xapian::Query VisibleSets::restricted(const Xapian::Database& database, const Xapian::Query& query,
                                      const Visible& visible) {
  if (visible.all) return fonds::restricted(query, visible);
  return {Xapian::Query::OP_FILTER, query, of(database, visible)};
}

}  // namespace fonds
