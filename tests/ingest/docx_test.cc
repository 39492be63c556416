#include "ingest/docx.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/pages_said.h"
#include "support/small_office.h"

namespace fonds {
namespace {

std::string text_in(const std::string& body) {
  std::vector<RecognisedPage> pages;
  TextPages to(100, [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  const std::string bytes = small_docx(body);
  read_docx(OfficePackage(bytes), to);
  to.finish();
  return said_by(pages);
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(Docx, ParagraphsComeInOrder) {
  EXPECT_EQ(text_in(paragraph("Приказ") + "<w:p/><w:sdt><w:sdtContent>" + paragraph("№ 7") +
                    "</w:sdtContent></w:sdt>"),
            "Приказ\n№ 7");
}

TEST(Docx, PiecesOfAWordAreOneWordAndBreaksAreSpaces) {
  EXPECT_EQ(text_in("<w:p><w:r><w:t>Сой</w:t></w:r><w:hyperlink><w:r><w:t>кин</w:t></w:r>"
                    "</w:hyperlink><w:r><w:br/><w:t>Олег</w:t><w:tab/><w:t>5</w:t>"
                    "<w:noBreakHyphen/><w:t>й</w:t></w:r></w:p>"),
            "Сойкин Олег 5-й");
}

TEST(Docx, RowsOfATableAreLines) {
  const auto cell = [](const std::string& inside) { return "<w:tc>" + inside + "</w:tc>"; };
  EXPECT_EQ(text_in("<w:tbl><w:tblPr/><w:tr>" + cell(paragraph("1")) +
                    cell(paragraph("Сойкин") + paragraph("Олег")) + "</w:tr><w:tr>" +
                    cell(paragraph("2")) + cell(paragraph("Чижова Анна")) + "</w:tr></w:tbl>"),
            "1 Сойкин Олег\n2 Чижова Анна");
}

TEST(Docx, ATextBoxIsReadOnce) {
  const std::string box = "<w:txbxContent>" + paragraph("Диплом") + "</w:txbxContent>";
  EXPECT_EQ(text_in("<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
                    "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                    "</w:pict></mc:Fallback></mc:AlternateContent><w:t>Город</w:t></w:r></w:p>"),
            "Город\nДиплом");
}

TEST(Docx, WhatWasDeletedAndFieldCodesAreNoText) {
  EXPECT_EQ(text_in("<w:p><w:del><w:r><w:delText>нет</w:delText></w:r></w:del><w:r><w:instrText>"
                    "PAGE</w:instrText><w:t>да</w:t></w:r></w:p>"),
            "да");
}

TEST(Docx, NestingWithoutEndIsPassedOver) {
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<w:sdt>";
  deep += paragraph("x");
  for (int i = 0; i < 50'000; ++i) deep += "</w:sdt>";
  EXPECT_EQ(text_in(deep + paragraph("y")), "y");
}

TEST(Docx, APackageWithoutTheTextIsDamaged) {
  const std::string bytes = make_zip({{"[Content_Types].xml", ""}});
  TextPages to(100, [](RecognisedPage&&) {});
  EXPECT_THROW(read_docx(OfficePackage(bytes), to), Error);
}

}  // namespace
}  // namespace fonds
