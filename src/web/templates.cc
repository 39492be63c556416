#include "web/templates.h"

#include <kainjow/mustache.hpp>

#include "base/error.h"
#include "web/web_files.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;
using Data = kainjow::mustache::data;

constexpr std::string_view kTextBegin = "{{#t}}";
constexpr std::string_view kTextEnd = "{{/t}}";
constexpr std::string_view kOther = "{{> ";

/// Numbers are text; nothing and the empty text are false, so that {{#x}} asks whether there is an
/// x.
Data data_of(const Json& model) {
  switch (model.type()) {
    case Json::value_t::object: {
      Data data(Data::type::object);
      for (const auto& [key, value] : model.items()) {
        if (!value.is_null()) data.set(key, data_of(value));
      }
      return data;
    }
    case Json::value_t::array: {
      Data data(Data::type::list);
      for (const Json& each : model) data.push_back(data_of(each));
      return data;
    }
    case Json::value_t::string:
      if (model.get_ref<const std::string&>().empty()) return Data(Data::type::bool_false);
      return Data(model.get_ref<const std::string&>());
    case Json::value_t::boolean:
      return Data(model.get<bool>() ? Data::type::bool_true : Data::type::bool_false);
    default:
      return model.is_null() ? Data(Data::type::bool_false) : Data(model.dump());
  }
}

void translate(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find(kTextBegin, at)) != std::string::npos) {
    const std::size_t from = at + kTextBegin.size();
    const std::size_t end = text.find(kTextEnd, from);
    if (end == std::string::npos) throw Error(Fault::bug, "a text of a template has no end");
    const std::string english = text.substr(from, end - from);
    const std::string spoken = tr(english.c_str());
    text.replace(at, end + kTextEnd.size() - at, spoken);
    at += spoken.size();
  }
}

void take_others_in(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find(kOther, at)) != std::string::npos) {
    const std::size_t from = at + kOther.size();
    const std::size_t end = text.find("}}", from);
    if (end == std::string::npos) throw Error(Fault::bug, "a template takes in nothing");
    const std::string other = Templates::source_of(text.substr(from, end - from));
    text.replace(at, end + 2 - at, other);
    at += other.size();
  }
}

}  // namespace

struct Templates::Parsed {
  explicit Parsed(const std::string& source) : page(source) {}
  kainjow::mustache::mustache page;
};

Templates::Templates() = default;
Templates::~Templates() = default;

std::string Templates::source_of(std::string_view name) {
  std::string text(web_file(std::string(name) + ".mustache"));
  translate(text);
  take_others_in(text);
  return text;
}

std::string Templates::render(std::string_view name, const Json& model) {
  auto& parsed = parsed_[{language(), std::string(name)}];
  if (!parsed) {
    parsed = std::make_unique<Parsed>(source_of(name));
    if (!parsed->page.is_valid()) {
      throw Error(Fault::bug, std::string(name) + ": " + parsed->page.error_message());
    }
  }
  return parsed->page.render(data_of(model));
}

}  // namespace fonds
