#include "forms/form_block.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr TextStyle kText{11};
const FormSigner kSigner{"Архивариус", "Небылицына Е. Ф.", CalendarDate{2026, 12, 25}};

TEST(FormBlock, StandsOnOnePageWhereverItBegins) {
  const Printing russian(Language::russian);
  bool moved = false;
  for (int above = 200; above < 262; above += 4) {
    FormPdf form("x");
    FormFlow flow(form, {}, "");
    flow.paragraph("прежде", kText);
    flow.skip(above);
    FormBlock block(flow);
    block.paragraph("Итого", kText);
    block.gap(5);
    block.signature("Составитель", kSigner);
    const double height = block.height();
    const double room = flow.room();
    block.draw();

    const std::vector<std::string> pages = pages_of(form.finish().pdf);

    EXPECT_EQ(pages.size(), height > room ? 2U : 1U) << above;
    EXPECT_THAT(pages.back(), HasSubstr("Итого")) << above;
    EXPECT_THAT(pages.back(), HasSubstr("Небылицына")) << above;
    moved = moved || pages.size() == 2;
  }
  EXPECT_TRUE(moved);
}

TEST(FormBlock, IsAsHighAsItSays) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  FormBlock block(flow);
  block.paragraph("one\ntwo", kText);
  block.gap(5);
  block.side_by_side({{"left", kText}}, {{"right", kText}, {"below it", kText}});
  block.signature("Drawn up by", kSigner);
  const double height = block.height();
  const double top = flow.top();

  block.draw();

  EXPECT_NEAR(flow.top() - top, height, 1e-9);
  EXPECT_GT(height, 25);
  EXPECT_EQ(block.height(), 0) << "what was drawn is forgotten";
}

TEST(FormBlock, HigherThanAPageItGoesOnAndLosesNothing) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  FormBlock block(flow);
  for (int i = 1; i <= 100; ++i) block.paragraph(fmt::format("строка{:03}", i), kText);
  block.signature("", kSigner);
  block.draw();
  const std::string pdf = form.finish().pdf;

  const std::string all = all_text_of(pdf);

  for (int i = 1; i <= 100; ++i) EXPECT_THAT(all, HasSubstr(fmt::format("строка{:03}", i)));
  EXPECT_THAT(pages_of(pdf).back(), HasSubstr("Небылицына"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14);
}

TEST(FormBlock, OfASignatureOnlyWhatIsMissingHasALineAndACaption) {
  const Printing russian(Language::russian);
  const auto text_of = [](const FormSigner& signer) {
    FormPdf form("x");
    FormFlow flow(form, {}, "");
    FormBlock block(flow);
    block.signature("Составитель описи", signer);
    block.draw();
    return all_text_of(form.finish().pdf);
  };

  const std::string known = text_of(kSigner);
  const std::string empty = text_of({});

  for (const char* part : {"Составитель описи", "Архивариус", "Небылицына Е. Ф.", "25.12.2026"}) {
    EXPECT_THAT(known, HasSubstr(part));
  }
  EXPECT_THAT(known, HasSubstr("подпись"));
  for (const char* caption : {"должность", "расшифровка подписи", "дата"}) {
    EXPECT_THAT(known, Not(HasSubstr(caption)));
    EXPECT_THAT(empty, HasSubstr(caption));
  }
}

TEST(FormBlock, TwoColumnsStandSideBySideAndTheLowerOneEndsThem) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  FormBlock block(flow);
  block.side_by_side({{"слева", kText}}, {{"справа", kText}, {"ниже", kText}});
  block.paragraph("потом", kText);
  block.draw();

  const std::string text = all_text_of(form.finish().pdf);

  const std::string line = text.substr(0, text.find('\n'));
  EXPECT_THAT(line, HasSubstr("слева"));
  EXPECT_THAT(line, HasSubstr("справа"));
  EXPECT_LT(text.find("ниже"), text.find("потом"));
}

}  // namespace
}  // namespace fonds
