#include "archive/publication.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "access/policy.h"
#include "archive/achievements.h"
#include "archive/consent_offers.h"
#include "catalogue/blocks.h"
#include "catalogue/consents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

/// The name a student may be published under; nothing: none.
std::optional<std::string> public_name(Students& students, StudentId id) {
  const auto student = students.find(id);
  if (!student) return std::nullopt;
  return full_text(PersonName{student->name.last, student->name.first, ""});
}

}  // namespace

PublicationList ArchivePublication::list(const Actor& actor, const AchievementFilter& filter) {
  archive_.policy().require(actor, Operation::export_achievements);
  Database& database = archive_.catalogue();
  const CalendarDate today = day_here(archive_.clock().now());
  const std::map<StudentId, ConsentRecords> on_record = Consents(database).all();
  std::set<StudentId> withdrawing;
  for (const ConsentOffer& offer : consent_offers(archive_)) {
    if (offer.reading.says == ConsentSays::withdrawal) withdrawing.insert(offer.student);
  }
  Students students(database);
  const std::set<StudentId> blocked = Blocks(database).students();
  std::map<StudentId, std::optional<std::string>> names;
  const auto name_of_student = [&](StudentId id) -> const std::optional<std::string>& {
    const auto [place, is_new] = names.try_emplace(id);
    const auto records = on_record.find(id);
    if (is_new && records != on_record.end() && withdrawing.count(id) == 0 &&
        blocked.count(students.living(id)) == 0 &&
        consented(records->second, ConsentScope::publication, today)) {
      place->second = public_name(students, id);
    }
    return place->second;
  };

  PublicationList list;
  std::set<StudentId> left;
  for (Achievement& each : ArchiveAchievements(archive_).bank(filter)) {
    if (each.student.value != 0) {
      const std::optional<std::string>& name = name_of_student(each.student);
      if (!name) {
        ++list.left_out;
        left.insert(each.student);
        continue;
      }
      each.holder = *name;
    }
    each.members.clear();
    each.attended.clear();
    list.records.push_back(std::move(each));
  }
  list.left_students = static_cast<std::int64_t>(left.size());
  put_in_order(list.records);
  Transaction transaction(database);
  Journal(database).append(
      transaction, actor, "achievement.publication_listed", "achievements",
      nlohmann::ordered_json{{"records", list.records.size()}, {"left_out", list.left_out}}.dump());
  transaction.commit();
  return list;
}

}  // namespace fonds
