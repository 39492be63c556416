// Sample papers for an archive without papers, as the page «Today» offers them.
#include "archive/samples.h"

#include "base/error.h"
#include "base/messages.h"
#include "web/pages/scan_pages.h"

namespace fonds {
namespace {

/// What is said of them after the papers: students, where some came along.
std::string words_of(const ArchiveSamples::Taken& taken) {
  const auto papers = static_cast<unsigned long>(taken.papers);
  std::string words =
      say(trn("{} sample paper is safe.", "{} sample papers are safe.", papers), papers);
  if (taken.students > 0) {
    const auto students = static_cast<unsigned long>(taken.students);
    words += ' ';
    words += say(trn("{} invented student is in the register.",
                     "{} invented students are in the register.", students),
                 students);
  }
  return words;
}

Response take_samples(Visit& visit) {
  // Nothing takes them out again: a person says that they know it.
  if (!visit.request.has("stay")) {
    throw Error(Fault::usage, tr("it is not said that the sample papers may stay in the archive"),
                tr("go back and tick that, or take in papers of your own"));
  }
  using WithStudents = ArchiveSamples::WithStudents;
  const ArchiveSamples::Taken taken =
      ArchiveSamples(visit.archive())
          .take_in(visit.actor(),
                   visit.request.has("students") ? WithStudents::yes : WithStudents::no);
  const bool shown = taken.delivery.value != 0 && visit.may(Operation::list_documents);
  return done(visit, shown ? fmt::format("/scan/deliveries/{}", taken.delivery.value) : "/",
              words_of(taken));
}

}  // namespace

void tell_samples(Visit& visit, Json& model) {
  if (!visit.may(Operation::take_in)) return;
  const ArchiveSamples::Offer offer = ArchiveSamples(visit.archive()).offer(visit.actor());
  if (offer.papers == 0) return;
  model["samples"] = {
      {"students", offer.students},
      {"words", say(trn("{} invented paper to try the archive with: none of it is real.",
                        "{} invented papers to try the archive with: nothing in them is real.",
                        static_cast<unsigned long>(offer.papers)),
                    offer.papers)}};
}

std::vector<Route> sample_routes() {
  return {{Method::post, "/samples", Door::signed_in, Operation::take_in, &take_samples}};
}

}  // namespace fonds
