#include "forms/form_captions.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "forms/destruction_act_form.h"
#include "forms/inventory_form.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

TEST(FormCaptions, OfFormsThatAreNotNamedAreEmpty) {
  const FormCaptions none = FormCaptions::from_toml("", "forms.toml");
  for (std::size_t i = 0; i < kFormKinds.size(); ++i) {
    EXPECT_TRUE(none.of(static_cast<FormKind>(i)).annex.empty());
    EXPECT_EQ(none.of(static_cast<FormKind>(i)).title_or("АКТ"), "АКТ");
  }
}

TEST(FormCaptions, AreReadByTheNameOfTheForm) {
  for (std::size_t i = 0; i < kFormKinds.size(); ++i) {
    const std::string file =
        "[" + std::string(kFormKinds[i]) + "]\nannex = 'Приложение № 1'\ntitle = 'СВОЁ'\n";
    const FormCaption caption =
        FormCaptions::from_toml(file, "forms.toml").of(static_cast<FormKind>(i));
    EXPECT_EQ(caption.annex, "Приложение № 1");
    EXPECT_EQ(caption.title_or("АКТ"), "СВОЁ");
  }
}

TEST(FormCaptions, AMisspeltOneIsRefusedWithItsLine) {
  const auto said = [](const char* text) {
    try {
      (void)FormCaptions::from_toml(text, "forms.toml");
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      return error.message() + " " + error.hint();
    }
    return std::string();
  };
  EXPECT_THAT(said("\n[destruction_akt]\nannex = 'x'\n"), HasSubstr("forms.toml:2"));
  EXPECT_THAT(said("[destruction_akt]\n"), HasSubstr("destruction_act"));
  EXPECT_THAT(said("[cover]\nanex = 'x'\n"), HasSubstr("anex"));
  EXPECT_THAT(said("cover = 'x'\n"), HasSubstr("cover"));
}

TEST(FormCaptions, StandAboveTheHeadOfTheFirstSheet) {
  const Printing russian(Language::russian);
  DestructionActForm act;
  act.caption = {"Приложение № 21\nк Правилам", "о выделении по-своему", ""};
  const std::string text = drawn_text_of(printed_destruction_act(act).pdf);
  expect_in_order(text, {"Приложение № 21", "к Правилам", "АКТ", "о выделении по-своему"});
  EXPECT_EQ(times(text, packed("не подлежащих хранению")), 0U);
  InventoryForm list;
  list.caption.annex = "Приложение № 7";
  list.rows.resize(120);
  const auto pages = pages_of(printed_inventory(list).pdf);
  ASSERT_GT(pages.size(), 1U);
  EXPECT_THAT(pages.at(0), HasSubstr("Приложение № 7"));
  EXPECT_EQ(times(pages.at(1), "Приложение"), 0U);
}

TEST(FormCaptions, TheRecordStandsInACodeAtTheFootOfTheFirstSheet) {
  DestructionActForm act;
  EXPECT_TRUE(PrintedPicture(printed_destruction_act(act).pdf).is_empty(188, 282.5, 202, 295));
  act.caption.code = "act/3";
  act.rows.resize(200, {"Дела", "2018", "4", "02-03", 20, "5 лет", ""});
  const std::string pdf = printed_destruction_act(act).pdf;
  EXPECT_TRUE(PrintedPicture(pdf).is_dark(190.2, 283.2)) << "the corner of the code";
  EXPECT_GT(pages_of(pdf).size(), 2U) << "and the rows of the sheet end above it";
  EXPECT_LT(farthest(pdf, "yMax"), 283);
}

}  // namespace
}  // namespace fonds
