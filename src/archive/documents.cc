#include "archive/documents.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/read_log.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/documents.h"
#include "catalogue/jobs.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

std::string subject_of(const Document& document) {
  return fmt::format("document/{}", document.id.value);
}

std::string accepted_details(const Document& document) {
  nlohmann::ordered_json details{{"accession", document.accession},
                                 {"intake", document.intake.value},
                                 {"originals", nlohmann::ordered_json::array()}};
  for (const Original& original : document.originals) {
    details["originals"].push_back({{"sha256", original.sha256}, {"size", original.size}});
  }
  return details.dump();
}

std::optional<DocumentId> as_id(std::string_view reference) {
  DocumentId id;
  const auto [end, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), id.value);
  if (error != std::errc{} || end != reference.data() + reference.size()) return std::nullopt;
  return id;
}

Error destroyed(const Document& document) {
  const std::int64_t act = document.tombstone->act;
  if (document.tombstone->gone) {
    return {Fault::not_found,
            say(tr("document {} was destroyed by act {}"), document.accession, act),
            say(tr("its card stays: `fonds show {}`"), document.accession)};
  }
  return {Fault::not_found, say(tr("document {} is withdrawn by act {}"), document.accession, act),
          say(tr("it can still be brought back: fonds act restore {}"), act)};
}

}  // namespace

Deposit ArchiveDocuments::deposit(const Actor& actor, Delivery& delivery,
                                  const std::vector<Original>& originals, Identical identical) {
  archive_.policy().require(actor, Operation::take_in);
  Database& database = archive_.catalogue();
  Documents documents(database);
  Transaction transaction(database);
  Journal journal(database);
  journal.lock(transaction);  // so that two people adding one file at once cannot both miss it
  if (identical == Identical::is_duplicate && originals.size() == 1) {
    if (const auto earlier = documents.holding(originals.front().sha256)) {
      return {*documents.find(*earlier), true};
    }
  }
  IntakeId intake = delivery.intake;
  if (intake.value == 0) {
    intake = documents.add_intake(transaction, delivery.source, delivery.label);
  }
  Document document = this->deposit(transaction, actor, intake, originals, delivery.description);
  transaction.commit();
  delivery.intake = intake;
  return {std::move(document), false};
}

Document ArchiveDocuments::deposit(Transaction& transaction, const Actor& actor, IntakeId intake,
                                   const std::vector<Original>& originals,
                                   std::string_view description) {
  Database& database = archive_.catalogue();
  for (const Original& each : originals) {
    // An act may have destroyed the same bytes since they were stored.
    if (archive_.originals().contains(each.sha256)) continue;
    throw Error(Fault::busy, tr("the same paper was destroyed just now"), tr("bring it in again"));
  }
  Document document = Documents(database).add(transaction, intake, originals, description);
  Jobs(database).enqueue(transaction, "recognise", document.id);
  Journal(database).append(transaction, actor, "document.accepted", subject_of(document),
                           accepted_details(document));
  return document;
}

Document ArchiveDocuments::find(std::string_view reference) {
  Documents documents(archive_.catalogue());
  std::optional<Document> found;
  if (const auto id = as_id(reference)) {
    found = documents.find(*id);
  } else {
    found = documents.find(reference);
  }
  if (!found) throw no_document(reference);
  return *found;
}

Document ArchiveDocuments::find(const Viewer& viewer, std::string_view reference) {
  Document document = find(reference);
  const bool may_know = document.tombstone && viewer.visible().all &&
                        (document.tombstone->gone || viewer.visible().blocked_too);
  if (may_know) throw destroyed(document);
  // As it was asked for: what a hidden document is called is hidden, too.
  if (!viewer.sees(document.id)) throw no_document(reference);
  return document;
}

void ArchiveDocuments::journal_read(const Actor& actor, const Document& document,
                                    std::string_view event, std::string_view details) {
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, event, subject_of(document), details);
  transaction.commit();
}

Document ArchiveDocuments::show(const Actor& actor, std::string_view reference) {
  archive_.policy().require(actor, Operation::read_document);
  const Viewer viewer(archive_, actor);
  Document document = find(reference);
  // The card of a document that is gone stays; there is nothing of a person on it.
  const bool is_card = document.tombstone && document.tombstone->gone && viewer.visible().all;
  if (!is_card) document = find(viewer, reference);
  journal_read(actor, document, "document.shown", "{}");
  return document;
}

