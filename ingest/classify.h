/// classify tells the kind of a paper from its title and the words that go with it.
///
/// A title is words of document_kinds.toml in large type, on a line of their own, in the upper half
/// of the first page; letters of ornamental type that were misread are borne. Anchors speak for and
/// against. What stays unclear abstains. Threads: pure.
#pragma once

#include <optional>
#include <string>

#include "ingest/document_kinds.h"
#include "ingest/paper_text.h"

namespace fonds {

struct KindReading {
  Decision<std::string> kind;
  /// The likeliest kind, even when the decision abstains; nothing when none is likely.
  const PaperKind* likely = nullptr;
  std::optional<TextSpan> title;  ///< of the likeliest kind, where it stands
  double title_points = 0;        ///< log-odds that it is one (title_finder.h)
};

/// Decides when the confidence is at least `threshold`.
KindReading classify(const PaperText& text, const DocumentKinds& kinds, double threshold);

}  // namespace fonds
