#include "ingest/alto.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

RecognisedPage page_with(std::vector<std::string> words) {
  RecognisedPage page;
  page.geometry.width = 1000;
  page.geometry.height = 1400;
  page.source = TextSource::recognised;
  page.languages = "rus+eng";
  Line line;
  line.box = {10, 20, 900, 30};
  int left = 10;
  for (std::string& text : words) {
    line.words.push_back({std::move(text), {left, 20, 80, 30}, 0.91234567});
    left += 100;
  }
  page.lines.push_back(line);
  return page;
}

TEST(Alto, TellsEveryWordWithItsBoxAndConfidence) {
  const std::string xml = write_alto({page_with({"Новоегорьевская", "станица"})}, "2026-000001");

  EXPECT_NE(xml.find("<String CONTENT=\"станица\" WC=\"0.9123\" HPOS=\"110\" VPOS=\"20\" "
                     "WIDTH=\"80\" HEIGHT=\"30\"/>"),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("<SP HPOS=\"90\" VPOS=\"20\" WIDTH=\"20\"/>"), std::string::npos) << xml;
}

TEST(Alto, EscapesWhatXmlWouldMisread) {
  const std::string xml = write_alto({page_with({"<\"&'>"})}, "a & b");

  EXPECT_NE(xml.find("CONTENT=\"&lt;&quot;&amp;'&gt;\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("a &amp; b"), std::string::npos);
}

TEST(Alto, LeavesOutWhatNoXmlMayHold) {
  using namespace std::string_literals;
  const std::string xml =
      write_alto({page_with({"а\0б"s, "\x01\x1b", "в\xEF\xBF\xBE", "\xFF", "г\tд"})}, "");

  EXPECT_NE(xml.find("CONTENT=\"аб\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("CONTENT=\"в\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("CONTENT=\"г&#9;д\""), std::string::npos) << xml;
  EXPECT_EQ(xml.find("CONTENT=\"\""), std::string::npos) << xml;
}

TEST(Alto, ABlockSurroundsTheLinesItHoldsAndNoOther) {
  RecognisedPage page = page_with({"слово"});
  page.lines.push_back(page.lines.front());
  page.lines.back().box = {0, 0, 1000, 1400};
  page.lines.back().words.front().text = "\x01";

  const std::string xml = write_alto({page}, "");

  EXPECT_NE(xml.find("<TextBlock ID=\"P1B1\" HPOS=\"10\" VPOS=\"20\" WIDTH=\"900\" HEIGHT=\"30\""),
            std::string::npos)
      << xml;
}

TEST(Alto, NamesTheProgramsThatMadeEachPage) {
  RecognisedPage read = page_with({"слово"});
  RecognisedPage taken = read;
  taken.number = 2;
  taken.source = TextSource::embedded;

  const std::string xml = write_alto({read, taken}, "", {{"A & B", "1.2"}, {"Reader", "5.3.0"}});

  EXPECT_NE(xml.find("<Processing ID=\"PROGRAM\"><processingCategory>contentGeneration"
                     "</processingCategory><processingSoftware><softwareName>A &amp; B"
                     "</softwareName><softwareVersion>1.2</softwareVersion>"),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("<softwareName>Reader</softwareName><softwareVersion>5.3.0<"),
            std::string::npos);
  EXPECT_NE(xml.find("PROCESSINGREFS=\"PROGRAM OCR\">"), std::string::npos) << xml;
  EXPECT_NE(xml.find("PROCESSINGREFS=\"PROGRAM\">"), std::string::npos) << xml;
}

TEST(Alto, RefersToNoProgramItDoesNotName) {
  EXPECT_EQ(write_alto({page_with({"слово"})}, "").find("PROCESSINGREFS"), std::string::npos);
}

TEST(Alto, RefusesADocumentWithoutPages) { EXPECT_THROW(write_alto({}, "x"), Error); }

}  // namespace
}  // namespace fonds
