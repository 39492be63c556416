#include "archive/loans.h"

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/cases.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "catalogue/loans.h"
#include "catalogue/volumes.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

Error is_out(const Volume& volume, const Loan& loan) {
  return {Fault::usage,
          say(tr("volume {} was issued on {}"), to_text(volume.key), spoken(loan.issued_on)),
          tr("`fonds case return` takes it back")};
}

}  // namespace

ShownLoan ArchiveLoans::shown(const Loan& loan, const Volume& volume) {
  const bool overdue = !loan.returned_on && loan.due_on < day_here(archive_.clock().now());
  return {loan, volume.key, Headings(archive_).shown(volume).heading, overdue};
}

ShownLoan ArchiveLoans::issue(const Actor& actor, std::string_view volume, const Loan& loan) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  Loan made = loan;
  made.volume = meant.id;
  made.taker = line_typed(loan.taker);
  made.purpose = line_typed(loan.purpose);
  made.issued_on = day_here(archive_.clock().now());
  if (made.taker.empty()) {
    throw Error(Fault::usage, tr("it is not said who takes the volume"),
                tr("say it: --to \"name, office\""));
  }
  if (made.due_on < made.issued_on) {
    throw Error(Fault::usage, tr("the volume would have to come back before today"),
                tr("say another day: --due 30.12.2026"));
  }
  Loans loans(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "case.issued", subject_of(meant.id));
  expect_here(Volumes(archive_.catalogue()).find(meant.id).value());
  if (const auto out = loans.out(meant.id)) throw is_out(meant, *out);
  loans.issue(transaction, actor, made);
  transaction.commit();
  return shown(loans.out(meant.id).value(), meant);
}

ShownLoan ArchiveLoans::take_back(const Actor& actor, std::string_view volume) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  Loans loans(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "case.returned", subject_of(meant.id));
  auto out = loans.out(meant.id);
  if (!out) {
    throw Error(Fault::not_found, say(tr("volume {} is not issued"), to_text(meant.key)),
                tr("`fonds case loans` shows what is"));
  }
  const CalendarDate today = day_here(archive_.clock().now());
  loans.take_back(transaction, actor, meant.id, today);
  transaction.commit();
  out->returned_on = today;
  out->returned_to = actor.login;
  return shown(*out, meant);
}

std::vector<ShownLoan> ArchiveLoans::list(const Actor& actor, bool only_out) {
  archive_.policy().require(actor, Operation::read_cases);
  const Viewer viewer(archive_, actor);
  Volumes volumes(archive_.catalogue());
  std::vector<ShownLoan> found;
  for (const Loan& each : Loans(archive_.catalogue()).list(only_out)) {
    const Volume volume = volumes.find(each.volume).value();
    if (sees_volume(viewer, volume)) found.push_back(shown(each, volume));
  }
  journal_read(archive_, actor, "loans.listed", "cases", static_cast<std::int64_t>(found.size()));
  return found;
}

}  // namespace fonds
