/// Reader turns the bytes of originals into recognised pages: decodes, finds how the page lies,
/// prepares variants, runs Tesseract; or takes a PDF's own sound text layer.
///
/// Runs only inside the sandboxed worker (or in `fonds recognise --unsandboxed` and tests): input
/// is hostile. Keeps one engine per language set between pages, one OpenMP thread. Threads: one
/// Reader, one thread, one per process (Tesseract has process-wide parameters). Faults:  corrupt
/// (damaged file, encrypted PDF: with a message a clerk understands), usage (over a
///          limit), unavailable (language data missing), bug.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/file_kind.h"
#include "model/page.h"

namespace fonds {

struct ReadLimits {
  int pages = 2000;                   ///< per original
  std::int64_t pixels = 150'000'000;  ///< per page
};

struct ReadOptions {
  std::string languages = "rus";  ///< first pass; others are added only when the page asks
  std::string tessdata = "/usr/share/tesseract-ocr/5/tessdata";
  ReadLimits limits;
};

/// The bytes of one original.
struct SourceFile {
  FileKind kind = FileKind::jpeg;
  std::string bytes;
};

/// What a quick look says, without decoding pixels.
struct Probe {
  int pages = 0;
  /// What the file is: as it was handed over, but for a ZIP that is an office document; `other` is
  /// one of a kind that is not read.
  FileKind kind = FileKind::jpeg;
  std::string made_at{};  ///< a photograph: when, by its camera, "2024-05-15T18:30:05"
};

/// One page as read, with what the access copy and the desk need.
struct ReadPage {
  RecognisedPage page;
  int source = 0;          ///< index of the original
  int page_in_source = 0;  ///< from 0
  std::string thumbnail;   ///< JPEG, upright, at most 320 px on the longer side
};

class Reader {
 public:
  explicit Reader(ReadOptions options);
  ~Reader();

  Probe probe(const SourceFile& file);
  /// Reads every page in order; `sink` gets each as soon as it is read. `first_number` is the
  /// number of the first page within the document.
  void read(const SourceFile& file, int source_index, int first_number,
            const std::function<void(ReadPage&&)>& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
