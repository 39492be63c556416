#include "catalogue/saved_searches.h"

#include <tuple>

#include "base/text.h"
#include "catalogue/sql.h"

namespace fonds {

void SavedSearches::set(Transaction& transaction, std::string_view login, std::string_view title,
                        std::string_view query) {
  remove(transaction, login, title);
  change(database_,
         "INSERT INTO saved_searches (login, name, title, query, saved_at) "
         "VALUES (:login, :name, :title, :query, :saved_at)",
         login, fold(title), title, query, to_text(database_.clock().now()));
}

bool SavedSearches::remove(Transaction& /*transaction*/, std::string_view login,
                           std::string_view title) {
  return change(database_, "DELETE FROM saved_searches WHERE login = :login AND name = :name",
                login, fold(title)) > 0;
}

std::optional<SavedSearch> SavedSearches::find(std::string_view login, std::string_view title) {
  std::optional<SavedSearch> found;
  SavedSearch search;
  each_row(
      database_,
      "SELECT title, query, saved_at FROM saved_searches WHERE login = :login AND name = :name",
      std::tie(search.title, search.query, search.saved_at), [&] { found = search; }, login,
      fold(title));
  return found;
}

std::vector<SavedSearch> SavedSearches::list(std::string_view login) {
  std::vector<SavedSearch> found;
  SavedSearch search;
  each_row(
      database_,
      "SELECT title, query, saved_at FROM saved_searches WHERE login = :login ORDER BY name",
      std::tie(search.title, search.query, search.saved_at), [&] { found.push_back(search); },
      login);
  return found;
}

}  // namespace fonds
