#include "catalogue/volumes.h"

#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"
#include "model/named.h"

namespace fonds {
namespace {

const char* no_volume() { return tr("the catalogue holds a volume that is none"); }

/// The columns of a volume as the engine gives them.
struct VolumeRow {
  long long id = 0;
  long long year = 0;
  long long number = 0;
  long long matter = 0;
  long long student = 0;
  long long counted = 0;
  long long filed_sheets = 0;
  long long documents = 0;
  std::string state;
  std::string carrier;
  std::string opened_on;
  std::string closed_on;
  std::string first_day;
  std::string last_day;
  Volume rest;

  [[nodiscard]] Volume whole() const {
    Volume made = rest;
    made.id = {id};
    made.key.year = static_cast<int>(year);
    made.key.number = static_cast<int>(number);
    made.state = stored::known(volume_state_from(state), no_volume());
    made.carrier = stored::known(named<Carrier>(kCarriers, carrier), no_volume());
    made.matter = {matter};
    made.student = {student};
    made.opened_on = stored::known(calendar_date_from(opened_on), no_volume());
    made.closed_on = stored::day(closed_on, no_volume());
    made.first_day = stored::day(first_day, no_volume());
    made.last_day = stored::day(last_day, no_volume());
    made.sheets = static_cast<int>(made.closed_on ? counted : filed_sheets);
    made.documents = static_cast<int>(documents);
    return made;
  }
};

template <class... Arguments>
std::vector<Volume> load(Database& database, const std::string& condition,
                         const Arguments&... arguments) {
  std::vector<Volume> found;
  VolumeRow row;
  Volume& rest = row.rest;
  each_row(
      database,
      "SELECT v.id, v.year, v.case_index, v.number, v.state, v.title, v.carrier, v.matter, "
      "COALESCE((SELECT s.person FROM students s WHERE s.id = v.student), v.student), v.shelf, "
      "v.opened_on, v.closed_on, v.first_day, v.last_day, v.sheets, "
      "(SELECT CAST(COALESCE(SUM(f.sheets), 0) AS BIGINT) FROM filed_documents f WHERE f.volume = "
      "v.id), (SELECT COUNT(*) FROM filed_documents g WHERE g.volume = v.id) FROM volumes v "
      "WHERE " +
          condition,
      std::tie(row.id, row.year, rest.key.index, row.number, row.state, rest.title, row.carrier,
               row.matter, row.student, rest.shelf, row.opened_on, row.closed_on, row.first_day,
               row.last_day, row.counted, row.filed_sheets, row.documents),
      [&] { found.push_back(row.whole()); }, arguments...);
  return found;
}

std::optional<Volume> first_of(std::vector<Volume>&& found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

/// The condition of what the filter says; where it says nothing, every volume fulfils it. Numbers
/// and names of states are ours, an index is bound.
std::string condition_of(const VolumeFilter& filter) {
  std::string condition = filter.index.empty() ? ":index = ''" : "v.case_index = :index";
  if (filter.year != 0) condition += " AND v.year = " + std::to_string(filter.year);
  if (filter.state) condition += " AND v.state = '" + std::string(name_of(*filter.state)) + "'";
  if (filter.student && filter.student->value == 0) condition += " AND v.student = 0";
  if (filter.student && filter.student->value != 0) {
    condition +=
        " AND v.student IN (SELECT s.id FROM students s JOIN students k ON k.person = "
        "s.person WHERE k.id = " +
        std::to_string(filter.student->value) + ")";
  }
  return condition;
}

}  // namespace

VolumeId Volumes::add(Transaction& transaction, const Actor& actor, const Volume& volume) {
  const VolumeId id{next_number(transaction, "volume")};
  const std::int64_t year = volume.key.year;
  const std::int64_t number =
      number_from(database_,
                  "SELECT COALESCE(MAX(number), 0) FROM volumes WHERE year = :year AND case_index "
                  "= :case_index",
                  0, year, volume.key.index) +
      1;
  change(database_,
         "INSERT INTO volumes (id, year, case_index, number, state, title, carrier, matter, "
         "student, shelf, opened_on, closed_on, first_day, last_day, sheets, changed_by, "
         "changed_at) VALUES (:id, :year, :case_index, :number, 'open', :title, :carrier, :matter, "
         ":student, :shelf, :opened_on, '', '', '', 0, :changed_by, :changed_at)",
         id.value, year, volume.key.index, number, volume.title, name_of(volume.carrier),
         volume.matter.value, volume.student.value, volume.shelf, to_text(volume.opened_on),
         actor.login, to_text(database_.clock().now()));
  return id;
}

void Volumes::update(Transaction& /*transaction*/, const Actor& actor, const Volume& volume) {
  const std::int64_t counted = volume.closed_on ? volume.sheets : 0;
  change(database_,
         "UPDATE volumes SET state = :state, title = :title, matter = :matter, shelf = :shelf, "
         "closed_on = :closed_on, first_day = :first_day, last_day = :last_day, "
         "sheets = :sheets, changed_by = :changed_by, changed_at = :changed_at WHERE id = :id",
         name_of(volume.state), volume.title, volume.matter.value, volume.shelf,
         stored::text(volume.closed_on), stored::text(volume.first_day),
         stored::text(volume.last_day), counted, actor.login, to_text(database_.clock().now()),
         volume.id.value);
}

std::optional<Volume> Volumes::find(VolumeId id) {
  return first_of(load(database_, "v.id = :id", id.value));
}

std::optional<Volume> Volumes::find(const VolumeKey& key) {
  return first_of(load(database_, "v.year = :year AND v.case_index = :index AND v.number = :number",
                       std::int64_t{key.year}, key.index, std::int64_t{key.number}));
}

std::vector<Volume> Volumes::list(const VolumeFilter& filter, const VolumeKey& after, int limit) {
  return load(database_,
              condition_of(filter) +
                  " AND (v.year, v.case_index, v.number) > (:after_year, :after_index, "
                  ":after_number) ORDER BY v.year, v.case_index, v.number LIMIT :limit",
              filter.index, std::int64_t{after.year}, after.index, std::int64_t{after.number},
              limit);
}

void Volumes::each(const VolumeFilter& filter, const std::function<void(const Volume&)>& visit) {
  constexpr int kPage = 500;
  VolumeKey after;
  for (;;) {
    const std::vector<Volume> page = list(filter, after, kPage);
    for (const Volume& each : page) visit(each);
    if (page.size() < static_cast<std::size_t>(kPage)) return;
    after = page.back().key;
  }
}

std::vector<Volumes::YearCount> Volumes::counts_of(int year) {
  std::vector<YearCount> found;
  YearCount each;
  long long all = 0;
  long long carried_over = 0;
  long long open = 0;
  // Of a closed volume the year of its last paper counts, not the day on which somebody closed it.
  each_row(
      database_,
      "SELECT case_index, COUNT(*), SUM(CASE WHEN closed_on = '' OR last_day > :last_day THEN 1 "
      "ELSE 0 END), SUM(CASE WHEN closed_on = '' THEN 1 ELSE 0 END) FROM volumes WHERE year = "
      ":year GROUP BY case_index ORDER BY case_index",
      std::tie(each.index, all, carried_over, open),
      [&] {
        each.all = all;
        each.carried_over = carried_over;
        each.open = open;
        found.push_back(each);
      },
      to_text(CalendarDate{year, 12, 31}), std::int64_t{year});
  return found;
}

std::vector<Volume> Volumes::of_matter(VolumeId matter) {
  if (matter.value == 0) return {};
  return load(database_, "v.matter = :matter ORDER BY v.id", matter.value);
}

void Volumes::file(Transaction& /*transaction*/, const Actor& actor, VolumeId volume,
                   DocumentId document, int sheets) {
  const std::int64_t place =
      number_from(database_,
                  "SELECT COALESCE(MAX(place), 0) FROM filed_documents WHERE volume = :volume", 0,
                  volume.value) +
      1;
  change(database_,
         "INSERT INTO filed_documents (document, volume, place, sheets, filed_on, filed_by) VALUES "
         "(:document, :volume, :place, :sheets, :filed_on, :filed_by)",
         document.value, volume.value, place, std::int64_t{sheets},
         to_text(day_here(database_.clock().now())), actor.login);
}

bool Volumes::unfile(Transaction& /*transaction*/, DocumentId document) {
  const auto filing = filing_of(document);
  if (!filing) return false;
  change(database_, "DELETE FROM filed_documents WHERE document = :document", document.value);
  change(database_,
         "UPDATE filed_documents SET place = place - 1 WHERE volume = :volume AND place > :place",
         filing->volume.value, std::int64_t{filing->place});
  return true;
}

int Volumes::move(Transaction& /*transaction*/, VolumeId from, int place, VolumeId to) {
  const std::int64_t last = number_from(
      database_, "SELECT COALESCE(MAX(place), 0) FROM filed_documents WHERE volume = :volume", 0,
      to.value);
  return static_cast<int>(change(
      database_,
      "UPDATE filed_documents SET volume = :to_volume, place = place + :shift WHERE volume = "
      ":from_volume AND place >= :place",
      to.value, last - place + 1, from.value, std::int64_t{place}));
}

namespace {

template <class... Arguments>
std::vector<FiledDocument> load_filings(Database& database, const std::string& condition,
                                        const Arguments&... arguments) {
  std::vector<FiledDocument> found;
  FiledDocument each;
  long long document = 0;
  long long volume = 0;
  long long place = 0;
  long long sheets = 0;
  std::string filed_on;
  each_row(
      database,
      "SELECT document, volume, place, sheets, filed_on, filed_by FROM filed_documents WHERE " +
          condition,
      std::tie(document, volume, place, sheets, filed_on, each.filed_by),
      [&] {
        each.document = {document};
        each.volume = {volume};
        each.place = static_cast<int>(place);
        each.sheets = static_cast<int>(sheets);
        each.filed_on = stored::known(calendar_date_from(filed_on), no_volume());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::optional<FiledDocument> Volumes::filing_of(DocumentId document) {
  const auto found = load_filings(database_, "document = :document", document.value);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<FiledDocument> Volumes::documents_of(VolumeId volume, int after, int limit) {
  return load_filings(database_, "volume = :volume AND place > :after ORDER BY place LIMIT :limit",
                      volume.value, std::int64_t{after}, limit);
}

std::vector<DocumentId> Volumes::unfiled(DocumentId after, int limit) {
  std::vector<DocumentId> found;
  long long id = 0;
  each_row(
      database_,
      "SELECT d.id FROM documents d WHERE d.id > :after AND NOT EXISTS (SELECT 1 FROM "
      "filed_documents f WHERE f.document = d.id) AND NOT EXISTS (SELECT 1 FROM stacks s WHERE "
      "s.document = d.id) ORDER BY d.id LIMIT :limit",
      std::tie(id), [&] { found.push_back({id}); }, after.value, limit);
  return found;
}

}  // namespace fonds
