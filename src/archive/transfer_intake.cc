#include "archive/transfer_intake.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/cases.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "archive/review_rules.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/volumes.h"
#include "retention/package_layout.h"
#include "retention/package_reader.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of(const TransferPackage& package) { return "transfer/" + package.id; }

void expect_new(Archive& archive, const TransferPackage& package) {
  for (const JournalEntry& each : Journal(archive.catalogue()).about(subject_of(package))) {
    if (each.event != "transfer.accepted") continue;
    throw Error(Fault::usage, say(tr("package {} was accepted before"), printable(package.id)),
                say(tr("its papers are here since {}"), to_text(day_here(each.at))));
  }
}

/// Copies the originals into the store: whoever is cut off here has left nothing but bytes that the
/// next try uses.
std::vector<Original> stored_originals(Archive& archive, const PackageDocument& document) {
  std::vector<Original> originals;
  for (const PackageFile& file : document.files) {
    if (file.role != PackageFileRole::original) continue;
    const auto stored = archive.originals().put(file.open().get(), document.accession);
    if (stored.sha256 != file.sha256) {
      throw Error(Fault::corrupt,
                  say(tr("an original of {} is not what the package promises"),
                      printable(document.accession)),
                  tr("somebody changes the package: copy it where nobody does, and try again"));
    }
    originals.push_back({stored.sha256, static_cast<std::int64_t>(stored.size), file.kind,
                         line_typed(file.source_name)});
  }
  if (originals.empty()) {
    throw Error(Fault::corrupt,
                say(tr("{} has no original in the package"), printable(document.accession)),
                tr("`fonds transfer verify` says what is wrong; ask for it again"));
  }
  return originals;
}

/// All that is written in one transaction.
class Acceptance {
 public:
  Acceptance(Archive& archive, const Actor& actor, Transaction& transaction)
      : archive_(archive),
        actor_(actor),
        transaction_(transaction),
        volumes_(archive.catalogue()) {}

  void begin(const TransferPackage& package) {
    package_ = package.id;
    intake_ = Documents(archive_.catalogue())
                  .add_intake(transaction_, "transfer",
                              line_typed(fmt::format("{} {}", package.institution, package.id)));
  }

  VolumeKey take(const PackageVolume& theirs, const VolumeKey& under,
                 const std::vector<std::vector<Original>>& originals) {
    Volume made;
    made.key = {under.year, under.index, 0};
    made.title = line_typed(theirs.title == theirs.item_title
                                ? theirs.item_title
                                : fmt::format("{}. {}", theirs.item_title, theirs.title));
    made.carrier = theirs.carrier;
    made.opened_on = day_here(archive_.clock().now());
    const VolumeId id = volumes_.add(transaction_, actor_, made);
    for (std::size_t i = 0; i < theirs.documents.size(); ++i) {
      file(id, theirs.documents[i], originals[i]);
    }
    Volume closed = volumes_.find(id).value();
    closed.state = VolumeState::closed;
    closed.closed_on = made.opened_on;
    closed.first_day = theirs.first_day;
    closed.last_day = theirs.last_day;
    closed.sheets = theirs.sheets;
    volumes_.update(transaction_, actor_, closed);
    Journal(archive_.catalogue())
        .append(transaction_, actor_, "case.received", fmt::format("volume/{}", id.value),
                Json{{"volume", to_text(closed.key)}, {"theirs", to_text(theirs.key)}}.dump());
    return closed.key;
  }

