#include "archive/filing.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/placing.h"
#include "archive/read_log.h"
#include "archive/review_rules.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 500;
constexpr int kMostSheets = 100'000;

std::string subject_of(DocumentId document) { return fmt::format("document/{}", document.value); }

/// A person's word on the case of the paper, if it was not said so already.
void say_case(Transaction& transaction, Database& database, const Actor& actor, DocumentId document,
              const std::string& index) {
  Cards cards(database);
  const Card card = cards.load(document).card;
  const FieldValue* now = value_of(card, "case");
  if (now != nullptr && now->origin == Origin::person && now->value == index) return;
  FieldValue word;
  word.field = "case";
  word.value = index;
  word.confidence = 1;
  word.origin = Origin::person;
  word.by = actor.login;
  if (now != nullptr && now->value == index) word.source = now->source;
  cards.set_value(transaction, document, word);
  const OpenDecisions open = ReviewRules::shipped().open(cards.load(document).card);
  cards.close_change(transaction, document, open.urgency());
}

/// A paper of no page was not looked into yet, or is an electronic record.
int sheets_of(const Document& document, const Volume& volume) {
  if (volume.carrier == Carrier::electronic) return 0;
  return std::max<int>(1, static_cast<int>(document.pages.size()));
}

bool is_of_year(const std::optional<DateSpan>& date, const Volume& volume,
                const NomenclatureItem& item) {
  if (!date || item.ongoing) return true;
  const bool calendar = date->from.year <= volume.key.year && volume.key.year <= date->to.year;
  if (!item.school_year) return calendar;
  // Of a school year that begins in the volume's year or ends in it.
  return calendar || school_year_of(date->to) == volume.key.year;
}

}  // namespace

FiledPaper ArchiveFiling::file(const Actor& actor, VolumeId into, DocumentId id,
                               std::optional<int> sheets) {
  Database& database = archive_.catalogue();
  Volumes volumes(database);
  const Document document = Documents(database).find(id).value();
  if (is_parted(document)) {
    throw Error(Fault::usage,
                say(tr("document {} was parted: its papers are filed"), document.accession),
                tr("`fonds show` names them"));
  }
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "document.filed", subject_of(id),
                           Json{{"volume", into.value}}.dump());
  const Volume volume = volumes.find(into).value();
  if (volume.state != VolumeState::open) {
    throw Error(Fault::usage, say(tr("volume {} is closed"), to_text(volume.key)),
                tr("file it into an open one; `fonds case list` shows them"));
  }
  if (const auto before = volumes.filing_of(id)) {
    const Volume there = volumes.find(before->volume).value();
    throw Error(Fault::usage,
                say(tr("document {} is filed in {}"), document.accession, to_text(there.key)),
                tr("take it out first: fonds case unfile"));
  }
  volumes.file(transaction, actor, into, id, sheets.value_or(sheets_of(document, volume)));
  say_case(transaction, database, actor, id, volume.key.index);
  const Volume after = volumes.find(into).value();
  FiledPaper filed{after, volumes.filing_of(id).value(), document.accession, {}};
  const auto date =
      date_span_from(ReviewRules::shipped().fact(Cards(database).load_facts({id}).at(id), "date"));
  transaction.commit();
  if (after.sheets > archive_.settings().integer("cases.most_sheets")) {
    filed.notes.push_back(FilingNote::thick);
  }
  const NomenclatureItem* item = headings_.item(after.key);
  if (item != nullptr && !is_of_year(date, after, *item)) {
    filed.notes.push_back(FilingNote::other_year);
  }
  return filed;
}

FiledPaper ArchiveFiling::file(const Actor& actor, std::string_view volume,
                               std::string_view document, std::optional<int> sheets) {
  archive_.policy().require(actor, Operation::keep_cases);
  if (sheets && (*sheets < 0 || *sheets > kMostSheets)) {
    throw Error(Fault::usage, tr("so many sheets a paper does not have"),
                say(tr("say a number from 0 to {}"), kMostSheets));
  }
  const Viewer viewer(archive_, actor);
  const Volume into = volume_meant(archive_, viewer, volume);
  return file(actor, into.id, ArchiveDocuments(archive_).find(viewer, document).id, sheets);
}

