#include <CLI/CLI.hpp>
#include <charconv>

#include "archive/open_words.h"
#include "archive/reconsideration.h"
#include "archive/review.h"
#include "base/messages.h"
#include "cli/card_talk.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "web/api/card_records.h"
#include "web/api/records.h"

namespace fonds {
namespace {

struct ReviewCall {
  std::string id;
  std::vector<std::string> ids;
  std::vector<std::string> fields;
  std::string field;
  std::string value;
  std::int64_t student = 0;
  int page = 0;
  int line = 0;
  int limit = 50;
  std::int64_t revision = -1;

  [[nodiscard]] ArchiveReview::Revision read() const {
    return revision < 0 ? ArchiveReview::Revision() : ArchiveReview::Revision(revision);
  }
};

void print_reviewed(const Session& session, const Reviewed& reviewed) {
  if (session.json) return print(record_with_paper(reviewed));
  print(say(tr("{}  revision {}"), reviewed.document.accession, reviewed.stored.revision));
  for (const std::string& line : card_lines(reviewed)) print(line);
  if (reviewed.stored.revision == 0) tell(session, tr("Nothing is known of this paper yet."));
  if (reviewed.open.any()) {
    tell(session, say(tr("Waits for a person: {}"), open_in_words(reviewed)));
  }
}

int list(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  int shown = 0;
  const std::int64_t waiting =
      ArchiveReview(archive).list(session.actor, call.limit, [&](const Reviewed& reviewed) {
        ++shown;
        if (session.json) return print(record_with_paper(reviewed));
        print(fmt::format("{}  {}", reviewed.document.accession, open_in_words(reviewed)));
      });
  if (waiting == 0) {
    tell(session, tr("Nothing waits for a person."));
  } else {
    tell(session, say(tr("Papers that wait for a person: {}, shown: {}"), waiting, shown));
  }
  return kExitDone;
}

/// 3 when the card still waits: the work is done in part.
int accept(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  const Reviewed after =
      ArchiveReview(archive).accept(session.actor, call.id, call.fields, call.read());
  print_reviewed(session, after);
  return call.fields.empty() && after.open.any() ? kExitInPart : kExitDone;
}

int set(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  ArchiveReview review(archive);
  const bool is_student = call.field == "student" || call.field == "ученик";
  if (!is_student) {
    print_reviewed(session,
                   review.set(session.actor, call.id, call.field, call.value, call.read()));
    return kExitDone;
  }
  StudentId student;
  const char* const last = call.value.data() + call.value.size();
  const auto [end, problem] = std::from_chars(call.value.data(), last, student.value);
  if (problem != std::errc() || end != last) {
    throw Error(Fault::usage, say(tr("“{}” is no number of a student"), call.value),
                tr("look the number up with `fonds student list`"));
  }
  print_reviewed(session,
                 review.set_link(session.actor, call.id, student, LinkState::linked, call.read()));
  return kExitDone;
}

int refuse(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  print_reviewed(session, ArchiveReview(archive).set_link(session.actor, call.id, {call.student},
                                                          LinkState::refused, call.read()));
  return kExitDone;
}

int correct(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  print_reviewed(session, ArchiveReview(archive).correct_text(session.actor, call.id, call.page,
                                                              call.line, call.value, call.read()));
  return kExitDone;
}

/// Says which cards changed, not how: whoever may start it need not be one who may read them.
int again(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  Reconsideration reconsideration(archive, session.actor);
  Progress progress(session);
  const auto total =
      call.ids.empty() ? reconsideration.count() : static_cast<std::int64_t>(call.ids.size());
  std::int64_t done = 0;
  std::int64_t changed = 0;
  const auto report = [&](const Document& document, Reconsideration::Outcome outcome) {
    ++done;
    if (outcome == Reconsideration::Outcome::changed) {
      ++changed;
      progress.clear();
      if (session.json) {
        print(reference_to(document));
      } else {
        print(document.accession);
      }
    }
    progress.show(tr("understanding"), done, total);
  };
  if (call.ids.empty()) {
    reconsideration.all(report, session.stop.get_token());
  } else {
    reconsideration.these(call.ids, report, session.stop.get_token());
  }
  progress.clear();
  tell(session, say(tr("Papers looked at again: {}, cards changed: {}"), done, changed));
  return session.stop.stop_requested() ? kExitInterrupted : kExitDone;
}

int show(Session& session, const ReviewCall& call) {
  Archive archive = session.open_archive();
  print_reviewed(session, ArchiveReview(archive).show(session.actor, call.id));
  return kExitDone;
}

}  // namespace

void define_review(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("review");
  command->require_subcommand(1);
  auto call = std::make_shared<ReviewCall>();
  const auto add = [&](const char* name, int (*action)(Session&, const ReviewCall&)) {
    CLI::App* verb = command->add_subcommand(name);
    verb->callback([&session, call, action] {
      session.action = [&session, call, action] { return action(session, *call); };
    });
    return verb;
  };
  const auto changing = [&](CLI::App* verb) {
    verb->add_option("--revision", call->revision)->check(CLI::NonNegativeNumber);
    verb->add_option("ID", call->id)->required();
    return verb;
  };
  add("list", list)->add_option("--limit", call->limit)->check(CLI::Range(1, 1'000'000));
  add("show", show)->add_option("ID", call->id)->required();
  changing(add("accept", accept))->add_option("FIELD", call->fields);
  CLI::App* setter = changing(add("set", set));
  setter->add_option("FIELD", call->field)->required();
  setter->add_option("VALUE", call->value)->required();
  changing(add("refuse", refuse))->add_option("STUDENT", call->student)->required();
  add("again", again)->add_option("ID", call->ids);
  CLI::App* corrector = changing(add("correct", correct));
  corrector->add_option("PAGE", call->page)->required();
  corrector->add_option("LINE", call->line)->required();
  corrector->add_option("TEXT", call->value)->required();
}

}  // namespace fonds
