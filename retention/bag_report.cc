#include "retention/bag_report.h"

#include <algorithm>
#include <array>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

struct ProblemWords {
  BagProblem problem;
  std::string_view name;
  const char* words;
};

constexpr std::array<ProblemWords, 20> kProblems{{
    {BagProblem::no_declaration, "no_declaration", tr_later("is missing: this is no package")},
    {BagProblem::bad_declaration, "bad_declaration",
     tr_later("does not say which version of BagIt this is")},
    {BagProblem::unsupported_version, "unsupported_version",
     tr_later("names a newer version of BagIt")},
    {BagProblem::unsupported_encoding, "unsupported_encoding",
     tr_later("is not in an encoding that can be read here")},
    {BagProblem::no_payload, "no_payload", tr_later("is missing: the package holds no files")},
    {BagProblem::no_manifest, "no_manifest", tr_later("is missing: nothing can be checked")},
    {BagProblem::unknown_algorithm, "unknown_algorithm",
     tr_later("has checksums that cannot be computed here")},
    {BagProblem::bad_line, "bad_line", tr_later("holds a line that cannot be understood")},
    {BagProblem::unsafe_path, "unsafe_path", tr_later("leads out of the package")},
    {BagProblem::misplaced, "misplaced", tr_later("stands in a list it does not belong to")},
    {BagProblem::listed_twice, "listed_twice", tr_later("is listed twice")},
    {BagProblem::name_clash, "name_clash",
     tr_later("is for some systems the same name as that of another file")},
    {BagProblem::not_a_file, "not_a_file", tr_later("is a link or device, not a file")},
    {BagProblem::missing, "missing", tr_later("is missing")},
    {BagProblem::not_fetched, "not_fetched",
     tr_later("is missing: the package leaves it to be fetched, ask for it")},
    {BagProblem::not_listed, "not_listed", tr_later("is in no list of the package")},
    {BagProblem::altered, "altered", tr_later("is damaged or was changed")},
    {BagProblem::unreadable, "unreadable", tr_later("cannot be read")},
    {BagProblem::wrong_total, "wrong_total",
     tr_later("gives another number of files or bytes than there are")},
    {BagProblem::too_large, "too_large", tr_later("is too large to be read")},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kProblems.size(); ++i) {
    if (kProblems[i].problem != static_cast<BagProblem>(i)) return false;
  }
  return kProblems.back().problem == BagProblem::too_large;
}
static_assert(in_order());

const ProblemWords& words_of(BagProblem problem) {
  return kProblems[static_cast<std::size_t>(problem)];
}

}  // namespace

std::string_view name_of(BagProblem problem) { return words_of(problem).name; }

std::string told(const BagFinding& finding) {
  const std::string path = printable(finding.path);
  const char* const words = tr(words_of(finding.problem).words);
  if (finding.line == 0) return fmt::format("{}: {}", path, words);
  return say(tr("{}, line {}: {}"), path, finding.line, words);
}

void BagReport::add(std::string path, BagProblem problem, std::size_t line) {
  if (findings.size() == kMostBagFindings) {
    ++more_findings;
  } else {
    findings.push_back({std::move(path), problem, line});
  }
}

bool BagReport::complete() const {
  return more_findings == 0 &&
         std::all_of(findings.begin(), findings.end(),
                     [](const BagFinding& each) { return each.problem == BagProblem::altered; });
}

}  // namespace fonds
