#include <algorithm>
#include <cctype>

#include "catalogue/migrations.h"

namespace fonds {
namespace {

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

}  // namespace

std::vector<std::string> statements_of(std::string_view sql, Comments comments) {
  std::vector<std::string> found;
  std::string statement;
  bool has_code = false;  // a statement of comments alone is none
  for (std::size_t i = 0; i < sql.size();) {
    std::size_t end = i + 1;
    if (sql.substr(i, 2) == "--") {
      end = std::min(sql.find('\n', i), sql.size());
      // Comments before a statement belong to the file, not to the table.
      if (comments == Comments::keep && has_code) statement += sql.substr(i, end - i);
    } else if (sql[i] == '\'') {
      end = std::min(sql.find('\'', i + 1), sql.size() - 1) + 1;
      statement += sql.substr(i, end - i);
      has_code = true;
    } else if (sql[i] == ';') {
      if (has_code) found.push_back(statement);
      statement.clear();
      has_code = false;
    } else if (has_code || !is_blank(sql.substr(i, 1))) {
      statement += sql[i];
      has_code = true;
    }
    i = end;
  }
  if (has_code) found.push_back(statement);
  return found;
}

}  // namespace fonds
