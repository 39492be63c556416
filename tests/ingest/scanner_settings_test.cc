#include "ingest/scanner_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/sane_session.h"
#include "support/sane_backend.h"

namespace fonds {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ScannerSettingsTest : public ::testing::Test {
 protected:
  SaneBackend backend_{"test"};
  SaneSession session_;
  SaneDevice device_{"test:0"};
  ScannerSettings settings_{device_.handle()};
};

TEST_F(ScannerSettingsTest, KnowWhatThereIs) {
  EXPECT_TRUE(settings_.has("mode"));
  EXPECT_FALSE(settings_.has("three-pass")) << "of colour only";
  EXPECT_FALSE(settings_.has("no-such-setting"));
  EXPECT_THAT(settings_.words("mode"), ElementsAre("Gray", "Color"));
  EXPECT_THAT(settings_.words("resolution"), IsEmpty());
  EXPECT_EQ(settings_.word("mode"), "Gray");
  EXPECT_EQ(settings_.number("depth"), 8);
  EXPECT_EQ(settings_.number("mode"), std::nullopt);
  EXPECT_EQ(settings_.range("br-x")->most, 200);
  EXPECT_TRUE(settings_.range("br-x")->millimetres);
  EXPECT_EQ(settings_.range("depth")->least, 1);
}

TEST_F(ScannerSettingsTest, SetTheNearestNumberThereIs) {
  EXPECT_EQ(settings_.set_number("resolution", 299.6), 300);
  EXPECT_EQ(settings_.set_number("resolution", 1e9), 1200);
  EXPECT_EQ(settings_.set_number("resolution", -1e9), 1);
  EXPECT_EQ(settings_.set_number("depth", 7), 8);
  EXPECT_EQ(settings_.set_number("depth", 100), 16);
}

TEST_F(ScannerSettingsTest, SetAnyTypeFromText) {
  settings_.set_text("mode", "Color");
  EXPECT_TRUE(settings_.has("three-pass")) << "comes with colour";
  settings_.set_text("three-pass", "Yes");
  settings_.set_text("hand-scanner", "no");
  settings_.set_text("resolution", "150.0");
  settings_.set_text("depth", "16");
  settings_.set_text("enable-test-options", "on");
  settings_.set_text("button", "");

  EXPECT_EQ(settings_.number("resolution"), 150);
  EXPECT_EQ(settings_.word("mode"), "Color");
}

TEST_F(ScannerSettingsTest, RefuseWhatIsWrong) {
  const std::pair<const char*, const char*> wrong[] = {
      {"mode", "Purple"},
      {"mode", ""},
      {"resolution", "many"},
      {"resolution", "nan"},
      {"resolution", "1 0"},
      {"hand-scanner", "perhaps"},
      {"three-pass", "yes"},
      {"nothing", "1"},
      {"", "1"},
      {"gamma-table", "255"},
      {"mode", "Color and a value longer than any the scanner has"}};
  for (const auto& [name, value] : wrong) {
    try {
      settings_.set_text(name, value);
      ADD_FAILURE() << name << "=" << value << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage) << name;
      EXPECT_FALSE(error.hint().empty()) << name;
    }
  }
}

}  // namespace
}  // namespace fonds
