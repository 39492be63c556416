#include "archive/achievement_snapshots.h"

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/achievement_rules.h"
#include "archive/achievements.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// The latest of `days` that is not after `today`; nothing when there are none.
std::optional<CalendarDate> last_due(const std::vector<AchievementRules::YearDay>& days,
                                     const CalendarDate& today) {
  std::optional<CalendarDate> last;
  for (const int year : {today.year - 1, today.year}) {
    for (const AchievementRules::YearDay& each : days) {
      CalendarDate day{year, each.month, each.day};
      if (!is_real(day)) day.day = 28;  // 29 February
      if (day <= today && (!last || *last < day)) last = day;
    }
  }
  return last;
}

}  // namespace

void ArchiveSnapshots::journal(const Actor& actor, std::string_view event,
                               const std::string& details) {
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, event, "achievements", details);
  transaction.commit();
}

FrozenBank ArchiveSnapshots::existing(std::int64_t number) {
  if (auto bank = FrozenBanks(archive_.catalogue()).find(number)) return std::move(*bank);
  throw Error(Fault::not_found, say(tr("there is no snapshot {} of the achievements"), number),
              tr("`fonds achievement snapshots` lists them"));
}

FrozenBank ArchiveSnapshots::freeze(const Actor& actor) {
  archive_.policy().require(actor, Operation::decide_achievements);
  // Derived inside the transaction: nobody changes a card in between.
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).lock(transaction);
  FrozenBank bank = FrozenBanks(archive_.catalogue())
                        .freeze(transaction, actor, ArchiveAchievements(archive_).bank({}));
  transaction.commit();
  return bank;
}

std::vector<FrozenBank> ArchiveSnapshots::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_achievements);
  Viewer(archive_, actor).require_all();  // a frozen bank tells the counts of all
  return FrozenBanks(archive_.catalogue()).list();
}

std::optional<CalendarDate> ArchiveSnapshots::due(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_achievements);
  const CalendarDate today = day_here(archive_.clock().now());
  const auto day = last_due(AchievementRules::of(archive_).snapshot_days(), today);
  const std::vector<FrozenBank> banks = FrozenBanks(archive_.catalogue()).list();
  if (!day || (!banks.empty() && *day <= day_here(moment_from_text(banks.back().taken_at))))
    return std::nullopt;
  return day;
}

AchievementBank ArchiveSnapshots::frozen(std::int64_t number, const AchievementFilter& filter) {
  Students students(archive_.catalogue());
  AchievementBank found;
  for (Achievement& each : FrozenBanks(archive_.catalogue()).records(existing(number))) {
    Achievement today = each;  // as the register knows the student now
    if (filter.student) {
      today.student = students.living(each.student);
      for (StudentId& member : today.members) member = students.living(member);
    }
    if (filter.takes(today)) found.push_back(std::move(each));
  }
  return found;
}

AchievementBank ArchiveSnapshots::bank(const Actor& actor, std::int64_t number,
                                       const AchievementFilter& filter) {
  archive_.policy().require(actor, Operation::read_achievements);
  AchievementBank found = frozen(number, filter);
  leave_seen(Viewer(archive_, actor), found);
  Json details{{"records", found.size()}, {"snapshot", number}};
  if (filter.student) details["student"] = filter.student->value;
  journal(actor, "achievement.listed", details.dump());
  return found;
}

SnapshotComparison ArchiveSnapshots::compare(const Actor& actor, std::optional<std::int64_t> before,
                                             std::optional<std::int64_t> after) {
  archive_.policy().require(actor, Operation::read_achievements);
  Viewer(archive_, actor).require_all();
  SnapshotComparison comparison;
  if (before) {
    comparison.before = existing(*before);
  } else {
    const std::vector<FrozenBank> banks = FrozenBanks(archive_.catalogue()).list();
    if (banks.empty()) {
      throw Error(Fault::not_found, tr("the bank of achievements was never frozen"),
                  tr("freeze it with `fonds achievement snapshot`"));
    }
    comparison.before = banks.back();
  }
  if (after) comparison.after = existing(*after);
  Students students(archive_.catalogue());
  AchievementBank then = frozen(comparison.before.number, {});
  AchievementBank now = after ? frozen(*after, {}) : ArchiveAchievements(archive_).bank({});
  const Viewer viewer(archive_, actor);
  leave_seen(viewer, then);
  leave_seen(viewer, now);
  comparison.difference =
      difference_of(then, now, [&](StudentId student) { return students.living(student); });
  Json details{{"before", comparison.before.number}};
  if (after) details["after"] = *after;
  journal(actor, "achievement.compared", details.dump());
  return comparison;
}

}  // namespace fonds
