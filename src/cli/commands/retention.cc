#include "archive/retention.h"

#include <CLI/CLI.hpp>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <iostream>
#include <sstream>

#include "access/policy.h"
#include "archive/field_input.h"
#include "base/disk.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/retention_talk.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "retention/evaluate.h"
#include "retention/question.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

struct RetentionCall {
  std::string file;  ///< or what is meant: a volume, a paper, an index
  std::string on;
  std::string mark;
  std::string basis;
  std::string outcome;
  std::string protocol;
  std::string until;
  std::string step;
  bool dry_run = false;
  bool changes = false;
  bool rehearse = false;
};
using Verb = DefinedVerb<RetentionCall>;

void answer(const Session& session, const RetentionQuestion& question,
            const CalendarDate& otherwise) {
  const CalendarDate day = question.day.value_or(otherwise);
  const Verdict verdict = evaluate(question.rule, question.facts, day);
  if (session.json) return print(answer_as_json(question, verdict));
  print(fmt::format("{}  {}", spoken(day), title_of(verdict.state)));
  for (const std::string& sentence : sentences_of(verdict, question.rule, question.facts)) {
    print("    " + sentence);
  }
}

/// One line that is no question must not cost the others.
int answer_all(const Session& session, std::istream& questions, const CalendarDate& today) {
  int answered = 0;
  int refused = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(questions, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      while_doing(say(tr("line {}"), number),
                  [&] { answer(session, question_from_json(line), today); });
      ++answered;
    } catch (const Error& error) {
      if (error.fault() != Fault::usage) throw;
      report(session, error);
      ++refused;
    }
  }
  if (questions.bad()) throw system_error(errno, tr("cannot read the questions"));
  if (answered + refused == 0) tell(session, tr("There was no question."));
  if (refused == 0) return kExitDone;
  return answered > 0 ? kExitInPart : entry_of(Fault::usage).exit_code;
}

int evaluate_questions(Session& session, const RetentionCall& call) {
  const CalendarDate today = day_if_typed(call.on).value_or(day_here(session.clock.now()));
  if (call.file.empty() || call.file == "-") return answer_all(session, std::cin, today);
  if (boost::filesystem::is_directory(call.file)) {
    throw Error(Fault::usage, say(tr("{} is not a regular file"), call.file),
                tr("give a file with questions, one JSON object a line"));
  }
  std::istringstream file(read_file(call.file));
  return answer_all(session, file, today);
}

int explain_on(Session& session, Archive& archive, const std::string& what,
               const std::optional<CalendarDate>& on) {
  const CalendarDate day = on.value_or(day_here(session.clock.now()));
  for (const ExplainedVolume& each : ArchiveRetention(archive).explain(session.actor, what, on)) {
    print_explained(session, each, day);
  }
  return kExitDone;
}

int explain(Session& session, const RetentionCall& call) {
  Archive archive = session.open_archive();
  return explain_on(session, archive, call.file, day_if_typed(call.on));
}

/// The day up to which a rehearsal looks.
CalendarDate a_year_on(const CalendarDate& day) {
  return {day.year + 1, day.month, std::min(day.day, days_in_month(day.year + 1, day.month))};
}

int plan(Session& session, const RetentionCall& call) {
  Archive archive = session.open_archive();
  PlanOptions options;
  options.on = day_if_typed(call.on);
  if (call.rehearse) options.on = a_year_on(options.on.value_or(day_here(session.clock.now())));
  // Who may only look is shown the plan without keeping it.
  options.keep = !call.dry_run && !options.on &&
                 archive.policy().may(session.actor.role, Operation::plan_retention);
  const auto wanted = planned_step_from(call.step);
  const bool changes = call.changes || call.rehearse;
  const PlanTotals totals =
      ArchiveRetention(archive).plan(session.actor, options, [&](const PlannedVolume& each) {
        if (changes && each.step == each.before) return;
        if (wanted && each.step != *wanted && each.before != *wanted) return;
        print_planned(session, each);
      });
  tell_totals(session, totals);
  if (!options.keep) tell(session, tr("Nothing was kept: the last plan stands."));
  return kExitDone;
}

int mark(Session& session, const RetentionCall& call) {
  Archive archive = session.open_archive();
  const VolumeMark made{
      volume_mark_kind_from(call.mark).value(), day_typed(call.on), call.basis, {}};
  ArchiveRetention(archive).mark(session.actor, call.file, made);
  return explain_on(session, archive, call.file, {});
}

int unmark(Session& session, const RetentionCall& call) {
  Archive archive = session.open_archive();
  ArchiveRetention(archive).unmark(session.actor, call.file,
                                   volume_mark_kind_from(call.mark).value());
  return explain_on(session, archive, call.file, {});
}

int decide(Session& session, const RetentionCall& call) {
  Archive archive = session.open_archive();
  const CommissionDecision decision{appraisal_from(call.outcome).value(), call.protocol,
                                    day_if_typed(call.until)};
  ArchiveRetention(archive).decide(session.actor, call.file, decision);
  return explain_on(session, archive, call.file, {});
}

template <std::size_t kCount>
CLI::IsMember one_of(const std::array<std::string_view, kCount>& names) {
  return CLI::IsMember(std::vector<std::string>(names.begin(), names.end()));
}

Verb define_of_volume(CLI::App& command, Session& session, const char* name,
                      int (*action)(Session&, const RetentionCall&)) {
  Verb made = define_verb(command, session, name, action);
  made.app->add_option("VOLUME", made.call->file)->required();
  return made;
}

}  // namespace

void define_retention(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("retention");
  command->require_subcommand(1);
  const Verb asked = define_verb(*command, session, "evaluate", evaluate_questions);
  asked.app->add_option("FILE", asked.call->file);
  asked.app->add_option("--on", asked.call->on);
  const Verb explained = define_of_volume(*command, session, "explain", explain);
  explained.app->add_option("--on", explained.call->on);
  const Verb planned = define_verb(*command, session, "plan", plan);
  planned.app->add_option("--on", planned.call->on);
  planned.app->add_option("--step", planned.call->step)->check(one_of(kPlannedSteps));
  planned.app->add_flag("--dry-run", planned.call->dry_run);
  planned.app->add_flag("--changes", planned.call->changes);
  planned.app->add_flag("--rehearse", planned.call->rehearse);
  const Verb marked = define_of_volume(*command, session, "mark", mark);
  marked.app->add_option("EVENT", marked.call->mark)->required()->check(one_of(kVolumeMarkKinds));
  marked.app->add_option("--on", marked.call->on)->required();
  marked.app->add_option("--basis", marked.call->basis)->required();
  const Verb unmarked = define_of_volume(*command, session, "unmark", unmark);
  unmarked.app->add_option("EVENT", unmarked.call->mark)
      ->required()
      ->check(one_of(kVolumeMarkKinds));
  const Verb decided = define_of_volume(*command, session, "decide", decide);
  decided.app->add_option("OUTCOME", decided.call->outcome)->required()->check(one_of(kAppraisals));
  decided.app->add_option("--protocol", decided.call->protocol)->required();
  decided.app->add_option("--until", decided.call->until);
}

}  // namespace fonds
