#include "ingest/page_signs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/messages.h"

namespace fonds {
namespace {

/// Log-odds of a page of which nothing is known: in most scans it goes on.
constexpr double kUnknown = -1.0;
/// At least so sure, or a person decides unaided.
constexpr double kBegins = 0.85;
constexpr double kGoesOn = 0.8;

/// A title alone may head a chapter; that of a single sheet hardly.
constexpr double kTitle = 0.7;
constexpr double kAwardTitle = 0.9;
constexpr double kHeading = 0.4;
constexpr double kMostOfTitle = 6.5;

class Weighing {
 public:
  void add(bool holds, double points, const char* said, std::string with = {}) {
    if (!holds) return;
    points_ += points;
    Reason reason{said, {}};
    if (!with.empty()) reason.with.push_back(std::move(with));
    reasons_.push_back(std::move(reason));
  }

  Decision<bool> decide() && {
    Decision<bool> decision;
    const double begins = 1 / (1 + std::exp(-points_));
    if (begins >= kBegins) decision.value = true;
    if (1 - begins >= kGoesOn && !reasons_.empty()) decision.value = false;
    decision.confidence = std::max(begins, 1 - begins);
    decision.reasons = std::move(reasons_);
    return decision;
  }

 private:
  double points_ = kUnknown;
  std::vector<Reason> reasons_;
};

void weigh_beginning(const PageSigns& page, Weighing& sum) {
  // The title of the book a page belongs to is no new one.
  sum.add(page.title > 0 && !page.repeats_title,
          (page.award     ? kAwardTitle
           : page.heading ? kHeading
                          : kTitle) *
              std::min(page.title, kMostOfTitle),
          tr_later("the title of a paper stands on the page: «{}»"), page.title_words);
  sum.add(page.award_words, 2.0, tr_later("the page is worded as an award"));
  sum.add(page.opening, 1.8, tr_later("the page begins as papers do, with who writes or to whom"));
  sum.add(page.before_is_last, 3.0, tr_later("the page before says that it is the last"));
  sum.add(page.before_is_signed, 1.2, tr_later("the page before ends with signatures"));
  sum.add(page.before_is_award, 1.3, tr_later("the paper before is of one sheet"));
  sum.add(page.other_format, 0.5, tr_later("the sheet is of another size than the one before"));
  sum.add(page.page_number == 1, 1.8, tr_later("the page is numbered 1"));
}

void weigh_going_on(const PageSigns& page, Weighing& sum) {
  const bool numbered_on = page.page_number.value_or(1) > 1;
  // Sheets of a whole case are numbered on, too, so that a number of another paper says little.
  sum.add(numbered_on && page.number_follows, -4.0,
          tr_later("the page is numbered on from the page before"));
  sum.add(numbered_on && !page.number_follows, -1.8, tr_later("the page is numbered above 1"));
  sum.add(page.annex == AnnexTo::paper_before, -5.0,
          tr_later("the page is an annex to the paper before"));
  sum.add(page.annex == AnnexTo::something, -2.0, tr_later("the page is an annex"));
  sum.add(page.annex == AnnexTo::another, -0.5,
          tr_later("the page is an annex to a paper that does not lie before it"));
  sum.add(page.continues_table, -4.0, tr_later("a table goes on from the page before"));
  sum.add(page.starts_mid_table && !page.continues_table, -1.5,
          tr_later("a table begins with a row in its middle"));
  sum.add(page.repeats_heading, -2.5, tr_later("the heading of a table stands on it again"));
  sum.add(page.repeats_title, -2.5, tr_later("the title is that of the paper before"));
  sum.add(page.continues_sentence, -1.5, tr_later("the page begins in the middle of a sentence"));
  sum.add(page.says_so, -4.0, tr_later("the page says that it goes on from another"));
  sum.add(page.chapter && !page.repeats_title, -2.0,
          tr_later("pages inside a register are headed so, too"));
  sum.add(page.only_signatures, -3.0, tr_later("there are only signatures on the page"));
}

}  // namespace

Decision<bool> propose_boundary(const PageSigns& page) {
  Weighing sum;
  weigh_beginning(page, sum);
  weigh_going_on(page, sum);
  return std::move(sum).decide();
}

}  // namespace fonds
