#include "ingest/office_text.h"

#include <gtest/gtest.h>

#include "ingest/pages_said.h"
#include "support/small_office.h"

namespace fonds {
namespace {

std::string text_in(const std::string& bytes, FileKind kind) {
  std::vector<RecognisedPage> pages;
  TextPages to(100, [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  read_office_text(OfficePackage(bytes), kind, to);
  to.finish();
  return said_by(pages);
}

TEST(OfficeText, AnOdtHasParagraphsListsAndTables) {
  const std::string body =
      "<text:h>Протокол</text:h><text:list><text:list-item><text:p>раз</text:p></text:list-item>"
      "</text:list><table:table><table:table-header-rows>" +
      ods_row({"№", "Фамилия"}) + "</table:table-header-rows>" + ods_row({"1", "Сойкин"}) +
      "</table:table><text:tracked-changes><text:p>нет</text:p></text:tracked-changes>"
      "<text:section><text:p>конец<draw:frame><draw:text-box><text:p>рамка</text:p>"
      "</draw:text-box></draw:frame></text:p></text:section>";
  EXPECT_EQ(text_in(small_odf("text", body), FileKind::odt),
            "Протокол\nраз\n№ Фамилия\n1 Сойкин\nконец рамка");
}

TEST(OfficeText, SlidesOfAnOdpArePages) {
  const std::string body =
      "<draw:page><draw:frame><draw:text-box><text:p>Первый</text:p></draw:text-box></draw:frame>"
      "<presentation:notes><text:p>заметка</text:p></presentation:notes></draw:page>"
      "<draw:page><draw:frame><table:table>" +
      ods_row({"а", "б"}) + "</table:table></draw:frame></draw:page>";
  EXPECT_EQ(text_in(small_odf("presentation", body), FileKind::odp), "Первый\fа б");
}

TEST(OfficeText, SlidesOfAPptxArePagesInTheOrderOfTheShow) {
  const auto text = [](const std::string& words) {
    return "<p:sp><p:txBody><a:p><a:r><a:t>" + words + "</a:t></a:r></a:p></p:txBody></p:sp>";
  };
  const std::string table =
      "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>а</a:t></a:r></a:p></a:txBody>"
      "</a:tc><a:tc><a:txBody><a:p><a:r><a:t>б</a:t></a:r><a:br/><a:r><a:t>в</a:t></a:r></a:p>"
      "</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>";
  EXPECT_EQ(text_in(small_pptx({text("Первый"), text("Второй") + table}), FileKind::pptx),
            "Первый\fВторой\nа б в");
}

}  // namespace
}  // namespace fonds