void ArchiveDocuments::list(const Actor& actor, const Listed& asked,
                            const std::function<void(const Document&)>& visit) {
  archive_.policy().require(actor, Operation::list_documents);
  journal_while(archive_, actor, "document.listed", "documents", [&](std::int64_t& given) {
    each_seen(Viewer(archive_, actor), asked, [&](const Document& document) {
      visit(document);
      ++given;
    });
  });
}

void ArchiveDocuments::each_seen(const Viewer& viewer, const Listed& asked,
                                 const std::function<void(const Document&)>& visit) {
  constexpr int kPage = 500;
  Documents documents(archive_.catalogue());
  std::int64_t left = asked.limit;
  const auto give = [&](const Document& document) {
    if (left > 0 && viewer.sees(document.id)) {
      visit(document);
      --left;
    }
  };
  if (!viewer.visible().all) {
    for (const DocumentId id : viewer.candidates()) {
      if (left == 0) return;
      if (id.value <= asked.after.value) continue;
      const auto document = documents.find(id);
      if (document && (!asked.state || document->state == *asked.state)) give(*document);
    }
    return;
  }
  DocumentId after = asked.after;
  while (left > 0) {
    const std::vector<Document> page = documents.list(after, kPage, asked.state);
    for (const Document& document : page) give(document);
    if (page.size() < kPage) return;
    after = page.back().id;
  }
}

std::vector<JournalEntry> ArchiveDocuments::history(const Actor& actor,
                                                    std::string_view reference) {
  archive_.policy().require(actor, Operation::read_document);
  const Document document = find(Viewer(archive_, actor), reference);
  std::vector<JournalEntry> entries = Journal(archive_.catalogue()).about(subject_of(document));
  journal_read(actor, document, "document.history_shown", "{}");
  return entries;
}

ArchiveDocuments::Exported ArchiveDocuments::open_part(const Actor& actor,
                                                       std::string_view reference, ExportPart part,
                                                       int which) {
  archive_.policy().require(actor, Operation::export_document);
  const Document document = find(Viewer(archive_, actor), reference);
  Exported exported;
  std::string details = "{}";
  if (part == ExportPart::original) {
    const auto count = static_cast<int>(document.originals.size());
    if (which < 0 || which > count || (which == 0 && count > 1)) {
      throw Error(Fault::usage, say(tr("document {} has {} originals"), document.accession, count),
                  tr("say which one with --which N"));
    }
    const Original& original = document.originals[static_cast<std::size_t>(std::max(which, 1) - 1)];
    exported.fd = archive_.originals().open(original.sha256);
    exported.file_name = document.accession +
                         (count > 1 ? fmt::format("-{:02}", which) : std::string{}) +
                         std::string(entry_of(original.kind).ending);
    details = nlohmann::ordered_json{{"part", "original"}, {"sha256", original.sha256}}.dump();
  } else {
    if (document.run == 0) throw not_recognised_yet(document);
    const bool pdf = part == ExportPart::access_copy;
    const bool alto = part == ExportPart::alto;
    if (pdf && !has_pictures(document)) {
      throw Error(Fault::not_found,
                  say(tr("document {} is electronic and has no access copy"), document.accession),
                  tr("take the file itself with --original, or its text with --text"));
    }
    const std::string_view name = pdf ? kAccessCopyFile : alto ? kAltoFile : kTextFile;
    exported.fd = archive_.derived().open(document.id, document.run, name);
    exported.file_name = document.accession + (pdf ? ".pdf" : alto ? ".alto.xml" : ".txt");
    details = nlohmann::ordered_json{{"part", pdf ? "pdf" : alto ? "alto" : "text"}}.dump();
  }
  journal_read(actor, document, "document.exported", details);
  return exported;
}

std::string ArchiveDocuments::text(const Actor& actor, const Document& document) {
  archive_.policy().require(actor, Operation::read_document);
  Viewer(archive_, actor).require_sight(document);
  if (document.run == 0) return {};
  return archive_.derived().read(document.id, document.run, kTextFile);
}

Error not_recognised_yet(const Document& document) {
  return {Fault::not_found, say(tr("document {} is not recognised yet"), document.accession),
          tr("run `fonds work`, or see `fonds jobs list` for what is wrong")};
}

}  // namespace fonds
