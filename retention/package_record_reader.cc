#include "retention/package_record_reader.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/named.h"
#include "retention/package_layout.h"
#include "retention/package_record.h"
#include "retention/strict_object.h"

namespace fonds {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 4;  ///< an object in a list in an object
constexpr std::size_t kMostValues = 300'000;
constexpr std::int64_t kMostSheets = 1'000'000;

Error damaged(const std::string& what) {
  return {Fault::corrupt, what,
          tr("the package was not made by Fonds or was changed; ask for it again")};
}

Error wrong(const std::string& name, const char* what) {
  return damaged(say(tr("“{}” {}"), name, what));
}

/// The text as JSON, in memory that the text cannot blow up.
Json parsed(std::string_view text) {
  if (text.size() > kMostRecordBytes) {
    throw damaged(tr("a record of the package is too large"));
  }
  std::size_t values = 0;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest || ++values > kMostValues) {
      throw damaged(tr("a record of the package holds too much"));
    }
    return true;
  };
  Json json = Json::parse(text, watch, false);
  if (json.is_discarded()) throw damaged(tr("this is no JSON object"));
  return json;
}

/// An object of a record, of which every name must be there.
class RecordObject : public StrictObject {
 public:
  explicit RecordObject(const Json& json, std::string where = {})
      : StrictObject(json, std::move(where), wrong) {}

  int small_number(const std::string& name, int least = 0) {
    return static_cast<int>(number(name, least, kMostSheets));
  }
  /// Nothing for null.
  template <class From>
  auto choice_or_null(const std::string& name, From from) {
    at(name);
    return choice_if_any(name, from);
  }
  /// Calls `visit` with each element of a list.
  template <class Visit>
  void each(const std::string& name, std::size_t most, Visit visit) {
    const Json& list = at(name);
    if (!list.is_array()) fail(name, tr("must be a list"));
    if (list.size() > most) fail(name, tr("is longer than is possible here"));
    for (std::size_t i = 0; i < list.size(); ++i) {
      visit(list[i], fmt::format("{}[{}]", place_of(name), i));
    }
  }
  /// What is also decided elsewhere must say the same.
  void expect(const std::string& name, std::string_view value) {
    if (text(name) != value) fail(name, tr("is another than it must be"));
  }
};

std::optional<VolumeKey> whole_key_from(const std::string& text) {
  const auto key = volume_key_from(text);
  const bool whole = key && key->year != 0 && key->number != 0 && to_text(*key) == text;
  return whole ? key : std::nullopt;
}

std::optional<Moment> moment_or_nothing(const std::string& text) {
  try {
    return moment_from_text(text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<std::string> digest_from(const std::string& text) {
  return is_sha256(text) ? std::optional(text) : std::nullopt;
}
std::optional<std::string> digest_or_empty(const std::string& text) {
  return text.empty() ? std::optional(text) : digest_from(text);
}

PackageFile file_from(const Json& json, const std::string& where) {
  RecordObject object(json, where);
  PackageFile file;
  file.role = object.choice("role", package_file_role_from);
  file.kind = object.choice("kind", file_kind_from);
  file.source_name = object.text("source_name");
  file.size = static_cast<std::uint64_t>(
      object.number("size", 0, std::numeric_limits<std::int64_t>::max()));
  file.sha256 = object.choice("sha256", digest_from);
  object.expect("media_type", media_type_of(file));
  object.text("file");  // compared when all files are known
  object.refuse_others();
  return file;
}

PackageEvent event_from(const Json& json, const std::string& where) {
  RecordObject object(json, where);
  PackageEvent event;
  event.number = object.number("number", 0, std::numeric_limits<std::int64_t>::max());
  event.at = object.choice("at", moment_or_nothing);
  event.actor = object.text("actor");
  event.event = object.text("event");
  event.details = object.text("details");
  event.hash = object.choice("hash", digest_or_empty);
  object.refuse_others();
  return event;
}

void read_lists(RecordObject& object, PackageDocument& document) {
  object.each("students", kMostDocumentStudents, [&](const Json& name, const std::string& where) {
    if (!name.is_string()) throw wrong(where, tr("must be a text"));
    document.students.push_back(name.get<std::string>());
  });
  object.each("files", kMostDocumentFiles, [&](const Json& file, const std::string& where) {
    document.files.push_back(file_from(file, where));
  });
  const Json& files = object.at("files");
  const std::vector<std::string> names = file_names_of(document);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i]["file"] != names[i]) {
      throw wrong(fmt::format("files[{}].file", i), tr("is another than it must be"));
    }
  }
  object.each("events", kMostDocumentEvents, [&](const Json& event, const std::string& where) {
    document.events.push_back(event_from(event, where));
  });
}

}  // namespace

