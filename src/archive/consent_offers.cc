#include "archive/consent_offers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "archive/review_rules.h"
#include "catalogue/cards.h"
#include "catalogue/consents.h"
#include "catalogue/documents.h"
#include "catalogue/proofs.h"
#include "model/text_correction.h"

namespace fonds {
namespace {

/// Students a paper is linked to, by the machine or a person; with `perhaps` also those it is only
/// offered to.
std::vector<StudentId> linked(const ProofPaper& paper, bool perhaps) {
  std::vector<StudentId> students;
  for (const auto& [student, who] : paper.students) {
    bool yes = false;
    bool no = false;
    for (const ProofLink& link : paper.links) {
      if (link.student != student) continue;
      yes = yes || link.state == LinkState::linked || (perhaps && link.state == LinkState::offered);
      no = no || link.state == LinkState::refused;
    }
    if (yes && !no) students.push_back(student);
  }
  return students;
}

std::optional<CalendarDate> day_of(const std::string& value) {
  const auto span = date_span_from(value);
  if (!span || span->from != span->to) return std::nullopt;
  return span->from;
}

/// Reads paper after paper.
class Offers {
 public:
  explicit Offers(Archive& archive)
      : archive_(archive), decided_(Consents(archive.catalogue()).decided()) {}

  void read(const ProofPaper& paper) {
    const std::string kind = text_of(paper.card, "kind");
    if (!reader_.reads(kind)) return;
    std::vector<StudentId> students = linked(paper, true);
    std::erase_if(students, [&](StudentId each) {
      return decided_.count({paper.document, each}) > 0;
    });
    if (students.empty()) return;
    const ConsentReading reading = reader_.read(kind, text(paper.document));
    if (reading.says == ConsentSays::nothing) return;
    const bool is_withdrawal = reading.says == ConsentSays::withdrawal;
    if (!is_withdrawal && rules_.fact(paper.card, "kind").empty()) return;
    const std::vector<StudentId> sure = linked(paper, false);
    for (const StudentId student : students) {
      const bool certain = std::find(sure.begin(), sure.end(), student) != sure.end();
      if (!certain && !is_withdrawal) continue;
      found_.push_back({paper.document, paper.accession, student, paper.students.at(student).name,
                        certain, reading, day_of(rules_.fact(paper.card, "date"))});
    }
  }
  std::vector<ConsentOffer> take() { return std::move(found_); }

 private:
  /// As recognised and corrected; empty before recognition.
  std::string text(DocumentId id) {
    const auto document = Documents(archive_.catalogue()).find(id);
    if (!document || document->run == 0) return {};
    return corrected(archive_.derived().read(id, document->run, kTextFile),
                     Cards(archive_.catalogue()).load(id).corrections);
  }

  Archive& archive_;
  const ConsentReader& reader_ = ConsentReader::shipped();
  const ReviewRules& rules_ = ReviewRules::shipped();
  std::set<std::pair<DocumentId, StudentId>> decided_;
  std::vector<ConsentOffer> found_;
};

}  // namespace

std::vector<ConsentOffer> consent_offers(Archive& archive) {
  Offers offers(archive);
  Proofs(archive.catalogue()).each([&](const ProofPaper& paper) { offers.read(paper); });
  return offers.take();
}

std::vector<ConsentOffer> consent_offers(Archive& archive, DocumentId document) {
  Offers offers(archive);
  if (const auto paper = Proofs(archive.catalogue()).of(document)) offers.read(*paper);
  return offers.take();
}

}  // namespace fonds
