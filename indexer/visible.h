/// Visible: the papers a reader may find. Part of every query, never laid over its result: so that
/// hits, counts, suggestions and what a word is taken for say nothing of the others.
///
/// Made by src/archive from the reader's rights; nothing is visible by default.
/// Threads: value type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Query;
}

namespace fonds {

struct Visible {
  bool all = false;                      ///< papers of every collective, and of none
  std::vector<std::string> collectives;  ///< else: titles of those whose papers are seen
  bool blocked_too = false;              ///< records that are blocked as well

  static Visible everything() { return {true, {}, true}; }
  [[nodiscard]] bool is_everything() const { return all && blocked_too; }
  bool operator==(const Visible&) const = default;
};

/// The papers `query` finds that are visible.
Xapian::Query restricted(const Xapian::Query& query, const Visible& visible);

/// A collective's title as a term: whatever its letters, ё and spaces.
std::string readers_term(std::string_view collective);
/// The term of blocked papers.
std::string blocked_term();

}  // namespace fonds
