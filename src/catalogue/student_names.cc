#include "catalogue/student_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

constexpr std::size_t kWords = 4;
/// Records that are a person's, with these words.
constexpr const char* kWithWords =
    "id = person AND search_key LIKE :w0 ESCAPE '\\' AND search_key LIKE :w1 ESCAPE '\\' AND "
    "search_key LIKE :w2 ESCAPE '\\' AND search_key LIKE :w3 ESCAPE '\\'";

/// `text` as a pattern that matches it wherever it begins a word.
std::string word_pattern(std::string_view text) {
  std::string pattern = "% ";
  for (const char c : fold(text)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

/// A pattern for each of the words; those that are left over match anything.
std::array<std::string, kWords> patterns_of(const std::vector<std::string>& words) {
  std::array<std::string, kWords> patterns;
  patterns.fill("%");
  for (std::size_t i = 0; i < std::min(words.size(), kWords); ++i) {
    patterns[i] = word_pattern(words[i]);
  }
  return patterns;
}

/// The students whose ids a query of `rest` gives, in its order.
template <class... Arguments>
std::vector<Student> students_with(Database& database, const std::vector<std::string>& words,
                                   std::string_view rest, const Arguments&... arguments) {
  const std::array<std::string, kWords> patterns = patterns_of(words);
  const Snapshot snapshot(database);
  std::vector<StudentId> order;
  long long id = 0;
  each_row(
      database, fmt::format("SELECT id FROM students WHERE {} {}", kWithWords, rest), std::tie(id),
      [&] { order.push_back({id}); }, patterns[0], patterns[1], patterns[2], patterns[3],
      arguments...);
  std::map<StudentId, Student> students = Students(database).find_all(order);
  std::vector<Student> found;
  found.reserve(order.size());
  for (const StudentId each : order) found.push_back(std::move(students.at(each)));
  return found;
}

}  // namespace

std::vector<Student> StudentNames::list(const std::vector<std::string>& words,
                                        const StudentPlace& after, int limit) {
  return students_with(database_, words,
                       "AND (name_key > :after OR (name_key = :same AND id > :id)) "
                       "ORDER BY name_key, id LIMIT :limit",
                       after.name_key, after.name_key, after.id.value, limit);
}

std::vector<Student> StudentNames::page(const std::vector<std::string>& words, std::int64_t from,
                                        int limit) {
  return students_with(database_, words, "ORDER BY name_key, id LIMIT :limit OFFSET :from", limit,
                       from);
}

std::int64_t StudentNames::count(const std::vector<std::string>& words) {
  const std::array<std::string, kWords> patterns = patterns_of(words);
  return number_from(database_, fmt::format("SELECT count(*) FROM students WHERE {}", kWithWords),
                     0, patterns[0], patterns[1], patterns[2], patterns[3]);
}

std::vector<StudentPlace> StudentNames::attending(const std::vector<std::string>& collectives,
                                                  const std::vector<std::string>& words) {
  const std::array<std::string, kWords> patterns = patterns_of(words);
  std::set<std::string> wanted;
  for (const std::string& each : collectives) wanted.insert(fold(each));
  const Snapshot snapshot(database_);
  std::set<std::pair<std::string, StudentId>> places;
  long long id = 0;
  std::string key;
  for (const std::string& title : different_texts(database_, "memberships", "collective")) {
    if (!wanted.contains(fold(title))) continue;
    each_row(
        database_,
        "SELECT s.id, s.name_key FROM memberships m JOIN students r ON r.id = m.student "
        "JOIN students s ON s.id = r.person WHERE m.collective = :collective AND s.search_key "
        "LIKE :w0 ESCAPE '\\' AND s.search_key LIKE :w1 ESCAPE '\\' AND s.search_key LIKE :w2 "
        "ESCAPE '\\' AND s.search_key LIKE :w3 ESCAPE '\\'",
        std::tie(id, key), [&] { places.emplace(key, StudentId{id}); }, title, patterns[0],
        patterns[1], patterns[2], patterns[3]);
  }
  std::vector<StudentPlace> found;
  found.reserve(places.size());
  for (const auto& [name, student] : places) found.push_back({name, student});
  return found;
}

std::vector<Student> StudentNames::with_surname(const std::vector<std::string>& words, int limit) {
  constexpr std::size_t kShortestSurname = 2;
  std::vector<Student> found;
  for (std::size_t i = 0; i < std::min(words.size(), kWords); ++i) {
    const std::string begins = fold(words[i]);
    if (count_characters(begins) < kShortestSurname) continue;
    for (Student& each : named_from(begins, words, limit)) {
      const auto same = [&](const Student& other) { return other.id == each.id; };
      if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(each));
    }
  }
  const auto by_name = [](const Student& a, const Student& b) {
    return std::pair(name_key_of(a.name), a.id) < std::pair(name_key_of(b.name), b.id);
  };
  std::sort(found.begin(), found.end(), by_name);
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
  return found;
}

/// Those one of whose surnames begins so, and who have all words.
std::vector<Student> StudentNames::named_from(const std::string& surname,
                                              const std::vector<std::string>& words, int limit) {
  // SQLite keeps texts in order of their bytes, so a range of the index is all that begin so.
  // Servers order them by their language: there the pattern says it.
  const bool range = database_.is_sqlite();
  const std::string from = range ? surname : word_pattern(surname).substr(2);
  const std::string to = range ? surname + "\xF4\x8F\xBF\xBF" : "";
  const auto begins = [&](const char* column, const char* number) {
    return range ? fmt::format("{0} >= :from{1} AND {0} < :to{1}", column, number)
                 : fmt::format("{0} LIKE :from{1} ESCAPE '\\' AND {0} <> :to{1}", column, number);
  };
  const std::array<std::string, kWords> patterns = patterns_of(words);
  const Snapshot snapshot(database_);
  std::vector<StudentId> order;
  long long id = 0;
  each_row(
      database_,
      "SELECT id FROM students WHERE id IN (SELECT person FROM students WHERE " +
          begins("name_key", "1") +
          " UNION SELECT s.person FROM former_names f JOIN students s ON s.id = f.student WHERE " +
          begins("f.name_key", "2") +
          ") AND id = person AND search_key LIKE :w0 ESCAPE '\\' AND search_key LIKE :w1 ESCAPE "
          "'\\' AND search_key LIKE :w2 ESCAPE '\\' AND search_key LIKE :w3 ESCAPE '\\' "
          "ORDER BY name_key, id LIMIT :limit",
      std::tie(id), [&] { order.push_back({id}); }, from, to, from, to, patterns[0], patterns[1],
      patterns[2], patterns[3], limit);
  const std::map<StudentId, Student> whole = Students(database_).find_all(order);
  std::vector<Student> found;
  found.reserve(order.size());
  for (const StudentId each : order) found.push_back(whole.at(each));
  return found;
}

}  // namespace fonds
