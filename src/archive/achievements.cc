#include "archive/achievements.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "access/policy.h"
#include "archive/achievement_rules.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/proofs.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// What an id names; student 0: the collective's record.
struct Reference {
  Document document;
  StudentId student;
};

Reference reference_from(Archive& archive, const Actor& actor, std::string_view typed) {
  const std::size_t slash = typed.rfind('/');
  const std::string_view whose =
      slash == std::string_view::npos ? std::string_view() : typed.substr(slash + 1);
  StudentId student;
  const char* const last = whose.data() + whose.size();
  const auto [end, problem] = std::from_chars(whose.data(), last, student.value);
  const bool is_number = problem == std::errc() && end == last && student.value > 0;
  const bool is_collective = whose == "c" || whose == "с" || whose == "к";  // Cyrillic ones too
  if (!is_number && !is_collective) {
    throw Error(Fault::usage, say(tr("“{}” names no achievement"), printable(typed)),
                tr("write it as `fonds achievement list` does: 2026-000123/15"));
  }
  return {ArchiveDocuments(archive).find(Viewer(archive, actor), typed.substr(0, slash)),
          is_number ? student : StudentId()};
}

[[noreturn]] void refuse(const ValueWords& words, std::string_view field, std::string_view typed) {
  std::string allowed = words.titles(field);
  if (field == "counts") allowed = tr("yes, no");
  throw Error(Fault::usage, say(tr("“{}” cannot be stated for {}"), printable(typed), field),
              say(tr("it can be: {}; auto takes back what was stated"), allowed));
}

/// A statement as it is kept; nothing: what is derived counts again.
std::optional<std::string> canonical(const ValueWords& words, const std::string& field,
                                     const std::string& typed) {
  const std::string folded = fold(to_valid_utf8(typed));
  if (folded == "auto" || folded == "авто") return std::nullopt;
  if (field == "counts") {
    if (folded == "yes" || folded == "да") return "yes";
    if (folded == "no" || folded == "нет") return "no";
    refuse(words, field, typed);
  }
  if (field == "place") {
    return FieldInput(words, ReviewRules::shipped()).canonical(*card_field("place"), typed);
  }
  if (folded == "none" || folded == "нет") return "";
  const std::vector<std::string> meant = words.meant(field, folded);
  if (meant.size() != 1) refuse(words, field, typed);
  return meant.front();
}

/// The records of the register by which the paper is linked to the student. A word is kept with
/// each, so that it stays with its record when the two are parted.
std::vector<StudentId> linked_records(const std::optional<ProofPaper>& paper,
                                      const Reference& reference) {
  if (reference.student.value == 0) {
    if (paper && !text_of(paper->card, "collective").empty()) return {StudentId{0}};
    throw Error(
        Fault::not_found,
        say(tr("the card of document {} names no collective"), reference.document.accession),
        tr("say which with `fonds review set ID collective …`"));
  }
  std::set<StudentId> records;
  if (paper) {
    for (const ProofLink& link : paper->links) {
      if (link.student == reference.student) records.insert(link.record);
    }
  }
  if (!records.empty()) return {records.begin(), records.end()};
  throw Error(Fault::not_found,
              say(tr("document {} is not linked to student {}"), reference.document.accession,
                  reference.student.value),
              tr("link it with `fonds review set ID student N`"));
}

}  // namespace

std::string level_meant(const ValueWords& words, std::string_view typed) {
  return FieldInput(words, ReviewRules::shipped()).canonical(*card_field("level"), typed);
}

AchievementBank ArchiveAchievements::bank(const AchievementFilter& filter) {
  const AchievementRules rules = AchievementRules::of(archive_);
  Proofs proofs(archive_.catalogue());
  const auto attending = [&](const std::string& collective) {
    return proofs.attending(collective);
  };
  AchievementBank bank;
  const auto take = [&](const ProofPaper& paper) {
    for (Achievement& each : rules.derive(paper, attending)) {
      if (filter.takes(each)) bank.push_back(std::move(each));
    }
  };
  if (!filter.student) {
    proofs.each(take);
  } else {
    // Their own papers, and those of the collectives they attend.
    std::set<DocumentId> papers;
    for (const DocumentId each : proofs.linked_to(*filter.student)) papers.insert(each);
    if (const auto student = Students(archive_.catalogue()).find(*filter.student)) {
      for (const Membership& membership : student->memberships) {
        for (const DocumentId each : proofs.naming(membership.collective)) papers.insert(each);
      }
    }
    for (const DocumentId each : papers) {
      if (const auto paper = proofs.of(each)) take(*paper);
    }
  }
  put_in_order(bank);
  return bank;
}

AchievementBank ArchiveAchievements::list(const Actor& actor, const AchievementFilter& filter) {
  archive_.policy().require(actor, Operation::read_achievements);
  AchievementBank found = bank(filter);
  leave_seen(Viewer(archive_, actor), found);
  Json details{{"records", found.size()}};
  if (filter.student) details["student"] = filter.student->value;
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "achievement.listed", "achievements", details.dump());
  transaction.commit();
  return found;
}

std::optional<Achievement> ArchiveAchievements::set(const Actor& actor, std::string_view typed,
                                                    const Statements& statements) {
  archive_.policy().require(actor, Operation::decide_achievements);
  Reference reference = reference_from(archive_, actor, typed);
  Database& database = archive_.catalogue();
  Proofs proofs(database);
  const StudentId student = Students(database).living(reference.student);
  reference.student = student;
  std::map<std::string, std::optional<std::string>> words;
  for (const auto& [field, value] : statements) {
    words.emplace(field, canonical(archive_.words(), field, value));
  }
  {
    Transaction transaction(database);
    Journal journal(database);
    journal.lock(transaction);
    const auto paper = proofs.of(reference.document.id);
    const std::vector<StudentId> records = linked_records(paper, reference);
    Json fields = Json::array();
    for (const auto& [field, value] : words) {
      fields.push_back(field);
      for (const StudentId record : records) {
        if (value) {
          proofs.set_word(transaction, reference.document.id,
                          {record, field, *value, actor.login, {}});
        } else {
          proofs.take_back_word(transaction, reference.document.id, record, field);
        }
      }
    }
    journal.append(transaction, actor, "achievement.stated",
                   fmt::format("document/{}", reference.document.id.value),
                   Json{{"student", student.value}, {"fields", fields}}.dump());
    transaction.commit();
  }
  const auto paper = proofs.of(reference.document.id);
  if (!paper) return std::nullopt;
  const AchievementRules rules = AchievementRules::of(archive_);
  for (Achievement& each : rules.derive(
           *paper, [&](const std::string& collective) { return proofs.attending(collective); })) {
    if (each.student == student) return std::move(each);
  }
  return std::nullopt;
}

}  // namespace fonds
