#include "cli/case_talk.h"

#include <fmt/format.h>

#include "archive/paper_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

Json record_of(const ShownVolume& shown) {
  const Volume& volume = shown.volume;
  return {{"volume", to_text(volume.key)},
          {"year", volume.key.year},
          {"index", volume.key.index},
          {"number", volume.key.number},
          {"state", name_of(volume.state)},
          {"heading", shown.heading},
          {"title", text_or_null(volume.title)},
          {"period", shown.period},
          {"carrier", name_of(volume.carrier)},
          {"shelf", text_or_null(volume.shelf)},
          {"student", volume.student.value == 0 ? Json(nullptr) : Json(volume.student.value)},
          {"one_matter", volume.matter.value != 0},
          {"documents", volume.documents},
          {"sheets", volume.sheets},
          {"thick", shown.thick},
          {"opened_on", to_text(volume.opened_on)},
          {"closed_on", day_or_null(volume.closed_on)},
          {"first_day", day_or_null(volume.first_day)},
          {"last_day", day_or_null(volume.last_day)}};
}

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
  const FiledDocument& filing = shown.filing;
  if (session.json) {
    return print(Json{{"place", filing.place},
                      {"document", shown.accession},
                      {"kind", text_or_null(shown.kind)},
                      {"date", text_or_null(shown.date)},
                      {"number", text_or_null(shown.number)},
                      {"sheets", filing.sheets},
                      {"filed_on", to_text(filing.filed_on)},
                      {"filed_by", filing.filed_by}});
  }
  std::string line = fmt::format("  {:>3}  {}", filing.place, shown.accession);
  line = join(line, shown.kind);
  if (!shown.number.empty()) line += "  № " + printable(shown.number);
  if (const auto date = date_span_from(shown.date)) line += "  " + spoken(*date);
  print(
      line + "  · " +
      say(trn("{} sheet", "{} sheets", static_cast<unsigned long>(filing.sheets)), filing.sheets));
}

void print_filed(const Session& session, const FiledPaper& filed) {
  if (session.json) {
    Json notes = Json::array();
    for (const FilingNote each : filed.notes) notes.push_back(name_of(each));
    return print(Json{{"document", filed.accession},
                      {"volume", to_text(filed.volume.key)},
                      {"place", filed.filing.place},
                      {"sheets", filed.filing.sheets},
                      {"notes", notes}});
  }
  print(say(tr("{} is document {} of {}"), filed.accession, filed.filing.place,
            to_text(filed.volume.key)));
  for (const FilingNote each : filed.notes) tell(session, "  " + in_words(each));
}

void print_inbox(const Session& session, const InboxPaper& paper) {
  if (session.json) {
    return print(Json{{"document", paper.accession},
                      {"kind", text_or_null(paper.kind)},
                      {"date", text_or_null(paper.date)},
                      {"placing", name_of(paper.placing)},
                      {"volume", text_or_null(to_text(paper.key))}});
  }
  std::string line = join(paper.accession, paper.kind);
  if (const auto date = date_span_from(paper.date)) line += "  " + spoken(*date);
  print(join(line, in_words(paper)));
}

void print_loan(const Session& session, const ShownLoan& shown) {
  const Loan& loan = shown.loan;
  if (session.json) {
    return print(Json{{"number", loan.id},
                      {"volume", to_text(shown.key)},
                      {"taker", loan.taker},
                      {"purpose", text_or_null(loan.purpose)},
                      {"issued_on", to_text(loan.issued_on)},
                      {"due_on", to_text(loan.due_on)},
                      {"issued_by", loan.issued_by},
                      {"returned_on", day_or_null(loan.returned_on)},
                      {"returned_to", text_or_null(loan.returned_to)},
                      {"overdue", shown.overdue}});
  }
  std::string line = fmt::format("{}  {}  {}  {}", loan.id, to_text(shown.key),
                                 printable(shown.heading), printable(loan.taker));
  line += "  · " + say(tr("issued on {}, due {}"), spoken(loan.issued_on), spoken(loan.due_on));
  if (loan.returned_on) line += "  · " + say(tr("returned on {}"), spoken(*loan.returned_on));
  if (shown.overdue) line += "  · " + std::string(tr("OVERDUE"));
  print(line);
}

void print_hold(const Session& session, const ShownHold& shown) {
  const Hold& hold = shown.hold;
  if (session.json) {
    return print(Json{{"hold", hold.id},
                      {"subject", name_of(hold.subject)},
                      {"target", shown.target},
                      {"reason", hold.reason},
                      {"until", day_or_null(hold.until)},
                      {"over", shown.over},
                      {"set_by", hold.set_by},
                      {"set_at", hold.set_at},
                      {"lifted_by", text_or_null(hold.lifted_by)},
                      {"lifted_because", text_or_null(hold.lifted_because)}});
  }
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
