/// Extractor: what a recognised paper says: its kind, its fields and the persons it names, each a
/// Decision with confidence, reasons and the place on the page (model/paper.h).
///
/// The one entry to the understanding of papers. Make one per process: its patterns are compiled
/// once. Threads: immutable; extract() may run concurrently. Faults: usage (a data file is wrong);
/// extract() takes any text and has none.
#pragma once

#include <memory>
#include <vector>

#include "base/data_file.h"
#include "ingest/document_kinds.h"
#include "ingest/page_look.h"
#include "model/page.h"
#include "model/paper.h"

namespace fonds {

class Extractor {
 public:
  /// `patterns`: paper_patterns.toml.
  Extractor(DocumentKinds kinds, const DataTable& patterns);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  /// With the patterns the program comes with.
  static Extractor of(DocumentKinds kinds);
  /// With the kinds it comes with, too.
  static Extractor shipped();

  [[nodiscard]] PaperReading extract(const std::vector<RecognisedPage>& pages) const;
  /// What a single page of a stack shows of itself; its kind lives as long as this.
  [[nodiscard]] PageLook look(const RecognisedPage& page) const;
  [[nodiscard]] const DocumentKinds& kinds() const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace fonds
