/// SavedSearches: searches people keep, each owner's for themselves.
///
/// Names are compared folded (lower case, ё = е). Threads: as Database. Faults: as Database; absent
/// is a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"

namespace fonds {

struct SavedSearch {
  std::string title;
  std::string query;  ///< as typed
  std::string saved_at;
};

class SavedSearches {
 public:
  explicit SavedSearches(Database& database) : database_(database) {}

  /// In place of one of this name.
  void set(Transaction& transaction, std::string_view login, std::string_view title,
           std::string_view query);
  /// False when there was none.
  bool remove(Transaction& transaction, std::string_view login, std::string_view title);
  std::optional<SavedSearch> find(std::string_view login, std::string_view title);
  /// In order of names.
  std::vector<SavedSearch> list(std::string_view login);

 private:
  Database& database_;
};

}  // namespace fonds
