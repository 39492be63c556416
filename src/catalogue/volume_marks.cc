#include "catalogue/volume_marks.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_mark() { return tr("the catalogue holds a mark of a volume that is none"); }

}  // namespace

void VolumeMarks::set(Transaction& transaction, const Actor& actor, VolumeId volume,
                      const VolumeMark& mark) {
  lift(transaction, volume, mark.kind);
  change(database_,
         "INSERT INTO volume_marks (volume, kind, day, basis, marked_by, marked_at) VALUES "
         "(:volume, :kind, :day, :basis, :marked_by, :marked_at)",
         volume.value, name_of(mark.kind), to_text(mark.day), mark.basis, actor.login,
         to_text(database_.clock().now()));
}

bool VolumeMarks::lift(Transaction& /*transaction*/, VolumeId volume, VolumeMarkKind kind) {
  return change(database_, "DELETE FROM volume_marks WHERE volume = :volume AND kind = :kind",
                volume.value, name_of(kind)) > 0;
}

std::vector<VolumeMark> VolumeMarks::of(VolumeId volume) {
  std::vector<VolumeMark> found;
  VolumeMark each;
  std::string kind;
  std::string day;
  each_row(
      database_, "SELECT kind, day, basis, marked_by FROM volume_marks WHERE volume = :volume",
      std::tie(kind, day, each.basis, each.marked_by),
      [&] {
        each.kind = stored::known(volume_mark_kind_from(kind), no_mark());
        each.day = stored::known(calendar_date_from(day), no_mark());
        found.push_back(each);
      },
      volume.value);
  std::sort(found.begin(), found.end(),
            [](const VolumeMark& a, const VolumeMark& b) { return a.kind < b.kind; });
  return found;
}

std::vector<VolumeId> VolumeMarks::having(VolumeMarkKind kind) {
  std::vector<VolumeId> found;
  long long volume = 0;
  each_row(
      database_, "SELECT volume FROM volume_marks WHERE kind = :kind ORDER BY volume",
      std::tie(volume), [&] { found.push_back({volume}); }, name_of(kind));
  return found;
}

void VolumeMarks::decide(Transaction& /*transaction*/, const Actor& actor, VolumeId volume,
                         const CommissionDecision& decision) {
  change(database_, "DELETE FROM appraisals WHERE volume = :volume", volume.value);
  change(database_,
         "INSERT INTO appraisals (volume, outcome, protocol, last_day, recorded_by, recorded_at) "
         "VALUES (:volume, :outcome, :protocol, :last_day, :recorded_by, :recorded_at)",
         volume.value, name_of(decision.outcome), decision.protocol, stored::text(decision.until),
         actor.login, to_text(database_.clock().now()));
}

void VolumeMarks::forget_judgements(Transaction& transaction, VolumeId volume) {
  change(database_, "DELETE FROM appraisals WHERE volume = :volume", volume.value);
  for (const VolumeMarkKind kind : kJudgements) lift(transaction, volume, kind);
}

std::optional<CommissionDecision> VolumeMarks::decision(VolumeId volume) {
  std::optional<CommissionDecision> found;
  std::string outcome;
  std::string protocol;
  std::string until;
  each_row(
      database_, "SELECT outcome, protocol, last_day FROM appraisals WHERE volume = :volume",
      std::tie(outcome, protocol, until),
      [&] {
        found = {stored::known(appraisal_from(outcome), no_mark()), protocol,
                 stored::day(until, no_mark())};
      },
      volume.value);
  return found;
}

}  // namespace fonds
