#include "archive/transfers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/card_words.h"
#include "archive/cases.h"
#include "archive/field_input.h"
#include "archive/paper_dates.h"
#include "archive/review_rules.h"
#include "archive/settings.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/version.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/students.h"
#include "catalogue/transfers.h"
#include "retention/package_layout.h"

namespace fonds {
namespace {

using boost::filesystem::path;

/// Entries that say who looked, and nothing of the document.
constexpr std::array<std::string_view, 4> kLooks{"document.shown", "document.history_shown",
                                                 "document.exported", "document.listed"};

/// The volumes as the receiver gets them.
class Packer {
 public:
  Packer(Archive& archive, const Actor& actor)
      : archive_(archive), viewer_(archive, actor), headings_(archive) {}

  PackageVolume volume(const std::string& reference) {
    const Volume volume = volume_meant(archive_, viewer_, reference);
    expect_here(volume);
    if (volume.state != VolumeState::closed) {
      throw Error(Fault::usage, say(tr("volume {} is not closed"), to_text(volume.key)),
                  tr("close it first: fonds case close"));
    }
    units_.push_back(volume.id);
    PackageVolume made;
    made.key = volume.key;
    const ShownVolume shown = headings_.shown(volume);
    made.item_title = shown.heading;
    made.title = volume.title.empty() ? shown.heading : volume.title;
    made.period = shown.period;
    made.first_day = volume.first_day;
    made.last_day = volume.last_day;
    made.sheets = volume.sheets;
    made.carrier = volume.carrier;
    if (const auto code = Inventories(archive_.catalogue()).code_of(volume.id)) {
      made.inventory = code->list;
      made.unit = code->number;
    }
    name_section(made);
    each_filed(archive_.catalogue(), volume.id, [&](const std::vector<FiledDocument>& page) {
      expect_seen(volume, page);
      for (const FiledDocument& each : page) made.documents.push_back(document(each));
    });
    return made;
  }
  /// The volumes packed, in their order.
  [[nodiscard]] const std::vector<VolumeId>& units() const { return units_; }

 private:
  void name_section(PackageVolume& volume) {
    volume.section_code = volume.key.index.substr(0, volume.key.index.find('-'));
    const auto list = Nomenclatures(archive_.catalogue()).find(volume.key.year);
    if (!list) return;
    for (const NomenclatureSection& each : list->sections) {
      if (each.code == volume.section_code) volume.section_title = each.title;
    }
  }
  /// A package that leaves papers out would be taken for the whole volume.
  void expect_seen(const Volume& volume, const std::vector<FiledDocument>& page) {
    if (viewer_.seen_of(ids_of(page)).size() == page.size()) return;
    throw Error(Fault::usage,
                say(tr("volume {} holds papers that are withdrawn or not yours to see"),
                    to_text(volume.key)),
                tr("whoever sees all of them makes the package"));
  }
  PackageDocument document(const FiledDocument& filing) {
    const Document document = Documents(archive_.catalogue()).find(filing.document).value();
    PackageDocument made;
    made.id = document.id;
    made.accession = document.accession;
    made.place = filing.place;
    made.sheets = filing.sheets;
    made.recognised = document.run > 0;
    describe(document, made);
    add_files(document, made);
    const std::string subject = fmt::format("document/{}", document.id.value);
    for (const JournalEntry& each : Journal(archive_.catalogue()).about(subject)) {
      if (std::find(kLooks.begin(), kLooks.end(), each.event) != kLooks.end()) continue;
      made.events.push_back(
          {each.number, each.at, each.actor, each.event, each.details, each.hash});
    }
    return made;
  }
  void describe(const Document& document, PackageDocument& made) {
    const Card card = Cards(archive_.catalogue()).load(document.id).card;
    const auto fact = [&](const char* field) { return ReviewRules::shipped().fact(card, field); };
    made.kind = fact("kind");
    made.kind_title = value_in_words(archive_.words(), "kind", made.kind);
    made.date = date_span_from(fact("date"));
    made.number = fact("number");
    for (const std::string& each : {fact("event"), fact("collective"), document.description}) {
      if (made.title.empty()) made.title = each;
    }
    Students students(archive_.catalogue());
    for (const StudentLink& each : card.links) {
      if (each.state != LinkState::linked) continue;
      const auto student = students.find(each.student);
      if (student) made.students.push_back(full_text(student->name));
    }
  }
  void add_files(const Document& document, PackageDocument& made) {
    for (const Original& each : document.originals) {
      made.files.push_back(
          {PackageFileRole::original, each.kind, each.source_name,
           static_cast<std::uint64_t>(each.size), each.sha256,
           [this, name = each.sha256] { return archive_.originals().open(name); }});
    }
    if (document.run == 0) return;
    if (has_pictures(document))
      add_derived(document, PackageFileRole::access_copy, kAccessCopyFile, made);
    add_derived(document, PackageFileRole::alto, kAltoFile, made);
    add_derived(document, PackageFileRole::text, kTextFile, made);
  }
  void add_derived(const Document& document, PackageFileRole role, std::string_view name,
                   PackageDocument& made) {
    const auto open = [this, id = document.id, run = document.run, name] {
      return archive_.derived().open(id, run, name);
    };
    const std::uint64_t size = size_of(open().get(), name);
    made.files.push_back({role, FileKind::other, {}, size, {}, open});
  }

