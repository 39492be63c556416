#include "pdf/pdf_a.h"

#include <gtest/gtest.h>

#include "pdf/pixel_packer.h"

namespace fonds {
namespace {

PdfPage grey_page() {
  PixelPacker packer(100, 200, PdfColour::grey);
  for (int y = 0; y < 200; ++y) packer.add_row(std::string(100, static_cast<char>(y)));
  PdfPage page;
  page.image = packer.finish();
  page.width = 24;
  page.height = 48;
  page.text_width = 100;
  page.text_height = 200;
  page.lines = {{{"Слово", 10, 20, 50, 12}, {"мир", 65, 20, 20, 12}}};
  return page;
}

std::string written(std::vector<PdfPage> pages) {
  PdfA pdf;
  for (PdfPage& page : pages) pdf.add(std::move(page));
  std::string bytes;
  pdf.finish("2026-000001", [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

TEST(PdfA, SamePagesGiveSameBytes) {
  std::vector<PdfPage> pages;
  pages.push_back(grey_page());

  const std::string first = written(pages);

  EXPECT_EQ(first, written(pages));
  EXPECT_EQ(first.substr(0, 8), "%PDF-1.4");
  if (const char* out = std::getenv("FONDS_KEEP")) {
    FILE* f = std::fopen(out, "wb");
    std::fwrite(first.data(), 1, first.size(), f);
    std::fclose(f);
  }
}

}  // namespace
}  // namespace fonds
