#include "archive/achievement_export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/achievement_snapshots.h"
#include "archive/achievement_table.h"
#include "archive/achievements.h"
#include "archive/viewer.h"
#include "base/messages.h"
#include "catalogue/journal.h"

namespace fonds {

AchievementExport ArchiveAchievementExport::take_out(const Actor& actor,
                                                     const AchievementFilter& filter,
                                                     std::optional<std::int64_t> snapshot,
                                                     std::string_view form) {
  archive_.policy().require(actor, Operation::export_achievements);
  AchievementBank bank = snapshot ? ArchiveSnapshots(archive_).frozen(*snapshot, filter)
                                  : ArchiveAchievements(archive_).bank(filter);
  leave_seen(Viewer(archive_, actor), bank);
  nlohmann::ordered_json details{{"records", bank.size()}, {"form", form}};
  if (snapshot) details["snapshot"] = *snapshot;
  if (filter.student) details["student"] = filter.student->value;
  Database& database = archive_.catalogue();
  AchievementExport taken;
  {
    Transaction transaction(database);
    Journal journal(database);
    taken.entry =
        journal.append(transaction, actor, "achievement.exported", "achievements", details.dump());
    taken.hash = journal.after(taken.entry - 1, 1).at(0).hash;
    transaction.commit();
  }
  taken.made = archive_.clock().now();
  taken.records = table_of(bank, archive_.words());
  taken.about.name = tr("About the table");
  taken.about.rows = {
      {tr("what"), tr("value")},
      {tr("taken out"), to_text(taken.made)},
      {tr("by"), actor.login},
      {tr("records"), std::to_string(bank.size())},
      {tr("snapshot"), snapshot ? std::to_string(*snapshot) : tr("none: as of now")},
      {tr("journal entry"), std::to_string(taken.entry)},
      {tr("its hash"), taken.hash}};
  return taken;
}

}  // namespace fonds
