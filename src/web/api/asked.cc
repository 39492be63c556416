#include "web/api/asked.h"

#include <algorithm>
#include <charconv>

#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

Error wrong_type(std::string_view field, const char* wanted) {
  return {Fault::usage, say(tr("“{}” is not of the right type"), field),
          say(tr("send {}"), wanted)};
}

Error not_said(std::string_view field) {
  return {Fault::usage, say(tr("“{}” is not said"), field), tr("the API's description names it")};
}

std::optional<std::int64_t> whole_from(std::string_view text) {
  std::int64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

/// Fields of a query; one that comes twice is a list.
Json object_of(const FormFields& query) {
  Json object = Json::object();
  for (const auto& [name, text] : query) {
    if (!object.contains(name)) {
      object[name] = text;
    } else if (object[name].is_array()) {
      object[name].push_back(text);
    } else {
      object[name] = Json::array({object[name], text});
    }
  }
  return object;
}

}  // namespace

Asked::Asked(const Request& request, std::initializer_list<std::string_view> fields) {
  if (request.method == Method::get || request.method == Method::head) {
    object_ = object_of(request.query);
  } else if (!request.body.empty()) {
    object_ = Json::parse(request.body, nullptr, false);
    if (!object_.is_object()) {
      throw Error(Fault::usage, tr("the body is no JSON object"),
                  tr("send an object, with Content-Type: application/json"));
    }
  }
  for (const auto& [name, unused] : object_.items()) {
    if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
      throw Error(Fault::usage, say(tr("there is no field “{}” here"), printable(name)),
                  tr("the API's description names all"));
    }
  }
}

const Json* Asked::value(std::string_view field) const {
  const auto found = object_.find(std::string(field));
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> Asked::text_if_said(std::string_view field) const {
  const Json* said = value(field);
  if (said == nullptr) return std::nullopt;
  if (!said->is_string()) throw wrong_type(field, tr("a text"));
  return line_typed(said->get<std::string>());
}

std::string Asked::text(std::string_view field) const { return text_if_said(field).value_or(""); }

std::string Asked::needed_text(std::string_view field) const {
  std::string said = text(field);
  if (said.empty()) throw not_said(field);
  return said;
}

std::vector<std::string> Asked::texts(std::string_view field) const {
  const Json* said = value(field);
  if (said == nullptr) return {};
  if (said->is_string()) return {text(field)};
  std::vector<std::string> all;
  if (!said->is_array()) throw wrong_type(field, tr("a list of texts"));
  for (const Json& each : *said) {
    if (!each.is_string()) throw wrong_type(field, tr("a list of texts"));
    all.push_back(line_typed(each.get<std::string>()));
  }
  return all;
}

std::optional<std::int64_t> Asked::whole_if_said(std::string_view field) const {
  const Json* said = value(field);
  if (said == nullptr) return std::nullopt;
  if (said->is_number_integer()) return said->get<std::int64_t>();
  const auto number = said->is_string() ? whole_from(said->get<std::string>()) : std::nullopt;
  if (!number) throw wrong_type(field, tr("a whole number"));
  return number;
}

std::int64_t Asked::needed_whole(std::string_view field) const {
  const auto said = whole_if_said(field);
  if (!said) throw not_said(field);
  return *said;
}

int Asked::whole(std::string_view field, int standard, int least, int most) const {
  const std::int64_t said = whole_if_said(field).value_or(standard);
  if (said < least || said > most) {
    throw Error(Fault::usage, say(tr("“{}” can not be {}"), field, said),
                say(tr("it is between {} and {}"), least, most));
  }
  return static_cast<int>(said);
}

bool Asked::flag(std::string_view field) const {
  const Json* said = value(field);
  if (said == nullptr) return false;
  if (said->is_boolean()) return said->get<bool>();
  if (*said == "true") return true;
  if (*said == "false") return false;
  throw wrong_type(field, tr("true or false"));
}

std::optional<CalendarDate> Asked::day_if_said(std::string_view field) const {
  const auto said = text_if_said(field);
  if (!said) return std::nullopt;
  const auto day = calendar_date_from(*said);
  if (!day) throw wrong_type(field, tr("a day, as 2024-05-31"));
  return day;
}

CalendarDate Asked::needed_day(std::string_view field) const {
  const auto said = day_if_said(field);
  if (!said) throw not_said(field);
  return *said;
}

FormFields Asked::fields_of(std::string_view field) const {
  const Json* said = value(field);
  FormFields fields;
  if (said == nullptr) return fields;
  if (!said->is_object()) throw wrong_type(field, tr("an object of texts"));
  for (const auto& [name, text] : said->items()) {
    if (!text.is_string()) throw wrong_type(field, tr("an object of texts"));
    fields.emplace_back(name, line_typed(text.get<std::string>()));
  }
  return fields;
}

std::int64_t number_in_path(std::string_view captured) {
  const auto number = whole_from(captured);
  if (number && *number > 0) return *number;
  throw Error(Fault::not_found, say(tr("there is no number {}"), printable(captured)),
              tr("the API's description says what a path holds"));
}

}  // namespace fonds
