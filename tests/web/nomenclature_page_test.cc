#include "web/nomenclature_page.h"

#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

class NomenclaturePage : public RetentionDesk {};

TEST_F(NomenclaturePage, CountsTheVolumesOpenedUnderIt) {
  (void)closed_volume("02-03");
  (void)closed_volume("02-06");
  sign_in_as(Role::auditor);
  const std::string said = words(get("/retention/nomenclature/2019"));
  EXPECT_THAT(said, HasSubstr("Permanent 1 0 0"));
  EXPECT_THAT(said, HasSubstr("Temporary (up to 10 years) 1 0 0"));
}

TEST_F(NomenclaturePage, ADraftWithErrorsSaysSo) {
  Nomenclature list = list_of(2026);
  list.items.push_back(list.items.front());
  (void)ArchiveNomenclatures(archive()).put(local_archivist(), list);
  sign_in_as(Role::archivist);
  const std::string path = "/retention/nomenclature/2026";
  EXPECT_THAT(words(get(path)), HasSubstr("error"));
  EXPECT_EQ(post(path + "/agreement", {{"protocol", "№ 3"}}).status, 400);
}

TEST(NomenclatureDraft, IsOneUntilTheHeadHasApprovedIt) {
  NomenclatureCard card;
  EXPECT_TRUE(is_in_draft(card));
  card.state = NomenclatureState::agreed;
  EXPECT_TRUE(is_in_draft(card));
  card.state = NomenclatureState::approved;
  EXPECT_FALSE(is_in_draft(card));
  card.state = NomenclatureState::locked;
  EXPECT_FALSE(is_in_draft(card));
  EXPECT_EQ(nomenclature_path(2026), "/retention/nomenclature/2026");
}

}  // namespace
}  // namespace fonds
