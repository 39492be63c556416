#include "archive/consents.h"
#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "web/api/consent_records.h"

namespace fonds {
namespace {

struct ConsentCall {
  std::string student;
  std::string paper;
  std::string scope = "publication";
  std::string on;
  std::string until;
  std::string given_by;
  bool offered = false;
};
using Verb = DefinedVerb<ConsentCall>;

CalendarDate given_day(const ConsentCall& call) {
  if (const auto day = day_if_typed(call.on)) return *day;
  throw Error(Fault::usage, tr("the day of the paper is not known"), tr("say it with --on DAY"));
}

std::string scope_in_words(ConsentScope scope) {
  return scope == ConsentScope::publication ? tr("publication") : tr("processing");
}

void print_consent(const Session& session, const ListedConsent& listed) {
  if (session.json) return print(record_of(listed));
  const Consent& consent = listed.consent;
  std::string line =
      fmt::format("{:>6}  {} {}  {}", consent.id, consent.student.value, printable(listed.name),
                  say(tr("{} from {}"), scope_in_words(consent.scope), spoken(consent.given_on)));
  if (consent.until) line += ' ' + say(tr("to {}"), spoken(*consent.until));
  if (listed.withdrawn_on) {
    line += ", " + say(tr("withdrawn on {}"), spoken(*listed.withdrawn_on));
  }
  print(line + "  " + (listed.holds ? tr("holds") : tr("does not hold")));
}

void print_offer(const Session& session, const ConsentOffer& offer) {
  if (session.json) return print(record_of(offer));
  const bool is_withdrawal = offer.reading.says == ConsentSays::withdrawal;
  std::string line = fmt::format("? {}  {} {}{}  ", offer.accession, offer.student.value,
                                 printable(offer.name), offer.certain ? "" : " (?)");
  line += is_withdrawal ? tr("withdraws") : tr("allows publication");
  if (offer.date) line += "  " + spoken(*offer.date);
  if (offer.reading.until) line += ' ' + say(tr("to {}"), spoken(*offer.reading.until));
  print(line + fmt::format("  «{}»", printable(offer.reading.words)));
}

int print_all(const Session& session, const std::vector<ListedConsent>& listed) {
  for (const ListedConsent& each : listed) print_consent(session, each);
  return kExitDone;
}

StudentId student_to_record(Session& session, Archive& archive, const ConsentCall& call) {
  return student_meant(archive, session.actor, Operation::record_consents, call.student);
}

int add(Session& session, const ConsentCall& call) {
  Archive archive = session.open_archive();
  Consent consent;
  consent.student = student_to_record(session, archive, call);
  consent.scope = consent_scope_from(call.scope).value();
  consent.given_by = call.given_by;
  consent.given_on = given_day(call);
  consent.until = day_if_typed(call.until);
  print_consent(session, ArchiveConsents(archive).add(session.actor, consent, call.paper));
  return kExitDone;
}

int withdraw(Session& session, const ConsentCall& call) {
  Archive archive = session.open_archive();
  Withdrawal withdrawal;
  withdrawal.student = student_to_record(session, archive, call);
  withdrawal.scope = consent_scope_from(call.scope).value();
  withdrawal.withdrawn_on = given_day(call);
  return print_all(session,
                   ArchiveConsents(archive).withdraw(session.actor, withdrawal, call.paper));
}

int accept(Session& session, const ConsentCall& call) {
  Archive archive = session.open_archive();
  return print_all(
      session, ArchiveConsents(archive).accept(session.actor, call.paper,
                                               student_to_record(session, archive, call),
                                               day_if_typed(call.on), day_if_typed(call.until)));
}

int dismiss(Session& session, const ConsentCall& call) {
  Archive archive = session.open_archive();
  ArchiveConsents(archive).dismiss(session.actor, call.paper,
                                   student_to_record(session, archive, call));
  tell(session, tr("The paper is no consent of this student, and no withdrawal."));
  return kExitDone;
}

int list(Session& session, const ConsentCall& call) {
  Archive archive = session.open_archive();
  ArchiveConsents consents(archive);
  if (call.offered) {
    const std::vector<ConsentOffer> offers = consents.offers(session.actor);
    for (const ConsentOffer& each : offers) print_offer(session, each);
    if (offers.empty()) tell(session, tr("Nothing waits for a person."));
    return kExitDone;
  }
  std::optional<StudentId> student;
  if (!call.student.empty()) {
    student = student_meant(archive, session.actor, Operation::read_consents, call.student);
  }
  const std::vector<ListedConsent> found = consents.list(session.actor, student);
  if (!found.empty()) return print_all(session, found);
  tell(session, tr("No consents on record."));
  return entry_of(Fault::not_found).exit_code;
}

/// Of a student, on a day, by a paper.
void add_statement(const Verb& verb) {
  verb.app->add_option("STUDENT", verb.call->student)->required();
  verb.app->add_option("--scope", verb.call->scope)
      ->check(CLI::IsMember({"publication", "processing"}));
  verb.app->add_option("--on", verb.call->on);
  verb.app->add_option("--document", verb.call->paper);
}

}  // namespace

void define_consent(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("consent");
  command->require_subcommand(1);
  const Verb listed = define_verb(*command, session, "list", list);
  listed.app->add_option("--student", listed.call->student);
  listed.app->add_flag("--offered", listed.call->offered);

  const Verb added = define_verb(*command, session, "add", add);
  add_statement(added);
  added.app->add_option("--until", added.call->until);
  added.app->add_option("--given-by", added.call->given_by);
  add_statement(define_verb(*command, session, "withdraw", withdraw));

  const Verb accepted = define_verb(*command, session, "accept", accept);
  accepted.app->add_option("ID", accepted.call->paper)->required();
  accepted.app->add_option("STUDENT", accepted.call->student)->required();
  accepted.app->add_option("--on", accepted.call->on);
  accepted.app->add_option("--until", accepted.call->until);
  const Verb dismissed = define_verb(*command, session, "dismiss", dismiss);
  dismissed.app->add_option("ID", dismissed.call->paper)->required();
  dismissed.app->add_option("STUDENT", dismissed.call->student)->required();
}

}  // namespace fonds
