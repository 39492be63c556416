#include "forms/form_pdf.h"

#include <gmock/gmock.h>

#include <cmath>
#include <iterator>
#include <sstream>

#include "base/disk.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::Not;

std::string printed(const std::string& title) {
  FormPdf form(title);
  form.write(20, 20, 170, "Опись № 1", {14, TextWeight::bold, TextAlign::centre});
  return form.finish().pdf;
}

// A validator's word on it is in every_form_test.cc.
TEST(FormPdf, IsAPdfAWithItsFontsInside) {
  const std::string pdf = printed("Акт");

  EXPECT_TRUE(pdf.starts_with("%PDF-1.4"));
  EXPECT_THAT(pdf, HasSubstr("%%EOF"));
  EXPECT_THAT(pdf, HasSubstr("/FontFile2"));
  EXPECT_THAT(pdf, HasSubstr("/GTS_PDFA1"));
  EXPECT_THAT(pdf, HasSubstr("<pdfaid:part>1</pdfaid:part>"));
  EXPECT_THAT(pdf, HasSubstr("\"x-default\">Акт</rdf:li>"));
  EXPECT_THAT(pdf, Not(HasSubstr("/SMask")));
  EXPECT_THAT(pdf, Not(HasSubstr("/Transparency")));
}

TEST(FormPdf, TheSameFormGivesTheSameBytesWheneverItIsPrinted) {
  EXPECT_TRUE(printed("Акт") == printed("Акт"));
  EXPECT_FALSE(printed("Акт") == printed("Опись"));
  EXPECT_THAT(printed("Акт"), Not(HasSubstr("Date")));
}

TEST(FormPdf, LongTextGoesDownInLinesAndIsCutAtItsMost) {
  FormPdf form("x");
  std::string text;
  for (int i = 0; i < 60; ++i) text += "слово ";

  const double one = form.write(20, 20, 170, "слово", {12, TextWeight::ordinary, TextAlign::left});
  const double many = form.write(20, 20, 170, text, {12, TextWeight::ordinary, TextAlign::left});
  const double two = form.write(20, 20, 170, text, {12, TextWeight::ordinary, TextAlign::left, 2});

  EXPECT_GT(one, 23);
  EXPECT_LT(one, 28);
  EXPECT_GT(many - 20, 3 * (one - 20));
  EXPECT_NEAR(two - 20, 2 * (one - 20), 1);
}

TEST(FormPdf, PagesAreCounted) {
  FormPdf form("x");
  form.fill(10, 10, 5, 5);
  form.next_page();
  form.fill(10, 10, 5, 5);

  EXPECT_THAT(form.finish().pdf, HasSubstr("/Count 2"));
}

TEST(FormPdf, ATurnedSheetIsWide) {
  FormPdf upright("x");
  FormPdf turned("x", SheetTurn::landscape);
  turned.write(200, 20, 90, "справа", {});

  EXPECT_EQ(upright.width(), turned.height());
  EXPECT_EQ(upright.height(), turned.width());
  EXPECT_GT(turned.width(), turned.height());
  const std::string pdf = turned.finish().pdf;
  EXPECT_THAT(sheet_of(pdf), HasSubstr("841.89 x 595.276 pts (A4)"));
  EXPECT_THAT(all_text_of(pdf), HasSubstr("справа"));
  EXPECT_THAT(sheet_of(upright.finish().pdf), HasSubstr("595.276 x 841.89 pts (A4)"));
}

TEST(FormPdf, LettersHaveTheSizeInPoints) {
  FormPdf form("x");
  constexpr double kInch = 25.4;

  const double height = form.break_lines(170, "Дд", {72}).height();

  EXPECT_GT(height, kInch);
  EXPECT_LT(height, 1.3 * kInch);
}

TEST(FormPdf, LinesAreMeasuredAsTheyAreDrawn) {
  FormPdf form("x");
  const std::string text = "один\nдва\nтри\nчетыре";

  const TextLines lines = form.break_lines(170, text, {12});

  ASSERT_EQ(lines.count(), 4U);
  EXPECT_NEAR(form.write(20, 20, 170, text, {12}), 20 + lines.height(), 1e-9);
  EXPECT_NEAR(lines.height(0, 1) + lines.height(1, 3), lines.height(), 1e-9);
  EXPECT_EQ(lines.height(2, 0), 0);
  EXPECT_EQ(lines.fitting(0, lines.height()), 4U);
  EXPECT_EQ(lines.fitting(1, lines.height()), 3U);
  EXPECT_EQ(lines.fitting(0, lines.height() - 0.1), 3U);
  EXPECT_EQ(lines.fitting(0, 1), 0U);
  EXPECT_EQ(form.break_lines(170, "", {12}).count(), 1U);
}

TEST(FormPdf, PartsOfATextStandOnTheirPages) {
  FormPdf form("x");
  const TextLines lines = form.break_lines(170, "один\nдва\nтри", {12});
  form.draw(20, 20, lines, 0, 1);
  form.next_page();
  form.draw(20, 20, lines, 1, 2);
  EXPECT_EQ(form.page(), 2);

  const std::vector<std::string> pages = pages_of(form.finish().pdf);

  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(packed(pages[0]), "один");
  EXPECT_EQ(packed(pages[1]), "дватри");
}

