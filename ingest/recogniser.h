/// Recogniser: Tesseract over one prepared picture; engines are kept between pages.
///
/// Threads: one Recogniser, one thread, one per process; OpenMP is held to one thread, nested
/// threads make Tesseract five times slower. Faults: unavailable (language data missing), bug.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/pix.h"
#include "model/page.h"

namespace fonds {

/// How Tesseract is to look at the picture.
enum class Layout {
  page,         ///< columns and blocks are found (an ordinary page)
  block,        ///< one block, lines go right across
  line,         ///< one line, taken as it is: the fastest, and right for most
  framed_line,  ///< one line whose letters are found first: drops specks around it
};

/// The language of the model that comes with Fonds (display_model.h).
inline constexpr const char* kDisplayLanguage = "display";

class Recogniser {
 public:
  explicit Recogniser(std::string tessdata);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  /// Whether the data of `language` ("eng") are there.
  [[nodiscard]] bool has(const std::string& language) const;
  /// The lines of `picture` (8 bits a pixel, dark on light), boxes in its pixels.
  std::vector<Line> recognise(const PixPtr& picture, int dpi, Layout layout,
                              const std::string& languages);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The engine's version ("5.3.0").
std::string engine_version();

/// Mean confidence of the words, weighted by their length; 0 without words.
double mean_confidence(const std::vector<Line>& lines);

}  // namespace fonds
