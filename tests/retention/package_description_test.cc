#include "retention/package_description.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/said_by.h"
#include "support/sample_package.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What another reader finds in the XML (tests/support/read_xml.py), with short namespaces.
std::string read_again(const std::string& xml) {
  const TempFolder folder;
  const auto file = folder.file("metadata.xml", xml);
  std::string text =
      said_by("PYTHONIOENCODING=utf-8 python3 " FONDS_SOURCE_DIR "/tests/support/read_xml.py " +
              file.string());
  for (const auto& [uri, prefix] : std::vector<std::pair<std::string, std::string>>{
           {"{urn:fonds:transfer:1}", ""},
           {"{http://purl.org/dc/elements/1.1/}", "dc:"},
           {"{http://www.loc.gov/premis/v3}", "premis:"},
           {"{http://www.w3.org/2001/XMLSchema-instance}", "xsi:"}}) {
    for (std::size_t at = text.find(uri); at != std::string::npos; at = text.find(uri, at)) {
      text.replace(at, uri.size(), prefix);
    }
  }
  return text;
}

std::string described(const TransferPackage& package, std::size_t document) {
  const PackageVolume& volume = package.volumes[0];
  return document_description(package, volume, volume.documents[document]);
}

TEST(PackageDescription, SpeaksDublinCore) {
  const std::string text = read_again(described(sample_package(), 0));
  const std::string core = "/description/dublinCore/dc:";
  EXPECT_THAT(text, HasSubstr(core + "title: Диплом I степени, «Шаг в науку»\n"));
  EXPECT_THAT(text, HasSubstr(core + "subject: Кравец Тимофей Ильич\n"));
  EXPECT_THAT(text, HasSubstr(core + "date: 2024-04-15\n"));
  EXPECT_THAT(text, HasSubstr(core + "identifier: 2026-000001\n"));
  EXPECT_THAT(text, HasSubstr(core + "format: application/pdf\n"));
}

TEST(PackageDescription, NestsTheLevelsOfIsad) {
  const std::string text = read_again(described(sample_package(), 0));
  const std::string level = "/description/isadg/level";
  EXPECT_THAT(text, HasSubstr(level + " name=fonds: \n"));
  EXPECT_THAT(text, HasSubstr(level + "/referenceCode isadg=3.1.1: Р-17\n"));
  EXPECT_THAT(text, HasSubstr(level + "/level name=series: \n"));
  EXPECT_THAT(text, HasSubstr(level + "/level/level name=file: \n"));
  EXPECT_THAT(text, HasSubstr(level + "/level/level/dates isadg=3.1.3: 2024-04-15/2024-05-24\n"));
  EXPECT_THAT(text, HasSubstr(level + "/level/level/extent isadg=3.1.5 unit=sheet: 3\n"));
  EXPECT_THAT(text, HasSubstr(level + "/level/level/level name=item: \n"));
  EXPECT_THAT(text,
              HasSubstr(level + "/level/level/level/referenceCode isadg=3.1.1: 2026-000001\n"));
}

TEST(PackageDescription, TellsPremisOfFilesAndEvents) {
  const TransferPackage package = sample_package();
  const std::string text = read_again(described(package, 0));
  const std::string premis = "/description/premis:premis/premis:";
  const std::string object = premis + "object/premis:";
  EXPECT_THAT(text, HasSubstr("/description/premis:premis version=3.0: \n"));
  EXPECT_THAT(text, HasSubstr(object + "objectIdentifier/premis:objectIdentifierValue: "
                                       "data/02-05_2024_1/0001-2026-000001/access.pdf\n"));
  EXPECT_THAT(text,
              HasSubstr(object + "objectCharacteristics/premis:fixity/premis:messageDigest: " +
                        package.volumes[0].documents[0].files[1].sha256 + "\n"));
  EXPECT_THAT(text, HasSubstr(object + "objectCharacteristics/premis:size: 15\n"));
  EXPECT_THAT(text, HasSubstr("premis:formatName: PDF/A-1b\n"));
  EXPECT_THAT(text, HasSubstr(object + "originalName: Скан Кравец.pdf\n"));
  EXPECT_THAT(text, HasSubstr("premis:relatedObjectIdentifierValue: "
                              "data/02-05_2024_1/0001-2026-000001/original.pdf\n"));
  EXPECT_THAT(text, HasSubstr(premis + "event/premis:eventType: ingestion\n"));
  EXPECT_THAT(text, HasSubstr(premis + "event/premis:eventDateTime: 2026-03-02T10:00:00.000Z\n"));
  EXPECT_THAT(text, HasSubstr(premis + "agent/premis:agentName: osipova\n"));
}

TEST(PackageDescription, WhatIsNotKnownIsLeftOut) {
  TransferPackage package;
  package.volumes = {sample_package().volumes[0]};
  package.volumes[0].title.clear();
  package.volumes[0].first_day.reset();
  const std::string text = read_again(described(package, 1));
  EXPECT_THAT(text, Not(HasSubstr("dc:title")));
  EXPECT_THAT(text, Not(HasSubstr("dc:date")));
  EXPECT_THAT(text, Not(HasSubstr("/dates")));
  EXPECT_THAT(text, Not(HasSubstr("premis:event")));
  EXPECT_THAT(text, HasSubstr("original-003.bin"));
}

TEST(PackageDescription, NoTextBreaksTheXml) {
  std::string every =
      "]]><!-- <a b=\"c\" d='e'>&amp;&#1; \xEF\xBF\xBE\xED\xA0\x80\xFF \xE2\x80\xAE";
  for (int c = 0; c < 0x20; ++c) every += static_cast<char>(c);
  TransferPackage package = sample_package();
  package.institution = package.fonds_number = package.fonds_title = every;
  PackageVolume& volume = package.volumes[0];
  volume.title = volume.section_code = volume.section_title = volume.period = every;
  volume.inventory = every;
  PackageDocument& document = volume.documents[0];
  document.title = document.kind_title = document.number = every;
  document.students = {every};
  document.files[0].source_name = every;
  document.events[0] = {7, document.events[0].at, every, every, every, ""};

  const std::string text = read_again(described(package, 0));

  EXPECT_THAT(text, HasSubstr("dc:title: ]]><!-- <a b=\"c\" d='e'>&amp;&#1; "));
}

}  // namespace
}  // namespace fonds
