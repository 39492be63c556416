#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class NomenclatureItems : public RetentionDesk {
 protected:
  NomenclatureItems() {
    (void)ArchiveNomenclatures(archive()).put(local_archivist(), list_of(2026));
  }
  [[nodiscard]] Nomenclature list() {
    return ArchiveNomenclatures(archive()).show(local_archivist(), 2026);
  }
  const std::string path_ = "/retention/nomenclature/2026";  // NOLINT(*-non-private-*)
};

TEST_F(NomenclatureItems, AnItemOfADraftIsChanged) {
  sign_in_as(Role::archivist);
  const std::string item = path_ + "/items/02-05";
  const RetentionRule before = item_of(list(), "02-05")->rule;
  const Response shown = get(item);
  EXPECT_EQ(location(submit(shown, item, {{"title", "Протоколы"}})), path_);
  EXPECT_EQ(item_of(list(), "02-05")->title, "Протоколы");
  EXPECT_EQ(item_of(list(), "02-05")->rule, before) << "what was not touched stays";
  EXPECT_EQ(submit(shown, item, {{"title", "Иначе"}}).status, 409) << "of an older draft";
  EXPECT_EQ(submit(get(item), item, {{"period", "12 лет"}}).status, 303);
  EXPECT_EQ(item_of(list(), "02-05")->rule.years, 12);
}

TEST_F(NomenclatureItems, WhatIsNoPeriodIsToldBesideTheForm) {
  sign_in_as(Role::archivist);
  const std::string item = path_ + "/items/02-05";
  const Response refused = submit(get(item), item, {{"period", "долго"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("is no period of retention"));
  EXPECT_THAT(refused.body, HasSubstr("value=\"долго\""));
  EXPECT_EQ(submit(get(item), item, {{"title", " "}}).status, 400);
  EXPECT_EQ(get(path_ + "/items/09-01").status, 404);
}

TEST_F(NomenclatureItems, AnItemIsAddedInItsPlaceAndTakenOut) {
  sign_in_as(Role::archivist);
  const Response added = submit(get(path_), path_ + "/items",
                                {{"index", "02-04"},
                                 {"title", "Планы"},
                                 {"period", "5 лет"},
                                 {"article", "L"},
                                 {"section", ""}});
  EXPECT_EQ(location(added), path_) << added.body;
  EXPECT_EQ(list().items.at(1).index, "02-04");
  const std::string item = path_ + "/items/02-04";
  EXPECT_EQ(location(submit(get(item), item + "/removed")), path_);
  EXPECT_EQ(item_of(list(), "02-04"), nullptr);
  const FormFields other{{"index", "03-01"},
                         {"title", "Согласия"},
                         {"period", "3 года"},
                         {"article", "L"},
                         {"section", "ПДн"}};
  EXPECT_EQ(submit(get(path_), path_ + "/items", other).status, 303);
  EXPECT_EQ(list().sections.back().title, "ПДн");
}

TEST_F(NomenclatureItems, AnIndexInReserveGetsItsHeading) {
  const std::string path = "/retention/nomenclature/2019";
  sign_in_as(Role::director);
  const FormFields heading{
      {"index", "02-09"}, {"title", "Сборники"}, {"period", "5 лет"}, {"article", "L"}};
  EXPECT_EQ(location(submit(get(path), path + "/headings", heading)), path);
  EXPECT_THAT(words(get(path)), HasSubstr("Сборники"));
  EXPECT_EQ(post(path + "/headings", heading).status, 400) << "it is in reserve no more";
}

TEST_F(NomenclatureItems, AnApprovedListIsNotChanged) {
  sign_in_as(Role::archivist);
  const std::string item = "/retention/nomenclature/2019/items/02-05";
  EXPECT_FALSE(HtmlPage(get(item).body).has_form(item));
  EXPECT_EQ(post(item, {{"title", "Иначе"}, {"revision", "1"}}).status, 409);
  sign_in_as(Role::clerk);
  EXPECT_EQ(get(item).status, 403);
  EXPECT_EQ(post(item).status, 403);
  EXPECT_EQ(post(path_ + "/items").status, 403);
}

}  // namespace
}  // namespace fonds
