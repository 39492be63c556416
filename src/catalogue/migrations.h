/// Migrations: the steps that bring a catalogue to this program's form, compiled in from
/// migrations/*.sql. A step that was ever released is never edited: a change is a new step.
///
/// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct Migration {
  std::string_view name;  ///< file name without ending: "001_catalogue"
  std::string_view sql;
};

/// All steps in order; the n-th brings a catalogue from version n-1 to version n.
const std::vector<Migration>& migrations();

/// The single statements of a step: SOCI runs one at a time. SQLite keeps the text of a CREATE
/// TABLE with its comments, for whoever opens the catalogue with other tools; PostgreSQL does not,
/// and SOCI would look for parameters in them.
enum class Comments { keep, strip };
std::vector<std::string> statements_of(std::string_view sql, Comments comments);

}  // namespace fonds
