/// AccessCopy builds a document's PDF/A-1b: the scanned JPEG or G4 data unchanged where possible,
/// and the recognised words as invisible text where they stand on the page.
///
/// Threads: as Reader (runs in the sandboxed worker). Faults: corrupt, bug.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/reader.h"

namespace fonds {

class AccessCopy {
 public:
  AccessCopy();
  ~AccessCopy();
  /// Adds the page; `file` is the original it came from.
  void add(const SourceFile& file, const ReadPage& page);
  /// The finished PDF. `title` goes to the metadata (an accession number, no personal data).
  std::string finish(const std::string& title);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
