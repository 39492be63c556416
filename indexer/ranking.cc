#include "indexer/ranking.h"

#include <algorithm>
#include <iterator>

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

bool name_one_student(const Xapian::Database& database, Xapian::docid document,
                      const std::vector<std::string>& words) {
  if (words.empty() || words.size() > kMostWords) return false;
  // The blocks of places where students stand who have all words so far.
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
    if (students.empty()) return false;
  }
  return true;
}

}  // namespace fonds