TransferPackage package_from(std::string_view record) {
  const Json json = parsed(record);
  RecordObject object(json);
  object.expect("format", kPackageFormat);
  if (object.small_number("version") != kPackageVersion) {
    throw Error(Fault::corrupt, tr("the package was made by a newer Fonds"),
                tr("install the version of Fonds that made it"));
  }
  TransferPackage package;
  package.id = object.text("id");
  package.day = object.choice("day", calendar_date_from);
  package.act = object.text("act");
  package.institution = object.text("institution");
  package.address = object.text("address");
  package.contact_name = object.text("contact_name");
  package.contact_phone = object.text("contact_phone");
  package.contact_email = object.text("contact_email");
  package.receiver = object.text("receiver");
  package.fonds_number = object.text("fonds_number");
  package.fonds_title = object.text("fonds_title");
  package.program = object.text("program");
  package.journal_entry =
      object.number("journal_entry", 0, std::numeric_limits<std::int64_t>::max());
  package.journal_hash = object.choice("journal_hash", digest_or_empty);
  object.each("volumes", kMostPackageVolumes, [&](const Json& each, const std::string& where) {
    RecordObject inner(each, where);
    PackageVolume volume;
    volume.key = inner.choice("key", whole_key_from);
    inner.expect("folder", folder_path(volume));
    inner.small_number("documents");  // volume.json lists them
    inner.refuse_others();
    package.volumes.push_back(std::move(volume));
  });
  object.refuse_others();
  return package;
}

PackageVolume volume_from(std::string_view record, const VolumeKey& key) {
  const Json json = parsed(record);
  RecordObject object(json);
  object.expect("key", to_text(key));
  PackageVolume volume;
  volume.key = key;
  volume.title = object.text("title");
  volume.item_title = object.text("item_title");
  volume.section_code = object.text("section_code");
  volume.section_title = object.text("section_title");
  volume.period = object.text("period");
  volume.first_day = object.choice_or_null("first_day", calendar_date_from);
  volume.last_day = object.choice_or_null("last_day", calendar_date_from);
  volume.sheets = object.small_number("sheets");
  volume.carrier = object.choice(
      "carrier", [](const std::string& name) { return named<Carrier>(kCarriers, name); });
  volume.inventory = object.text("inventory");
  volume.unit = object.small_number("unit");
  object.each("documents", kMostVolumeDocuments, [&](const Json& each, const std::string& where) {
    RecordObject inner(each, where);
    PackageDocument document;
    document.place = inner.small_number("place", 1);
    document.accession = inner.text("accession");
    if (!is_accession(document.accession)) {
      throw wrong(where, tr("is none of the values there are"));
    }
    inner.expect("folder", folder_path(volume, document));
    inner.refuse_others();
    volume.documents.push_back(std::move(document));
  });
  object.refuse_others();
  return volume;
}

PackageDocument document_from(std::string_view record, const VolumeKey& key,
                              const PackageDocument& named) {
  const Json json = parsed(record);
  RecordObject object(json);
  object.expect("volume", to_text(key));
  object.expect("accession", named.accession);
  PackageDocument document;
  document.accession = named.accession;
  document.place = static_cast<int>(object.number("place", named.place, named.place));
  document.id = {object.number("id", 0, std::numeric_limits<std::int64_t>::max())};
  document.sheets = object.small_number("sheets");
  document.recognised = object.truth("recognised");
  document.kind = object.text("kind");
  document.kind_title = object.text("kind_title");
  document.date = object.choice_or_null("date", date_span_from);
  const std::string printed = object.text("date_printed");
  if (document.date) document.date->raw = printed;
  document.number = object.text("number");
  document.title = object.text("title");
  read_lists(object, document);
  object.refuse_others();
  return document;
}

}  // namespace fonds
