#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "registry/name_grammar.h"
#include "registry/person_name.h"

namespace fonds {
namespace {

Json parts_of(const PersonName& name) {
  return {{"last", name.last}, {"first", name.first}, {"middle", name.middle}};
}

const char* title(GrammaticalCase each) {
  switch (each) {
    case GrammaticalCase::nominative:
      return tr("nominative");
    case GrammaticalCase::genitive:
      return tr("genitive");
    case GrammaticalCase::dative:
      return tr("dative");
    case GrammaticalCase::accusative:
      return tr("accusative");
    case GrammaticalCase::instrumental:
      return tr("instrumental");
    case GrammaticalCase::prepositional:
      return tr("prepositional");
  }
  return "?";
}

/// The name in the nominative: as given, unless only an oblique reading makes sense.
PersonName nominative_of(const PersonName& given, const NameGrammar& grammar) {
  constexpr double kSenseless = 0.05;
  const auto readings = grammar.to_nominative(given, std::nullopt, Gender::unknown);
  double nominative = 0;
  for (const NominativeReading& reading : readings) {
    if (reading.grammatical_case == GrammaticalCase::nominative) nominative += reading.plausibility;
  }
  return readings.empty() || nominative >= kSenseless ? given : readings.front().name;
}

void show_name(const Session& session, const NameGrammar& grammar, const std::string& input) {
  const auto parsed = parse_person_name(normalise(input), grammar);
  if (!parsed) {
    throw Error(Fault::usage, say(tr("'{}' is no person's name"), printable(input)),
                tr("write the surname, first name and patronymic, or initials"));
  }
  const PersonName name = nominative_of(in_title_case(parsed->name), grammar);
  const Gender gender = grammar.gender_of(name);
  Json record{{"input", input}};
  record.update(parts_of(name));
  record["gender"] = name_of(gender);
  const auto forms = grammar.paradigm(name, gender);
  for (const GrammaticalCase each : kGrammaticalCases) {
    const PersonName& declined = forms.at(static_cast<std::size_t>(each));
    record["cases"][std::string(name_of(each))] = parts_of(declined);
    if (!session.json) print(say("{:<14} {}", title(each), full_text(declined)));
  }
  if (session.json) print(record);
}

int show(Session& session, const std::vector<std::string>& names) {
  const NameGrammar grammar = NameGrammar::shipped();
  for (const std::string& name : names) show_name(session, grammar, name);
  if (!names.empty()) return kExitDone;
  int done = 0;
  int failed = 0;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    try {  // one line that is no name must not cost the others
      show_name(session, grammar, to_valid_utf8(line));
      ++done;
    } catch (const Error& error) {
      report(session, error);
      ++failed;
    }
  }
  if (failed == 0) return kExitDone;
  return done > 0 ? kExitInPart : entry_of(Fault::usage).exit_code;
}

}  // namespace

void define_name(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("name");
  command->require_subcommand(1);
  auto names = std::make_shared<std::vector<std::string>>();
  CLI::App* verb = command->add_subcommand("show");
  verb->add_option("NAME", *names);
  verb->callback(
      [&session, names] { session.action = [&session, names] { return show(session, *names); }; });
}

}  // namespace fonds
