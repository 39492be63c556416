/// Templates: pages made of mustache templates and of what is to stand in them.
///
/// In a template, {{#t}}English text{{/t}} is a text for people, translated when the template is
/// read, as tr() translates those of code; blanks in it, {{name}}, are filled in afterwards.
/// {{> name}} takes another template in. Everything filled in is escaped.
/// Threads: one object, one thread. Faults: bug (a template is not well written).
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/messages.h"

namespace fonds {

class Templates {
 public:
  Templates();
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  /// `name`: of templates/<name>.mustache; in the language that is spoken.
  std::string render(std::string_view name, const nlohmann::ordered_json& model);

  /// The text of a template with its translations and the templates it takes in.
  static std::string source_of(std::string_view name);

 private:
  struct Parsed;
  std::map<std::pair<Language, std::string>, std::unique_ptr<Parsed>> parsed_;
};

}  // namespace fonds
