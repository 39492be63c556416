#include "ingest/scan_options.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

using Words = std::vector<std::string>;

// Lists as the backends test, genesys, fujitsu, avision, hpaio, escl/airscan, epson2 and canon_dr
// give them.
const Words kTest{"Flatbed", "Automatic Document Feeder"};
const Words kGenesys{"Flatbed", "Transparency Adapter"};
const Words kFujitsu{"Flatbed", "ADF Front", "ADF Back", "ADF Duplex", "Card Front", "Card Duplex"};
const Words kAvision{"Normal", "Transparency", "ADF Front", "ADF Rear", "ADF Duplex"};
const Words kHp{"Auto", "Flatbed", "ADF", "Duplex"};
const Words kBrother{"FlatBed", "Automatic Document Feeder(left aligned)",
                     "Automatic Document Feeder(left aligned,Duplex)"};

TEST(ScanOptions, FindTheGlassUnderEveryName) {
  EXPECT_EQ(choose_source(kTest, ScanSource::flatbed), "Flatbed");
  EXPECT_EQ(choose_source(kGenesys, ScanSource::flatbed), "Flatbed");
  EXPECT_EQ(choose_source(kAvision, ScanSource::flatbed), "Normal");
  EXPECT_EQ(choose_source(kBrother, ScanSource::flatbed), "FlatBed");
  EXPECT_EQ(choose_source({"ADF"}, ScanSource::flatbed), std::nullopt);
}

TEST(ScanOptions, FindTheFeederUnderEveryName) {
  EXPECT_EQ(choose_source(kTest, ScanSource::adf), "Automatic Document Feeder");
  EXPECT_EQ(choose_source(kFujitsu, ScanSource::adf), "ADF Front");
  EXPECT_EQ(choose_source(kAvision, ScanSource::adf), "ADF Front");
  EXPECT_EQ(choose_source(kHp, ScanSource::adf), "ADF");
  EXPECT_EQ(choose_source(kBrother, ScanSource::adf), "Automatic Document Feeder(left aligned)");
  EXPECT_EQ(choose_source(kGenesys, ScanSource::adf), std::nullopt);
}

TEST(ScanOptions, FindBothSidesUnderEveryName) {
  EXPECT_EQ(choose_source(kFujitsu, ScanSource::duplex), "ADF Duplex");
  EXPECT_EQ(choose_source(kHp, ScanSource::duplex), "Duplex");
  EXPECT_EQ(choose_source(kBrother, ScanSource::duplex),
            "Automatic Document Feeder(left aligned,Duplex)");
  EXPECT_EQ(choose_source(kTest, ScanSource::duplex), std::nullopt);
}

TEST(ScanOptions, FindTheModeUnderEveryName) {
  const Words plain{"Lineart", "Gray", "Color"};
  const Words brother{"Black & White", "Gray[Error Diffusion]", "True Gray", "24bit Color",
                      "24bit Color[Fast]"};
  const Words epson{"Binary", "Halftone", "Gray", "Color", "Color Lineart"};

  EXPECT_EQ(choose_mode(plain, ScanMode::colour), "Color");
  EXPECT_EQ(choose_mode(plain, ScanMode::grey), "Gray");
  EXPECT_EQ(choose_mode(plain, ScanMode::lineart), "Lineart");
  EXPECT_EQ(choose_mode(brother, ScanMode::colour), "24bit Color");
  EXPECT_EQ(choose_mode(brother, ScanMode::grey), "True Gray");
  EXPECT_EQ(choose_mode(brother, ScanMode::lineart), "Black & White");
  EXPECT_EQ(choose_mode(epson, ScanMode::colour), "Color");
  EXPECT_EQ(choose_mode(epson, ScanMode::lineart), "Binary");
  EXPECT_EQ(choose_mode({"Gray"}, ScanMode::colour), std::nullopt);
}

TEST(ScanOptions, KnowSheetsByTheirNames) {
  ASSERT_TRUE(sheet_of_name("a5-across"));
  EXPECT_EQ(sheet_of_name("a5-across")->width, 210);
  EXPECT_EQ(sheet_of_name("a5-across")->height, 148);
  EXPECT_FALSE(sheet_of_name("a5 "));
  EXPECT_FALSE(sheet_of_name(""));
  for (const std::string& name : sheet_names()) EXPECT_TRUE(sheet_of_name(name)) << name;
}

TEST(ScanOptions, LookWhereTheSheetLies) {
  const ScannerSettings::Range seen{0, 216, true};
  EXPECT_EQ(stretch_of(seen, 148, "left").from, 0);
  EXPECT_EQ(stretch_of(seen, 148, "left").to, 148);
  EXPECT_EQ(stretch_of(seen, 148, "center").from, 34);
  EXPECT_EQ(stretch_of(seen, 148, "center").to, 182);
  EXPECT_EQ(stretch_of(seen, 148, "right").from, 68);
  EXPECT_EQ(stretch_of(seen, 148, "right").to, 216);
  EXPECT_EQ(stretch_of(seen, 297, "center").from, 0);
  EXPECT_EQ(stretch_of(seen, 297, "center").to, 216);  // no further than it sees
  EXPECT_EQ(stretch_of({5, 216, true}, 100, "left").to, 105);
}

TEST(ScanOptions, KnowAFeederFromTheGlass) {
  for (const char* feeder : {"ADF", "Automatic Document Feeder", "Duplex", "sheetfed scanner"}) {
    EXPECT_TRUE(is_feeder(feeder)) << feeder;
  }
  for (const char* glass : {"Flatbed", "Normal", "flatbed scanner", "virtual device", ""}) {
    EXPECT_FALSE(is_feeder(glass)) << glass;
  }
}

}  // namespace
}  // namespace fonds
