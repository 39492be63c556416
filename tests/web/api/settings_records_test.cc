#include "web/api/settings_records.h"

#include <gtest/gtest.h>

#include "archive/settings.h"

namespace fonds {
namespace {

TEST(SettingsRecords, ASettingHasAValueOfItsType) {
  const ConfigFile settings(kSettings, "[institution]\narchive_source = true\n", "fonds.toml");
  for (const Setting& setting : kSettings) {
    const Json record = record_of(setting, settings);
    EXPECT_EQ(record["setting"], setting.key);
    EXPECT_EQ(record["value"].is_string(), setting.standard.index() == 3) << setting.key;
    EXPECT_EQ(record["value"].is_boolean(), setting.standard.index() == 2) << setting.key;
    EXPECT_FALSE(record["help"].get<std::string>().empty());
    if (setting.key == "institution.archive_source") {
      EXPECT_EQ(value_of(setting, settings), true);
    }
  }
}

TEST(SettingsRecords, KindsAndHeadsOfForms) {
  const DocumentKinds kinds = DocumentKinds::shipped();
  const PaperKind& kind = kinds.all().front();
  const Json record = record_of(kind, true);
  EXPECT_EQ(record["kind"], kind.id);
  EXPECT_EQ(record["title"], kind.en);
  EXPECT_EQ(record["added"], true);
  EXPECT_EQ(record_of(FormKind::cover, {"Приложение № 1", "", ""}).dump(),
            R"({"form":"cover","annex":"Приложение № 1","title":""})");
}

}  // namespace
}  // namespace fonds
