#include "web/api/disclosure_records.h"

#include "archive/disclosure_forms.h"
#include "web/api/records.h"

namespace fonds {
namespace {

Json record_of(const Applicant& applicant) {
  return {{"kind", name_of(applicant.kind)},
          {"name", applicant.name},
          {"relation", text_or_null(applicant.relation)},
          {"identity", text_or_null(applicant.identity)},
          {"authority", text_or_null(applicant.authority)},
          {"authority_until", day_or_null(applicant.authority_until)}};
}

Json record_of(const DisclosureContent& content) {
  Json papers = Json::array();
  for (const DisclosedPaper& each : content.papers) {
    papers.push_back({{"document", each.document.value},
                      {"accession", each.accession},
                      {"paper", paper_in_words(each)},
                      {"event", text_or_null(each.event)},
                      {"result", text_or_null(each.result)},
                      {"copy", each.copy}});
  }
  return {{"papers", std::move(papers)}, {"undecided", content.undecided}};
}

}  // namespace

Json record_of(const ListedDisclosure& listed) {
  const Disclosure& each = listed.disclosure;
  Json obstacles = Json::array();
  for (const Obstacle obstacle : listed.obstacles) obstacles.push_back(name_of(obstacle));
  return {{"number", each.number},
          {"student", each.student.value},
          {"name", listed.student_name},
          {"applicant", record_of(each.applicant)},
          {"form", name_of(each.form)},
          {"asked", text_or_null(each.asked)},
          {"from", day_or_null(each.from)},
          {"to", day_or_null(each.to)},
          {"document", id_or_null(each.application)},
          {"applied_on", to_text(each.applied_on)},
          {"due", to_text(listed.due)},
          {"late", listed.late},
          {"state", name_of(each.state)},
          {"obstacles", std::move(obstacles)},
          {"opened_by", each.opened_by},
          {"approved_by", text_or_null(each.approved_by)},
          {"resolution", text_or_null(each.resolution)},
          {"decided_by", text_or_null(each.decided_by)},
          {"decided_on", day_or_null(each.decided_on)},
          {"reason", text_or_null(each.reason)},
          {"given", text_or_null(each.given)}};
}

Json record_of(const CheckedDisclosure& checked) {
  Json record = record_of(static_cast<const ListedDisclosure&>(checked));
  record["content"] = record_of(checked.content);
  return record;
}

Json record_of(const GuardianRestriction& restriction) {
  return {{"id", restriction.id},
          {"student", restriction.student.value},
          {"name", restriction.name},
          {"reason", restriction.reason},
          {"restricted_at", restriction.restricted_at},
          {"restricted_by", restriction.restricted_by}};
}

}  // namespace fonds
