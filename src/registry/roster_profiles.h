/// RosterProfiles: how lists of students are laid out, as config/roster_profiles.toml says, and
/// which layout a table has.
///
/// Threads: immutable after loading. Faults: usage (the file is wrong, with the line; no profile of
/// that name).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

namespace fonds {

class DataTable;

/// A heading, or the words before a value, without case, ё and marks; `open`: what begins so.
struct RosterHeading {
  std::string text;
  bool open = false;
};

struct RosterProfile {
  std::string name;
  std::string about;
  std::map<std::string, std::vector<RosterHeading>, std::less<>> headings;  ///< by field
  std::vector<std::string> required;
  bool labelled = false;   ///< the headings are labels before values
  bool recognised = true;  ///< else taken by its name alone
};

/// What words in cells mean, folded.
struct RosterWords {
  std::set<std::string, std::less<>> absent;
  std::set<std::string, std::less<>> men;
  std::set<std::string, std::less<>> women;
  std::set<std::string, std::less<>> refused;
  std::string mother;  ///< the relation of a guardian in a column of its own, as written
  std::string father;
};

/// Where a table has its headings and its fields.
struct RosterLayout {
  const RosterProfile* profile = nullptr;
  std::size_t heading_row = 0;
  std::map<std::string, std::vector<std::size_t>, std::less<>> columns;  ///< by field
  std::vector<std::string> missing;  ///< required fields that are not there
  std::size_t known = 0;             ///< columns that are
};

class RosterProfiles {
 public:
  static RosterProfiles shipped();
  explicit RosterProfiles(const DataTable& data);

  [[nodiscard]] const std::vector<RosterProfile>& all() const { return profiles_; }
  [[nodiscard]] const RosterProfile& named(std::string_view name) const;
  [[nodiscard]] const RosterWords& words() const { return words_; }

  /// The best layout of `table` by one profile: the row among the first ones that lacks least of
  /// what is required, then the one with most headings. A labelled profile is whole when its
  /// label full_name occurs.
  [[nodiscard]] static RosterLayout lay_out(const Table& table, const RosterProfile& profile);
  /// The same by the profile that fits best.
  [[nodiscard]] RosterLayout recognise(const Table& table) const;

 private:
  std::vector<RosterProfile> profiles_;
  RosterWords words_;
};

/// The field whose heading `text` is; empty when it is none.
std::string_view roster_field(const RosterProfile& profile, std::string_view text);

/// "Школа, класс" as "школа класс", "Ф.И.О." as "фио": headings and labels compare so.
std::string fold_heading(std::string_view text);

}  // namespace fonds
