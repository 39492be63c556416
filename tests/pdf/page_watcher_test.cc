#include "pdf/page_watcher.h"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>

namespace fonds {
namespace {

// What a page may and may not hold is tried on whole files in picture_page_test.cc.

std::optional<Matrix> placement_of(const std::string& content) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf, "x");
  image.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
  QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /XObject << >> >>");
  resources.getKey("/XObject").replaceKey("/I", image);
  PageWatcher watcher(resources, {0, 0, 100, 200});
  QPDFObjectHandle::parseContentStream(QPDFObjectHandle::newStream(&pdf, content), &watcher);
  const auto picture = watcher.picture();
  return picture ? std::optional(picture->placement) : std::nullopt;
}

TEST(PageWatcher, PlacesThePictureByEveryMatrixInForce) {
  const auto placement = placement_of("2 0 0 2 0 0 cm q 1 0 0 1 5 7 cm 10 0 0 20 0 0 cm /I Do Q");

  ASSERT_TRUE(placement);
  EXPECT_EQ(to_operands(*placement), "20 0 0 40 10 14");
}

TEST(PageWatcher, ForgetsWhatWasSaidBeforeTheStateCameBack) {
  const auto placement = placement_of("q 9 9 9 9 9 9 cm Q /I Do");

  ASSERT_TRUE(placement);
  EXPECT_EQ(to_operands(*placement), "1 0 0 1 0 0");
}

TEST(PageWatcher, BearsOneReturnTooMany) { EXPECT_TRUE(placement_of("Q Q /I Do")); }

TEST(PageWatcher, GivesUpOnEndlessNestingAndEndlessOperands) {
  std::string nested;
  std::string operands;
  for (int i = 0; i < 1000; ++i) {
    nested += "q ";
    operands += "1 ";
  }

  EXPECT_FALSE(placement_of(nested + "/I Do"));
  EXPECT_FALSE(placement_of(operands + "w /I Do"));
}

TEST(PageWatcher, FindsNoPictureWhereNoneIsShown) {
  EXPECT_FALSE(placement_of(""));
  EXPECT_FALSE(placement_of("/Absent Do"));
  EXPECT_FALSE(placement_of("Do"));
}

TEST(PageWatcher, FindsNoPictureWhereItIsShownTwice) { EXPECT_FALSE(placement_of("/I Do /I Do")); }

}  // namespace
}  // namespace fonds
