#include "ingest/desk_check.h"

#include <gtest/gtest.h>

#include "ingest/page_reading.h"
#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

using Warnings = std::vector<PageWarning>;

RecognisedPage page_with(const std::vector<Box>& lines) {
  RecognisedPage page;
  page.geometry.width = 2480;
  page.geometry.height = 3508;
  page.geometry.content = {0, 0, 2480, 3508};
  page.confidence = 0.85;
  for (const Box& box : lines) page.lines.push_back({box, {{"word", box, 0.9}}});
  return page;
}
const DeskView kView{1654, 2339, 200, {40, 150}, 0};
const std::vector<Box> kText{{300, 300, 1500, 60}, {300, 400, 1500, 60}};

Warnings check(const RecognisedPage& page, const Ink& ink = {}, const DeskView& view = kView) {
  return check_page(page, ink, view);
}

TEST(DeskCheck, AnOrdinaryPageHasNoWarning) { EXPECT_EQ(check(page_with(kText)), Warnings{}); }

TEST(DeskCheck, ASheetWithDustAndAShadowAtItsEdgeIsBlank) {
  Ink ink;
  for (int i = 0; i < 50; ++i) ink.parts.push_back({100 + 20 * i, 700, 4, 5});
  ink.pictures.push_back({0, 0, 20, 2339});
  ink.parts.push_back({2, 1000, 18, 40});

  EXPECT_EQ(check(page_with({}), ink), Warnings{PageWarning::blank});
}

TEST(DeskCheck, ASignatureAPictureOrRuledLinesAreNotBlank) {
  Ink signature;
  for (int i = 0; i < 3; ++i) signature.parts.push_back({600 + 80 * i, 1000, 60, 30});
  Ink picture;
  picture.pictures.push_back({400, 600, 700, 500});
  Ink form;
  for (int i = 0; i < 5; ++i) form.horizontals.push_back({200, 500 + 100 * i, 1200, 3});

  for (const Ink* ink : {&signature, &picture, &form}) {
    EXPECT_EQ(check(page_with({}), *ink), Warnings{});
  }
}

TEST(DeskCheck, OnlyAPaperThatLayHeadDownIsToldSo) {
  RecognisedPage page = page_with(kText);
  for (const int rotation : {0, 90, 270}) {
    page.geometry.rotation = rotation;
    EXPECT_EQ(check(page), Warnings{}) << rotation;
  }
  page.geometry.rotation = 180;
  EXPECT_EQ(check(page), Warnings{PageWarning::upside_down});

  DeskView camera = kView;
  camera.turn_hint = 180;
  EXPECT_EQ(check(page, {}, camera), Warnings{}) << "the camera was held so and says so";
  page.geometry.rotation = 0;
  EXPECT_EQ(check(page, {}, camera), Warnings{PageWarning::upside_down});
}

TEST(DeskCheck, LinesThatReachTheEdgeAreCutOff) {
  EXPECT_EQ(check(page_with({{3, 300, 900, 60}, {0, 400, 900, 60}})),
            Warnings{PageWarning::cut_off});
  EXPECT_EQ(check(page_with({{1500, 300, 975, 60}, {1400, 400, 1080, 60}})),
            Warnings{PageWarning::cut_off});
  EXPECT_EQ(check(page_with({{500, 0, 900, 60}})), Warnings{PageWarning::cut_off}) << "the first";
  EXPECT_EQ(check(page_with({{500, 3450, 900, 58}})), Warnings{PageWarning::cut_off}) << "the last";
}

TEST(DeskCheck, OneLineAtASideOrWritingNearTheEdgeIsNotCutOff) {
  EXPECT_EQ(check(page_with({{0, 300, 900, 60}, {300, 400, 900, 60}})), Warnings{});
  EXPECT_EQ(check(page_with({{40, 300, 900, 60}, {40, 400, 900, 60}, {500, 40, 900, 60}})),
            Warnings{});
  RecognisedPage unsure = page_with({{0, 300, 900, 60}, {0, 400, 900, 60}});
  for (Line& line : unsure.lines) line.words[0].confidence = 0.3;
  EXPECT_EQ(check(unsure), Warnings{}) << "an ornament at the edge reads badly";
}

TEST(DeskCheck, TheEdgeIsThatOfAPhotographedSheet) {
  RecognisedPage page = page_with({{405, 900, 900, 60}, {402, 1000, 900, 60}});
  page.geometry.content = {400, 500, 1600, 2000};

  EXPECT_EQ(check(page), Warnings{PageWarning::cut_off});
}

TEST(DeskCheck, FaintInkThatReadsBadlyIsTold) {
  DeskView weak = kView;
  weak.levels.solid = 150;
  RecognisedPage page = page_with(kText);
  EXPECT_EQ(check(page, {}, weak), Warnings{PageWarning::faint});
  page.confidence = 0.95;
  EXPECT_EQ(check(page, {}, weak), Warnings{}) << "it reads well all the same";
}

TEST(DeskCheck, TheReaderTellsOfRealPictures) {
  Recogniser recogniser("/usr/share/tesseract-ocr/5/tessdata");
  const auto warnings = [&](PixPtr pix) {
    return read_page({std::move(pix), 150, 0}, recogniser, "eng").warnings;
  };
  EXPECT_EQ(warnings(printed_page()), Warnings{});
  EXPECT_EQ(warnings(blank_page(1240, 1754, 240)), Warnings{PageWarning::blank});
  EXPECT_EQ(warnings(PixPtr(pixRotateOrth(printed_page().get(), 2))),
            Warnings{PageWarning::upside_down});
  ::Box* part = boxCreate(230, 0, 1010, 1754);
  PixPtr cut(pixClipRectangle(printed_page().get(), part, nullptr));
  boxDestroy(&part);
  EXPECT_EQ(warnings(std::move(cut)), Warnings{PageWarning::cut_off});
}

}  // namespace
}  // namespace fonds
