#include "retention/nomenclature_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/messages.h"
#include "base/text.h"
#include "model/sheet_code.h"

namespace fonds {
namespace {

enum class Column { index, title, period, article, note };
/// Begins of the words a heading is known by, folded. The first column that fits counts.
constexpr std::array<std::string_view, 5> kHeadings{"индекс", "заголов", "срок", "стат", "примеч"};
constexpr std::size_t kNeeded = 3;  // index, title, period

using Columns = std::array<std::optional<std::size_t>, kHeadings.size()>;

std::string line_of(std::string_view cell) {
  const std::string text = printable(to_valid_utf8(cell));
  std::string line;
  for (const char each : text) {
    const bool blank = each == ' ' || each == '\t';
    if (blank && (line.empty() || line.back() == ' ')) continue;
    line += blank ? ' ' : each;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// Nothing: the row is not the one with the headings.
std::optional<Columns> columns_in(const TableRow& row) {
  Columns columns;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const std::string cell = ' ' + fold(line_of(row[at]));
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
      const bool fits = cell.find(' ' + std::string(kHeadings[i])) != std::string::npos;
      if (!fits || columns[i]) continue;
      columns[i] = at;
      if (i < kNeeded) break;
    }
  }
  const bool all = std::all_of(columns.begin(), columns.begin() + kNeeded,
                               [](const auto& column) { return column.has_value(); });
  // «Срок хранения и № статей по перечню» is one column.
  if (all && !columns[static_cast<std::size_t>(Column::article)]) {
    columns[static_cast<std::size_t>(Column::article)] =
        columns[static_cast<std::size_t>(Column::period)];
  }
  return all ? std::optional(columns) : std::nullopt;
}

bool is_section_code(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// «02 Учебная часть», «02. Учебная часть», «Раздел 02 — Учебная часть».
std::optional<NomenclatureSection> section_in(const std::string& line) {
  static const Pattern form(R"((?:(?i:раздел)\s+)?([0-9]{2})(?:[\s.):–—-]+)(\p{L}.*))");
  const auto found = form.find(PatternText(line));
  if (!found || found->whole.begin != 0) return std::nullopt;
  return NomenclatureSection{std::string(found->groups[1]->of(line)),
                             std::string(found->groups[2]->of(line))};
}

std::optional<int> year_in(const std::string& line) {
  static const Pattern form(R"(\bна\s+_*((?:19|20)[0-9]{2})_*\s*(?:г|год))");
  const std::string folded = fold(line);
  const auto found = form.find(PatternText(folded));
  if (!found) return std::nullopt;
  const std::string_view digits = found->groups[1]->of(folded);
  int year = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), year);
  return year;
}

bool is_end(const std::string& first) {
  const std::string folded = fold(first);
  return folded.starts_with("итогов") || folded.starts_with("ответствен") ||
         folded.starts_with("согласован") || folded.starts_with("должность");
}

/// «5 лет ЭПК, ст. 154» parted.
std::pair<std::string, std::string> period_and_article(const std::string& cell) {
  static const Pattern article(R"([,;]?\s*\(?(?:ст|статья|п|пункт)\.?\s*([0-9].*?)\)?$)");
  static const Pattern protocol(R"([,;]?\s*\(?((?i:протокол).*?)\)?$)");
  for (const Pattern* form : {&article, &protocol}) {
    if (const auto found = form->find(PatternText(cell))) {
      return {cell.substr(0, found->whole.begin), std::string(found->groups[1]->of(cell))};
    }
  }
  return {cell, ""};
}

class Reader {
 public:
  Reader(const Table& table, const Columns& columns, const PeriodWords& words)
      : table_(table), columns_(columns), words_(words) {}

  ReadNomenclature read(std::size_t headings) {
    for (std::size_t i = 0; i < headings; ++i) {
      for (const std::string& cell : table_.rows[i]) {
        if (const auto year = year_in(line_of(cell))) read_.nomenclature.year = *year;
      }
    }
    for (std::size_t i = headings + 1; i < table_.rows.size(); ++i) {
      if (case_index_from(cell(table_.rows[i], Column::index))) last_item_ = i;
    }
    for (row_ = headings + 1; row_ < table_.rows.size(); ++row_) {
      if (!read_row(table_.rows[row_])) break;
    }
    if (read_.nomenclature.items.empty() && read_.problems.empty()) {
      wrong(0, tr("the nomenclature has no items"), tr("write them under the headings"));
    }
    return std::move(read_);
  }

 private:
  [[nodiscard]] std::string cell(const TableRow& row, Column column) const {
    const auto at = columns_[static_cast<std::size_t>(column)];
    return at && *at < row.size() ? line_of(row[*at]) : "";
  }
  void wrong(std::size_t row, std::string what, const char* hint) {
    read_.problems.push_back({row, std::move(what), hint});
  }

  /// False: the list has ended.
  bool read_row(const TableRow& row) {
    std::vector<std::string> filled;
    for (const std::string& each : row) {
      if (const std::string line = line_of(each); !line.empty()) filled.push_back(line);
    }
    if (filled.empty()) return true;
    const std::string index = cell(row, Column::index);
    if (row_ > last_item_ && is_below(row, filled.front())) return false;
    if (is_numbering(filled)) return true;
    if (is_section_code(index)) {
      read_.nomenclature.sections.push_back({index, cell(row, Column::title)});
    } else if (filled.size() == 1) {
      read_single(filled.front());
    } else {
      read_item(row, index);
    }
    return true;
  }

