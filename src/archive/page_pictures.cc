#include "archive/page_pictures.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/cards.h"
#include "catalogue/journal.h"
#include "ingest/alto_reader.h"

namespace fonds {
namespace {

Document document_seen(Archive& archive, const Actor& actor, std::string_view reference) {
  archive.policy().require(actor, Operation::read_document);
  return ArchiveDocuments(archive).find(Viewer(archive, actor), reference);
}

/// As ArchiveDocuments::show() is journalled, with the page and what of it.
void journal_look(Archive& archive, const Actor& actor, const Document& document, int page,
                  std::string_view part) {
  Transaction transaction(archive.catalogue());
  Journal(archive.catalogue())
      .append(transaction, actor, "document.shown", fmt::format("document/{}", document.id.value),
              nlohmann::ordered_json{{"page", page}, {"part", part}}.dump());
  transaction.commit();
}

Error no_page(const Document& document, int page, int pages) {
  return {Fault::not_found,
          say(tr("document {} has no page {}: it has {}"), document.accession, page, pages),
          tr("pages are counted from 1, through all its files")};
}

/// The record recognition has made of the page; nothing when it made none.
const PageRecord* record_of(const Document& document, int page) {
  const auto found = std::find_if(document.pages.begin(), document.pages.end(),
                                  [&](const PageRecord& each) { return each.number == page; });
  return found == document.pages.end() ? nullptr : &*found;
}

}  // namespace

PagePicture ArchivePages::picture(const Actor& actor, std::string_view reference, int page,
                                  int longest_side) {
  const Document document = document_seen(archive_, actor, reference);
  if (longest_side < kLeastPictureSide || longest_side > kMostPictureSide) {
    throw Error(Fault::usage, say(tr("a picture of {} pixels can not be made"), longest_side),
                say(tr("ask for {} to {} pixels"), kLeastPictureSide, kMostPictureSide));
  }
  const PageInFile place = place_of(document, page);
  const PageRecord* record = record_of(document, page);
  const UniqueFd file = archive_.originals().open(place.original->sha256);
  PagePicture made{document.id, {}};
  made.jpeg =
      worker().picture({file.get(), place.original->kind},
                       {place.page, record == nullptr ? 0 : record->rotation, longest_side});
  journal_look(archive_, actor, document, page, "picture");
  return made;
}

PagePicture ArchivePages::thumbnail(const Actor& actor, std::string_view reference, int page) {
  const Document document = document_seen(archive_, actor, reference);
  const std::string name = thumbnail_file(page);
  if (document.run == 0 || !archive_.derived().contains(document.id, document.run, name)) {
    throw Error(Fault::not_found,
                say(tr("page {} of document {} has no small picture"), page, document.accession),
                tr("only pages that were recognised have one, and no page of an electronic "
                   "document"));
  }
  return {document.id, archive_.derived().read(document.id, document.run, name)};
}

PageWords ArchivePages::words(const Actor& actor, std::string_view reference, int page) {
  const Document document = document_seen(archive_, actor, reference);
  if (document.run == 0) throw not_recognised_yet(document);
  const PageRecord* record = record_of(document, page);
  if (record == nullptr) throw no_page(document, page, static_cast<int>(document.pages.size()));
  PageWords words{document.id, {}};
  words.lines =
      shown_lines(read_alto(archive_.derived().read(document.id, document.run, kAltoFile)), *record,
                  Cards(archive_.catalogue()).load(document.id).corrections);
  journal_look(archive_, actor, document, page, "text");
  return words;
}

ArchivePages::PageInFile ArchivePages::place_of(const Document& document, int page) {
  int before = 0;
  for (const Original& original : document.originals) {
    const int pages = count_pages(document, original);
    if (page > before && page <= before + pages) return {&original, page - before - 1};
    before += pages;
  }
  throw no_page(document, page, before);
}

int ArchivePages::count_pages(const Document& document, const Original& original) {
  const FileKind kind = original.kind;
  if (document.originals.size() == 1 && !document.pages.empty()) {
    return static_cast<int>(document.pages.size());
  }
  // Of the other kinds a file is a page.
  if (kind != FileKind::pdf && kind != FileKind::tiff && !is_office(kind)) return 1;
  const UniqueFd file = archive_.originals().open(original.sha256);
  return worker().probe({file.get(), kind}).pages;
}

WorkerHandle& ArchivePages::worker() {
  if (!worker_ || !worker_->alive()) {
    worker_ = std::make_unique<WorkerHandle>(archive_.worker_options());
  }
  return *worker_;
}

}  // namespace fonds
