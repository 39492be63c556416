#include "archive/reconsideration.h"

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/presets.h"
#include "archive/reading.h"
#include "archive/settings.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "ingest/alto_reader.h"

namespace fonds {
namespace {

/// The pages as they were recognised: words from the ALTO, how they lay from the catalogue.
std::vector<RecognisedPage> pages_of(Archive& archive, const Document& document) {
  std::vector<RecognisedPage> pages =
      read_alto(archive.derived().read(document.id, document.run, kAltoFile));
  if (pages.size() != document.pages.size()) {
    throw Error(
        Fault::corrupt,
        say(tr("the text of document {} has other pages than the catalogue"), document.accession),
        tr("have it read again: `fonds recognise --again`"));
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PageRecord& record = document.pages[i];
    pages[i].number = record.number;
    pages[i].geometry.dpi = record.dpi;
    pages[i].geometry.rotation = record.rotation;
    pages[i].geometry.skew = record.skew;
    pages[i].warnings = record.warnings;
  }
  return pages;
}

std::string said(const std::vector<Reason>& reasons) {
  std::string all;
  for (const Reason& reason : reasons) {
    all += fmt::format("|{}({})", reason.said, fmt::join(reason.with, ","));
  }
  return all;
}

/// All the machine says on a card, as a text to compare: sureness to the hundredth, since the ALTO
/// rounds that of words.
std::string machine_word(const Card& card) {
  std::string all;
  for (const FieldValue& value : card.values) {
    if (value.origin == Origin::person) continue;
    all += fmt::format("{}={} {:.2f}{}\n", value.field, value.value, value.confidence,
                       said(value.reasons));
  }
  for (const PersonMention& person : card.mentions) {
    all += fmt::format("{} {} {} {} {} {}\n", person.printed, full_text(person.parts),
                       name_of(person.role), person.row, person.result, person.organisation);
  }
  all += fmt::format("{}{}\n", fmt::join(card.parts.value.value_or(std::vector<int>{}), ","),
                     said(card.parts.reasons));
  for (const StudentLink& link : card.links) {
    all += fmt::format("{} {} {} {:.2f}\n", link.student.value, link.mention, name_of(link.state),
                       link.probability);
  }
  return all;
}

}  // namespace

Reconsideration::Reconsideration(Archive& archive, Actor actor)
    : archive_(archive),
      actor_(std::move(actor)),
      understanding_(archive.clock(), archive.kinds_maker(), own_names(archive.settings())) {
  archive_.policy().require(actor_, Operation::manage_jobs);
}

std::int64_t Reconsideration::count() {
  return Documents(archive_.catalogue()).count(DocumentState::recognised);
}

void Reconsideration::all(const Report& report, const std::stop_token& stop) {
  constexpr int kPage = 200;
  Documents documents(archive_.catalogue());
  DocumentId after;
  for (;;) {
    const auto page = documents.list(after, kPage, DocumentState::recognised);
    for (const Document& document : page) {
      if (stop.stop_requested()) return;
      report(document, one(document));
    }
    if (page.size() < kPage) return;
    after = page.back().id;
  }
}

void Reconsideration::these(const std::vector<std::string>& references, const Report& report,
                            const std::stop_token& stop) {
  std::vector<Document> documents;
  documents.reserve(references.size());
  for (const std::string& reference : references) {
    documents.push_back(ArchiveDocuments(archive_).find(reference));
  }
  for (const Document& document : documents) {
    if (stop.stop_requested()) return;
    report(document, one(document));
  }
}

Reconsideration::Outcome Reconsideration::one(const Document& document) {
  if (document.state != DocumentState::recognised || is_parted(document) || document.tombstone ||
      is_sheet(archive_, document.id)) {
    return Outcome::passed;
  }
  Database& database = archive_.catalogue();
  Documents documents(database);
  std::vector<RecognisedPage> pages;
  try {
    pages = pages_of(archive_, document);
  } catch (const Error&) {
    // Recognised anew just now, its earlier text is gone: that reading knows the register, too.
    if (documents.find(document.id)->run != document.run) return Outcome::passed;
    throw;
  }
  UnderstoodPaper paper =
      understanding_.understand(database, pages, said_in_front(archive_, document.id));

  if (!has_pictures(document)) paper.reading.parts = {};  // its file can not be parted
  // Most papers say what they said: no writer need wait for that.
  Cards cards(database);
  if (!paper.parted.empty()) return Outcome::unchanged;  // only a reading of its scan parts it
  if (machine_word({values_of(paper.reading), paper.reading.persons, paper.links,
                    paper.reading.parts}) == machine_word(cards.load(document.id).card)) {
    return Outcome::unchanged;
  }
  Transaction transaction(database);
  const Document now = documents.find(document.id).value();
  if (now.run != document.run || now.tombstone) return Outcome::passed;
  const std::string before = machine_word(cards.load(document.id).card);
  store_reading(transaction, actor_, document.id, document.run, paper.reading, paper.links);
  if (machine_word(cards.load(document.id).card) == before) return Outcome::unchanged;
  transaction.commit();
  return Outcome::changed;
}

}  // namespace fonds
