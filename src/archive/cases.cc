#include "archive/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/card_words.h"
#include "archive/field_input.h"
#include "archive/nomenclature_year.h"
#include "archive/paper_dates.h"
#include "archive/read_log.h"
#include "archive/review_rules.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/acts.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volume_marks.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// One change of volumes: the journal is appended to first, that is the lock under which the rest
/// is looked at.
class VolumeChange {
 public:
  VolumeChange(Archive& archive, const Actor& actor, VolumeId volume, std::string_view event,
               const Json& details = Json::object())
      : actor_(actor), volumes_(archive.catalogue()), transaction_(archive.catalogue()) {
    Journal(archive.catalogue())
        .append(transaction_, actor, event, subject_of(volume), details.dump());
  }

  /// As it is now, open or closed. Faults: usage (it is in another state).
  Volume now(VolumeId id, VolumeState expected) {
    Volume volume = volumes_.find(id).value();
    if (volume.state == expected) return volume;
    expect_here(volume);
    const bool open = volume.state == VolumeState::open;
    throw Error(
        Fault::usage,
        say(open ? tr("volume {} is open") : tr("volume {} is closed"), to_text(volume.key)),
        open ? tr("close it first: fonds case close") : tr("`fonds case reopen` opens it again"));
  }
  Volumes& volumes() { return volumes_; }
  Transaction& transaction() { return transaction_; }
  void update(const Volume& volume) { volumes_.update(transaction_, actor_, volume); }
  void commit() { transaction_.commit(); }

 private:
  const Actor& actor_;
  Volumes volumes_;
  Transaction transaction_;
};

void expect_days(const Volume& volume, const CalendarDate& today) {
  if (!volume.first_day || !volume.last_day) {
    throw Error(Fault::usage,
                say(tr("it is not known of which days the documents of volume {} are"),
                    to_text(volume.key)),
                tr("say both: --first 10.01.2026 --last 30.12.2026"));
  }
  if (today < *volume.last_day) {
    throw Error(Fault::usage,
                say(tr("the last document of volume {} would be of {}, which is to come"),
                    to_text(volume.key), to_text(*volume.last_day)),
                tr("correct the date of the paper, or say --last"));
  }
  if (*volume.last_day < *volume.first_day) {
    throw Error(Fault::usage, tr("the last document would be older than the first"),
                tr("say both: --first and --last"));
  }
}

/// The extreme dates are not inside those of the papers: a term that began before the last paper
/// would end too early.
void expect_around(const Volume& volume, const PaperDates& papers) {
  if (papers.last && *volume.last_day < *papers.last) {
    throw Error(Fault::usage,
                say(tr("a paper of {} is filed in volume {}, later than the last day said"),
                    to_text(*papers.last), to_text(volume.key)),
                tr("correct the date of the paper, or leave --last out"));
  }
  if (papers.first && *papers.first < *volume.first_day) {
    throw Error(Fault::usage,
                say(tr("a paper of {} is filed in volume {}, earlier than the first day said"),
                    to_text(*papers.first), to_text(volume.key)),
                tr("correct the date of the paper, or leave --first out"));
  }
}

/// What an approved inventory says of it stays true.
void expect_not_inventoried(Archive& archive, const Volume& volume) {
  const auto code = Inventories(archive.catalogue()).code_of(volume.id);
  if (!code) return;
  throw Error(Fault::usage,
              say(tr("volume {} stands in an approved inventory: list № {}, number {}"),
                  to_text(volume.key), code->list, code->number),
              tr("put later papers into a new volume: fonds case open"));
}

void expect_sheets(const Volume& volume) {
  if (volume.carrier == Carrier::electronic || volume.sheets > 0) return;
  throw Error(Fault::usage, say(tr("volume {} is on paper and has no sheets"), to_text(volume.key)),
              tr("count them and say --sheets 120"));
}

}  // namespace

NomenclatureItem item_to_open(Archive& archive, int year, std::string_view index) {
  (void)nomenclature_in_force(archive, year);
  const Nomenclature list = Nomenclatures(archive.catalogue()).find(year).value();
  const NomenclatureItem* item = item_of(list, index);
  if (item == nullptr) {
    throw Error(Fault::not_found,
                say(tr("the nomenclature of {} has no index {}"), year, printable(index)),
                say(tr("`fonds nomenclature show {}` shows them all"), year));
  }
  if (item->reserve) {
    throw Error(Fault::usage, say(tr("index {} of {} is in reserve"), item->index, year),
                tr("it gets a heading first: fonds nomenclature add"));
  }
  return *item;
}

