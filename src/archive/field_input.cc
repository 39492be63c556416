#include "archive/field_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/messages.h"
#include "base/pattern.h"
#include "base/text.h"
#include "registry/number_key.h"

namespace fonds {
namespace {

constexpr std::size_t kLongestValue = 500;  ///< characters

/// One line without control characters, white space squeezed.
std::string squeezed(std::string_view text) {
  std::string line;
  for (const char c : normalise(text)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// The same of a value; refuses what is no text, or too long.
std::string tidy(std::string_view typed) {
  if (!is_valid_utf8(typed)) {
    throw Error(Fault::usage, tr("the value is no valid text"), tr("write it in UTF-8"));
  }
  std::string line = squeezed(typed);
  if (count_characters(line) > kLongestValue) {
    throw Error(Fault::usage, say(tr("the value is longer than {} characters"), kLongestValue),
                tr("write what stands on the paper, shorter"));
  }
  return line;
}

bool says_none(const std::string& typed) {
  static constexpr std::array<std::string_view, 6> kNone{"", "-", "—", "нет", "none", "no"};
  const std::string folded = fold(typed);
  return std::find(kNone.begin(), kNone.end(), folded) != kNone.end();
}

[[noreturn]] void refuse(const CardField& field, const std::string& typed,
                         const std::string& allowed) {
  throw Error(Fault::usage,
              say(tr("“{}” cannot be the {} of a paper"), printable(typed), tr(field.title.data())),
              allowed);
}

/// The groups of `pattern` when all of `typed` matches it; else none.
std::vector<std::string> groups_of(const Pattern& pattern, const std::string& typed) {
  std::vector<std::string> groups;
  if (!pattern.matches(typed)) return groups;
  const auto found = pattern.find(PatternText(typed));
  for (const auto& group : found->groups) {
    groups.emplace_back(group ? group->of(typed) : std::string_view());
  }
  return groups;
}

/// "15.05.2024" as "2024-05-15", "05.2024" as "2024-05"; anything else as it is.
std::string in_order_of_iso(const std::string& typed) {
  static const Pattern day(R"(([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}))");
  static const Pattern month(R"(([0-9]{1,2})\.([0-9]{4}))");
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
  };
  if (const auto parts = groups_of(day, typed); !parts.empty()) {
    return fmt::format("{}-{}-{}", parts[3], two(parts[2]), two(parts[1]));
  }
  if (const auto parts = groups_of(month, typed); !parts.empty()) {
    return fmt::format("{}-{}", parts[2], two(parts[1]));
  }
  return typed;
}

std::string date(const CardField& field, const std::string& typed) {
  if (const auto span = date_typed(typed)) return to_text(*span);
  refuse(field, typed, tr("write 15.05.2024, 12.04.2024-14.04.2024, 05.2024, 2024 or 2023/2024"));
}

std::string school_year(const CardField& field, const std::string& typed) {
  const auto span = date_typed(typed);
  if (span && span->precision == DatePrecision::school_year) return to_text(*span);
  refuse(field, typed, tr("write 2023/2024"));
}

std::string number(const CardField& field, const std::string& typed) {
  constexpr std::string_view kSign = "№";
  std::string value = typed;
  if (value.starts_with(kSign)) value = tidy(std::string_view(value).substr(kSign.size()));
  if (number_key(value).look_alike.empty()) {
    refuse(field, typed, tr("write it as it is printed, without №"));
  }
  return value;
}

}  // namespace

std::optional<DateSpan> date_typed(std::string_view typed) {
  const std::string line = tidy(typed);
  if (auto span = date_span_from(in_order_of_iso(line))) return span;
  static const Pattern school_year(R"(([0-9]{4})\s*[-–/]\s*([0-9]{4}))");
  static const Pattern days(
      R"(([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})\s*[-–—]\s*([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}))");
  if (const auto parts = groups_of(school_year, line); !parts.empty()) {
    return date_span_from(fmt::format("{}/{}", parts[1], parts[2]));
  }
  if (const auto parts = groups_of(days, line); !parts.empty()) {
    return date_span_from(in_order_of_iso(parts[1]) + '/' + in_order_of_iso(parts[2]));
  }
  return std::nullopt;
}

CalendarDate day_typed(std::string_view typed) {
  const auto span = date_typed(typed);
  if (span && span->from == span->to) return span->from;
  throw Error(Fault::usage, say(tr("“{}” is no day"), printable(typed)), tr("write 15.05.2024"));
}

std::optional<CalendarDate> day_if_typed(std::string_view typed) {
  return typed.empty() ? std::nullopt : std::optional(day_typed(typed));
}

std::string line_typed(std::string_view typed) { return printable(squeezed(to_valid_utf8(typed))); }

const CardField& FieldInput::field(std::string_view typed) {
  const std::string folded = fold(to_valid_utf8(typed));
  std::string all;
  for (const CardField& each : kCardFields) {
    const std::string title = tr(each.title.data());
    if (folded == each.name || folded == fold(title)) return each;
    all += fmt::format("{}{} ({})", all.empty() ? "" : ", ", each.name, title);
  }
  throw Error(Fault::usage, say(tr("a card has no field “{}”"), printable(typed)),
              say(tr("its fields: {}"), all));
}

std::string FieldInput::canonical(const CardField& field, std::string_view typed) const {
  std::string line = tidy(typed);
  if (says_none(line)) return {};
  if (field.name == "kind" || field.name == "level" || field.name == "place" ||
      field.name == "control") {
    return named_value(field, line);
  }
  if (field.name == "date") return date(field, line);
  if (field.name == "school_year") return school_year(field, line);
  if (field.name == "number" || field.name == "order") return number(field, line);
  if (field.name == "case") return case_index(line);
  return line;
}

std::string FieldInput::named_value(const CardField& field, const std::string& typed) const {
  if (field.name == "place") {  // with any degree, as it is kept
    if (const auto place = award_place_from(typed)) return to_text(*place);
  }
  const std::vector<std::string> meant = words_.meant(field.name, typed);
  if (meant.size() == 1) return meant.front();
  if (meant.empty()) refuse(field, typed, say(tr("it can be: {}"), words_.titles(field.name)));
  std::string several;
  for (const std::string& each : meant) {
    several += (several.empty() ? "" : ", ") + words_.title(field.name, each);
  }
  throw Error(Fault::usage, say(tr("“{}” can mean several things"), printable(typed)),
              say(tr("say which: {}"), several));
}

std::string FieldInput::case_index(const std::string& typed) const {
  std::string plain;
  for (std::size_t i = 0; i < typed.size();) {  // whatever dash was typed
    const std::string_view rest = std::string_view(typed).substr(i);
    const bool dash = rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("‑");
    plain += dash ? '-' : typed[i];
    i += dash ? 3 : 1;
  }
  if (rules_.is_case_index(plain)) return plain;
  refuse(*card_field("case"), typed, say(tr("write the index as in {}"), rules_.case_example()));
}

}  // namespace fonds
