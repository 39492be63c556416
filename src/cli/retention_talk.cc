#include "cli/retention_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"
#include "retention/state_words.h"
#include "web/api/retention_records.h"

namespace fonds {

void print_explained(const Session& session, const ExplainedVolume& volume,
                     const CalendarDate& day) {
  if (session.json) return print(record_of(volume, day));
  print(fmt::format("{}  {}  · {}  {}", to_text(volume.key), printable(volume.heading), spoken(day),
                    title_of(volume.verdict.state)));
  std::string source = say(tr("By the nomenclature of {}: {}."), volume.nomenclature,
                           printable(period_with_source(volume.rule)));
  if (volume.longer_by_list) source += std::string(" ") + tr("The list in force keeps it longer.");
  print("    " + source);
  for (const std::string& sentence : sentences_of(volume.verdict, volume.rule, volume.facts)) {
    print("    " + sentence);
  }
}

void print_planned(const Session& session, const PlannedVolume& volume) {
  if (session.json) return print(record_of(volume));
  std::string line =
      fmt::format("{} {}  {}  {}", volume.step == volume.before ? " " : "*", to_text(volume.key),
                  title_of(volume.step), printable(volume.heading));
  if (volume.term) line += "  · " + say(tr("from {}"), spoken(*volume.term));
  if (volume.step != volume.before && volume.before != PlannedStep::none) {
    line += "  · " + say(tr("before: {}"), title_of(volume.before));
  }
  print(line);
}

void tell_totals(const Session& session, const PlanTotals& totals) {
  std::string line = say(tr("Volumes: {}"), totals.volumes);
  for (std::size_t i = 1; i < totals.steps.size(); ++i) {
    if (totals.steps[i] == 0) continue;
    line += fmt::format("; {}: {}", title_of(static_cast<PlannedStep>(i)), totals.steps[i]);
  }
  line += "; " + say(tr("changed: {}"), totals.changed);
  tell(session, line);
}

}  // namespace fonds
