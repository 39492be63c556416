#include "web/api/student_records.h"

#include "web/api/records.h"

namespace fonds {
namespace {

Json record_of(const RosterProblem& problem) {
  return {{"sheet", text_or_null(problem.place.sheet)},
          {"row", problem.place.row},
          {"column", text_or_null(problem.column)},
          {"problem", problem.what},
          {"hint", problem.hint}};
}

}  // namespace

Json record_of(const StudentCard& card) {
  Json record = record_of(card.student);
  record["merges"] = Json::array();
  for (const StudentMerge& merge : card.merges) record["merges"].push_back(record_of(merge));
  record["history"] = Json::array();
  for (const JournalEntry& entry : card.history) record["history"].push_back(record_of(entry));
  return record;
}

Json record_of(const ImportReport& report) {
  Json record{{"profile", text_or_null(report.profile)},
              {"rows", report.rows},
              {"passed_over", report.passed_over},
              {"added", report.added},
              {"changed", report.changed},
              {"unchanged", report.unchanged},
              {"done", report.done},
              {"problems", Json::array()}};
  for (const RosterProblem& each : report.problems) record["problems"].push_back(record_of(each));
  return record;
}

}  // namespace fonds