TEST(FormPdf, ALongParagraphIsBrokenAsAShortOneSoon) {
  FormPdf form("x");
  constexpr std::size_t kWords = 20'000;
  std::string text;
  std::size_t words_a_line = 0;
  for (std::size_t i = 1; i <= kWords; ++i) {
    text += "слово ";
    if (i < 50 && form.break_lines(100, text, {9}).count() == 1) words_a_line = i;
  }
  ASSERT_GT(words_a_line, 1U);

  // All words are alike: so are all lines. As one piece this took minutes.
  EXPECT_EQ(form.break_lines(100, text, {9}).count(), (kWords + words_a_line - 1) / words_a_line);
}

TEST(FormPdf, EmptyLinesOfALongTextAreKept) {
  FormPdf form("x");

  EXPECT_EQ(form.break_lines(100, std::string(20'000, '\n'), {9}).count(), 20'001U);
  EXPECT_EQ(form.break_lines(100, "а\n\nб\n", {9}).count(), 4U);
}

TEST(FormPdf, NoSignIsAddedWhereAWordIsBroken) {
  FormPdf form("x");
  std::string number;
  for (int i = 0; i < 200; ++i) number += "АБ7";
  form.write(20, 20, 60, number, {12});

  EXPECT_EQ(packed(all_text_of(form.finish().pdf)), number);
}

TEST(FormPdf, StrangeSignsHideNothingBehindThem) {
  FormPdf form("x");
  const std::string strange = "до\0\x01\x1B\x7F\tпосле \xF0\x9F\x8E\x89 конец"s;
  form.write(20, 20, 170, strange, {12});

  const std::string text = all_text_of(form.finish().pdf);

  EXPECT_THAT(text, HasSubstr("до"));
  EXPECT_THAT(text, HasSubstr("после"));
  EXPECT_THAT(text, HasSubstr("конец"));
}

TEST(FormPdf, NoncharactersDoNotStopAForm) {
  for (const char* none : {"\xEF\xB7\x90", "\xEF\xB7\xAF", "\xEF\xBF\xBE", "\xEF\xBF\xBF",
                           "\xF0\x9F\xBF\xBE", "\xF4\x8F\xBF\xBF"}) {
    FormPdf form("x");
    form.write(20, 20, 170, "до"s + none + "после", {12});

    EXPECT_THAT(all_text_of(form.finish().pdf), HasSubstr("до после"));
  }
  FormPdf form("x");
  const std::string beside = "\xEF\xB7\x8F\xEF\xB7\xB0\xEF\xBF\xBD\xF0\x9F\xBE\xBE";
  form.write(20, 20, 170, beside + "конец", {12});
  EXPECT_THAT(all_text_of(form.finish().pdf), HasSubstr("конец"));
}

TEST(FormPdf, NothingTurnsTheOrderOfLettersRound) {
  FormPdf form("x");
  form.write(20, 20, 170, "№ 12\u202E34\u202C \u2067мест\u2069о", {12});

  EXPECT_EQ(packed(all_text_of(form.finish().pdf)), "№1234место");
}

/// Whether the sheet is black at a place in millimetres.
class Rendered {
 public:
  explicit Rendered(const std::string& pdf) {
    const TempFolder folder;
    // Ten pixels a millimetre.
    said_by("pdftoppm -r 254 -gray -singlefile " + folder.file("x.pdf", pdf).string() + " " +
            (folder / "x").string() + " 2>&1");
    std::istringstream stream(read_file(folder / "x.pgm"));
    std::string kind;
    std::size_t most = 0;
    stream >> kind >> width_ >> height_ >> most;
    stream.get();
    pixels_.assign(std::istreambuf_iterator<char>(stream), {});
    EXPECT_EQ(pixels_.size(), width_ * height_);
  }
  [[nodiscard]] bool black(double x, double y) const {
    const auto at = static_cast<std::size_t>(std::lround(y * 10)) * width_ +
                    static_cast<std::size_t>(std::lround(x * 10));
    return static_cast<unsigned char>(pixels_.at(at)) < 128;
  }

 private:
  std::size_t width_ = 0;
  std::size_t height_ = 0;
  std::string pixels_;
};

TEST(FormPdf, LinesAndRectanglesStandWhereTheyShould) {
  FormPdf form("x");
  form.line_across(20, 50, 100);
  form.line_down(30, 100, 80);
  form.fill(150, 200, 20, 10);

  const Rendered sheet(form.finish().pdf);

  for (const double x : {20.5, 70.0, 119.5}) EXPECT_TRUE(sheet.black(x, 50)) << x;
  for (const double y : {100.5, 140.0, 179.5}) EXPECT_TRUE(sheet.black(30, y)) << y;
  EXPECT_TRUE(sheet.black(160, 205));
  EXPECT_FALSE(sheet.black(121, 50));
  EXPECT_FALSE(sheet.black(70, 51));
  EXPECT_FALSE(sheet.black(30, 181));
  EXPECT_FALSE(sheet.black(31, 140));
  EXPECT_FALSE(sheet.black(160, 211));
}

}  // namespace
}  // namespace fonds
