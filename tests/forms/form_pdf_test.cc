#include "forms/form_pdf.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FormPdf, IsAPdfOfVersion14WithItsFontsInside) {
  FormPdf form("Акт");
  form.write(20, 20, 170, "Опись № 1", {14, TextWeight::bold, TextAlign::centre});
  const std::string pdf = form.finish();

  EXPECT_TRUE(pdf.starts_with("%PDF-1.4"));
  EXPECT_THAT(pdf, HasSubstr("%%EOF"));
  EXPECT_THAT(pdf, HasSubstr("/FontFile2"));
  EXPECT_THAT(pdf, Not(HasSubstr("/SMask")));
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

  EXPECT_THAT(form.finish(), HasSubstr("/Count 2"));
}

}  // namespace
}  // namespace fonds
