#include "forms/form_codes.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "forms/read_pdf.h"
#include "forms/symbols.h"

namespace fonds {
namespace {

TEST(FormCodes, AQrCodeIsDrawnModuleByModule) {
  const std::string text = "FONDS дело 02-05";
  FormPdf form("x");
  draw_qr(form, 30, 40, 50, text);
  const PrintedPicture picture(form.finish().pdf);

  const QrSymbol symbol = qr_symbol(text);
  const double module = 50.0 / symbol.side;
  for (int y = 0; y < symbol.side; ++y) {
    for (int x = 0; x < symbol.side; ++x) {
      EXPECT_EQ(picture.is_dark(30 + (x + 0.5) * module, 40 + (y + 0.5) * module), symbol.at(x, y))
          << x << ' ' << y;
    }
  }
  EXPECT_TRUE(picture.is_empty(20, 30, 90, 39.5)) << "nothing is drawn around it";
  EXPECT_TRUE(picture.is_empty(80.5, 30, 90, 100));
}

TEST(FormCodes, ATextThatDoesNotFitIsRefused) {
  FormPdf form("x");

  EXPECT_THROW(draw_qr(form, 30, 40, 50, std::string(5000, 'x')), Error);
}

}  // namespace
}  // namespace fonds
