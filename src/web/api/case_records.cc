#include "web/api/case_records.h"

#include "web/api/records.h"

namespace fonds {

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
          {"student", id_or_null(volume.student)},
          {"one_matter", volume.matter.value != 0},
          {"documents", volume.documents},
          {"sheets", volume.sheets},
          {"thick", shown.thick},
          {"opened_on", to_text(volume.opened_on)},
          {"closed_on", day_or_null(volume.closed_on)},
          {"first_day", day_or_null(volume.first_day)},
          {"last_day", day_or_null(volume.last_day)}};
}

Json record_of(const ShownFiling& shown) {
  return {{"place", shown.filing.place},
          {"document", shown.accession},
          {"kind", text_or_null(shown.kind)},
          {"date", text_or_null(shown.date)},
          {"number", text_or_null(shown.number)},
          {"sheets", shown.filing.sheets},
          {"filed_on", to_text(shown.filing.filed_on)},
          {"filed_by", shown.filing.filed_by}};
}

Json record_of(const FiledPaper& filed) {
  Json notes = Json::array();
  for (const FilingNote each : filed.notes) notes.push_back(name_of(each));
  return {{"document", filed.accession},
          {"volume", to_text(filed.volume.key)},
          {"place", filed.filing.place},
          {"sheets", filed.filing.sheets},
          {"notes", std::move(notes)}};
}

Json record_of(const InboxPaper& paper) {
  return {{"document", paper.accession},
          {"kind", text_or_null(paper.kind)},
          {"date", text_or_null(paper.date)},
          {"placing", name_of(paper.placing)},
          {"volume", text_or_null(to_text(paper.key))}};
}

Json record_of(const ShownLoan& shown) {
  const Loan& loan = shown.loan;
  return {{"number", loan.id},
          {"volume", to_text(shown.key)},
          {"taker", loan.taker},
          {"purpose", text_or_null(loan.purpose)},
          {"issued_on", to_text(loan.issued_on)},
          {"due_on", to_text(loan.due_on)},
          {"issued_by", loan.issued_by},
          {"returned_on", day_or_null(loan.returned_on)},
          {"returned_to", text_or_null(loan.returned_to)},
          {"overdue", shown.overdue}};
}

Json record_of(const ShownHold& shown) {
  const Hold& hold = shown.hold;
  return {{"hold", hold.id},
          {"subject", name_of(hold.subject)},
          {"target", shown.target},
          {"reason", hold.reason},
          {"until", day_or_null(hold.until)},
          {"over", shown.over},
          {"set_by", hold.set_by},
          {"set_at", hold.set_at},
          {"lifted_by", text_or_null(hold.lifted_by)},
          {"lifted_because", text_or_null(hold.lifted_because)}};
}

}  // namespace fonds
