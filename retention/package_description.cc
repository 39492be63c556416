#include "retention/package_description.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <vector>

#include "retention/markup.h"
#include "retention/package_layout.h"

namespace fonds {
namespace {

constexpr std::string_view kLocalIdentifier = "local";

/// What PREMIS calls our events (id.loc.gov/vocabulary/preservation/eventType); others keep their
/// names.
struct EventWord {
  std::string_view event;
  std::string_view premis;
};
constexpr std::array<EventWord, 4> kEventWords{{{"document.accepted", "ingestion"},
                                                {"document.recognised", "creation"},
                                                {"document.corrected", "metadata modification"},
                                                {"document.understood", "metadata extraction"}}};

std::string_view premis_word(std::string_view event) {
  for (const EventWord& word : kEventWords) {
    if (word.event == event) return word.premis;
  }
  return event;
}

std::string_view format_of(const PackageFile& file) {
  switch (file.role) {
    case PackageFileRole::access_copy:
      return "PDF/A-1b";
    case PackageFileRole::alto:
      return "ALTO 4";
    case PackageFileRole::text:
      return "text, UTF-8";
    case PackageFileRole::original:
      break;
  }
  return entry_of(file.kind).name;
}

std::string number_or_nothing(int number) {
  return number == 0 ? std::string() : fmt::format("{}", number);
}

std::string dates_of(const PackageVolume& volume) {
  if (!volume.first_day || !volume.last_day) return {};
  return to_text(*volume.first_day) + "/" + to_text(*volume.last_day);
}

void describe(Markup& xml, const TransferPackage& package, const PackageDocument& document) {
  xml.open("dublinCore");
  xml.known("dc:title", document.title);
  xml.known("dc:creator", package.institution);
  for (const std::string& student : document.students) xml.known("dc:subject", student);
  xml.known("dc:type", document.kind_title);
  if (document.date) xml.element("dc:date", to_text(*document.date));
  xml.element("dc:identifier", document.accession);
  xml.known("dc:identifier", document.number);
  for (const PackageFile& file : document.files) {
    if (file.role == PackageFileRole::original) xml.element("dc:format", media_type_of(file));
  }
  xml.close();
}

struct LevelFacts {
  std::string_view level;
  std::string code;
  std::string title;
  std::string dates;
  std::string sheets;
};

/// Opens a level; what stands inside it is its next lower one.
void open_level(Markup& xml, const LevelFacts& facts) {
  xml.open("level", {{"name", facts.level}});
  xml.known("referenceCode", facts.code, {{"isadg", "3.1.1"}});
  xml.known("title", facts.title, {{"isadg", "3.1.2"}});
  xml.known("dates", facts.dates, {{"isadg", "3.1.3"}});
  xml.known("extent", facts.sheets, {{"isadg", "3.1.5"}, {"unit", "sheet"}});
}

void place(Markup& xml, const TransferPackage& package, const PackageVolume& volume,
           const PackageDocument& document) {
  xml.open("isadg");
  open_level(xml, {"fonds", package.fonds_number, package.fonds_title, {}, {}});
  xml.known("creator", package.institution, {{"isadg", "3.2.1"}});
  open_level(xml, {"series", volume.section_code, volume.section_title, {}, {}});
  open_level(xml, {"file", to_text(volume.key), volume.title, dates_of(volume),
                   number_or_nothing(volume.sheets)});
  xml.known("appraisal", volume.period, {{"isadg", "3.3.2"}});
  xml.known("inventory", volume.inventory);
  xml.known("unit", number_or_nothing(volume.unit));
  xml.element("carrier", name_of(volume.carrier));
  open_level(xml, {"item", document.accession, document.title,
                   document.date ? to_text(*document.date) : std::string(),
                   number_or_nothing(document.sheets)});
  xml.element("place", fmt::format("{}", document.place));
  for (int level = 0; level < 4; ++level) xml.close();
  xml.close();
}

/// An identifier of PREMIS: "premis:objectIdentifier" with its type and value.
void identify(Markup& xml, const std::string& what, std::string_view type, std::string_view value) {
  xml.open(what);
  xml.element(what + "Type", type);
  xml.element(what + "Value", value);
  xml.close();
}

/// What was made was made from the originals; `names` are those of all files.
void relate(Markup& xml, const PackageDocument& document, const std::vector<std::string>& names) {
  xml.open("premis:relationship");
  xml.element("premis:relationshipType", "derivation");
  xml.element("premis:relationshipSubType", "has source");
  for (std::size_t i = 0; i < document.files.size(); ++i) {
    if (document.files[i].role != PackageFileRole::original) continue;
    xml.open("premis:relatedObjectIdentifier");
    xml.element("premis:relatedObjectIdentifierType", kLocalIdentifier);
    xml.element("premis:relatedObjectIdentifierValue", names[i]);
    xml.close();
  }
  xml.close();
}

void preserve_file(Markup& xml, const PackageDocument& document,
                   const std::vector<std::string>& names, std::size_t index) {
  const PackageFile& file = document.files[index];
  xml.open("premis:object", {{"xsi:type", "premis:file"}});
  identify(xml, "premis:objectIdentifier", kLocalIdentifier, names[index]);
  xml.open("premis:objectCharacteristics");
  xml.open("premis:fixity");
  xml.element("premis:messageDigestAlgorithm", "SHA-256");
  xml.element("premis:messageDigest", file.sha256);
  xml.close();
  xml.element("premis:size", fmt::format("{}", file.size));
  xml.open("premis:format");
  xml.open("premis:formatDesignation");
  xml.element("premis:formatName", format_of(file));
  xml.close();
  xml.open("premis:formatRegistry");
  xml.element("premis:formatRegistryName", "IANA media types");
  xml.element("premis:formatRegistryKey", media_type_of(file));
  xml.close();
  xml.close();
  xml.close();
  xml.known("premis:originalName", file.source_name);
  if (file.role != PackageFileRole::original) relate(xml, document, names);
  xml.close();
}

void preserve_event(Markup& xml, const PackageEvent& event, const PackageDocument& document) {
  xml.open("premis:event");
  identify(xml, "premis:eventIdentifier", "journal entry", fmt::format("{}", event.number));
  xml.element("premis:eventType", premis_word(event.event));
  xml.element("premis:eventDateTime", to_text(event.at));
  xml.open("premis:eventDetailInformation");
  xml.element("premis:eventDetail", event.event + " " + event.details);
  xml.close();
  if (!event.actor.empty()) {
    identify(xml, "premis:linkingAgentIdentifier", kLocalIdentifier, event.actor);
  }
  identify(xml, "premis:linkingObjectIdentifier", kLocalIdentifier, document.accession);
  xml.close();
}

void preserve(Markup& xml, const PackageVolume& volume, const PackageDocument& document) {
  xml.open("premis:premis", {{"version", "3.0"}});
  xml.open("premis:object", {{"xsi:type", "premis:intellectualEntity"}});
  identify(xml, "premis:objectIdentifier", kLocalIdentifier, document.accession);
  xml.close();
  std::vector<std::string> names = file_names_of(document);
  for (std::string& name : names) name.insert(0, path_of(volume, document));
  for (std::size_t i = 0; i < names.size(); ++i) preserve_file(xml, document, names, i);
  std::set<std::string> agents;
  for (const PackageEvent& event : document.events) {
    preserve_event(xml, event, document);
    if (!event.actor.empty()) agents.insert(event.actor);
  }
  for (const std::string& agent : agents) {
    xml.open("premis:agent");
    identify(xml, "premis:agentIdentifier", kLocalIdentifier, agent);
    xml.element("premis:agentName", agent);
    xml.close();
  }
  xml.close();
}

}  // namespace

std::string document_description(const TransferPackage& package, const PackageVolume& volume,
                                 const PackageDocument& document) {
  Markup xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  xml.open("description", {{"xmlns", "urn:fonds:transfer:1"},
                           {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                           {"xmlns:premis", "http://www.loc.gov/premis/v3"},
                           {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
  describe(xml, package, document);
  place(xml, package, volume, document);
  preserve(xml, volume, document);
  xml.close();
  return xml.take();
}

}  // namespace fonds
