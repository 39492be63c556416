#include "retention/evaluate.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <iostream>
#include <sstream>

#include "archive/field_input.h"
#include "base/disk.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "retention/question.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

struct RetentionCall {
  std::string file;
  std::string on;
};

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
  std::istringstream file(read_file(call.file));
  return answer_all(session, file, today);
}

}  // namespace

void define_retention(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("retention");
  command->require_subcommand(1);
  const auto asked = define_verb(*command, session, "evaluate", evaluate_questions);
  asked.app->add_option("FILE", asked.call->file);
  asked.app->add_option("--on", asked.call->on);
}

}  // namespace fonds
