#include "ingest/recogniser.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <boost/filesystem/operations.hpp>
#include <limits>
#include <map>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/display_model.h"
#include "ingest/geometry.h"

namespace fonds {
namespace {

tesseract::PageSegMode mode_of(Layout layout) {
  switch (layout) {
    case Layout::page:
      return tesseract::PSM_AUTO;
    case Layout::block:
      return tesseract::PSM_SINGLE_BLOCK;
    case Layout::line:
      return tesseract::PSM_RAW_LINE;
    case Layout::framed_line:
      return tesseract::PSM_SINGLE_LINE;
  }
  return tesseract::PSM_AUTO;
}

Word word_at(const tesseract::ResultIterator& at) {
  Word word;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (text) word.text = normalise(to_valid_utf8(text.get()));
  std::erase_if(word.text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
  word.box = {left, top, right - left, bottom - top};
  word.confidence = at.Confidence(tesseract::RIL_WORD) / 100.0;
  return word;
}

/// The height lines have for the networks of all our models. The engine brings every line to it,
/// but first packs the line as it is as a PNG and unpacks it again: an eighth of all its time.
/// Brought to it before, the same pixels reach the network.
constexpr int kLineHeight = 36;

/// `picture` of one line as the engine would see it, and pixels of `picture` to one of it.
struct LinePicture {
  PixPtr picture;
  double scale = 1;
};

LinePicture line_picture(const PixPtr& picture) {
  const int height = pixGetHeight(picture.get());
  if (height <= kLineHeight || pixGetDepth(picture.get()) != 8) return {share(picture), 1};
  const float factor = static_cast<float>(kLineHeight) / static_cast<float>(height);
  return {checked(pixScale(picture.get(), factor, factor), "line"),
          1 / static_cast<double>(factor)};
}

/// Boxes of `lines` in the frame of the picture they were read from.
void enlarge(std::vector<Line>& lines, double scale) {
  const Transform back = Transform::scale(scale, scale);
  constexpr int kAnywhere = std::numeric_limits<int>::max();
  for (Line& line : lines) {
    line.box = back.apply(line.box, kAnywhere, kAnywhere);
    for (Word& word : line.words) word.box = back.apply(word.box, kAnywhere, kAnywhere);
  }
}

std::vector<Line> lines_of(tesseract::TessBaseAPI& engine) {
  std::vector<Line> lines;
  const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
  if (!at) return lines;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    if (lines.empty() || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) lines.emplace_back();
    Word word = word_at(*at);
    if (word.text.empty()) continue;
    lines.back().box = hull(lines.back().box, word.box);
    lines.back().words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
  return lines;
}

}  // namespace

struct Recogniser::State {
  std::string tessdata;
  std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> engines;

  bool begin(tesseract::TessBaseAPI& engine, const std::string& languages) const {
    if (languages != kDisplayLanguage) {
      return engine.Init(tessdata.c_str(), languages.c_str(), tesseract::OEM_LSTM_ONLY) == 0;
    }
    const std::string_view model = display_model();
    return engine.Init(model.data(), static_cast<int>(model.size()), kDisplayLanguage,
                       tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr) == 0;
  }

  tesseract::TessBaseAPI& engine(const std::string& languages) {
    auto& engine = engines[languages];
    if (!engine) {
      omp_set_max_active_levels(0);
      auto made = std::make_unique<tesseract::TessBaseAPI>();
      if (!begin(*made, languages)) {
        engines.erase(languages);
        throw Error(Fault::unavailable,
                    say(tr("the language data “{}” of the recogniser are missing in {}"), languages,
                        tessdata),
                    tr("install the package tesseract-ocr-rus"));
      }
      made->SetVariable("debug_file", "/dev/null");
      engine = std::move(made);
    }
    return *engine;
  }
};

Recogniser::Recogniser(std::string tessdata) : state_(std::make_unique<State>()) {
  state_->tessdata = std::move(tessdata);
}

Recogniser::~Recogniser() = default;

bool Recogniser::has(const std::string& language) const {
  return language == kDisplayLanguage ||
         boost::filesystem::exists(boost::filesystem::path(state_->tessdata) /
                                   (language + ".traineddata"));
}

std::vector<Line> Recogniser::recognise(const PixPtr& picture, int dpi, Layout layout,
                                        const std::string& languages) {
  auto& engine = state_->engine(languages);
  engine.SetPageSegMode(mode_of(layout));
  const LinePicture shown =
      layout == Layout::line ? line_picture(picture) : LinePicture{share(picture), 1};
  engine.SetImage(shown.picture.get());
  engine.SetSourceResolution(dpi);
  if (engine.Recognize(nullptr) != 0) {
    throw Error(Fault::bug, tr("the recogniser failed on the page"));
  }
  auto lines = lines_of(engine);
  engine.Clear();
  if (shown.scale != 1) enlarge(lines, shown.scale);
  return lines;
}

std::string engine_version() { return tesseract::TessBaseAPI::Version(); }

double mean_confidence(const std::vector<Line>& lines) {
  double sum = 0;
  double characters = 0;
  for (const Line& line : lines) {
    for (const Word& word : line.words) {
      const auto length = static_cast<double>(count_characters(word.text));
      sum += length * word.confidence;
      characters += length;
    }
  }
  return characters > 0 ? sum / characters : 0;
}

}  // namespace fonds
