#include "catalogue/retention_records.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_volume() { return tr("the catalogue holds a volume that is none"); }

/// Volumes with a paper of any record of a person `k`, and their personal files, with `columns`
/// beside. Only what a person has refused is surely not theirs.
std::string volumes_of_students(const std::string& columns, const std::string& from,
                                const std::string& condition) {
  const std::string records = from + " JOIN students s ON s.person = k.person JOIN ";
  return "SELECT f.volume, " + columns + records +
         "student_links l ON l.student = s.id JOIN filed_documents f ON f.document = l.document "
         "WHERE " +
         condition +
         " AND l.state <> 'refused' AND NOT EXISTS (SELECT 1 FROM student_links p WHERE p.document "
         "= l.document AND p.student = l.student AND p.origin = 'person' AND p.state = 'refused') "
         "UNION SELECT v.id, " +
         columns + records + "volumes v ON v.student = s.id WHERE " + condition;
}

constexpr const char* kHolds = "h.lifted_by = ''";

}  // namespace

RetentionRecords::RetentionRecords(Database& database) : database_(database) {
  const Snapshot snapshot(database_);
  load_holds();
  load_requests();
  load_loans();
  load_matters();
}

/// `query` gives volume, words and last day.
void RetentionRecords::block(const std::string& query, DisposalObstacleKind kind) {
  long long volume = 0;
  DisposalObstacle each;
  each.kind = kind;
  std::string until;
  each_row(database_, query, std::tie(volume, each.why, until), [&] {
    each.until = stored::day(until, no_volume());
    obstacles_[{volume}].push_back(each);
  });
}

void RetentionRecords::load_holds() {
  const std::string what = "f.volume, h.reason, h.last_day FROM holds h ";
  const std::string standing = std::string(" WHERE ") + kHolds + " AND h.subject = ";
  block("SELECT h.target, h.reason, h.last_day FROM holds h" + standing + "'volume'",
        DisposalObstacleKind::hold);
  const std::string of_document = standing + "'document'";
  block("SELECT " + what + "JOIN filed_documents f ON f.document = h.target" + of_document +
            " UNION SELECT " + what +
            "JOIN stack_parts p ON p.stack = h.target JOIN filed_documents f ON f.document = "
            "p.document" +
            of_document + " UNION SELECT " + what +
            "JOIN stack_parts m ON m.document = h.target JOIN stack_parts p ON p.stack = m.stack "
            "JOIN filed_documents f ON f.document = p.document" +
            of_document,
        DisposalObstacleKind::hold);
  block(volumes_of_students("h.reason, h.last_day ",
                            "FROM holds h JOIN students k ON k.id = h.target",
                            std::string(kHolds) + " AND h.subject = 'student'"),
        DisposalObstacleKind::hold);
  HeldItem item;
  long long year = 0;
  std::string until;
  each_row(database_,
           "SELECT h.case_index, h.target, h.reason, h.last_day FROM holds h" + standing + "'item'",
           std::tie(item.index, year, item.obstacle.why, until), [&] {
             item.year = year;
             item.obstacle.until = stored::day(until, no_volume());
             held_items_.push_back(item);
           });
}

void RetentionRecords::load_requests() {
  block(volumes_of_students("CAST(d.number AS TEXT), '' ",
                            "FROM disclosures d JOIN students k ON k.id = d.student",
                            "d.state IN ('opened', 'approved')"),
        DisposalObstacleKind::open_request);
}

void RetentionRecords::load_loans() {
  block("SELECT volume, taker, '' FROM loans WHERE returned_on = ''", DisposalObstacleKind::issued);
}

void RetentionRecords::load_matters() {
  long long matter = 0;
  long long open = 0;
  std::string last_day;
  each_row(database_,
           "SELECT matter, MAX(last_day), SUM(CASE WHEN closed_on = '' THEN 1 ELSE 0 END) FROM "
           "volumes WHERE matter > 0 GROUP BY matter",
           std::tie(matter, last_day, open),
           [&] { matters_[{matter}] = {open == 0 ? last_day : std::string()}; });
}

std::vector<RetentionRecord> RetentionRecords::load(const std::string& condition, std::int64_t from,
                                                    std::int64_t to) {
  std::vector<RetentionRecord> found;
  RetentionRecord each;
  long long id = 0;
  long long year = 0;
  long long number = 0;
  long long matter = 0;
  std::string state;
  std::string first_day;
  std::string last_day;
  each_row(
      database_,
      "SELECT id, year, case_index, number, state, matter, first_day, last_day FROM volumes "
      "WHERE " +
          condition,
      std::tie(id, year, each.key.index, number, state, matter, first_day, last_day),
      [&] {
        each.volume = {id};
        each.key.year = static_cast<int>(year);
        each.key.number = static_cast<int>(number);
        each.state = stored::known(volume_state_from(state), no_volume());
        each.first_day = stored::day(first_day, no_volume());
        each.facts = {};
        each.facts.closed = stored::day(last_day, no_volume());
        each.facts.one_matter = matter > 0;
        if (matter > 0) {
          each.facts.matter_closed = stored::day(matters_[{matter}].last_day, no_volume());
        }
        found.push_back(each);
      },
      from, to);
  if (!found.empty()) fill(found);
  return found;
}

