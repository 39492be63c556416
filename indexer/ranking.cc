#include "indexer/ranking.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

#include "indexer/card_terms.h"
#include "indexer/fields.h"

namespace fonds {
namespace {

constexpr std::size_t kMostWords = 12;
constexpr std::size_t kMostPlaces = 2000;

std::vector<Xapian::termpos> places_of(const Xapian::Database& database, Xapian::docid document,
                                       const std::string& word) {
  std::vector<Xapian::termpos> places;
  const auto end = database.positionlist_end(document, word);
  for (auto place = database.positionlist_begin(document, word); place != end; ++place) {
    if (places.size() == kMostPlaces) break;
    places.push_back(*place);
  }
  return places;
}

/// The students whose number stands in one of the blocks (ascending).
std::vector<StudentId> numbers_at(const Xapian::Database& database, Xapian::docid document,
                                  const std::vector<Xapian::termpos>& blocks) {
  const std::string_view prefix = entry_of(FieldId::student).prefix;
  std::vector<StudentId> found;
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (term.skip_to(std::string(prefix)); term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(prefix)) break;
    StudentId student;
    const char* const last = name.data() + name.size();
    const auto read = std::from_chars(name.data() + prefix.size(), last, student.value);
    if (read.ec != std::errc() || read.ptr != last) continue;  // of another field
    for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
      const bool number = (*place - 1) % kPlacesOfAStudent == kNumberPlace;
      if (!number || !std::binary_search(blocks.begin(), blocks.end(), student_block(*place))) {
        continue;
      }
      found.push_back(student);
      break;
    }
  }
  return found;
}

/// The blocks of places where students stand who have all words, ascending.
std::vector<Xapian::termpos> blocks_named(const Xapian::Database& database, Xapian::docid document,
                                          const std::vector<std::string>& words) {
  if (words.empty() || words.size() > kMostWords) return {};
  std::vector<Xapian::termpos> students;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<Xapian::termpos> here;
    for (const Xapian::termpos place :
         places_of(database, document, term_of(FieldId::student_name, words[i]))) {
      here.push_back(student_block(place));
    }
    std::sort(here.begin(), here.end());
    std::vector<Xapian::termpos> both;
    std::set_intersection(students.begin(), students.end(), here.begin(), here.end(),
                          std::back_inserter(both));
    students = i == 0 ? here : both;
    if (students.empty()) return {};
  }
  return students;
}

}  // namespace

double closeness(const Xapian::Database& database, Xapian::docid document,
                 const std::vector<std::string>& words) {
  const std::size_t count = std::min(words.size(), kMostWords);
  if (count < 2) return 0;
  std::vector<Xapian::termpos> before = places_of(database, document, words.front());
  std::size_t joined = 0;
  for (std::size_t i = 1; i < count; ++i) {
    std::vector<Xapian::termpos> places = places_of(database, document, words[i]);
    joined += std::any_of(before.begin(), before.end(), [&](Xapian::termpos place) {
      return std::binary_search(places.begin(), places.end(), place + 1);
    });
    before = std::move(places);
  }
  return static_cast<double>(joined) / static_cast<double>(count - 1);
}

bool names_a_student(const Xapian::Database& database, Xapian::docid document,
                     const std::vector<std::string>& words) {
  return !blocks_named(database, document, words).empty();
}

std::vector<StudentId> students_named(const Xapian::Database& database, Xapian::docid document,
                                      const std::vector<std::string>& words) {
  const std::vector<Xapian::termpos> blocks = blocks_named(database, document, words);
  if (blocks.empty()) return {};
  return numbers_at(database, document, blocks);
}

}  // namespace fonds
