#include "archive/stack_parts.h"

#include <algorithm>
#include <boost/filesystem/path.hpp>
#include <nlohmann/json.hpp>

#include "archive/documents.h"
#include "archive/spool.h"
#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/sheets.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

/// "batch.zip!/journal.pdf" -> "batch.zip!/journal (3-4).pdf".
std::string name_of_part(const std::string& whole, int first, int count) {
  const std::string ending = boost::filesystem::path(whole).extension().string();
  const std::string pages =
      count == 1 ? std::to_string(first) : fmt::format("{}-{}", first, first + count - 1);
  return fmt::format("{} ({}){}", whole.substr(0, whole.size() - ending.size()), pages, ending);
}

/// The pages of a file of the stack that fall into a part, from 0 within the file.
struct Slice {
  int first = 0;
  int count = 0;
};

Slice slice_of(const PageRange& range, int before, int pages) {
  const int first = std::max(range.first - 1, before);
  const int end = std::min(range.first - 1 + range.count, before + pages);
  return {first - before, std::max(0, end - first)};
}

Original store_slice(Archive& archive, WorkerHandle& process, const Original& whole,
                     const Slice& slice) {
  const UniqueFd file = archive.originals().open(whole.sha256);
  const UniqueFd spool = spool_file(archive.incoming());
  process.part({file.get(), whole.kind}, slice.first, slice.count,
               [&](std::string_view piece) { write_all(spool.get(), piece); });
  rewind(spool.get());
  const ObjectStore::Stored stored = archive.originals().put(spool.get(), whole.source_name);
  Original part = whole;
  part.sha256 = stored.sha256;
  part.size = static_cast<std::int64_t>(stored.size);
  part.source_name = name_of_part(whole.source_name, slice.first + 1, slice.count);
  return part;
}

std::vector<int> pages_of_originals(Archive& archive, WorkerHandle& process,
                                    const Document& stack) {
  std::vector<int> pages;
  for (const Original& original : stack.originals) {
    const UniqueFd file = archive.originals().open(original.sha256);
    pages.push_back(process.probe({file.get(), original.kind}).pages);
  }
  return pages;
}

/// Whether a person has said something of it that parting would lose.
bool is_decided(const StoredCard& card) {
  const auto by_person = [](const auto& each) { return each.origin == Origin::person; };
  return !card.corrections.empty() ||
         std::any_of(card.card.values.begin(), card.card.values.end(), by_person) ||
         std::any_of(card.card.links.begin(), card.card.links.end(), by_person);
}

}  // namespace

std::vector<StackPart> parted_at(const std::vector<int>& first_pages,
                                 const std::vector<bool>& blank) {
  std::vector<int> begins = first_pages;
  begins.push_back(1);
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  begins.push_back(static_cast<int>(blank.size()) + 1);
  std::vector<StackPart> parts;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    int first = begins[i];
    int end = begins[i + 1];
    const auto is_blank = [&](int page) { return blank[static_cast<std::size_t>(page - 1)]; };
    while (first < end && is_blank(first)) ++first;
    while (end > first && is_blank(end - 1)) --end;
    if (first < end) parts.push_back({{first, end - first}, std::nullopt});
  }
  return parts;
}

std::vector<MadePart> make_parts(Archive& archive, WorkerHandle& process, const Document& stack,
                                 const std::vector<StackPart>& parts) {
  const std::vector<int> pages = pages_of_originals(archive, process, stack);
  std::vector<MadePart> made;
  made.reserve(parts.size());
  for (const StackPart& part : parts) {
    std::vector<Original> originals;
    int before = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const Slice slice = slice_of(part.pages, before, pages[i]);
      before += pages[i];
      if (slice.count == 0) continue;
      originals.push_back(slice.count == pages[i]
                              ? stack.originals[i]
                              : store_slice(archive, process, stack.originals[i], slice));
    }
    if (originals.empty()) {
      throw Error(
          Fault::corrupt,
          say(tr("document {} has fewer pages in its file than were recognised"), stack.accession),
          tr("have it read again: `fonds recognise --again`"));
    }
    made.push_back({part, std::move(originals)});
  }
  return made;
}

std::vector<MadePart> parts_between_sheets(Archive& archive, WorkerHandle& process,
                                           const Document& document, UnderstoodPaper& paper) {
  if (paper.parted.empty() || !has_pictures(document)) return {};
  try {
    if (!is_decided(Cards(archive.catalogue()).load(document.id))) {
      return make_parts(archive, process, document, paper.parted);
    }
  } catch (const Error& error) {
    // The person who then tries to split it is told why it can not be.
    if (error.fault() != Fault::usage && error.fault() != Fault::corrupt) throw;
    spdlog::info("document {} stays whole: {}", document.id.value, error.what());
  }
  std::vector<int> begins;
  begins.reserve(paper.parted.size());
  for (const StackPart& part : paper.parted) begins.push_back(part.pages.first);
  paper.reading.parts = {begins, 1, {{tr_later("sheets lie between its papers"), {}}}, {}};
  return {};
}

void record_parts(Archive& archive, Transaction& transaction, const Actor& actor,
                  const Document& stack, const std::vector<MadePart>& parts) {
  Database& database = archive.catalogue();
  Journal(database).lock(transaction);
  const IntakeId intake = Documents(database).add_intake(transaction, "stack", stack.accession);
  std::vector<Stacks::Part> papers;
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  ArchiveDocuments documents(archive);
  for (const MadePart& each : parts) {
    const auto& [pages, sheet] = each.part;
    const Document part =
        documents.deposit(transaction, actor, intake, each.originals, stack.description);
    if (sheet) {
      Sheets(database).record(transaction, {part.id, intake, SheetScope::behind, *sheet});
    }
    papers.push_back({part.id, pages.first, pages.count});
    told.push_back(
        {{"document", part.id.value}, {"first_page", pages.first}, {"pages", pages.count}});
  }
  Cards(database).remove(transaction, stack.id);
  Stacks(database).record(transaction, stack.id, intake, papers, actor.login);
  Journal(database).append(transaction, actor, "document.parted",
                           fmt::format("document/{}", stack.id.value),
                           nlohmann::ordered_json{{"parts", told}}.dump());
}

}  // namespace fonds
