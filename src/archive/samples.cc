#include "archive/samples.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <utility>

#include "access/policy.h"
#include "archive/students.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

/// None as well where the folder can not be read: then there is nothing to offer.
std::size_t files_in(const fs::path& folder) {
  std::size_t files = 0;
  boost::system::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    files += fs::is_regular_file(each->path()) ? 1 : 0;
  }
  return files;
}

bool has_papers(Archive& archive) { return !Documents(archive.catalogue()).list({}, 1).empty(); }

/// A token may be for taking papers in alone: then the papers come without the students.
bool may_bring_students(const Archive& archive, const Actor& actor) {
  constexpr auto kRight = Operation::edit_students;
  const bool in_scope = actor.scope.empty() ||
                        std::count(actor.scope.begin(), actor.scope.end(), name_of(kRight)) > 0;
  return in_scope && archive.policy().may(actor.role, kRight);
}

}  // namespace

fs::path samples_folder(const fs::path& program) {
  const fs::path above = program.parent_path().parent_path();
  const fs::path installed = above / "share" / "fonds" / "samples";
  boost::system::error_code error;
  return fs::exists(installed, error) ? installed : above.parent_path() / "samples";
}

ArchiveSamples::ArchiveSamples(Archive& archive)
    : ArchiveSamples(archive, samples_folder(archive.worker_options().program)) {}

ArchiveSamples::ArchiveSamples(Archive& archive, fs::path folder)
    : archive_(archive), folder_(std::move(folder)) {}

ArchiveSamples::Offer ArchiveSamples::offer(const Actor& actor) {
  archive_.policy().require(actor, Operation::take_in);
  Offer offer;
  if (has_papers(archive_)) return offer;
  offer.papers = files_in(folder_ / "scans");
  boost::system::error_code error;
  offer.students = offer.papers > 0 && may_bring_students(archive_, actor) &&
                   fs::is_regular_file(folder_ / "students.csv", error) &&
                   Students(archive_.catalogue()).count() == 0;
  return offer;
}

ArchiveSamples::Taken ArchiveSamples::take_in(const Actor& actor, WithStudents students,
                                              const ArchiveIntake::Report& report,
                                              const std::stop_token& stop) {
  const Offer offered = offer(actor);
  if (has_papers(archive_)) {
    throw Error(Fault::usage, tr("this archive has papers already: sample papers stay out of it"),
                tr("make another archive to try things in: `fonds init DIR`"));
  }
  if (offered.papers == 0) {
    throw Error(Fault::not_found, tr("the sample papers are not installed"),
                tr("install Fonds whole, or take in papers of your own"));
  }
  Taken taken;
  if (offered.students && students == WithStudents::yes) {
    taken.students = ArchiveStudents(archive_)
                         .import(actor, folder_ / "students.csv", "fonds", BadRows::refuse_all,
                                 Commitment::change)
                         .added;
  }
  ArchiveIntake intake(archive_, actor,
                       {"file", tr("Sample papers, all invented"), tr("an invented sample paper")},
                       [&](const IntakeReport& each) {
                         taken.papers += each.outcome == IntakeReport::Outcome::accepted ? 1 : 0;
                         if (report) report(each);
                       });
  intake.add(folder_ / "scans", stop);
  taken.delivery = intake.delivery();
  return taken;
}

}  // namespace fonds
