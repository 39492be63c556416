#include "indexer/matching.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "indexer/facet_counter.h"

namespace fonds {
namespace {

/// Document numbers in stripes: `width` of every `period`, from `begin` on, before `end`. Where in
/// its period a stripe lies varies: a scanner's habits (front and back in turn) must not meet it.
class Stripes : public Xapian::PostingSource {
 public:
  Stripes(Xapian::docid begin, Xapian::docid end, Xapian::docid period, Xapian::docid width)
      : begin_(begin), end_(end), period_(period), width_(std::min(width, period)) {}
  /// All of them.
  Stripes(Xapian::docid begin, Xapian::docid end)
      : Stripes(begin, end, std::max(begin + 1, end) - begin, end - begin) {}
  [[nodiscard]] PostingSource* clone() const override {
    return new Stripes(begin_, end_, period_, width_);
  }
  void init(const Xapian::Database&) override {
    at_ = 0;
    at_end_ = false;
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(static_cast<double>(end_ - begin_) * share());
  }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return end_ - begin_; }
  void next(double) override { go_to(at_ + 1); }
  void skip_to(Xapian::docid document, double) override { go_to(std::max(document, at_)); }
  bool check(Xapian::docid document, double) override {
    at_ = document;
    if (document < begin_ || document >= end_) return false;
    const Xapian::docid start = start_of((document - begin_) / period_);
    return document >= start && document < start + width_;
  }
  [[nodiscard]] bool at_end() const override { return at_end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] std::string get_description() const override { return "Stripes"; }

  /// Of the numbers between `begin` and `end`, how many are in a stripe.
  [[nodiscard]] double share() const { return static_cast<double>(width_) / period_; }

 private:
  /// The first number of the stripe in the period of this number, from 0.
  [[nodiscard]] Xapian::docid start_of(Xapian::docid number) const {
    constexpr std::uint32_t kScatter = 2654435761;  // Knuth's multiplicative hash
    const std::uint32_t scattered = ((number + 1) * kScatter) >> 8;
    return begin_ + number * period_ + scattered % (period_ - width_ + 1);
  }
  void go_to(Xapian::docid document) {
    document = std::max(document, begin_);
    const Xapian::docid number = (document - begin_) / period_;
    const Xapian::docid start = start_of(number);
    if (document >= start + width_) {
      document = start_of(number + 1);
    } else {
      document = std::max(document, start);
    }
    at_end_ = document >= end_;
    if (!at_end_) at_ = document;
  }
  Xapian::docid begin_, end_, period_, width_;
  Xapian::docid at_ = 0;
  bool at_end_ = false;
};

class MatchRun {
 public:
  MatchRun(const Xapian::Database& database, Xapian::Query query, const MatchWanted& wanted,
           const MatchLimits& limits)
      : database_(database),
        query_(std::move(query)),
        wanted_(wanted),
        limits_(limits),
        end_(database.get_lastdocid() + 1) {}

  Matched run() {
    if (wanted_.order == HitOrder::relevance && wanted_.when_broad == WhenBroad::newest_first &&
        database_.get_doccount() > limits_.broad) {
      const Xapian::MSet guess = enquire(query_).get_mset(0, 0);
      if (guess.get_matches_estimated() > limits_.broad) {
        if (auto broad = run_broad(guess)) return std::move(*broad);
      }
    }
    return run_whole();
  }

 private:
  [[nodiscard]] Xapian::Enquire enquire(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    return enquire;
  }

  [[nodiscard]] Xapian::Query within(const Stripes& numbers) const {
    auto* source = static_cast<Stripes*>(numbers.clone());
    return {Xapian::Query::OP_FILTER, query_, Xapian::Query(source->release())};
  }

  static void append(const Xapian::MSet& found, std::vector<Match>& hits) {
    for (auto match = found.begin(); match != found.end(); ++match) {
      hits.push_back({*match, match.get_weight()});
    }
  }