 private:
  void file(VolumeId volume, const PackageDocument& paper, const std::vector<Original>& originals) {
    const Document document = ArchiveDocuments(archive_).deposit(
        transaction_, actor_, intake_, originals, line_typed(paper.title));
    Journal(archive_.catalogue())
        .append(transaction_, actor_, "document.received",
                fmt::format("document/{}", document.id.value),
                Json{{"package", package_}, {"theirs", line_typed(paper.accession)}}.dump());
    volumes_.file(transaction_, actor_, volume, document.id, paper.sheets);
    const std::string date = paper.date ? to_text(*paper.date) : std::string();
    for (const auto& [field, value] :
         {std::pair{"kind", paper.kind}, {"date", date}, {"number", line_typed(paper.number)}}) {
      if (!value.empty() && is_known(field, value)) word(document.id, field, value);
    }
    const OpenDecisions open =
        ReviewRules::shipped().open(Cards(archive_.catalogue()).load(document.id).card);
    Cards(archive_.catalogue()).close_change(transaction_, document.id, open.urgency());
  }
  /// The giver may know kinds of papers that this archive does not.
  [[nodiscard]] bool is_known(std::string_view field, const std::string& value) const {
    if (field != "kind") return true;
    const auto meant = archive_.words().meant(field, value);
    return meant.size() == 1 && meant.front() == value;
  }
  void word(DocumentId document, const char* field, const std::string& value) {
    FieldValue said;
    said.field = field;
    said.value = value;
    said.confidence = 1;
    said.origin = Origin::person;
    said.by = actor_.login;
    Cards(archive_.catalogue()).set_value(transaction_, document, said);
  }

  Archive& archive_;
  const Actor& actor_;
  Transaction& transaction_;
  Volumes volumes_;
  IntakeId intake_;
  std::string package_;
};

/// Under which item of this archive's nomenclatures the volume will stand.
VolumeKey item_for(Archive& archive, const PackageVolume& volume, const std::string& into) {
  std::optional<VolumeKey> under = VolumeKey{volume.key.year, volume.key.index, 0};
  if (!into.empty()) under = volume_key_from(into);
  if (!under || under->year == 0 || under->number != 0) {
    throw Error(Fault::usage, say(tr("'{}' is no case of a year"), printable(into)),
                tr("write index and year: --into 05-01/2026"));
  }
  try {
    (void)item_to_open(archive, under->year, under->index);
  } catch (const Error& error) {
    if (!into.empty()) throw;
    throw Error(Fault::usage, error.message(),
                tr("say which case of your nomenclature they go into: --into 05-01/2026"));
  }
  return *under;
}

}  // namespace

AcceptedPackage ArchiveTransferIntake::accept(const Actor& actor,
                                              const boost::filesystem::path& folder,
                                              const std::string& into,
                                              const BagProgress& progress) {
  archive_.policy().require(actor, Operation::plan_retention);
  const BagReport report = verify_bag(folder, progress);
  if (!report.valid()) {
    throw Error(Fault::corrupt, tr("the package is not whole"),
                tr("`fonds transfer verify` says what is wrong; ask for it again"));
  }
  const TransferPackage package = read_package(folder);
  expect_new(archive_, package);
  std::vector<VolumeKey> under;
  std::vector<std::vector<std::vector<Original>>> originals;
  for (const PackageVolume& each : package.volumes) {
    under.push_back(item_for(archive_, each, into));
    originals.emplace_back();
    for (const PackageDocument& paper : each.documents) {
      originals.back().push_back(stored_originals(archive_, paper));
    }
  }
  AcceptedPackage accepted{package.id, package.institution, report.tag_manifest, {}};
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  expect_new(archive_, package);
  Acceptance acceptance(archive_, actor, transaction);
  acceptance.begin(package);
  for (std::size_t i = 0; i < package.volumes.size(); ++i) {
    const PackageVolume& each = package.volumes[i];
    accepted.units.push_back({each.key, acceptance.take(each, under[i], originals[i]),
                              static_cast<std::int64_t>(each.documents.size())});
  }
  journal.append(
      transaction, actor, "transfer.accepted", subject_of(package),
      Json{{"volumes", package.volumes.size()}, {"tag_manifest", report.tag_manifest}}.dump());
  transaction.commit();
  return accepted;
}

}  // namespace fonds
