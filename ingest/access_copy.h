/// AccessCopy builds a document's PDF/A-1b: the scanned JPEG or G4 data unchanged where possible,
/// and the recognised words as invisible text where they stand on the page.
///
/// The rule of frames: word boxes are in the frame of Reader, width × height pixels of its
/// geometry: for a picture the stored pixels, for a PDF the page as shown. What is drawn fills (or,
/// for a picture within a PDF page, lies in) that frame; rotation then turns picture and words
/// upright. Memory:  the compressed pages once, and one decoded page where data cannot stay
/// unchanged. Threads: as Reader (runs in the sandboxed worker). Faults: corrupt, bug.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.h"

namespace fonds {

class AccessCopy {
 public:
  AccessCopy();
  ~AccessCopy();
  /// Adds the page; `file` is the original it came from. Pages of one PDF are quickest when the
  /// same SourceFile is handed in for all of them.
  void add(const SourceFile& file, const ReadPage& page);
  /// Gives the finished PDF to `sink` in pieces, so that it never lies in memory as a whole. One
  /// finish() ends the object's life.
  void finish(const std::string& title, const std::function<void(std::string_view)>& sink);
  /// The finished PDF. `title` goes to the metadata (an accession number, no personal data).
  std::string finish(const std::string& title);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
