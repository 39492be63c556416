#include "forms/form_head.h"

#include <gtest/gtest.h>

#include <string>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

std::string text_of(const std::vector<FormLine>& lines) {
  std::string all;
  for (const FormLine& line : lines) all += line.text + "\n";
  return all;
}

TEST(FormHead, TheCornerOfApprovalNamesWhoApproves) {
  const Printing russian(Language::russian);

  EXPECT_EQ(text_of(approval_lines({"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}})),
            "УТВЕРЖДАЮ\nДиректор\n__________ Ф. С. Небылицын\n25.12.2026\n");
  EXPECT_EQ(text_of(approval_lines({})),
            "УТВЕРЖДАЮ\nРуководитель организации\n__________ (подпись, расшифровка)\n__________\n");
}

TEST(FormHead, TheCornerOfAgreementNamesTheProtocol) {
  const Printing russian(Language::russian);

  EXPECT_EQ(text_of(agreement_lines({CalendarDate{2026, 12, 20}, "4"})),
            "СОГЛАСОВАНО\nПротокол ЭК\nот 20.12.2026 № 4\n");
  EXPECT_EQ(text_of(agreement_lines({})), "СОГЛАСОВАНО\nПротокол ЭК\nот __________ № __________\n");
}

TEST(FormHead, TheArchiveAuthorityHasACornerOfItsOwn) {
  const Printing russian(Language::russian);

  EXPECT_EQ(text_of(authority_lines("УТВЕРЖДЕНО", {CalendarDate{2026, 12, 20}, "4"})),
            "УТВЕРЖДЕНО\nПротокол ЭПК\nот 20.12.2026 № 4\n");
}

TEST(FormHead, AnActIsHeadedByInstitutionDayNumberAndPlace) {
  const Printing russian(Language::russian);

  EXPECT_EQ(text_of(act_lines("МБУ ДО «Выдумка»", "АКТ", {CalendarDate{2026, 12, 25}, "3"},
                              "ст. Придуманная")),
            "МБУ ДО «Выдумка»\n\nАКТ\n25.12.2026 № 3\nст. Придуманная\n");
  EXPECT_EQ(text_of(act_lines("", "АКТ", {}, "")),
            "Наименование организации __________\n\nАКТ\n__________ № __________\n"
            "Место составления __________\n");
}

TEST(FormHead, TheInstitutionStandsAboveTheForm) {
  const Printing russian(Language::russian);
  FormPdf form("x");
  FormFlow flow(form, kFormMargins, "");
  draw_institution(flow, "МБУ ДО «Выдумка»");
  draw_institution(flow, "");

  expect_in_order(drawn_text_of(form.finish().pdf),
                  {"МБУ ДО «Выдумка»", "Наименование организации ____"});
}

}  // namespace
}  // namespace fonds
