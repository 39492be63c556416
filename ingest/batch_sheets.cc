#include "ingest/batch_sheets.h"

#include <algorithm>
#include <charconv>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Sheets of other makers say little; longer texts are no sheets.
constexpr std::size_t kLongestForeign = 100;  // bytes

int facts_of(const SheetCode& code) {
  return (code.case_index.empty() ? 0 : 1) + (code.year ? 1 : 0) +
         (code.collective.empty() ? 0 : 1) + (code.count ? 1 : 0);
}

template <class Value>
bool agree(const Value& a, const Value& b) {
  return a == Value{} || b == Value{} || a == b;
}

bool agree(const SheetCode& a, const SheetCode& b) {
  return a.kind == b.kind && agree(a.case_index, b.case_index) && agree(a.year, b.year) &&
         agree(a.collective, b.collective) && agree(a.count, b.count);
}

/// The code that says most, when the others say nothing else.
std::optional<SheetCode> united(const std::vector<SheetCode>& codes) {
  if (codes.empty()) return std::nullopt;
  const SheetCode& fullest = *std::max_element(
      codes.begin(), codes.end(),
      [](const SheetCode& a, const SheetCode& b) { return facts_of(a) < facts_of(b); });
  const bool one = std::all_of(codes.begin(), codes.end(),
                               [&](const SheetCode& code) { return agree(code, fullest); });
  return one ? std::optional(fullest) : std::nullopt;
}

std::size_t group_of(const DataTable& sheet, std::string_view key) {
  const double number = sheet.number_or(key, 0);
  if (number < 0 || number > 20) sheet.refuse(tr("no such group"), tr("write its number, from 1"));
  return static_cast<std::size_t>(number);
}

}  // namespace

BatchSheets::BatchSheets(const DataTable& sheets) {
  sheets.expect_only({"sheet"});
  for (const DataTable& sheet : sheets.tables("sheet")) {
    sheet.expect_only({"code", "kind", "case", "year"});
    const auto kind = sheet_kind_from(sheet.text("kind"));
    if (!kind) {
      sheet.refuse(tr("no such kind of sheet"), tr("write separator, cover or case"));
    }
    foreign_.push_back({Pattern("^(?:" + sheet.text("code") + ")$"), *kind, group_of(sheet, "case"),
                        group_of(sheet, "year")});
  }
}

BatchSheets BatchSheets::shipped() {
  constexpr std::string_view kFile = "separator_sheets.toml";
  return BatchSheets(DataTable::parse(shipped_data(kFile), kFile));
}

std::optional<SheetCode> BatchSheets::read(const std::vector<Barcode>& codes) const {
  std::vector<SheetCode> ours;
  std::vector<SheetCode> others;
  for (const Barcode& code : codes) {
    if (auto sheet = sheet_code_from(code.text)) {
      ours.push_back(std::move(*sheet));
    } else if (auto foreign = read_foreign(code.text)) {
      others.push_back(std::move(*foreign));
    }
  }
  return united(ours.empty() ? others : ours);
}

std::optional<SheetCode> BatchSheets::read_foreign(std::string_view code) const {
  if (code.size() > kLongestForeign) return std::nullopt;
  const std::string text = fold(code);
  const PatternText prepared(text);
  for (const Foreign& foreign : foreign_) {
    const auto match = foreign.code.find(prepared);
    if (!match || match->whole != TextSpan{0, text.size()}) continue;
    const auto group = [&](std::size_t number) -> std::string_view {
      if (number == 0 || number >= match->groups.size() || !match->groups[number]) return {};
      return match->groups[number]->of(text);
    };
    SheetCode sheet;
    sheet.kind = foreign.kind;
    sheet.case_index = case_index_from(group(foreign.case_group)).value_or("");
    const std::string_view year = group(foreign.year_group);
    int number = 0;
    if (std::from_chars(year.data(), year.data() + year.size(), number).ec == std::errc{}) {
      sheet.year = number;
    }
    return sheet;
  }
  return std::nullopt;
}

}  // namespace fonds
