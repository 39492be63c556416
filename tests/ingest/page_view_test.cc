#include "ingest/page_view.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

Word word(const char* text, int left, int width) { return {text, {left, 5, width, 20}, 0.9}; }

TEST(PageView, AWordDoesNotReachIntoTheNextOne) {
  const PixPtr line = blank_page(300, 30);
  fill(line, 10, 5, 70, 20, 0);   // first word
  fill(line, 100, 5, 50, 20, 0);  // second word
  std::vector<Word> words{word("first", 10, 280), word("second", 98, 60)};

  part_boxes(words, line, 128);

  EXPECT_EQ(words[0].box.left, 10);
  EXPECT_EQ(words[0].box.width, 70);  // to its last ink
  EXPECT_EQ(words[1].box.width, 60);
}

TEST(PageView, BoxesThatAreApartStay) {
  const PixPtr line = blank_page(300, 30);
  std::vector<Word> words{word("first", 10, 60), word("second", 98, 60)};

  part_boxes(words, line, 128);

  EXPECT_EQ(words[0].box.width, 60);
}

TEST(PageView, BoxesOutsideTheLineAreBorne) {
  const PixPtr line = blank_page(50, 30);
  std::vector<Word> words{word("first", 10, 600), word("second", 400, 60), word("third", -5, 9)};

  part_boxes(words, line, 128);

  EXPECT_GE(words[0].box.width, 1);
  EXPECT_EQ(words[1].box.width, 60);
}

TEST(PageView, TheFirstWordOfALineHasABoxOfItsOwn) {
  const PageImage image{printed_page(), 150, 0};
  const PageView view = look(image, find_pose(image), Projection::luminance);
  Recogniser recogniser("/usr/share/tesseract-ocr/5/tessdata");
  ASSERT_FALSE(view.pieces.empty());

  for (const Piece& piece : view.pieces) {
    const auto words = read_piece(view, piece, recogniser, "eng");
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      EXPECT_LE(words[i].box.left + words[i].box.width, words[i + 1].box.left) << words[i].text;
    }
  }
}

std::string read_in(Tone tone, const PageImage& image) {
  const PageView view = look(image, find_pose(image), Projection::luminance);
  Recogniser recogniser("/usr/share/tesseract-ocr/5/tessdata");
  std::string text;
  for (const Piece& piece : view.pieces) {
    if (piece.letters < 4) continue;  // dust
    for (const Word& word : read_piece(view, piece, recogniser, "eng", Layout::line, tone)) {
      text += word.text + ' ';
    }
  }
  return text;
}

TEST(PageView, SoundPrintReadsTheSameInEveryTone) {
  const PageImage image{printed_page(), 150, 0};
  const std::string plain = read_in(Tone::plain, image);
  EXPECT_NE(plain.find("jugs"), std::string::npos) << plain;
  for (const Tone tone : {Tone::light, Tone::bold}) {
    EXPECT_EQ(read_in(tone, image), plain) << static_cast<int>(tone);
  }
}

}  // namespace
}  // namespace fonds
