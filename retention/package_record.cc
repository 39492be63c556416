#include "retention/package_record.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/messages.h"
#include "retention/package_layout.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

std::string written(const Json& json) {
  std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  text += '\n';
  if (text.size() > kMostRecordBytes) {
    throw Error(Fault::usage, tr("a record of the package is too large"),
                tr("hand over fewer documents in one package"));
  }
  return text;
}

Json files_of(const PackageDocument& document) {
  Json files = Json::array();
  const std::vector<std::string> names = file_names_of(document);
  for (std::size_t i = 0; i < document.files.size(); ++i) {
    const PackageFile& file = document.files[i];
    files.push_back({{"role", name_of(file.role)},
                     {"file", names[i]},
                     {"kind", entry_of(file.kind).name},
                     {"source_name", file.source_name},
                     {"media_type", media_type_of(file)},
                     {"size", file.size},
                     {"sha256", file.sha256}});
  }
  return files;
}

Json events_of(const PackageDocument& document) {
  Json events = Json::array();
  for (const PackageEvent& event : document.events) {
    events.push_back({{"number", event.number},
                      {"at", to_text(event.at)},
                      {"actor", event.actor},
                      {"event", event.event},
                      {"details", event.details},
                      {"hash", event.hash}});
  }
  return events;
}

}  // namespace

std::string package_record(const TransferPackage& package) {
  Json volumes = Json::array();
  for (const PackageVolume& volume : package.volumes) {
    volumes.push_back({{"key", to_text(volume.key)},
                       {"folder", folder_path(volume)},
                       {"documents", volume.documents.size()}});
  }
  return written({{"format", kPackageFormat},
                  {"version", kPackageVersion},
                  {"id", package.id},
                  {"day", to_text(package.day)},
                  {"act", package.act},
                  {"institution", package.institution},
                  {"address", package.address},
                  {"contact_name", package.contact_name},
                  {"contact_phone", package.contact_phone},
                  {"contact_email", package.contact_email},
                  {"receiver", package.receiver},
                  {"fonds_number", package.fonds_number},
                  {"fonds_title", package.fonds_title},
                  {"program", package.program},
                  {"journal_entry", package.journal_entry},
                  {"journal_hash", package.journal_hash},
                  {"volumes", std::move(volumes)}});
}

std::string volume_record(const PackageVolume& volume) {
  Json documents = Json::array();
  for (const PackageDocument& document : volume.documents) {
    documents.push_back({{"place", document.place},
                         {"accession", document.accession},
                         {"folder", folder_path(volume, document)}});
  }
  return written({{"key", to_text(volume.key)},
                  {"title", volume.title},
                  {"item_title", volume.item_title},
                  {"section_code", volume.section_code},
                  {"section_title", volume.section_title},
                  {"period", volume.period},
                  {"first_day", day_or_null(volume.first_day)},
                  {"last_day", day_or_null(volume.last_day)},
                  {"sheets", volume.sheets},
                  {"carrier", name_of(volume.carrier)},
                  {"inventory", volume.inventory},
                  {"unit", volume.unit},
                  {"documents", std::move(documents)}});
}

std::string document_record(const PackageVolume& volume, const PackageDocument& document) {
  const auto& date = document.date;
  return written({{"volume", to_text(volume.key)},
                  {"place", document.place},
                  {"accession", document.accession},
                  {"id", document.id.value},
                  {"sheets", document.sheets},
                  {"recognised", document.recognised},
                  {"kind", document.kind},
                  {"kind_title", document.kind_title},
                  {"date", date ? Json(to_text(*date)) : Json(nullptr)},
                  {"date_printed", date ? date->raw : std::string()},
                  {"number", document.number},
                  {"title", document.title},
                  {"students", document.students},
                  {"files", files_of(document)},
                  {"events", events_of(document)}});
}

}  // namespace fonds