  Matched run_whole() {
    Xapian::Enquire enquire = this->enquire(query_);
    Xapian::MultiValueKeyMaker keys;
    if (wanted_.order != HitOrder::relevance) {
      const Slot slot = wanted_.order == HitOrder::date     ? Slot::first_day
                        : wanted_.order == HitOrder::number ? Slot::number
                                                            : Slot::accession;
      // What is not known comes last in both directions.
      keys.add_value(static_cast<Xapian::valueno>(slot), false, wanted_.descending ? "" : "\xff");
      enquire.set_sort_by_key_then_relevance(&keys, wanted_.descending);
    }
    FacetCounter facets;
    if (wanted_.facets) facets.watch(enquire);
    const Xapian::MSet found =
        enquire.get_mset(std::min(database_.get_doccount(), wanted_.offset), wanted_.limit,
                         static_cast<Xapian::doccount>(limits_.exact));
    Matched matched;
    append(found, matched.hits);
    matched.best = found.get_max_attained();
    matched.total = found.get_matches_estimated();
    matched.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    if (wanted_.facets) matched.facets = facets.facets(matched.total, matched.total_is_exact);
    return matched;
  }

  /// Matches in evenly spread stripes, counted.
  struct Sample {
    std::int64_t seen = 0;
    std::int64_t estimated = 0;  ///< of the whole
    FacetCounter facets;
  };
  /// As many as there are in `share` of all document numbers.
  void take(Sample& sample, double share) const {
    // Papers that came together are alike, which calls for many narrow stripes; to go to one costs
    // as much as to read some hundred documents there.
    constexpr double kStripes = 48;
    const auto period = static_cast<Xapian::docid>(std::max(1.0, std::ceil(end_ / kStripes)));
    const auto width = static_cast<Xapian::docid>(std::ceil(std::min(1.0, share) * period));
    const Stripes stripes(1, end_, period, std::max<Xapian::docid>(width, 1));
    Xapian::Enquire enquire = this->enquire(within(stripes));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (wanted_.facets) sample.facets.watch(enquire);
    sample.seen = enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
    sample.estimated = std::llround(static_cast<double>(sample.seen) / stripes.share());
  }
  [[nodiscard]] double share_of(std::int64_t part, std::int64_t whole) const {
    return static_cast<double>(part) / static_cast<double>(whole);
  }

  /// Nothing: there were fewer after all, or the newest papers have hardly any of them.
  std::optional<Matched> run_broad(const Xapian::MSet& guess) {
    auto sample = std::make_unique<Sample>();
    take(*sample, share_of(limits_.sample, guess.get_matches_estimated()));
    if (sample->estimated <= limits_.broad) return std::nullopt;
    if (sample->seen < limits_.sample / 2) {
      const double share = share_of(limits_.sample, sample->estimated);
      sample = std::make_unique<Sample>();
      take(*sample, share);
    }
    const auto newest =
        static_cast<Xapian::docid>(end_ * share_of(limits_.newest, sample->estimated));
    const Xapian::docid begin = end_ - std::min(newest, end_ - 1);
    Matched matched;
    if (!order_newest(begin, matched)) return std::nullopt;
    const bool known = guess.get_matches_lower_bound() == guess.get_matches_upper_bound();
    matched.total = known ? guess.get_matches_estimated() : sample->estimated;
    matched.total_is_exact = known;
    matched.newest_first = true;
    if (wanted_.facets) matched.facets = sample->facets.facets(matched.total, false);
    return matched;
  }

  /// The hits wanted, of the documents from `begin` on and, where they do not reach, of the others.
  bool order_newest(Xapian::docid begin, Matched& matched) const {
    const Xapian::MSet found =
        enquire(within(Stripes(begin, end_))).get_mset(wanted_.offset, wanted_.limit, end_);
    const Xapian::doccount newest = found.get_matches_estimated();  // exact: all were looked at
    if (newest < limits_.newest / 4) return false;
    append(found, matched.hits);
    matched.best = found.get_max_attained();
    const Xapian::doccount wanted_to = wanted_.offset + wanted_.limit;
    if (wanted_to <= newest) return true;
    const Xapian::doccount passed = std::max(wanted_.offset, newest);
    append(enquire(within(Stripes(1, begin))).get_mset(passed - newest, wanted_to - passed),
           matched.hits);
    return true;
  }

  const Xapian::Database& database_;
  Xapian::Query query_;
  const MatchWanted& wanted_;
  const MatchLimits& limits_;
  Xapian::docid end_;  ///< one behind the last document number
};

}  // namespace

Matched matches(const Xapian::Database& database, const Xapian::Query& query,
                const MatchWanted& wanted, const MatchLimits& limits) {
  return MatchRun(database, query, wanted, limits).run();
}

}  // namespace fonds
