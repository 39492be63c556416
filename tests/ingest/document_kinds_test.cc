#include "ingest/document_kinds.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>

#include "base/error.h"

namespace fonds {
namespace {

std::string fault_of(std::string_view toml) {
  try {
    const std::array sources{DocumentKinds::Source{toml, "kinds.toml"}};
    const DocumentKinds kinds(sources);
    return "none";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(DocumentKinds, ShippedOnesAreThoseOfTheArchive) {
  const DocumentKinds kinds = DocumentKinds::shipped();
  for (const char* id :
       {"diploma", "honor_certificate", "gratitude", "certificate", "testimony", "credential",
        "attestation_protocol", "competition_protocol", "journal", "growth_card", "application",
        "consent", "order", "other", "blank", "separator"}) {
    ASSERT_NE(kinds.find(id), nullptr) << id;
    EXPECT_FALSE(kinds.find(id)->ru.empty()) << id;
    EXPECT_FALSE(kinds.find(id)->en.empty()) << id;
  }
  EXPECT_EQ(kinds.find("nothing"), nullptr);
  EXPECT_EQ(kinds.find("journal")->case_item, "02-03");
  EXPECT_TRUE(kinds.find("diploma")->may_hold("place"));
  EXPECT_FALSE(kinds.find("journal")->may_hold("place"));
}

TEST(DocumentKinds, AnInstitutionAddsAKind) {
  const DocumentKinds kinds = DocumentKinds::shipped_with(R"(
[[kind]]
id = "passport_of_collective"
ru = "Паспорт коллектива"
fields = ["collective"]
[kind.titles]
'паспорт коллектива' = 1.5
)",
                                                          "kinds.toml");
  const PaperKind* added = kinds.find("passport_of_collective");
  ASSERT_NE(added, nullptr);
  EXPECT_EQ(added->titles.at(0).words, "паспорт коллектива");
  EXPECT_EQ(added->en, "Паспорт коллектива");
  EXPECT_NE(kinds.find("diploma"), nullptr);
}

TEST(DocumentKinds, AnInstitutionChangesOnlyWhatItNames) {
  const DocumentKinds shipped = DocumentKinds::shipped();
  const DocumentKinds kinds = DocumentKinds::shipped_with(R"(
[[kind]]
id = "diploma"
item = "07-01"
[kind.titles]
'диплом' = 0
'дипломчик' = 1.0
)",
                                                          "kinds.toml");
  const PaperKind& diploma = *kinds.find("diploma");
  EXPECT_EQ(diploma.case_item, "07-01");
  EXPECT_EQ(diploma.ru, shipped.find("diploma")->ru);
  EXPECT_EQ(diploma.titles.size(), shipped.find("diploma")->titles.size());
  for (const PaperKind::Title& title : diploma.titles) EXPECT_NE(title.words, "диплом");
  EXPECT_EQ(kinds.all().size(), shipped.all().size());
}

TEST(DocumentKinds, TitlesMayBeLists) {
  const DocumentKinds kinds = DocumentKinds::shipped_with(R"(
[[kind]]
id = "memo"
ru = "Памятка"
named = ["памятка", "памятный лист"]
strong = ["памятка родителям"]
[kind.titles]
'памятный лист' = 0.5
)",
                                                          "kinds.toml");
  std::map<std::string, double> weights;
  for (const PaperKind::Title& title : kinds.find("memo")->titles) {
    weights[title.words] = title.weight;
  }
  EXPECT_EQ(weights, (std::map<std::string, double>{
                         {"памятка", 1}, {"памятка родителям", 1.4}, {"памятный лист", 0.5}}));
}

TEST(DocumentKinds, WhatIsMisspeltIsRefusedWithItsLine) {
  const std::array<std::pair<const char*, const char*>, 10> cases{{
      {"[[kind]]\nid = \"a\"\n", "'ru' is missing"},
      {"[[kind]]\nru = \"А\"\n", "'id' is missing"},
      {"[[kind]]\nid = \"Диплом\"\nru = \"А\"\n", "cannot be the id"},
      {"[[kind]]\nid = \"\"\nru = \"А\"\n", "cannot be the id"},
      {"[[kind]]\nid = \"a\"\nru = \"А\"\ntitels = 1\n", "unknown entry 'titels'"},
      {"[[kind]]\nid = \"a\"\nru = \"А\"\nsheet = \"round\"\n", "'round' is no value"},
      {"[[kind]]\nid = \"a\"\nru = \"А\"\nfields = [\"colour\"]\n", "no field 'colour'"},
      {"[[kind]]\nid = \"a\"\nru = \"А\"\n[kind.anchors]\n'a(' = 1\n", "reading the kind 'a'"},
      {"[[kind]]\nid = \"a\"\nru = \"А\"\n[[kind]]\nid = \"a\"\nru = \"А\"\n", "stands twice"},
      {"[kinds]\n", "unknown entry 'kinds'"},
  }};
  for (const auto& [toml, said] : cases) {
    const std::string fault = fault_of(toml);
    EXPECT_NE(fault.find(said), std::string::npos) << toml << fault;
  }
}

TEST(DocumentKinds, PatternsOfWordsBeginWhereAWordDoes) {
  const Pattern pattern = word_pattern("состав жюри|судья");
  EXPECT_TRUE(pattern.find(PatternText("члены: состав\nжюри")));
  EXPECT_TRUE(pattern.find(PatternText("судья")));
  EXPECT_FALSE(pattern.find(PatternText("несудья")));
  EXPECT_FALSE(pattern.find(PatternText("составжюри")));
}

}  // namespace
}  // namespace fonds
