#include "ingest/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/cell_format.h"
#include "ingest/office_relations.h"
#include "ingest/office_xml.h"

namespace fonds {
namespace {

constexpr const char* kWorkbook = "xl/workbook.xml";
constexpr CalendarDate kMacintoshOrigin{1904, 1, 1};

/// The text of a shared or inline string: its pieces, without the phonetic ones.
std::string string_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node) {
    const std::string_view name = local_name(child);
    if (name == "t") out += child.child_value();
    if (name == "r") out += child_of(child, "t").child_value();
  }
  return out;
}

/// Formats of cells by their number.
class Formats {
 public:
  explicit Formats(const std::optional<OfficeXml>& styles) {
    if (!styles) return;
    for (const pugi::xml_node& each : child_of(styles->root(), "numFmts")) {
      codes_[count_of(each, "numFmtId", 0)] = attribute_of(each, "formatCode");
    }
    for (const pugi::xml_node& each : child_of(styles->root(), "cellXfs")) {
      if (local_name(each) == "xf") numbers_.push_back(count_of(each, "numFmtId", 0));
    }
  }

  [[nodiscard]] std::string show(double value, std::size_t format,
                                 const CalendarDate& origin) const {
    const std::size_t number = format < numbers_.size() ? numbers_[format] : 0;
    const auto code = codes_.find(number);
    return text_of_number(value, number, code == codes_.end() ? "" : code->second, origin);
  }

 private:
  std::map<std::size_t, std::string> codes_;
  std::vector<std::size_t> numbers_;
};

/// "C7" as its column and row, both from 0.
struct Place {
  std::size_t column = 0;
  std::size_t row = 0;
};
std::optional<Place> place_from(std::string_view text) {
  Place place;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at) {
    place.column = place.column * 26 + static_cast<std::size_t>(text[at] - 'A') + 1;
  }
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), place.row);
  if (at == 0 || error != std::errc{} || end != text.data() + text.size() || place.row == 0) {
    return std::nullopt;
  }
  --place.column;
  --place.row;
  return place;
}

/// Reads one workbook's sheets.
class XlsxReader {
 public:
  XlsxReader(const OfficePackage& package, TableBuilder& builder)
      : package_(package),
        builder_(builder),
        relations_(package, kWorkbook),
        formats_(part_of_type("styles")) {
    if (const auto strings = part_of_type("sharedStrings")) {
      for (const pugi::xml_node& each : strings->root()) {
        if (local_name(each) == "si") strings_.push_back(string_text(each));
      }
    }
  }

  void read() {
    const OfficeXml workbook(package_.read(kWorkbook));
    const std::string_view mac = attribute_of(child_of(workbook.root(), "workbookPr"), "date1904");
    if (mac == "1" || mac == "true") origin_ = kMacintoshOrigin;
    for (const pugi::xml_node& each : child_of(workbook.root(), "sheets")) {
      if (local_name(each) != "sheet") continue;
      const std::string part = relations_.target(attribute_of(each, "id"));
      // A chart has no cells, and an external part is no part of ours.
      if (part.empty() || !package_.has(part)) continue;
      builder_.sheet(attribute_of(each, "name"));
      sheet(OfficeXml(package_.read(part)));
    }
  }

 private:
  std::optional<OfficeXml> part_of_type(std::string_view type) {
    const std::string part = relations_.of_type(type);
    if (part.empty() || !package_.has(part)) return std::nullopt;
    return std::optional<OfficeXml>(std::in_place, package_.read(part));
  }

  void sheet(const OfficeXml& xml) {
    std::size_t next = 0;  // row not given yet
    for (const pugi::xml_node& node : child_of(xml.root(), "sheetData")) {
      if (local_name(node) != "row") continue;
      const std::size_t row = std::max(count_of(node, "r", next + 1), std::size_t{1}) - 1;
      // Rows stand in order (18.3.1.73); one that does not comes after those before it.
      if (row > next) builder_.skip(std::min(row - next, builder_.limits().rows + 1));
      next = std::max(row, next) + 1;
      builder_.row(cells_of(node));
    }
  }

  [[nodiscard]] TableRow cells_of(const pugi::xml_node& node) const {
    // One column more than allowed is enough for the builder to refuse it.
    const std::size_t most = builder_.limits().columns + 1;
    TableRow cells;
    std::size_t column = 0;
    for (const pugi::xml_node& child : node) {
      if (local_name(child) != "c") continue;
      if (const auto place = place_from(attribute_of(child, "r"))) column = place->column;
      std::string text = cell_text(child);
      column = std::min(column, most - 1);
      if (!text.empty()) {
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(text);
      }
      ++column;
    }
    return cells;
  }

  [[nodiscard]] std::string cell_text(const pugi::xml_node& cell) const {
    const std::string_view type = attribute_of(cell, "t");
    if (type == "inlineStr") return string_text(child_of(cell, "is"));
    const std::string_view value = child_of(cell, "v").child_value();
    if (value.empty() || type == "str" || type == "e") return std::string(value);
    if (type == "b") return value == "0" ? "FALSE" : "TRUE";
    if (type == "d") return iso_date(value);
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) return std::string(value);
    if (type == "s") {
      const bool known = number >= 0 && number < static_cast<double>(strings_.size());
      return known ? strings_[static_cast<std::size_t>(number)] : std::string{};
    }
    return formats_.show(number, count_of(cell, "s", 0), origin_);
  }

  /// A date of a strict file: "2012-03-12T00:00:00".
  static std::string iso_date(std::string_view value) {
    const auto day = calendar_date_from(value.substr(0, 10));
    return day ? to_text(*day) : std::string(value);
  }

  const OfficePackage& package_;
  TableBuilder& builder_;
  OfficeRelations relations_;
  Formats formats_;
  std::vector<std::string> strings_;
  CalendarDate origin_ = kSpreadsheetOrigin;
};

}  // namespace

void read_xlsx(const OfficePackage& package, TableBuilder& builder) {
  XlsxReader(package, builder).read();
}

}  // namespace fonds
