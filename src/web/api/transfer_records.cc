#include "web/api/transfer_records.h"

#include "web/api/records.h"

namespace fonds {

Json record_of(const MadePackage& made, const std::string& folder) {
  return {{"transfer", made.number},
          {"id", made.package},
          {"package", folder},
          {"files", made.written.payload.files},
          {"bytes", made.written.payload.bytes},
          {"tag_manifest", made.written.tag_manifest}};
}

Json record_of(const BagReport& report, const std::string& folder) {
  Json findings = Json::array();
  for (const BagFinding& each : report.findings) {
    findings.push_back(
        {{"path", each.path}, {"problem", name_of(each.problem)}, {"line", each.line}});
  }
  return {{"package", folder},
          {"complete", report.complete()},
          {"valid", report.valid()},
          {"files", report.payload.files},
          {"bytes", report.payload.bytes},
          {"algorithms", report.algorithms},
          {"unchecked", report.unchecked},
          {"tag_manifest", report.tag_manifest},
          {"findings", std::move(findings)},
          {"more_findings", report.more_findings}};
}

Json record_of(const PackageVolume& volume) {
  Json documents = Json::array();
  for (const PackageDocument& each : volume.documents) {
    documents.push_back({{"accession", each.accession},
                         {"kind", each.kind},
                         {"date", each.date ? Json(to_text(*each.date)) : Json(nullptr)},
                         {"number", each.number},
                         {"title", each.title},
                         {"files", each.files.size()}});
  }
  return {{"volume", to_text(volume.key)},
          {"title", volume.title},
          {"period", volume.period},
          {"sheets", volume.sheets},
          {"documents", std::move(documents)}};
}

Json record_of(const AcceptedPackage::Unit& unit, const AcceptedPackage& package) {
  return {{"theirs", to_text(unit.theirs)},
          {"volume", to_text(unit.ours)},
          {"documents", unit.documents},
          {"id", package.package},
          {"tag_manifest", package.tag_manifest}};
}

Json record_of(const Transfer& transfer) {
  return {{"transfer", transfer.number},
          {"id", transfer.package},
          {"made_on", to_text(transfer.made_on)},
          {"made_by", transfer.made_by},
          {"receiver", transfer.receiver},
          {"tag_manifest", transfer.tag_manifest},
          {"units", transfer.unit_count},
          {"act", text_or_null(transfer.act)},
          {"accepted_on", day_or_null(transfer.accepted_on)}};
}

}  // namespace fonds
