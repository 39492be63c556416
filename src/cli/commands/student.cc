#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>

#include "archive/roster_file.h"
#include "archive/students.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/portfolio_talk.h"
#include "cli/progress.h"
#include "model/spoken_date.h"
#include "web/api/records.h"
#include "web/api/student_records.h"

namespace fonds {
namespace {

struct StudentCall {
  std::string file;
  std::string profile;
  bool dry_run = false;
  bool skip_bad = false;
  bool namesake = false;
  std::int64_t id = 0;
  std::int64_t other = 0;
  std::vector<std::string> words;
};

/// The options of add and edit: the field of a list of students, and how the option is called.
struct FieldOption {
  const char* field;
  const char* option;
};
constexpr std::array<FieldOption, 16> kFieldOptions{{
    {"id", "--external-id"},
    {"last", "--last"},
    {"first", "--first"},
    {"middle", "--middle"},
    {"former_last", "--former"},
    {"birth_date", "--birth-date"},
    {"gender", "--gender"},
    {"school", "--school"},
    {"collective", "--collective"},
    {"programme", "--programme"},
    {"group", "--group"},
    {"school_year", "--school-year"},
    {"from", "--from"},
    {"to", "--to"},
    {"guardians", "--guardians"},
    {"left_on", "--left-on"},
}};
using FieldValues = std::array<std::string, kFieldOptions.size()>;

void add_field_options(CLI::App& verb, FieldValues& values) {
  for (std::size_t i = 0; i < kFieldOptions.size(); ++i) {
    verb.add_option(kFieldOptions[i].option, values[i]);
  }
}

/// The fields whose options were given, an empty text too: it clears the field.
StudentFields given_fields(const CLI::App& verb, const FieldValues& values) {
  StudentFields fields;
  for (std::size_t i = 0; i < kFieldOptions.size(); ++i) {
    if (verb.count(kFieldOptions[i].option) > 0) {
      fields.emplace_back(kFieldOptions[i].field, values[i]);
    }
  }
  return fields;
}

std::string school_year_text(int first) {
  return first == 0 ? "" : fmt::format("{}/{}", first, first + 1);
}

std::string membership_text(const Membership& membership) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
  };
  add(membership.collective);
  add(membership.programme);
  if (!membership.group.empty()) add(say(tr("group {}"), membership.group));
  add(school_year_text(membership.school_year));
  if (membership.from) add(say(tr("from {}"), spoken(*membership.from)));
  if (membership.to) add(say(tr("to {}"), spoken(*membership.to)));
  return text;
}

void print_student(const Session& session, const Student& student) {
  if (session.json) return print(record_of(student));
  print(fmt::format("{:>6}  {}{}", student.id.value, full_text(student.name),
                    student.birth_date ? "  " + spoken(*student.birth_date) : ""));
}

void print_card(const Session& session, const StudentCard& card) {
  if (session.json) return print(record_of(card));
  const Student& student = card.student;
  const auto line = [](const char* title, const std::string& text) {
    if (!text.empty()) print(fmt::format("{}: {}", title, text));
  };
  line(tr("Student"), fmt::format("{}", student.id.value));
  line(tr("Name"), full_text(student.name));
  for (const std::string& former : student.former_last_names) line(tr("Former surname"), former);
  line(tr("Born"), student.birth_date ? spoken(*student.birth_date) : "");
  line(tr("Number in the institution's list"), student.external_id);
  line(tr("School"), student.school);
  for (const Membership& each : student.memberships) line(tr("Collective"), membership_text(each));
  for (const Guardian& each : student.guardians) {
    line(tr("Guardian"),
         each.relation.empty() ? each.name : fmt::format("{} ({})", each.name, each.relation));
  }
  line(tr("Left on"), student.left_on ? spoken(*student.left_on) : "");
  for (const StudentMerge& merge : card.merges) {
    line(merge.parted_at.empty() ? tr("Merged") : tr("Merged and parted again"),
         fmt::format("{} → {}, {}", merge.merged.value, merge.kept.value,
                     spoken(moment_from_text(merge.merged_at))));
  }
}

void print_report(const Session& session, const ImportReport& report, bool dry_run) {
  if (session.json) return print(record_of(report));
  for (const RosterProblem& each : report.problems) {
    tell(session, fmt::format("{} — {}", line_of(each), each.hint));
  }
  print(say(tr("Profile {}: {} rows; new: {}, changed: {}, unchanged: {}, passed over: {}, "
               "with problems: {}"),
            report.profile.empty() ? "—" : report.profile, report.rows, report.added,
            report.changed, report.unchanged, report.passed_over, report.problems.size()));
  if (report.done) return print(std::string(tr("The register is up to date.")));
  print(std::string(tr("Nothing was changed.")));
  if (!report.problems.empty() && !report.profile.empty() && !dry_run) {
    tell(session, tr("Correct the table and repeat, or leave the bad rows out with --skip-bad."));
  }
}

