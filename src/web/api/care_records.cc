#include "web/api/care_records.h"

#include "web/api/records.h"

namespace fonds {
namespace {

Json record_of(const CheckFinding& finding) {
  const bool is_problem = finding.weight == CheckFinding::Weight::problem;
  return {{"weight", is_problem ? "problem" : "note"},
          {"area", finding.area},
          {"subject", finding.subject},
          {"what", finding.what}};
}

Json record_of(const IndexSize& size) {
  return {{"documents", size.documents}, {"bytes", size.bytes}};
}

}  // namespace

Json record_of(const CheckResult& result) {
  Json findings = Json::array();
  for (const CheckFinding& each : result.findings) findings.push_back(record_of(each));
  return {{"clean", result.clean()},
          {"originals", result.originals},
          {"documents", result.documents},
          {"journal_entries", result.journal_entries},
          {"journal_head", result.journal_head},
          {"findings", std::move(findings)}};
}

Json record_of(const Journal::Verification& chain) {
  return {{"whole", chain.problem.empty()},
          {"entries", chain.checked},
          {"head", chain.head_hash},
          {"broken_at", chain.broken_at ? Json(*chain.broken_at) : Json(nullptr)},
          {"problem", text_or_null(chain.problem)}};
}

Json record_of(const IndexStatus& status) {
  return {{"generation", status.generation ? Json(*status.generation) : Json(nullptr)},
          {"documents", status.size.documents},
          {"bytes", status.size.bytes},
          {"when_made", status.when_made ? record_of(*status.when_made) : Json(nullptr)},
          {"lag", status.lag},
          {"checked_at", moment_or_null(status.checked_at)},
          {"sound", status.sound},
          {"problem", text_or_null(status.problem)}};
}

}  // namespace fonds