  Archive& archive_;
  Viewer viewer_;
  Headings headings_;
  std::vector<VolumeId> units_;
};

void expect_room(const TransferPackage& package, const path& target) {
  const std::uint64_t needed = extent_of(package).bytes;
  path folder = boost::filesystem::absolute(target).parent_path();
  if (free_space(folder) > needed + needed / 10) return;
  throw Error(Fault::io, say(tr("the package needs {} MB and the disk has less"), needed >> 20U),
              tr("name a folder on another disk"));
}

constexpr std::size_t kNameLetters = 12;  ///< of a hash: no two archives give one name

/// Whoever was cut off half way has seen what they were given: the look is on record first. Its
/// entry names the package, whose journal ends with it.
void begin(Archive& archive, const Actor& actor, TransferPackage& package) {
  Transaction transaction(archive.catalogue());
  Journal journal(archive.catalogue());
  journal.lock(transaction);
  package.id = fmt::format("fonds-{}-{}", to_text(package.day),
                           journal.after(journal.head() - 1, 1).at(0).hash.substr(0, kNameLetters));
  package.journal_entry =
      journal.append(transaction, actor, "transfer.begun", "transfer/" + package.id,
                     nlohmann::ordered_json{{"volumes", package.volumes.size()}}.dump());
  package.journal_hash = journal.after(package.journal_entry - 1, 1).at(0).hash;
  transaction.commit();
}

}  // namespace

MadePackage ArchiveTransfers::make(const Actor& actor, const std::vector<std::string>& volumes,
                                   const path& target, const TransferWords& words,
                                   const BagProgress& progress) {
  archive_.policy().require(actor, Operation::export_document);
  TransferPackage package;
  package.day = day_here(archive_.clock().now());
  package.act = words.act;
  package.institution = own_name(archive_.settings());
  package.receiver = words.receiver;
  package.fonds_number = words.fonds_number.empty() ? archive_.settings().text("institution.fonds")
                                                    : words.fonds_number;
  package.fonds_title = package.institution;
  package.program = fmt::format("Fonds {}", program_version());
  Transfer transfer;
  // What changes from here on may not be in the package.
  transfer.journal_entry = Journal(archive_.catalogue()).head();
  Packer packer(archive_, actor);
  for (const std::string& each : volumes) package.volumes.push_back(packer.volume(each));
  expect_room(package, target);
  begin(archive_, actor, package);
  MadePackage made{0, package.id, write_bag(archive_.disk(), package, target, progress)};
  transfer.package = package.id;
  transfer.made_on = package.day;
  transfer.tag_manifest = made.written.tag_manifest;
  transfer.receiver = line_typed(words.receiver);
  transfer.units = packer.units();
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "transfer.made", "transfer/" + package.id,
              nlohmann::ordered_json{{"volumes", package.volumes.size()},
                                     {"tag_manifest", transfer.tag_manifest}}
                  .dump());
  made.number = Transfers(archive_.catalogue()).add(transaction, actor, transfer);
  transaction.commit();
  return made;
}

}  // namespace fonds
