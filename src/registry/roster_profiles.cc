#include "registry/roster_profiles.h"

#include <algorithm>
#include <array>

#include "base/data_file.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Titles of a list stand above its headings: that many rows at most.
constexpr std::size_t kHeadingRows = 30;

constexpr std::array<std::string_view, 22> kFields{
    "id",          "last",   "first",  "middle",     "full_name", "former_last",
    "birth_date",  "gender", "school", "collective", "programme", "group",
    "school_year", "from",   "to",     "guardians",  "mother",    "father",
    "left_on",     "status", "mark",   "ignored"};

std::set<std::string, std::less<>> folded_set(const std::vector<std::string>& texts) {
  std::set<std::string, std::less<>> folded;
  for (const std::string& text : texts) folded.insert(fold(text));
  return folded;
}

RosterProfile profile_from(const DataTable& data) {
  data.expect_only({"name", "about", "required", "columns", "labels", "recognise"});
  RosterProfile profile;
  profile.name = data.text("name");
  profile.about = data.text("about");
  profile.required = data.texts("required");
  profile.labelled = data.has("labels");
  profile.recognised = data.flag_or("recognise", true);
  const DataTable& headings = data.table(profile.labelled ? "labels" : "columns");
  for (const std::string& field : headings.keys()) {
    if (std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
      headings.refuse(say(tr("unknown field '{}'"), field),
                      tr("the fields are listed at the head of the file"));
    }
    for (const std::string& heading : headings.texts(field)) {
      profile.headings[field].push_back({fold_heading(heading), heading.ends_with('*')});
    }
  }
  return profile;
}

bool has_name(const RosterLayout& layout) {
  const auto has = [&](std::string_view field) { return layout.columns.count(field) != 0; };
  return has("full_name") || (has("last") && has("first"));
}

RosterLayout layout_by_row(const TableRow& row, const RosterProfile& profile) {
  RosterLayout layout;
  layout.profile = &profile;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const std::string_view field = roster_field(profile, row[column]);
    if (field.empty()) continue;
    layout.columns[std::string(field)].push_back(column);
    ++layout.known;
  }
  for (const std::string& field : profile.required) {
    const bool there = field == "name" ? has_name(layout) : layout.columns.count(field) != 0;
    if (!there) layout.missing.push_back(field);
  }
  return layout;
}

RosterLayout layout_by_labels(const Table& table, const RosterProfile& profile) {
  RosterLayout layout;
  layout.profile = &profile;
  layout.missing = profile.required;
  const std::size_t rows = std::min(table.rows.size(), kHeadingRows);
  for (std::size_t row = 0; row < rows; ++row) {
    for (const std::string& cell : table.rows[row]) {
      const std::size_t colon = cell.find(':');
      if (colon == std::string::npos) continue;
      const std::string_view field = roster_field(profile, cell.substr(0, colon));
      if (field.empty()) continue;
      ++layout.known;
      std::erase(layout.missing, field);
    }
  }
  return layout;
}

bool better(const RosterLayout& one, const RosterLayout& other) {
  if (other.profile == nullptr) return true;
  if (one.missing.size() != other.missing.size()) {
    return one.missing.size() < other.missing.size();
  }
  return one.known > other.known;
}

}  // namespace

std::string fold_heading(std::string_view text) {
  std::string folded;
  const std::string lower = fold(text);
  for (std::size_t at = 0; at < lower.size(); at += letter_bytes(lower[at])) {
    const std::string_view letter = std::string_view(lower).substr(at, letter_bytes(lower[at]));
    const char c = letter.front();
    if (has_cyrillic(letter) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      folded += letter;
    } else if (c == '.') {  // Ф.И.О. is ФИО
      continue;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

std::string_view roster_field(const RosterProfile& profile, std::string_view text) {
  const std::string folded = fold_heading(text);
  if (folded.empty()) return {};
  std::string_view found;
  for (const auto& [field, headings] : profile.headings) {
    for (const RosterHeading& heading : headings) {
      if (folded == heading.text) return field;
      if (heading.open && folded.starts_with(heading.text)) found = field;
    }
  }
  return found;
}

RosterProfiles RosterProfiles::shipped() {
  return RosterProfiles(
      DataTable::parse(shipped_data("roster_profiles.toml"), "roster_profiles.toml"));
}

RosterProfiles::RosterProfiles(const DataTable& data) {
  data.expect_only({"general", "profile"});
  const DataTable& general = data.table("general");
  general.expect_only({"absent", "men", "women", "refused", "mother", "father"});
  words_ = {folded_set(general.texts("absent")),
            folded_set(general.texts("men")),
            folded_set(general.texts("women")),
            folded_set(general.texts("refused")),
            general.text("mother"),
            general.text("father")};
  for (const DataTable& profile : data.tables("profile")) {
    profiles_.push_back(profile_from(profile));
  }
}

const RosterProfile& RosterProfiles::named(std::string_view name) const {
  std::string known;
  for (const RosterProfile& profile : profiles_) {
    if (profile.name == name) return profile;
    known += (known.empty() ? "" : ", ") + profile.name;
  }
  throw Error(Fault::usage, say(tr("there is no profile '{}' of lists of students"), name),
              say(tr("the profiles are: {}"), known));
}

RosterLayout RosterProfiles::lay_out(const Table& table, const RosterProfile& profile) {
  if (profile.labelled) return layout_by_labels(table, profile);
  RosterLayout best;
  const std::size_t rows = std::min(table.rows.size(), kHeadingRows);
  for (std::size_t row = 0; row < rows; ++row) {
    RosterLayout layout = layout_by_row(table.rows[row], profile);
    if (!better(layout, best)) continue;
    layout.heading_row = row;
    best = std::move(layout);
  }
  if (best.profile == nullptr) best = layout_by_row({}, profile);
  return best;
}

RosterLayout RosterProfiles::recognise(const Table& table) const {
  RosterLayout best;
  for (const RosterProfile& profile : profiles_) {
    if (!profile.recognised) continue;
    RosterLayout layout = lay_out(table, profile);
    if (better(layout, best)) best = std::move(layout);
  }
  return best;
}

}  // namespace fonds