Volume ArchiveFiling::unfile(const Actor& actor, std::string_view document) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Document found = ArchiveDocuments(archive_).find(Viewer(archive_, actor), document);
  Volumes volumes(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  const auto filing = volumes.filing_of(found.id);
  if (!filing) {
    throw Error(Fault::not_found, say(tr("document {} is in no volume"), found.accession),
                tr("`fonds case inbox` shows the papers that are in none"));
  }
  const Volume volume = volumes.find(filing->volume).value();
  if (volume.state != VolumeState::open) {
    throw Error(Fault::usage, say(tr("volume {} is closed"), to_text(volume.key)),
                tr("`fonds case reopen` opens it again"));
  }
  journal.append(transaction, actor, "document.unfiled", subject_of(found.id),
                 Json{{"volume", volume.id.value}}.dump());
  volumes.unfile(transaction, found.id);
  transaction.commit();
  return volumes.find(volume.id).value();
}

std::optional<FiledPaper> ArchiveFiling::where(const Actor& actor, const Document& document) {
  archive_.policy().require(actor, Operation::read_document);
  if (!archive_.policy().may(actor.role, Operation::read_cases)) return std::nullopt;
  const Viewer viewer(archive_, actor);
  viewer.require_sight(document);
  Volumes volumes(archive_.catalogue());
  const auto filing = volumes.filing_of(document.id);
  if (!filing) return std::nullopt;
  const Volume volume = volumes.find(filing->volume).value();
  if (!sees_volume(viewer, volume)) return std::nullopt;
  return FiledPaper{volume, *filing, document.accession, {}};
}

void ArchiveFiling::each_unfiled(const Viewer& viewer, std::int64_t limit,
                                 const std::function<void(const InboxPaper&)>& visit) {
  Volumes volumes(archive_.catalogue());
  Documents documents(archive_.catalogue());
  VolumePlacing placing(archive_);
  DocumentId after;
  std::int64_t given = 0;
  while (given < limit) {
    const std::vector<DocumentId> page = volumes.unfiled(after, kPage);
    if (page.empty()) break;
    const std::set<DocumentId> seen = viewer.seen_of(page);
    const auto cards = Cards(archive_.catalogue()).load_facts(page);
    for (const DocumentId id : page) {
      if (!seen.contains(id) || given == limit) continue;
      visit(placing.place(documents.find(id).value(), cards.at(id)));
      ++given;
    }
    after = page.back();
  }
}

std::int64_t ArchiveFiling::inbox(const Actor& actor, int limit,
                                  const std::function<void(const InboxPaper&)>& visit) {
  archive_.policy().require(actor, Operation::read_cases);
  std::int64_t all = 0;
  journal_while(archive_, actor, "inbox.listed", "cases", [&](std::int64_t& given) {
    each_unfiled(Viewer(archive_, actor), limit, [&](const InboxPaper& paper) {
      visit(paper);
      all = ++given;
    });
  });
  return all;
}

std::int64_t ArchiveFiling::file_ready(const Actor& actor,
                                       const std::function<void(const FiledPaper&)>& visit) {
  archive_.policy().require(actor, Operation::keep_cases);
  constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  std::int64_t filed = 0;
  each_unfiled(Viewer(archive_, actor), kAll, [&](const InboxPaper& paper) {
    if (paper.placing != Placing::ready) return;
    Volume into;
    if (paper.key.number == 0) {
      NewVolume words;
      words.index = paper.key.index;
      words.year = paper.key.year;
      words.first_only = true;
      into = ArchiveCases(archive_).open(actor, words).volume;
    } else {
      into = Volumes(archive_.catalogue()).find(paper.key).value();
    }
    visit(file(actor, into.id, paper.document, std::nullopt));
    ++filed;
  });
  return filed;
}

}  // namespace fonds
