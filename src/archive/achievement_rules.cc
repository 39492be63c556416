#include "archive/achievement_rules.h"

#include <algorithm>
#include <charconv>

#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// The links of one student on a paper, after merging of records.
struct Standing {
  bool linked = false;
  const ProofLink* row = nullptr;  ///< the name on the paper; null: a person's link alone
};

Standing standing_of(const std::vector<const ProofLink*>& links) {
  Standing standing;
  LinkVerdict verdict;
  for (const ProofLink* link : links) {
    verdict.add(link->origin, link->state);
    if (link->origin == Origin::person) continue;
    const bool better = standing.row == nullptr || standing.row->result.empty();
    if (link->role && better) standing.row = link;
  }
  standing.linked = verdict.linked();
  return standing;
}

bool proves(Proof proof, const ProofLink* row) {
  switch (proof) {
    case Proof::nobody:
      return false;
    case Proof::holder:
      return row == nullptr || row->role == PersonRole::holder;
    case Proof::named:
      return row == nullptr || row->role != PersonRole::other;
    case Proof::results:
      return row != nullptr && !row->result.empty();
  }
  return false;
}

/// What people stated of one record: of several words on one field the latest, since records that
/// are one person now may have got one each.
using Stated = std::map<std::string, std::string>;
Stated stated(const ProofPaper& paper, const std::vector<StudentId>& records) {
  Stated values;
  Stated since;
  for (const AchievementWord& word : paper.words) {
    if (std::find(records.begin(), records.end(), word.record) == records.end()) continue;
    if (since[word.field] > word.decided_at) continue;
    since[word.field] = word.decided_at;
    values[word.field] = word.value;
  }
  return values;
}

void lay_over(Achievement& record, const Stated& words) {
  for (const auto& [field, value] : words) {
    if (field == "control") record.control = value;
    if (field == "scope") record.scope = value;
    if (field == "place") record.place = value;
  }
}

bool counts(const Stated& words, bool otherwise) {
  const auto said = words.find("counts");
  return said == words.end() ? otherwise : said->second == "yes";
}

std::vector<std::string> attended_by(const ProofStudent& student, const std::string& date) {
  std::vector<std::string> titles;
  const auto when = date_span_from(date);
  if (!when) return titles;
  for (const Membership& each : student.memberships) {
    const bool known = std::find(titles.begin(), titles.end(), each.collective) != titles.end();
    if (!known && attended_on(each, *when)) titles.push_back(each.collective);
  }
  return titles;
}

