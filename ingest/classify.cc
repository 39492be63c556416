#include "ingest/classify.h"

#include <algorithm>
#include <cmath>

#include "base/messages.h"
#include "base/text.h"
#include "ingest/title_finder.h"

namespace fonds {
namespace {

/// Log-odds of "none of the kinds": what a kind must outweigh.
constexpr double kNone = 3.0;
/// Below it nothing is expected of a paper for its kind.
constexpr double kLikely = 0.4;
constexpr double kMostOfAnchors = 4.5;
/// Without a title the words alone make no kind sure.
constexpr double kMostWithoutTitle = 4.4;
constexpr double kSheetPoints = 0.8;
constexpr int kRowsOfTable = 4;

struct Scored {
  const PaperKind* kind = nullptr;
  double points = 0;
  std::optional<FoundTitle> title;
  std::vector<Reason> reasons;
};

/// Lines that begin with 1, 2, 3 … in order.
int count_rows(const PaperText& text) {
  static const Pattern kRow(R"(^([0-9]{1,3})[.)]?\s+\p{L})");
  int expected = 1;
  for (const PatternMatch& match : kRow.find_all(text.ready())) {
    if (std::stoi(std::string(text.folded(*match.groups[1]))) == expected) ++expected;
  }
  return expected - 1;
}

/// Specks are read as single letters and as words the recogniser is unsure of.
bool has_words(const PaperText& text) {
  constexpr double kSure = 0.3;
  constexpr std::size_t kFewest = 4;
  std::size_t characters = 0;
  for (const PaperWord& word : text.words()) {
    const std::size_t count = count_characters(text.folded(word.span));
    if (word.confidence >= kSure && count >= 2) characters += count;
  }
  return characters >= kFewest;
}

void add_title(const TitleFinder& titles, Scored& scored) {
  for (const PaperKind::Title& title : scored.kind->titles) {
    const auto found = titles.find(title.words, title.weight);
    if (found && (!scored.title || found->points > scored.title->points)) scored.title = found;
  }
  if (scored.title && scored.title->points <= 0) scored.title.reset();
  if (scored.title) scored.points += scored.title->points;
}

void add_anchors(const PaperText& text, Scored& scored) {
  double sum = 0;
  double strongest = 0;  // an anchor may outweigh any title: «сканировать перед документами»
  for (const PaperKind::Anchor& anchor : scored.kind->anchors) {
    const auto found = anchor.pattern.find(text.ready());
    if (!found) continue;
    sum += anchor.weight;
    strongest = std::max(strongest, anchor.weight);
    if (anchor.weight > 0) {
      scored.reasons.push_back(
          {tr_later("the words «{}» speak for it"), {text.printed(found->whole)}});
    }
  }
  scored.points += std::clamp(sum, -kMostOfAnchors, std::max(kMostOfAnchors, strongest));
  if (!scored.title) {
    scored.points = std::min(scored.points, std::max(kMostWithoutTitle, strongest));
  }
}

Scored score(const PaperText& text, const TitleFinder& titles, const PaperKind& kind, int rows) {
  Scored scored{&kind, 0, {}, {}};
  add_title(titles, scored);
  if (scored.title) {
    scored.reasons.push_back({tr_later("the title is «{}»"), {text.printed(scored.title->span)}});
  }
  add_anchors(text, scored);
  if (rows >= kRowsOfTable) {
    if (kind.sheet == SheetForm::table) {
      scored.points += kSheetPoints;
      scored.reasons.push_back({tr_later("it is a list of {} rows"), {std::to_string(rows)}});
    } else if (kind.sheet == SheetForm::award) {
      scored.points -= kSheetPoints;
    }
  }
  return scored;
}

KindReading blank(const DocumentKinds& kinds) {
  KindReading reading;
  reading.likely = kinds.find("blank");
  if (reading.likely == nullptr) return reading;
  reading.kind.value = reading.likely->id;
  reading.kind.confidence = 0.95;
  reading.kind.reasons.push_back({tr_later("there are no words on it"), {}});
  return reading;
}

/// A title told from lettering that hardly reads (title_words.h) says the kind, but not so surely
/// that no person needs to look: below `accept` of review.toml.
void doubt_guessed_title(const PaperText& text, KindReading& reading) {
  constexpr double kReadAtAll = 0.56;
  constexpr double kGuess = 0.75;
  if (text.least_confidence(*reading.title) >= kReadAtAll) return;
  reading.kind.confidence = std::min(reading.kind.confidence, kGuess);
  reading.kind.reasons.push_back({tr_later("its title could hardly be read"), {}});
}

}  // namespace

KindReading classify(const PaperText& text, const DocumentKinds& kinds, double threshold) {
  if (!has_words(text)) return blank(kinds);
  const TitleFinder titles(text);
  const int rows = count_rows(text);
  Scored best;
  double all = std::exp(kNone);
  for (const PaperKind& kind : kinds.all()) {
    Scored scored = score(text, titles, kind, rows);
    all += std::exp(scored.points);
    if (best.kind == nullptr || scored.points > best.points) best = std::move(scored);
  }
  KindReading reading;
  if (best.kind == nullptr || best.points <= 0) return reading;
  reading.kind.confidence = std::exp(best.points) / all;
  if (reading.kind.confidence >= kLikely) reading.likely = best.kind;
  reading.kind.reasons = std::move(best.reasons);
  if (best.title && reading.likely != nullptr) {
    reading.title = best.title->span;
    reading.title_points = best.title->points;
    reading.kind.source = text.place(best.title->span);
    doubt_guessed_title(text, reading);
  }
  if (reading.kind.confidence >= threshold) {
    reading.kind.value = best.kind->id;
  } else {
    reading.kind.reasons.push_back(
        {tr_later("too unsure to say that it is «{}»"), {best.kind->id}});
  }
  return reading;
}

}  // namespace fonds
