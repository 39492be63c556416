#include "archive/stacks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/review_rules.h"
#include "archive/stack_parts.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

std::string subject_of(const Document& document) {
  return fmt::format("document/{}", document.id.value);
}

bool may_be_parted(const Original& original) { return !is_office(original.kind); }

void refuse_what_cannot_be_parted(const Document& document) {
  if (is_parted(document)) {
    throw Error(Fault::usage, say(tr("document {} is parted already"), document.accession),
                tr("part one of its papers: `fonds show` names them"));
  }
  if (document.state != DocumentState::recognised) {
    throw Error(Fault::usage, say(tr("document {} is not recognised yet"), document.accession),
                tr("run `fonds work`, or see `fonds jobs list` for what is wrong"));
  }
  if (!std::all_of(document.originals.begin(), document.originals.end(), may_be_parted)) {
    throw Error(
        Fault::usage,
        say(tr("document {} is electronic: its file can not be parted"), document.accession),
        tr("bring its papers in as files of their own"));
  }
}

std::vector<bool> blank_pages(const Document& document) {
  std::vector<bool> blank;
  for (const PageRecord& page : document.pages) {
    blank.push_back(std::find(page.warnings.begin(), page.warnings.end(), PageWarning::blank) !=
                    page.warnings.end());
  }
  return blank;
}

}  // namespace

std::vector<Document> ArchiveStacks::part(const Actor& actor, std::string_view reference,
                                          const std::vector<int>& first_pages) {
  archive_.policy().require(actor, Operation::review);
  archive_.policy().require(actor, Operation::take_in);
  const Document stack = ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference);
  refuse_what_cannot_be_parted(stack);
  const auto pages = static_cast<int>(stack.pages.size());
  for (const int page : first_pages) {
    if (page >= 1 && page <= pages) continue;
    throw Error(Fault::usage,
                say(tr("document {} has no page {}: it has {}"), stack.accession, page, pages),
                tr("name the pages on which its papers begin"));
  }
  const std::vector<StackPart> parts = parted_at(first_pages, blank_pages(stack));
  if (parts.size() < 2) {
    throw Error(Fault::usage, say(tr("so document {} stays one paper"), stack.accession),
                tr("name the pages on which its other papers begin"));
  }
  WorkerHandle process(archive_.worker_options());
  const auto made = make_parts(archive_, process, stack, parts);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  const auto now = Documents(database).find(stack.id);
  if (is_parted(*now) || now->run != stack.run) {
    throw Error(Fault::busy, say(tr("document {} was changed meanwhile"), stack.accession),
                tr("look at it again, then repeat"));
  }
  record_parts(archive_, transaction, actor, stack, made);
  transaction.commit();
  for (const int run : archive_.derived().runs_of(stack.id)) {
    archive_.derived().remove_run(stack.id, run);
  }
  return parts_of(actor, *Documents(database).find(stack.id));
}

void ArchiveStacks::keep_whole(const Actor& actor, std::string_view reference) {
  archive_.policy().require(actor, Operation::review);
  const Document document = ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference);
  if (is_parted(document)) refuse_what_cannot_be_parted(document);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Stacks(database).keep_whole(transaction, document.id, actor.login);
  Journal(database).append(transaction, actor, "document.corrected", subject_of(document),
                           nlohmann::ordered_json{{"fields", {"parts"}}}.dump());
  Cards cards(database);
  const OpenDecisions open = ReviewRules::shipped().open(cards.load(document.id).card);
  cards.close_change(transaction, document.id, open.urgency());
  transaction.commit();
}

std::vector<Document> ArchiveStacks::parts_of(const Actor& actor, const Document& stack) {
  archive_.policy().require(actor, Operation::list_documents);
  std::vector<Document> found;
  const Viewer viewer(archive_, actor);
  Documents documents(archive_.catalogue());
  for (const Stacks::Part& part : Stacks(archive_.catalogue()).parts_of(stack.id)) {
    auto document = documents.find(part.document);
    if (document && viewer.sees(document->id)) found.push_back(std::move(*document));
  }
  return found;
}

}  // namespace fonds
