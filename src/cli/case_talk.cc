#include "cli/case_talk.h"

#include <fmt/format.h>

#include "archive/paper_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/api/case_records.h"

namespace fonds {
namespace {

std::string join(std::string one, const std::string& other) {
  if (!other.empty()) one += "  " + other;
  return one;
}

}  // namespace

void print_volume(const Session& session, const ShownVolume& shown) {
  if (session.json) return print(record_of(shown));
  const Volume& volume = shown.volume;
  std::string line = fmt::format("{}  {}  {}", to_text(volume.key), title_of(volume.state),
                                 printable(shown.heading));
  if (!volume.title.empty()) line += ": " + printable(volume.title);
  if (!shown.period.empty()) line += "  · " + shown.period;
  line += "  · " + say(tr("documents {}, sheets {}"), volume.documents, volume.sheets);
  if (volume.first_day && volume.last_day) {
    line += fmt::format("  · {}–{}", spoken(*volume.first_day), spoken(*volume.last_day));
  }
  if (!volume.shelf.empty()) line += "  · " + say(tr("shelf {}"), printable(volume.shelf));
  if (shown.thick) line += "  · " + std::string(tr("too thick"));
  print(line);
}

void print_filing(const Session& session, const ShownFiling& shown) {
  if (session.json) return print(record_of(shown));
  const FiledDocument& filing = shown.filing;
  std::string line = fmt::format("  {:>3}  {}", filing.place, shown.accession);
  line = join(line, shown.kind);
  if (!shown.number.empty()) line += "  № " + printable(shown.number);
  if (const auto date = date_span_from(shown.date)) line += "  " + spoken(*date);
  print(
      line + "  · " +
      say(trn("{} sheet", "{} sheets", static_cast<unsigned long>(filing.sheets)), filing.sheets));
}

void print_filed(const Session& session, const FiledPaper& filed) {
  if (session.json) return print(record_of(filed));
  print(say(tr("{} is document {} of {}"), filed.accession, filed.filing.place,
            to_text(filed.volume.key)));
  for (const FilingNote each : filed.notes) tell(session, "  " + in_words(each));
}

void print_inbox(const Session& session, const InboxPaper& paper) {
  if (session.json) return print(record_of(paper));
  std::string line = join(paper.accession, paper.kind);
  if (const auto date = date_span_from(paper.date)) line += "  " + spoken(*date);
  print(join(line, in_words(paper)));
}

void print_loan(const Session& session, const ShownLoan& shown) {
  if (session.json) return print(record_of(shown));
  const Loan& loan = shown.loan;
  std::string line = fmt::format("{}  {}  {}  {}", loan.id, to_text(shown.key),
                                 printable(shown.heading), printable(loan.taker));
  line += "  · " + say(tr("issued on {}, due {}"), spoken(loan.issued_on), spoken(loan.due_on));
  if (loan.returned_on) line += "  · " + say(tr("returned on {}"), spoken(*loan.returned_on));
  if (shown.overdue) line += "  · " + std::string(tr("OVERDUE"));
  print(line);
}

void print_hold(const Session& session, const ShownHold& shown) {
  if (session.json) return print(record_of(shown));
  const Hold& hold = shown.hold;
  const char* subject = hold.subject == HoldSubject::student    ? tr("student {}")
                        : hold.subject == HoldSubject::document ? tr("document {}")
                        : hold.subject == HoldSubject::volume   ? tr("volume {}")
                                                                : tr("cases {}");
  std::string line =
      fmt::format("{}  {}  {}", hold.id, say(subject, shown.target), printable(hold.reason));
  if (hold.until) line += "  · " + say(tr("until {}"), spoken(*hold.until));
  if (!hold.lifted_by.empty()) {
    line += "  · " + say(tr("lifted: {}"), printable(hold.lifted_because));
  } else if (shown.over) {
    line += "  · " + std::string(tr("over"));
  }
  print(line);
}

}  // namespace fonds
