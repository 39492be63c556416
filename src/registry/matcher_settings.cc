#include "registry/matcher_settings.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/data_file.h"
#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

struct Field {
  const char* key;
  double* into;
  double most = 1;
};

/// Every field from `table`, above 0 and at most its most; other keys are refused.
void read(const DataTable& table, std::span<const Field> fields, std::string_view also = "") {
  for (const std::string& key : table.keys()) {
    const bool known = key == also || std::any_of(fields.begin(), fields.end(),
                                                  [&](const Field& f) { return key == f.key; });
    if (!known) table.refuse(say(tr("unknown entry '{}'"), key), tr("correct or remove it"));
  }
  for (const Field& field : fields) {
    const double value = table.number(field.key);
    if (!(value > 0 && value <= field.most)) {
      table.refuse(say(tr("'{}' is out of range"), field.key),
                   say(tr("write a number above 0, at most {}"), field.most));
    }
    *field.into = value;
  }
}

std::array<double, 6> shares_of_cases(const DataTable& table) {
  std::array<double, 6> shares{};
  const std::string text = table.text("cases");
  const auto words = split_letters(text, " ");
  double sum = 0;
  for (std::size_t i = 0; i < std::min(words.size(), shares.size()); ++i) {
    const std::string_view word = words[i];
    std::from_chars(word.data(), word.data() + word.size(), shares.at(i));
    sum += shares.at(i);
  }
  const bool all = std::all_of(shares.begin(), shares.end(), [](double each) { return each > 0; });
  if (words.size() != shares.size() || !all || sum > 1.01) {
    table.refuse(tr("'cases' must hold six shares"),
                 tr("write those of nom, gen, dat, acc, ins, pre; together 1"));
  }
  return shares;
}

}  // namespace

MatcherSettings MatcherSettings::shipped() {
  return from(DataTable::parse(shipped_data("matching.toml"), "matching.toml"));
}

MatcherSettings MatcherSettings::from(const DataTable& data) {
  data.expect_only({"link", "nobody", "own_list", "names", "attendance", "beside"});
  MatcherSettings s;
  const std::array link{
      Field{"threshold", &s.link.threshold},         Field{"offered", &s.link.offered, 100},
      Field{"least_offered", &s.link.least_offered}, Field{"slope", &s.link.slope, 10},
      Field{"caution", &s.link.caution, 10},         Field{"most", &s.link.most}};
  read(data.table("link"), link);
  const std::array nobody{Field{"holder", &s.nobody.holder},
                          Field{"holder_collective", &s.nobody.holder_collective},
                          Field{"listed", &s.nobody.listed},
                          Field{"listed_collective", &s.nobody.listed_collective},
                          Field{"roster", &s.nobody.roster},
                          Field{"open_list", &s.nobody.open_list},
                          Field{"own_row", &s.nobody.own_row},
                          Field{"own_organisation", &s.nobody.own_organisation},
                          Field{"other_organisation", &s.nobody.other_organisation, 1000},
                          Field{"name_correlation", &s.nobody.name_correlation, 1000}};
  read(data.table("nobody"), nobody);
  const std::array own_list{
      Field{"ours", &s.own_list.ours}, Field{"row_known", &s.own_list.row_known},
      Field{"row_of_others", &s.own_list.row_of_others}, Field{"sure", &s.own_list.sure}};
  read(data.table("own_list"), own_list);
  const std::array names{Field{"swapped", &s.names.swapped},
                         Field{"rejoined", &s.names.rejoined},
                         Field{"misparted", &s.names.misparted},
                         Field{"part_of_double", &s.names.part_of_double},
                         Field{"former", &s.names.former},
                         Field{"unbent", &s.names.unbent},
                         Field{"wrong_last", &s.names.wrong_last},
                         Field{"wrong_first", &s.names.wrong_first},
                         Field{"wrong_middle", &s.names.wrong_middle},
                         Field{"known_first", &s.names.known_first},
                         Field{"dim", &s.names.dim},
                         Field{"unexpected_case", &s.names.unexpected_case}};
  read(data.table("names"), names, "cases");
  s.names.cases = shares_of_cases(data.table("names"));
  const std::array attendance{Field{"collective", &s.attendance.collective},
                              Field{"alike_collective", &s.attendance.alike_collective},
                              Field{"teacher", &s.attendance.teacher},
                              Field{"other_group", &s.attendance.other_group},
                              Field{"unknown_year", &s.attendance.unknown_year},
                              Field{"other_year", &s.attendance.other_year},
                              Field{"after_leaving", &s.attendance.after_leaving},
                              Field{"least_age", &s.attendance.least_age, 100},
                              Field{"most_age", &s.attendance.most_age, 100},
                              Field{"odd_age", &s.attendance.odd_age},
                              Field{"not_born", &s.attendance.not_born}};
  read(data.table("attendance"), attendance);
  const std::array beside{
      Field{"birth_date", &s.beside.birth_date},
      Field{"birth_date_misread", &s.beside.birth_date_misread}, Field{"age", &s.beside.age},
      Field{"age_misjudged", &s.beside.age_misjudged}, Field{"school", &s.beside.school}};
  read(data.table("beside"), beside);
  return s;
}

}  // namespace fonds