namespace {

void note(RetentionFacts& facts, const VolumeMark& mark) {
  switch (mark.kind) {
    case VolumeMarkKind::not_needed:
      facts.not_needed = mark.day;
      return;
    case VolumeMarkKind::audited:
      facts.audited = true;
      return;
    case VolumeMarkKind::in_search:
    case VolumeMarkKind::written_off:
      facts.obstacles.push_back({DisposalObstacleKind::in_search, mark.basis, {}});
      return;
    case VolumeMarkKind::damaged:  // its term goes on
      return;
    case VolumeMarkKind::dispute:
      facts.obstacles.push_back({DisposalObstacleKind::dispute, mark.basis, {}});
      return;
    default:
      facts.events[static_cast<std::size_t>(
          stored::known(trigger_from(name_of(mark.kind)), no_volume()))] = mark.day;
  }
}

}  // namespace

void RetentionRecords::fill(std::vector<RetentionRecord>& records) {
  std::map<VolumeId, RetentionFacts*> facts;
  for (RetentionRecord& each : records) {
    facts[each.volume] = &each.facts;
    if (const auto found = obstacles_.find(each.volume); found != obstacles_.end()) {
      each.facts.obstacles = found->second;
    }
    for (const HeldItem& held : held_items_) {
      const bool meant =
          held.index == each.key.index && (held.year == 0 || held.year == each.key.year);
      if (meant) each.facts.obstacles.push_back(held.obstacle);
    }
  }
  const std::int64_t from = records.front().volume.value;
  const std::int64_t to = records.back().volume.value;
  long long volume = 0;
  std::string first;
  std::string second;
  std::string third;
  const auto each_of = [&](const char* query, const auto& visit) {
    each_row(
        database_, query, std::tie(volume, first, second, third),
        [&] {
          if (const auto found = facts.find({volume}); found != facts.end()) visit(*found->second);
        },
        from, to);
  };
  // The register knows when a learner left; a mark says it better. While any record of the person
  // has not left, they are here.
  each_of(
      "SELECT v.id, MIN(s.left_on), MAX(s.left_on), '' FROM volumes v JOIN students k ON k.id = "
      "v.student JOIN students s ON s.person = k.person WHERE v.id BETWEEN :low AND :high AND "
      "v.student > 0 GROUP BY v.id",
      [&](RetentionFacts& of) {
        if (first.empty()) return;
        of.events[static_cast<std::size_t>(Trigger::learner_left)] =
            stored::day(second, no_volume());
      });
  each_of(
      "SELECT volume, kind, day, basis FROM volume_marks WHERE volume BETWEEN :low AND :high ORDER "
      "BY volume, kind",
      [&](RetentionFacts& of) {
        note(of, {stored::known(volume_mark_kind_from(first), no_volume()),
                  stored::known(calendar_date_from(second), no_volume()), third, ""});
      });
  each_of(
      "SELECT u.volume, i.approved_on, '', '' FROM inventory_units u JOIN inventories i ON "
      "i.number "
      "= u.inventory WHERE u.volume BETWEEN :low AND :high AND i.approved_on <> '' AND i.state <> "
      "'cancelled'",
      [&](RetentionFacts& of) { of.inventoried = stored::day(first, no_volume()); });
  each_of(
      "SELECT volume, outcome, protocol, last_day FROM appraisals WHERE volume BETWEEN :low AND "
      ":high",
      [&](RetentionFacts& of) {
        of.decision = CommissionDecision{stored::known(appraisal_from(first), no_volume()), second,
                                         stored::day(third, no_volume())};
      });
}

std::vector<RetentionRecord> RetentionRecords::page(VolumeId after, int limit) {
  return load("id > :after ORDER BY id LIMIT :limit", after.value, limit);
}

std::optional<RetentionRecord> RetentionRecords::of(VolumeId volume) {
  const auto found = of(std::vector{volume});
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<RetentionRecord> RetentionRecords::of(std::vector<VolumeId> volumes) {
  constexpr std::size_t kChunk = 500;
  std::sort(volumes.begin(), volumes.end());
  std::vector<RetentionRecord> found;
  for (std::size_t i = 0; i < volumes.size(); i += kChunk) {
    const std::vector<VolumeId> chunk(
        volumes.begin() + static_cast<std::ptrdiff_t>(i),
        volumes.begin() + static_cast<std::ptrdiff_t>(std::min(i + kChunk, volumes.size())));
    auto part = load("id BETWEEN :low AND :high AND id IN (" + numbers_of(chunk) + ") ORDER BY id",
                     chunk.front().value, chunk.back().value);
    std::move(part.begin(), part.end(), std::back_inserter(found));
  }
  return found;
}

}  // namespace fonds
