#include <CLI/CLI.hpp>
#include <algorithm>

#include "archive/desk.h"
#include "archive/documents.h"
#include "archive/filing.h"
#include "archive/paper_words.h"
#include "archive/review.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/card_talk.h"
#include "cli/commands/commands.h"
#include "cli/desk_notes.h"
#include "cli/document_talk.h"
#include "model/spoken_date.h"
#include "web/api/card_records.h"

namespace fonds {
namespace {

/// "2024-05-15T18:30:05" as people write it.
std::string photographed(const std::string& made_at) {
  const auto day = calendar_date_from(std::string_view(made_at).substr(0, 10));
  return day && made_at.size() > 11 ? spoken(*day) + ' ' + made_at.substr(11) : made_at;
}

void print_document(const Document& document) {
  print(fmt::format("{}: {}", tr("Accession number"), document.accession));
  print(fmt::format("{}: {}", tr("State"), state_title(document)));
  if (!document.problem.empty()) print(fmt::format("{}: {}", tr("Problem"), document.problem));
  print(fmt::format("{}: {}", tr("Accepted"), spoken(document.accepted_at)));
  if (!document.description.empty()) {
    print(fmt::format("{}: {}", tr("Description"), printable(document.description)));
  }
  for (const Original& original : document.originals) {
    print(fmt::format("{}: {}  {}  {} {}  sha256 {}", tr("Original"),
                      printable(original.source_name), entry_of(original.kind).name, original.size,
                      tr("bytes"), original.sha256));
    if (!original.made_at.empty()) {
      print(fmt::format("{}: {}", tr("Photographed"), photographed(original.made_at)));
    }
  }
  for (const PageRecord& page : document.pages) {
    if (!has_pictures(document)) {
      print(say(tr("Page {}: {} words"), page.number, page.words));
      continue;
    }
    print(say(
        tr("Page {}: {} × {} px, {:.0f} dpi, turned {}°, skew {:.1f}°, {} words, confidence {}"),
        page.number, page.width, page.height, page.dpi, page.rotation, page.skew, page.words,
        percent(page.confidence)));
  }
}

int show(Session& session, const std::string& reference) {
  Archive archive = session.open_archive();
  ArchiveDocuments documents(archive);
  const Document document = documents.show(session.actor, reference);
  ArchiveReview review(archive);
  const Reviewed reviewed = review.card_of(session.actor, document);
  std::string text = review.text(session.actor, document);
  const DeskNotes notes = ArchiveDesk(archive).notes(session.actor, document);
  const auto filed = ArchiveFiling(archive).where(session.actor, document);
  if (session.json) {
    print(whole_record(reviewed, notes, filed, text));
    return kExitDone;
  }
  print_document(document);
  if (filed) {
    print(fmt::format("{}: {}", tr("Filed in"),
                      say(tr("{}, document {}"), to_text(filed->volume.key), filed->filing.place)));
  }
  for (const std::string& line : card_lines(reviewed)) print(line);
  for (const std::string& line : desk_lines(document, notes)) print(line);
  if (!text.empty()) {
    for (std::size_t at = text.find('\f'); at != std::string::npos; at = text.find('\f', at)) {
      text.replace(at, 1, "\n");
    }
    print("\n" + text);
  }
  return kExitDone;
}

}  // namespace

void define_show(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("show");
  auto reference = std::make_shared<std::string>();
  command->add_option("ID", *reference)->required();
  command->callback([&session, reference] {
    session.action = [&session, reference] { return show(session, *reference); };
  });
}

}  // namespace fonds