std::vector<StudentId> members_on(const AchievementRules::Attendance& attending,
                                  const std::string& date) {
  std::vector<StudentId> members;
  const auto when = date_span_from(date);
  if (!when) return members;
  for (const auto& [student, membership] : attending) {
    if (attended_on(membership, *when)) members.push_back(student);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

AchievementRules::YearDay year_day(const DataTable& table, const std::string& text) {
  AchievementRules::YearDay found;
  // Any year with a 29 February.
  const auto day = calendar_date_from("2024-" + text);
  if (!day) {
    table.refuse(say(tr("'{}' is no day of the year"), text), tr("write month-day, such as 05-31"));
  }
  found.month = day->month;
  found.day = day->day;
  return found;
}

}  // namespace

AchievementRules AchievementRules::of(Archive& archive) {
  constexpr std::string_view kFile = "achievements.toml";
  return {DataTable::parse(shipped_data(kFile), kFile), archive.kinds(), ReviewRules::shipped(),
          archive.words()};
}

AchievementRules::AchievementRules(const DataTable& data, DocumentKinds kinds,
                                   const ReviewRules& review, const ValueWords& words)
    : kinds_(std::move(kinds)), review_(review), words_(words) {
  data.expect_only({"scope", "snapshots"});
  const DataTable& scopes = data.table("scope");
  for (const std::string& level : scopes.keys()) {
    if (!level_from(level)) {
      scopes.refuse(say(tr("there is no level '{}'"), level), tr("correct it"));
    }
    const auto scope = scope_from(scopes.text(level));
    if (!scope) {
      scopes.refuse(say(tr("there is no scope '{}'"), scopes.text(level)),
                    tr("write internal or external"));
    }
    scopes_.emplace(level, *scope);
  }
  const DataTable& snapshots = data.table("snapshots");
  snapshots.expect_only({"days"});
  for (const std::string& day : snapshots.texts("days")) {
    days_.push_back(year_day(snapshots, day));
  }
  std::sort(days_.begin(), days_.end(), [](const YearDay& a, const YearDay& b) {
    return std::pair(a.month, a.day) < std::pair(b.month, b.day);
  });
}

Achievement AchievementRules::common(const ProofPaper& paper, const PaperKind* kind) const {
  const auto fact = [&](std::string_view field) { return review_.fact(paper.card, field); };
  Achievement record;
  record.document = paper.document;
  record.accession = paper.accession;
  record.kind = fact("kind");
  record.event = fact("event");
  record.level = fact("level");
  record.place = fact("place");
  record.nomination = fact("nomination");
  record.date = fact("date");
  if (record.date.empty()) record.date = fact("school_year");
  record.collective = fact("collective");
  record.control = fact("control");
  if (record.control.empty() && kind != nullptr && kind->control) {
    record.control = name_of(*kind->control);
  }
  if (const auto scope = scopes_.find(record.level); scope != scopes_.end()) {
    record.scope = name_of(scope->second);
  } else if (kind != nullptr && kind->own_level) {
    record.scope = name_of(Scope::internal);
  }
  return record;
}

/// "II место" of a row is a place; a bare number may be points as well.
std::string AchievementRules::place_from(const std::string& result) const {
  if (result.find_first_not_of("0123456789.,/- ") == std::string::npos) return {};
  const std::vector<std::string> meant = words_.meant("place", result);
  return meant.size() == 1 ? meant.front() : std::string();
}

std::vector<Achievement> AchievementRules::derive(
    const ProofPaper& paper, const std::function<Attendance(const std::string&)>& attending) const {
  const PaperKind* kind = kinds_.find(review_.fact(paper.card, "kind"));
  const Proof proof = kind == nullptr ? Proof::nobody : kind->proves;
  if (proof == Proof::nobody && paper.words.empty()) return {};
  const Achievement shared = common(paper, kind);

  std::map<StudentId, std::vector<const ProofLink*>> by_student;
  for (const ProofLink& link : paper.links) by_student[link.student].push_back(&link);
  std::vector<Achievement> found;
  bool given_to_student = paper.names_holder;
  for (const auto& [student, links] : by_student) {
    const Standing standing = standing_of(links);
    if (!standing.linked) continue;
    if (standing.row == nullptr) given_to_student = true;
    std::vector<StudentId> records{student};
    for (const ProofLink* link : links) records.push_back(link->record);
    const Stated words = stated(paper, records);
    if (!counts(words, proves(proof, standing.row))) continue;
    Achievement record = shared;
    record.student = student;
    const ProofStudent& who = paper.students.at(student);
    record.holder = who.name;
    if (standing.row != nullptr && !standing.row->result.empty()) {
      record.mark = standing.row->result;
      // Marks of an attestation are no places: only a contest has them.
      const std::string place =
          kind != nullptr && kind->may_hold("event") ? place_from(record.mark) : std::string();
      if (!place.empty()) record.place = place;
    }
    record.attended = attended_by(who, record.date);
    lay_over(record, words);
    found.push_back(std::move(record));
  }

  const Stated words = stated(paper, {StudentId{0}});
  const bool awarded = (proof == Proof::holder || proof == Proof::named) && !given_to_student;
  if (!shared.collective.empty() && counts(words, awarded)) {
    Achievement record = shared;
    record.holder = shared.collective;
    record.members = members_on(attending(shared.collective), record.date);
    lay_over(record, words);
    found.push_back(std::move(record));
  }
  return found;
}

}  // namespace fonds