int import(Session& session, const StudentCall& call) {
  Archive archive = session.open_archive();
  Progress progress(session);
  const ImportReport report = ArchiveStudents(archive).import(
      session.actor, call.file, call.profile, call.skip_bad ? BadRows::skip : BadRows::refuse_all,
      call.dry_run ? Commitment::dry_run : Commitment::change,
      [&](std::size_t done, std::size_t total) {
        progress.show(tr("importing"), static_cast<std::int64_t>(done),
                      static_cast<std::int64_t>(total));
      });
  progress.clear();
  print_report(session, report, call.dry_run);
  if (report.papers_read > 0 && report.added + report.changed > 0) {
    tell(session, say(tr("Papers read before: {}. `fonds review again` looks for these students in "
                         "them."),
                      report.papers_read));
  }
  if (report.problems.empty()) return kExitDone;
  return report.done ? kExitInPart : entry_of(Fault::usage).exit_code;
}

int list(Session& session, const StudentCall& call) {
  Archive archive = session.open_archive();
  std::size_t found = 0;
  ArchiveStudents(archive).list(session.actor, call.words, [&](const Student& student) {
    ++found;
    print_student(session, student);
  });
  if (found > 0) return kExitDone;
  tell(session, tr("No such students."));
  return entry_of(Fault::not_found).exit_code;
}

int merge(Session& session, const StudentCall& call) {
  Archive archive = session.open_archive();
  print_student(session, ArchiveStudents(archive).merge(session.actor, {call.id}, {call.other}));
  return kExitDone;
}

int unmerge(Session& session, const StudentCall& call) {
  Archive archive = session.open_archive();
  const auto [kept, parted] = ArchiveStudents(archive).part(session.actor, {call.id});
  print_student(session, kept);
  print_student(session, parted);
  return kExitDone;
}

int show(Session& session, const StudentCall& call) {
  Archive archive = session.open_archive();
  print_card(session, ArchiveStudents(archive).show(session.actor, {call.id}));
  return kExitDone;
}

using Verb = int (*)(Session&, const StudentCall&);

CLI::App* define_verb(CLI::App& command, Session& session, const std::shared_ptr<StudentCall>& call,
                      const char* name, Verb verb) {
  CLI::App* defined = command.add_subcommand(name);
  defined->callback([&session, call, verb] {
    session.action = [&session, call, verb] { return verb(session, *call); };
  });
  return defined;
}

void define_writing(CLI::App& command, Session& session, const std::shared_ptr<StudentCall>& call) {
  CLI::App* adder = command.add_subcommand("add");
  auto added = std::make_shared<FieldValues>();
  add_field_options(*adder, *added);
  adder->add_flag("--namesake", call->namesake);
  adder->callback([&session, call, adder, added] {
    session.action = [&session, call, fields = given_fields(*adder, *added)] {
      Archive archive = session.open_archive();
      using Namesake = ArchiveStudents::Namesake;
      print_student(session,
                    ArchiveStudents(archive).add(
                        session.actor, fields, call->namesake ? Namesake::another : Namesake::ask));
      return kExitDone;
    };
  });
  CLI::App* editor = command.add_subcommand("edit");
  auto edited = std::make_shared<FieldValues>();
  editor->add_option("ID", call->id)->required();
  add_field_options(*editor, *edited);
  editor->callback([&session, call, editor, edited] {
    session.action = [&session, call, fields = given_fields(*editor, *edited)] {
      Archive archive = session.open_archive();
      print_student(session, ArchiveStudents(archive).edit(session.actor, {call->id}, fields));
      return kExitDone;
    };
  });
}

}  // namespace

void define_student(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("student");
  command->require_subcommand(1);
  auto call = std::make_shared<StudentCall>();
  CLI::App* importer = define_verb(*command, session, call, "import", import);
  importer->add_option("FILE", call->file)->required();
  importer->add_option("--profile", call->profile);
  importer->add_flag("--dry-run", call->dry_run);
  importer->add_flag("--skip-bad", call->skip_bad);
  define_writing(*command, session, call);
  CLI::App* merger = define_verb(*command, session, call, "merge", merge);
  merger->add_option("ID", call->id)->required();
  merger->add_option("OTHER", call->other)->required();
  define_verb(*command, session, call, "unmerge", unmerge)->add_option("ID", call->id)->required();
  define_verb(*command, session, call, "list", list)->add_option("WORDS", call->words);
  define_verb(*command, session, call, "show", show)->add_option("ID", call->id)->required();
  define_portfolio(*command, session);
}

}  // namespace fonds
