#include "forms/csv_text.h"

#include <string_view>

namespace fonds {
namespace {

/// What makes a spreadsheet program compute instead of show; white space before it is passed over.
bool looks_like_a_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(" \xC2\xA0");
  if (first == std::string_view::npos) return false;
  if (cell[0] == '\t' || cell[0] == '\r' || cell[0] == '\n') return true;
  const std::string_view rest = cell.substr(first);
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

void append(std::string& text, const std::string& cell) {
  const bool formula = looks_like_a_formula(cell);
  if (!formula && cell.find_first_of(";\"\r\n") == std::string::npos) {
    text += cell;
    return;
  }
  text += '"';
  if (formula) text += '\'';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

}  // namespace

std::string csv_text(const Table& table) {
  std::string text = "\xEF\xBB\xBF";
  for (const TableRow& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ';';
      append(text, row[i]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace fonds
