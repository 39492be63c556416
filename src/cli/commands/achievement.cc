#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "archive/achievement_export.h"
#include "archive/achievement_table.h"
#include "archive/achievements.h"
#include "archive/field_input.h"
#include "archive/publication.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/achievement_talk.h"
#include "cli/commands/commands.h"
#include "cli/output_file.h"
#include "cli/verb.h"
#include "forms/csv_text.h"
#include "forms/spreadsheet.h"
#include "model/spoken_date.h"
#include "web/api/achievement_records.h"

namespace fonds {
namespace {

/// What is looked at: the options that several verbs share.
struct BankCall {
  std::string student;
  std::string collective;
  std::string from;
  std::string to;
  std::string level;
  std::int64_t snapshot = 0;
  bool totals = false;
  bool csv = false;
  bool xlsx = false;
  std::string output;

  [[nodiscard]] std::optional<std::int64_t> which() const {
    return snapshot > 0 ? std::optional(snapshot) : std::nullopt;
  }
};

DateSpan span_typed(const std::string& typed) {
  if (const auto span = date_typed(typed)) return *span;
  throw Error(Fault::usage, say(tr("“{}” is no date"), printable(typed)),
              tr("write 15.05.2024, 05.2024, 2024 or 2023/2024"));
}

AchievementFilter filter_of(Session& session, Archive& archive, Operation operation,
                            const BankCall& call) {
  AchievementFilter filter;
  if (!call.student.empty()) {
    filter.student = student_meant(archive, session.actor, operation, call.student);
  }
  filter.collective = to_valid_utf8(call.collective);
  if (!call.from.empty()) filter.from = span_typed(call.from).from;
  if (!call.to.empty()) filter.to = span_typed(call.to).to;
  if (!call.level.empty()) filter.level = level_meant(archive.words(), call.level);
  return filter;
}

void print_totals(const Session& session, const AchievementBank& bank, const ValueWords& words) {
  const AchievementTotals totals = totals_of(bank);
  if (session.json) return print(record_of(totals));
  for (const std::string& line : lines_of(totals, words)) print(line);
}

void print_bank(const Session& session, const AchievementBank& bank, const ValueWords& words) {
  for (const Achievement& each : bank) {
    if (session.json) {
      print(record_of(each));
    } else {
      print(line_of(each, words));
    }
  }
}

int list(Session& session, const BankCall& call) {
  Archive archive = session.open_archive();
  const AchievementFilter filter = filter_of(session, archive, Operation::read_achievements, call);
  const AchievementBank bank =
      call.which() ? ArchiveSnapshots(archive).bank(session.actor, *call.which(), filter)
                   : ArchiveAchievements(archive).list(session.actor, filter);
  if (bank.empty()) tell(session, tr("No such achievements."));
  if (call.totals) {
    print_totals(session, bank, archive.words());
  } else if (call.csv) {
    print_bytes(csv_text(table_of(bank, archive.words())));
  } else {
    print_bank(session, bank, archive.words());
  }
  return bank.empty() ? entry_of(Fault::not_found).exit_code : kExitDone;
}

int take_out(Session& session, const BankCall& call) {
  if (call.xlsx && call.output.empty()) refuse_terminal();
  if (!call.output.empty()) expect_new_file(call.output);  // before the journal says it was taken
  Archive archive = session.open_archive();
  const AchievementExport taken = ArchiveAchievementExport(archive).take_out(
      session.actor, filter_of(session, archive, Operation::export_achievements, call),
      call.which(), call.xlsx ? "xlsx" : "csv");
  const std::array sheets{taken.records, taken.about};
  const std::string bytes = call.xlsx ? xlsx_of(sheets, taken.made) : csv_text(taken.records);
  if (call.output.empty()) {
    print_bytes(bytes);
  } else {
    write_new_file(session, call.output, [&](const ByteSink& sink) { sink(bytes); });
  }
  tell(session, say(tr("Journal entry {}: {}"), taken.entry, taken.hash));
  return kExitDone;
}

int publication_list(Session& session, const BankCall& call) {
  Archive archive = session.open_archive();
  const PublicationList found = ArchivePublication(archive).list(
      session.actor, filter_of(session, archive, Operation::export_achievements, call));
  if (call.csv) {
    print_bytes(csv_text(table_of(found.records, archive.words())));
  } else {
    print_bank(session, found.records, archive.words());
  }
  tell(session, say(tr("To publish: {}. Left out, for want of consent: {}, students: {}."),
                    found.records.size(), found.left_out, found.left_students));
  return found.records.empty() ? entry_of(Fault::not_found).exit_code : kExitDone;
}

int freeze(Session& session, const BankCall&) {
  Archive archive = session.open_archive();
  ArchiveSnapshots snapshots(archive);
  const std::vector<FrozenBank> before = snapshots.list(session.actor);
  const FrozenBank bank = snapshots.freeze(session.actor);
  if (session.json) {
    print(record_of(bank));
    return kExitDone;
  }
  print(line_of(bank));
  print_totals(session, snapshots.bank(session.actor, bank.number, {}), archive.words());
  if (!before.empty()) {
    const auto since =
        snapshots.compare(session.actor, before.back().number, bank.number).difference;
    print(say(tr("Since snapshot {}: added {}, removed {}, changed {}"), before.back().number,
              since.added.size(), since.removed.size(), since.changed.size()));
  }
  return kExitDone;
}

int snapshots(Session& session, const BankCall&) {
  Archive archive = session.open_archive();
  ArchiveSnapshots snapshots(archive);
  for (const FrozenBank& bank : snapshots.list(session.actor)) {
    if (session.json) {
      print(record_of(bank));
    } else {
      print(line_of(bank));
    }
  }
  if (const auto due = snapshots.due(session.actor)) {
    tell(session,
         say(tr("The snapshot of {} was not taken yet: fonds achievement snapshot"), spoken(*due)));
  }
  return kExitDone;
}

int compare(Session& session, const std::vector<std::int64_t>& numbers) {
  Archive archive = session.open_archive();
  const auto number = [&](std::size_t i) {
    return i < numbers.size() ? std::optional(numbers[i]) : std::nullopt;
  };
  const SnapshotComparison comparison =
      ArchiveSnapshots(archive).compare(session.actor, number(0), number(1));
  if (session.json) {
    print(record_of(comparison));
    return kExitDone;
  }
  for (const std::string& line : lines_of(comparison, archive.words())) print(line);
  const AchievementDifference& found = comparison.difference;
  tell(session,
       say(tr("From snapshot {} to {}: added {}, removed {}, changed {}"), comparison.before.number,
           comparison.after ? std::to_string(comparison.after->number) : tr("today"),
           found.added.size(), found.removed.size(), found.changed.size()));
  return kExitDone;
}

int set(Session& session, const std::string& id,
        const ArchiveAchievements::Statements& statements) {
  if (statements.empty()) {
    throw Error(Fault::usage, tr("nothing is stated"),
                tr("say --control, --scope, --place or --counts"));
  }
  Archive archive = session.open_archive();
  const auto record = ArchiveAchievements(archive).set(session.actor, id, statements);
  if (record) {
    print_bank(session, {*record}, archive.words());
  } else {
    tell(session, tr("It is no achievement now."));
  }
  return kExitDone;
}

void add_filter(const DefinedVerb<BankCall>& verb) {
  verb.app->add_option("--student", verb.call->student);
  verb.app->add_option("--collective", verb.call->collective);
  verb.app->add_option("--from", verb.call->from);
  verb.app->add_option("--to", verb.call->to);
  verb.app->add_option("--level", verb.call->level);
}

void define_looking(CLI::App& command, Session& session) {
  const auto listed = define_verb(command, session, "list", list);
  add_filter(listed);
  listed.app->add_option("--snapshot", listed.call->snapshot)->check(CLI::PositiveNumber);
  listed.app->add_flag("--totals", listed.call->totals);
  listed.app->add_flag("--csv", listed.call->csv);

  const auto taken = define_verb(command, session, "export", take_out);
  add_filter(taken);
  taken.app->add_option("--snapshot", taken.call->snapshot)->check(CLI::PositiveNumber);
  taken.app->add_option("-o,--output", taken.call->output);
  CLI::Option_group* form = taken.app->add_option_group("form");
  form->add_flag("--csv", taken.call->csv);
  form->add_flag("--xlsx", taken.call->xlsx);
  form->require_option(1);

  const auto published = define_verb(command, session, "publication-list", publication_list);
  add_filter(published);
  published.app->add_flag("--csv", published.call->csv);
}

void define_set(CLI::App& command, Session& session) {
  CLI::App* verb = command.add_subcommand("set");
  auto id = std::make_shared<std::string>();
  verb->add_option("ID", *id)->required();
  auto values = std::make_shared<std::array<std::string, kStatableFacts.size()>>();
  for (std::size_t i = 0; i < kStatableFacts.size(); ++i) {
    verb->add_option(fmt::format("--{}", kStatableFacts[i]), (*values)[i]);
  }
  verb->callback([&session, id, values, verb] {
    ArchiveAchievements::Statements statements;
    for (std::size_t i = 0; i < kStatableFacts.size(); ++i) {
      const std::string fact(kStatableFacts[i]);
      if (verb->count("--" + fact) > 0) statements.emplace(fact, (*values)[i]);
    }
    session.action = [&session, id, statements] { return set(session, *id, statements); };
  });
}

}  // namespace

void define_achievement(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("achievement");
  command->require_subcommand(1);
  define_looking(*command, session);
  define_set(*command, session);
  define_verb(*command, session, "snapshot", freeze);
  define_verb(*command, session, "snapshots", snapshots);
  CLI::App* verb = command->add_subcommand("diff");
  auto numbers = std::make_shared<std::vector<std::int64_t>>();
  verb->add_option("NUMBERS", *numbers)->expected(0, 2)->check(CLI::PositiveNumber);
  verb->callback([&session, numbers] {
    session.action = [&session, numbers] { return compare(session, *numbers); };
  });
}

}  // namespace fonds