  /// Under the last item: totals, signatures. A row with a period is an item whose index is wrong.
  [[nodiscard]] bool is_below(const TableRow& row, const std::string& first) const {
    return !read_.nomenclature.items.empty() &&
           (is_end(first) || cell(row, Column::period).empty());
  }

  /// 1 2 3 4 5
  static bool is_numbering(const std::vector<std::string>& filled) {
    if (filled.size() < 2) return false;
    for (std::size_t i = 0; i < filled.size(); ++i) {
      if (filled[i] != std::to_string(i + 1)) return false;
    }
    return true;
  }

  void read_single(const std::string& line) {
    if (auto section = section_in(line)) {
      read_.nomenclature.sections.push_back(std::move(*section));
    } else {
      wrong(row_ + 1, say(tr("“{}” is no item and no section"), line),
            tr("a section begins with its code: 02 Учебная часть"));
    }
  }

  void read_item(const TableRow& row, const std::string& index) {
    NomenclatureItem item;
    item.title = cell(row, Column::title);
    item.note = cell(row, Column::note);
    const auto known = case_index_from(index);
    if (!known) {
      // What a spreadsheet makes of «02-05» by itself.
      const char* hint = calendar_date_from(index)
                             ? tr("the spreadsheet made a day of it: format the column as text")
                             : tr("write the index as in 02-05");
      return wrong(row_ + 1, say(tr("“{}” is no index of a case"), index), hint);
    }
    item.index = *known;
    const NoteSigns signs = words_.signs_in(item.note);
    item.ongoing = signs.ongoing;
    item.school_year = signs.school_year;
    item.carrier = signs.electronic ? Carrier::electronic : Carrier::paper;
    item.reserve = words_.signs_in(item.title).reserve;
    if (item.title.empty()) {
      return wrong(row_ + 1, say(tr("case {} has no heading"), item.index),
                   tr("write what is filed in it"));
    }
    if (item.reserve || read_rule(row, item)) read_.nomenclature.items.push_back(std::move(item));
  }

  bool read_rule(const TableRow& row, NomenclatureItem& item) {
    std::string period = cell(row, Column::period);
    std::string article = cell(row, Column::article);
    if (columns_[static_cast<std::size_t>(Column::article)] ==
        columns_[static_cast<std::size_t>(Column::period)]) {
      std::tie(period, article) = period_and_article(period);
    }
    const ReadPeriod read = words_.read(period, item.note);
    if (!read.rule || !read.not_understood.empty()) {
      const std::string& what = read.rule ? read.not_understood : period;
      wrong(
          row_ + 1, say(tr("case {}: “{}” is no period of retention"), item.index, what),
          tr("write it as in: Постоянно; 5 лет ЭПК; 3 года после выбытия; ДМН (не менее 1 года)"));
      return false;
    }
    item.rule = *read.rule;
    if (fold(article).find("протокол") != std::string::npos) {
      // The commission set the period, and this is where it did.
      item.rule.authority.act = kNoArticle;
      item.rule.local = {article, 0};
    } else {
      item.rule.authority = authority_from(article);
    }
    return true;
  }

  const Table& table_;
  const Columns& columns_;
  const PeriodWords& words_;
  std::size_t row_ = 0;
  std::size_t last_item_ = 0;  ///< the last row with an index
  ReadNomenclature read_;
};

}  // namespace

ReadNomenclature nomenclature_from(const std::vector<Table>& tables, const PeriodWords& words) {
  for (const Table& table : tables) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (const auto columns = columns_in(table.rows[i])) {
        return Reader(table, *columns, words).read(i);
      }
    }
  }
  ReadNomenclature none;
  none.problems.push_back({0, tr("there is no row of headings"),
                           tr("name the columns: Индекс дела, Заголовок дела, Срок хранения, "
                              "Статья, Примечание")});
  return none;
}

Table table_of(const Nomenclature& nomenclature, const PeriodWords& words) {
  // The headings are those of the usual form, in the language of the lists.
  Table table{"Номенклатура дел",
              {{say("на {} год", nomenclature.year)},
               {"Индекс дела", "Заголовок дела", "Срок хранения", "Статья", "Примечание"}}};
  for (std::size_t i = 0; i < nomenclature.items.size(); ++i) {
    const NomenclatureItem& item = nomenclature.items[i];
    if (const NomenclatureSection* section = section_begun_by(nomenclature, i)) {
      table.rows.push_back({section->code, section->title});
    }
    if (item.reserve) {
      table.rows.push_back({item.index, item.title, "", "", item.note});
      continue;
    }
    const RetentionRule& rule = item.rule;
    const bool of_commission =
        rule.local && !rule.local->ek_protocol.empty() && rule.authority.act == kNoArticle;
    const std::string article = of_commission ? rule.local->ek_protocol
                                : rule.authority.act == kNoArticle
                                    ? std::string(kNoArticle)
                                    : rule.authority.article + rule.authority.letter;
    table.rows.push_back({item.index, item.title, words.printed(rule), article, item.note});
  }
  return table;
}

Authority authority_from(std::string_view printed) {
  static const Pattern article(R"((?:(?i:ст|п)\.?\s*)?([0-9]{1,4})\s*([а-яё])?\s*\??)");
  const std::string line = line_of(printed);
  Authority authority;
  if (fold(line) == "l" || line == "Л") {
    authority.act = kNoArticle;
    return authority;
  }
  if (article.matches(line)) {
    const auto found = article.find(PatternText(line));
    authority.article = found->groups[1]->of(line);
    if (found->groups[2]) authority.letter = found->groups[2]->of(line);
    return authority;
  }
  authority.article = line;  // several, or of another list: as it stands
  return authority;
}

}  // namespace fonds
