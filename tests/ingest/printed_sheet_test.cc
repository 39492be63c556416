// The sheets that Fonds prints come back through its own reader: printed, scanned by a worn
// scanner at 200 dpi in grey, folded, turned.
#include <gtest/gtest.h>

#include "forms/batch_sheet.h"
#include "ingest/barcode.h"
#include "ingest/batch_sheets.h"
#include "ingest/pdf_page.h"
#include "ingest/printed_barcode.h"

namespace fonds {
namespace {

constexpr int kDpi = 200;

const std::vector<SheetCode>& sheets() {
  static const std::vector<SheetCode> all{
      {SheetKind::separator, "", {}, "", {}},
      {SheetKind::case_sheet, "02-08", 2024, "", {}},
      {SheetKind::case_sheet, "01-02-11", 2025, "", 25},
      {SheetKind::cover, "", {}, "Студия керамики «Белая глина»", 100'000},
      {SheetKind::cover, "02-08", 2024, "Ансамбль народного танца «Ёлочка» (старшая группа)", 40},
  };
  return all;
}

PixPtr printed(const SheetCode& sheet) {
  const std::string bytes = printed_batch_sheet(sheet).pdf;
  const PdfFile pdf(bytes, {});
  const PixPtr page(pixConvertTo8(pdf.render(0).get(), 0));
  constexpr auto kFactor = static_cast<float>(kDpi / kPdfDpi);
  return PixPtr(pixScaleAreaMap(page.get(), kFactor, kFactor));
}

std::optional<SheetCode> read(const PixPtr& page) {
  static const BatchSheets known = BatchSheets::shipped();
  return known.read(find_barcodes(page, kDpi));
}

TEST(PrintedSheet, ComesBackThroughAWornScanner) {
  std::uint32_t seed = 0;
  for (const SheetCode& sheet : sheets()) {
    const PixPtr page = printed(sheet);
    for (const double skew : {-3.0, -0.6, 1.5}) {
      EXPECT_EQ(read(scanned(page, skew, 40, ++seed)), sheet) << to_text(sheet) << " at " << skew;
    }
  }
}

TEST(PrintedSheet, ComesBackInEveryTurn) {
  const PixPtr page = scanned(printed(sheets()[2]), 1, 20, 3);
  for (const int turn : {1, 2, 3}) {
    EXPECT_EQ(read(PixPtr(pixRotateOrth(page.get(), turn))), sheets()[2]) << turn;
  }
}

TEST(PrintedSheet, EitherCodeAloneIsEnough) {
  const SheetCode& sheet = sheets()[2];
  const PixPtr without_qr = printed(sheet);
  fill(without_qr, 400, 1050, 700, 250, 255);  // a torn-off part
  EXPECT_EQ(find_barcodes(without_qr, kDpi).size(), 1U);
  EXPECT_EQ(read(without_qr), sheet);

  const PixPtr without_bars = printed(sheet);
  fill(without_bars, 0, 1600, 1654, 300, 255);
  EXPECT_EQ(find_barcodes(without_bars, kDpi).size(), 1U);
  EXPECT_EQ(read(without_bars), sheet);
}

TEST(PrintedSheet, FoldsAndStripesOfABadDrumAreBorne) {
  const SheetCode& sheet = sheets()[4];
  const PixPtr page = printed(sheet);
  fill(page, 0, 1230, 1654, 8, 90);  // a fold across the QR code
  fill(page, 830, 0, 5, 2339, 255);  // a white stripe down the page
  EXPECT_EQ(read(scanned(page, 0.8, 30, 9)), sheet);
}

TEST(PrintedSheet, InBlackAndWhiteToo) {
  const PixPtr page = scanned(printed(sheets()[1]), 1, 25, 4);
  EXPECT_EQ(read(PixPtr(pixThresholdToBinary(page.get(), 130))), sheets()[1]);
}

}  // namespace
}  // namespace fonds