Headings::Headings(Archive& archive) : archive_(archive) {}

const NomenclatureItem* Headings::item(const VolumeKey& key) {
  auto known = read_.find(key.year);
  if (known == read_.end()) {
    auto list = Nomenclatures(archive_.catalogue()).find(key.year);
    known = read_.emplace(key.year, list.value_or(Nomenclature{})).first;
  }
  return item_of(known->second, key.index);
}

ShownVolume Headings::shown(const Volume& volume) {
  ShownVolume made{volume, "", "", false};
  if (const NomenclatureItem* item = this->item(volume.key)) {
    made.heading = item->title;
    made.period = period_with_source(item->rule);
  }
  made.thick = volume.sheets > archive_.settings().integer("cases.most_sheets");
  return made;
}

Volume ArchiveCases::as_seen(const Viewer& viewer, const Volume& volume) {
  if (!viewer.misses_some()) return volume;
  Volume seen = volume;
  seen.documents = 0;
  each_filed(archive_.catalogue(), volume.id, [&](const std::vector<FiledDocument>& page) {
    seen.documents += static_cast<int>(viewer.seen_of(ids_of(page)).size());
  });
  return seen;
}

ShownVolume ArchiveCases::open(const Actor& actor, const NewVolume& words) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Viewer viewer(archive_, actor);
  const CalendarDate today = day_here(archive_.clock().now());
  const auto index = volume_key_from(words.index);
  if (!index || index->year != 0) {
    throw Error(Fault::usage, say(tr("'{}' is no index of a case"), printable(words.index)),
                tr("write it as in the nomenclature, 02-08"));
  }
  Volume made;
  made.key = {words.year == 0 ? today.year : words.year, index->index, 0};
  const NomenclatureItem item = item_to_open(archive_, made.key.year, made.key.index);
  made.title = line_typed(words.title);
  made.carrier = words.carrier.value_or(item.carrier);
  made.shelf = line_typed(words.shelf);
  made.opened_on = today;
  if (words.student.value != 0) made.student = viewer.require_student(words.student).id;
  std::optional<Volume> before;
  if (!words.continues.empty()) {
    before = volume_meant(archive_, viewer, words.continues);
    if (before->key.index != made.key.index) {
      throw Error(Fault::usage, tr("volumes of one matter have one index"),
                  say(tr("{} is another than {}"), before->key.index, made.key.index));
    }
    made.matter = before->matter.value == 0 ? before->id : before->matter;
  }
  Volumes volumes(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  // The nomenclature may have been locked meanwhile.
  (void)item_to_open(archive_, made.key.year, made.key.index);
  if (words.first_only) {
    const auto there = volumes.list({made.key.year, made.key.index, VolumeState::open}, {}, 1);
    if (!there.empty()) return Headings(archive_).shown(there.front());
  }
  if (before && before->matter.value == 0) {
    before = volumes.find(before->id).value();
    before->matter = made.matter;
    volumes.update(transaction, actor, *before);
  }
  const VolumeId id = volumes.add(transaction, actor, made);
  const Volume opened = volumes.find(id).value();
  journal.append(transaction, actor, "case.opened", subject_of(id),
                 Json{{"volume", to_text(opened.key)}}.dump());
  transaction.commit();
  return Headings(archive_).shown(opened);
}

ShownVolume ArchiveCases::correct(const Actor& actor, std::string_view reference,
                                  const std::optional<std::string>& title,
                                  const std::optional<std::string>& shelf) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), reference);
  Json fields = Json::array();
  if (title) fields.push_back("title");
  if (shelf) fields.push_back("shelf");
  if (fields.empty()) {
    throw Error(Fault::usage, tr("it is not said what to change"), tr("say --title or --shelf"));
  }
  VolumeChange change(archive_, actor, meant.id, "case.corrected", Json{{"fields", fields}});
  Volume volume = change.volumes().find(meant.id).value();
  expect_here(volume);
  if (title) {
    expect_not_inventoried(archive_, volume);
    volume.title = line_typed(*title);
  }
  if (shelf) volume.shelf = line_typed(*shelf);
  change.update(volume);
  change.commit();
  return Headings(archive_).shown(volume);
}

ClosedVolume ArchiveCases::close(const Actor& actor, std::string_view reference,
                                 const ClosingWords& words) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), reference);
  VolumeChange change(archive_, actor, meant.id, "case.closed");
  Volume volume = change.now(meant.id, VolumeState::open);
  const PaperDates days = paper_dates_in(archive_.catalogue(), volume.id);
  const CalendarDate today = day_here(archive_.clock().now());
  volume.first_day = words.first ? words.first : days.first;
  volume.last_day = words.last ? words.last : days.last;
  volume.sheets = words.sheets.value_or(volume.sheets);
  volume.closed_on = today;
  volume.state = VolumeState::closed;
  expect_days(volume, today);
  expect_around(volume, days);
  expect_sheets(volume);
  change.update(volume);
  change.commit();
  return {volume, days.undated};
}

