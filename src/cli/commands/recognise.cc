#include <CLI/CLI.hpp>
#include <optional>
#include <thread>

#include "archive/inspection.h"
#include "archive/job_desk.h"
#include "archive/roster_file.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/document_talk.h"
#include "cli/prediction.h"
#include "cli/progress.h"
#include "web/api/intake_records.h"
#include "web/api/records.h"

namespace fonds {
namespace {

struct RecogniseCall {
  std::vector<std::string> files;
  WorkerOptions options;
  int jobs = 0;
  bool jsonl = false;
  bool unsandboxed = false;
  bool again = false;
  std::string students;  ///< a list to match with
};

/// Queues documents of the archive to be recognised once more.
int recognise_again(Session& session, const RecogniseCall& call) {
  Archive archive = session.open_archive();
  ArchiveJobs jobs(archive);
  for (const std::string& reference : call.files) {
    const Job job = jobs.recognise_again(session.actor, reference);
    if (session.json) print(record_of(job));
  }
  tell(session,
       say(tr("Waiting to be recognised again: {}. `fonds work` does it."), call.files.size()));
  return kExitDone;
}

void print_file(const Session& session, const InspectedFile& file) {
  if (session.json) return print(record_of(file));
  for (const RecognisedPage& page : file.pages) {
    tell(session, say(tr("{}, page {}: {} words, {}, turned {}°, skew {:.1f}°, {:.1f} s"),
                      file.name, page.number, count_words(page), percent(page.confidence),
                      page.geometry.rotation, page.geometry.skew,
                      page.timings.decode + page.timings.prepare + page.timings.recognise));
    print(text_of(page));
  }
}

int recognise(Session& session, RecogniseCall& call) {
  if (call.again) return recognise_again(session, call);
  call.options.program = session.program;
  call.options.allow_unsandboxed = call.unsandboxed;
  std::optional<Predictor> predictor;
  if (call.jsonl) {
    predictor.emplace(call.students.empty()
                          ? std::vector<Student>{}
                          : read_roster(call.options, session.clock, call.students),
                      day_here(session.clock.now()));
  }
  const int jobs =
      call.jobs > 0 ? call.jobs : static_cast<int>(std::thread::hardware_concurrency());
  Progress progress(session);
  std::int64_t done = 0;
  int failed = 0;
  int first_exit = 0;
  inspect_files(
      call.options, jobs, {call.files.begin(), call.files.end()}, WithAlto::no,
      [&](const InspectedFile& file) {
        progress.clear();
        ++done;
        if (file.problem.empty()) {
          predictor ? print(predictor->predict(file)) : print_file(session, file);
        } else {
          ++failed;
          if (first_exit == 0) first_exit = entry_of(file.fault).exit_code;
          Error error(file.fault, file.problem, file.hint);
          report(session, error.add_context(file.name));
        }
        progress.show(tr("recognising"), done, static_cast<std::int64_t>(call.files.size()));
      },
      session.stop.get_token());
  if (session.stop.stop_requested()) return kExitInterrupted;
  if (failed == 0) return kExitDone;
  return failed < done ? kExitInPart : first_exit;
}

}  // namespace

void define_recognise(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("recognise");
  auto call = std::make_shared<RecogniseCall>();
  command->add_option("FILE", call->files)->required();
  command->add_option("--jobs", call->jobs)->check(CLI::Range(1, 1024));
  command->add_option("--languages", call->options.reading.languages);
  command->add_option("--tessdata", call->options.reading.tessdata);
  command->add_flag("--again", call->again);
  CLI::Option* jsonl = command->add_flag("--jsonl", call->jsonl);
  command->add_option("--students", call->students)->needs(jsonl);
  command->add_flag("--unsandboxed", call->unsandboxed);
  command->callback([&session, call] {
    session.action = [&session, call] { return recognise(session, *call); };
  });
}

}  // namespace fonds
