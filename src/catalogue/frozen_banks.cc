#include "catalogue/frozen_banks.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kSaltBytes = 16;

std::string subject_of(std::int64_t number) { return fmt::format("achievements/{}", number); }

std::string text_of(const std::vector<std::string>& titles) {
  return Json(titles).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_of(const std::vector<StudentId>& students) {
  Json list = Json::array();
  for (const StudentId each : students) list.push_back(each.value);
  return list.dump();
}

[[noreturn]] void refuse(std::int64_t number) {
  throw Error(Fault::corrupt,
              say(tr("snapshot {} of the achievements is not what was frozen"), number),
              tr("compare with the last backup"));
}

/// The lists of a record, as they stand in its row.
struct Lists {
  std::string attended;
  std::string members;
};

void take(Achievement& record, const Lists& lists, std::int64_t snapshot) {
  record.attended.clear();
  record.members.clear();
  try {
    for (const auto& each : Json::parse(lists.attended)) record.attended.push_back(each);
    for (const auto& each : Json::parse(lists.members)) {
      record.members.push_back({each.get<std::int64_t>()});
    }
  } catch (const nlohmann::json::exception&) {  // its message may quote a name
    refuse(snapshot);
  }
}

/// Whether the record is one of somebody who was forgotten.
bool says_nothing(const Achievement& record) {
  return record.attended.empty() && record.members.empty() &&
         std::all_of(kAchievementFacts.begin(), kAchievementFacts.end(),
                     [&](const AchievementFact& fact) { return (record.*fact.value).empty(); });
}

/// Each part as its length, ':' and its bytes: no two records give the same text.
std::string hash_of(const Achievement& record, const Lists& lists, const std::string& salt) {
  std::string text;
  const auto add = [&](const std::string& part) {
    text += fmt::format("{}:{}", part.size(), part);
  };
  add(salt);
  add(std::to_string(record.document.value));
  add(record.accession);
  add(std::to_string(record.student.value));
  for (const AchievementFact& fact : kAchievementFacts) add(record.*fact.value);
  add(lists.attended);
  add(lists.members);
  return sha256(text);
}

}  // namespace

FrozenBank FrozenBanks::freeze(Transaction& transaction, const Actor& actor,
                               const std::vector<Achievement>& records) {
  FrozenBank bank;
  Journal journal(database_);
  journal.lock(transaction);
  bank.number = next_number(transaction, "achievement-snapshot");
  bank.taken_at = to_text(database_.clock().now());
  bank.taken_by = actor.login;
  bank.records = static_cast<std::int64_t>(records.size());
  change(database_,
         "INSERT INTO achievement_snapshots (number, taken_at, taken_by, records, hash) VALUES "
         "(:number, :taken_at, :taken_by, :records, '')",
         bank.number, bank.taken_at, bank.taken_by, bank.records);
  Sha256 whole;
  std::int64_t position = 0;
  for (const Achievement& each : records) {
    const Lists lists{text_of(each.attended), text_of(each.members)};
    const std::string salt = random_hex(kSaltBytes);
    const std::string hash = hash_of(each, lists, salt);
    whole.add(hash);
    change(database_,
           "INSERT INTO achievement_snapshot_records (snapshot, position, document, accession, "
           "student, holder, collective, event, nomination, level, place, mark, date, control, "
           "scope, kind, attended, members, salt, hash) VALUES (:snapshot, :position, :document, "
           ":accession, :student, :holder, :collective, :event, :nomination, :level, :place, "
           ":mark, :date, :control, :scope, :kind, :attended, :members, :salt, :hash)",
           bank.number, ++position, each.document.value, each.accession, each.student.value,
           each.holder, each.collective, each.event, each.nomination, each.level, each.place,
           each.mark, each.date, each.control, each.scope, each.kind, lists.attended, lists.members,
           salt, hash);
  }
  bank.hash = whole.finish();
  change(database_, "UPDATE achievement_snapshots SET hash = :hash WHERE number = :number",
         bank.hash, bank.number);
  journal.append(transaction, actor, "achievement.frozen", subject_of(bank.number),
                 Json{{"records", bank.records}, {"hash", bank.hash}}.dump());
  return bank;
}

std::vector<FrozenBank> FrozenBanks::list() {
  std::vector<FrozenBank> banks;
  FrozenBank bank;
  long long number = 0;
  long long records = 0;
  each_row(database_,
           "SELECT number, taken_at, taken_by, records, hash FROM achievement_snapshots "
           "ORDER BY number",
           std::tie(number, bank.taken_at, bank.taken_by, records, bank.hash), [&] {
             bank.number = number;
             bank.records = records;
             banks.push_back(bank);
           });
  return banks;
}

std::optional<FrozenBank> FrozenBanks::find(std::int64_t number) {
  for (FrozenBank& bank : list()) {
    if (bank.number == number) return std::move(bank);
  }
  return std::nullopt;
}

std::vector<Achievement> FrozenBanks::records(const FrozenBank& bank) {
  const Snapshot snapshot(database_);
  std::vector<Achievement> records;
  Achievement record;
  Lists lists;
  long long document = 0;
  long long student = 0;
  std::string salt;
  std::string hash;
  Sha256 whole;
  each_row(
      database_,
      "SELECT document, accession, student, holder, collective, event, nomination, level, place, "
      "mark, date, control, scope, kind, attended, members, salt, hash FROM "
      "achievement_snapshot_records WHERE snapshot = :snapshot ORDER BY position",
      std::tie(document, record.accession, student, record.holder, record.collective, record.event,
               record.nomination, record.level, record.place, record.mark, record.date,
               record.control, record.scope, record.kind, lists.attended, lists.members, salt,
               hash),
      [&] {
        record.document = {document};
        record.student = {student};
        take(record, lists, bank.number);
        // Without its salt it was emptied: only its place in the chain can be verified, so it may
        // say nothing either.
        const bool sound =
            salt.empty() ? says_nothing(record) : hash_of(record, lists, salt) == hash;
        if (!sound) refuse(bank.number);
        whole.add(hash);
        records.push_back(record);
      },
      bank.number);
  if (static_cast<std::int64_t>(records.size()) != bank.records || whole.finish() != bank.hash) {
    refuse(bank.number);
  }
  for (const JournalEntry& entry : Journal(database_).about(subject_of(bank.number))) {
    if (entry.event != "achievement.frozen") continue;
    // The entry may say more: by what way and for what purpose somebody came in.
    const Json told = Json::parse(entry.details, nullptr, false);
    if (!told.is_object() || told.value("records", std::int64_t{-1}) != bank.records ||
        told.value("hash", "") != bank.hash) {
      break;
    }
    return records;
  }
  refuse(bank.number);
}

}  // namespace fonds