ShownVolume ArchiveCases::reopen(const Actor& actor, std::string_view reference) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), reference);
  VolumeChange change(archive_, actor, meant.id, "case.reopened");
  Volume volume = change.now(meant.id, VolumeState::closed);
  if (const auto act = Acts(archive_.catalogue()).living_with(volume.id)) {
    throw Error(Fault::usage, say(tr("volume {} is in act {}"), to_text(volume.key), *act),
                say(tr("`fonds act show {}` says how it stands"), *act));
  }
  expect_not_inventoried(archive_, volume);
  // What was decided of it was decided of what it held then.
  VolumeMarks(archive_.catalogue()).forget_judgements(change.transaction(), volume.id);
  volume.state = VolumeState::open;
  volume.closed_on.reset();
  volume.first_day.reset();
  volume.last_day.reset();
  change.update(volume);
  change.commit();
  return Headings(archive_).shown(Volumes(archive_.catalogue()).find(volume.id).value());
}

ShownVolume ArchiveCases::split(const Actor& actor, std::string_view reference, int place,
                                bool one_matter) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), reference);
  VolumeChange change(archive_, actor, meant.id, "case.split", Json{{"place", place}});
  Volume before = change.now(meant.id, VolumeState::open);
  if (place < 2 || place > before.documents) {
    throw Error(Fault::usage,
                say(tr("volume {} can not be parted before document {}: it has {}"),
                    to_text(before.key), place, before.documents),
                tr("the numbers are those of `fonds case show`"));
  }
  if (one_matter && before.matter.value == 0) {
    before.matter = before.id;
    change.update(before);
  }
  Volume behind = before;
  behind.opened_on = day_here(archive_.clock().now());
  const VolumeId id = change.volumes().add(change.transaction(), actor, behind);
  change.volumes().move(change.transaction(), before.id, place, id);
  const Volume made = change.volumes().find(id).value();
  change.commit();
  return Headings(archive_).shown(made);
}

void ArchiveCases::list(const Actor& actor, const VolumeFilter& filter,
                        const std::function<void(const ShownVolume&)>& visit) {
  archive_.policy().require(actor, Operation::read_cases);
  const Viewer viewer(archive_, actor);
  Headings headings(archive_);
  journal_while(archive_, actor, "cases.listed", "cases", [&](std::int64_t& given) {
    Volumes(archive_.catalogue()).each(filter, [&](const Volume& each) {
      if (!sees_volume(viewer, each)) return;
      visit(headings.shown(as_seen(viewer, each)));
      ++given;
    });
  });
}

ShownVolume ArchiveCases::show(const Actor& actor, std::string_view reference) {
  archive_.policy().require(actor, Operation::read_cases);
  const Viewer viewer(archive_, actor);
  const Volume volume = volume_meant(archive_, viewer, reference);
  journal_read(archive_, actor, "case.shown", subject_of(volume.id));
  return Headings(archive_).shown(as_seen(viewer, volume));
}

void ArchiveCases::documents(const Actor& actor, const Volume& volume,
                             const std::function<void(const ShownFiling&)>& visit) {
  archive_.policy().require(actor, Operation::read_cases);
  const Viewer viewer(archive_, actor);
  each_filed(archive_.catalogue(), volume.id, [&](const std::vector<FiledDocument>& page) {
    const std::vector<DocumentId> ids = ids_of(page);
    const std::set<DocumentId> seen = viewer.seen_of(ids);
    const auto cards = Cards(archive_.catalogue()).load_facts(ids);
    for (const FiledDocument& each : page) {
      if (!seen.contains(each.document)) continue;
      const auto fact = [&](const char* field) {
        return ReviewRules::shipped().fact(cards.at(each.document), field);
      };
      const auto document = Documents(archive_.catalogue()).find(each.document);
      const auto& tombstone = document.value().tombstone;
      const std::string event = fact("event");
      const std::string kind = tombstone ? tombstone->kind : fact("kind");
      visit({each, document.value().accession, value_in_words(archive_.words(), "kind", kind),
             tombstone ? tombstone->date : fact("date"), fact("number"),
             event.empty() ? fact("collective") : event});
    }
  });
}

}  // namespace fonds
