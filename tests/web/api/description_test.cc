// The API's description against the routes there are: what stands in the one stands in the other.
#include "web/api/description.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "web/routes.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using Names = std::set<std::string>;

constexpr std::array<std::string_view, 8> kMethods{"get",     "put",  "post",  "delete",
                                                   "options", "head", "patch", "trace"};
constexpr std::string_view kItself = "/api/v1/openapi.json";

/// What a {"$ref": "#/…"} stands for; anything else is itself. Null: there is no such thing.
Json resolved(const Json& node) {
  if (!node.is_object() || !node.contains("$ref")) return node;
  const auto reference = node["$ref"].get<std::string>();
  if (!reference.starts_with("#/")) return nullptr;
  const Json::json_pointer place(reference.substr(1));
  return api_description().contains(place) ? api_description().at(place) : Json(nullptr);
}

struct Described {
  std::string name;  ///< "GET /api/v1/holds"
  std::string path;
  Json operation;
  Json parameters = Json::array();  ///< of the path, too, resolved
};

std::vector<Described> all_described() {
  std::vector<Described> all;
  for (const auto& [path, item] : api_description().at("paths").items()) {
    for (const std::string_view method : kMethods) {
      if (!item.contains(std::string(method))) continue;
      Described each{std::string(method) + ' ' + path, path, item[std::string(method)]};
      std::transform(method.begin(), method.end(), each.name.begin(),
                     [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      for (const Json& holder : {item, each.operation}) {
        for (const Json& parameter : holder.value("parameters", Json::array())) {
          each.parameters.push_back(resolved(parameter));
        }
      }
      all.push_back(std::move(each));
    }
  }
  return all;
}

Names missing(const Names& wanted, const Names& there) {
  Names names;
  std::set_difference(wanted.begin(), wanted.end(), there.begin(), there.end(),
                      std::inserter(names, names.end()));
  return names;
}

/// {x} of a path.
Names names_in(std::string_view path) {
  Names names;
  for (std::size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at)) {
    const std::size_t end = path.find('}', at);
    names.emplace(path.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

/// Calls `visit` with each object of the description and the way to it.
void visit_objects(const Json& node, const std::string& where,
                   const std::function<void(const Json&, const std::string&)>& visit) {
  if (node.is_object()) visit(node, where);
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) visit_objects(value, where + '/' + key, visit);
}

TEST(ApiDescription, DescribesEveryRouteAndNoOther) {
  Names answered;
  for (const Route& route : routes()) {
    if (!route.pattern.starts_with("/api/")) continue;
    answered.insert(std::string(name_of(route.method)) + ' ' + std::string(route.pattern));
  }
  Names described;
  for (const Described& each : all_described()) described.insert(each.name);
  EXPECT_THAT(missing(answered, described), IsEmpty()) << "not described";
  EXPECT_THAT(missing(described, answered), IsEmpty()) << "described, but nobody answers it";
}

TEST(ApiDescription, EveryReferenceLeadsSomewhere) {
  visit_objects(api_description(), "#", [](const Json& node, const std::string& where) {
    if (!node.contains("$ref") || !node["$ref"].is_string()) return;
    EXPECT_FALSE(resolved(node).is_null()) << where << ": " << node["$ref"];
  });
}

TEST(ApiDescription, OperationsHaveNamesOfTheirOwnWordsAndAnswers) {
  Names ids;
  for (const Described& each : all_described()) {
    const Json& operation = each.operation;
    EXPECT_TRUE(ids.insert(operation.value("operationId", "")).second)
        << each.name << ": " << operation.value("operationId", "");
    EXPECT_NE(operation.value("summary", ""), "") << each.name;
    EXPECT_EQ(operation.value("tags", Json::array()).empty(), each.path == kItself) << each.name;
    const Json responses = operation.value("responses", Json::object());
    const bool is_answered =
        std::any_of(responses.items().begin(), responses.items().end(), [](const auto& response) {
          const std::string status = response.key();
          return status == "default" || status == "200" || status == "201" || status == "204";
        });
    EXPECT_TRUE(is_answered) << each.name;
  }
  EXPECT_FALSE(ids.contains(""));
}

TEST(ApiDescription, WhatAPathNamesIsDeclaredAndNothingElse) {
  for (const Described& each : all_described()) {
    Names declared;
    for (const Json& parameter : each.parameters) {
      ASSERT_TRUE(parameter.is_object()) << each.name;
      EXPECT_TRUE(parameter.contains("schema")) << each.name << ": " << parameter["name"];
      if (parameter.value("in", "") != "path") continue;
      EXPECT_TRUE(parameter.value("required", false)) << each.name << ": " << parameter["name"];
      EXPECT_TRUE(declared.insert(parameter.at("name").get<std::string>()).second) << each.name;
    }
    EXPECT_EQ(declared, names_in(each.path)) << each.name;
  }
}

TEST(ApiDescription, ABodyHasNoFieldsButTheOnesThatAreNamed) {
  for (const Described& each : all_described()) {
    if (!each.operation.contains("requestBody")) continue;
    const Json body = resolved(each.operation["requestBody"]);
    const Json content = body.value("content", Json::object());
    EXPECT_FALSE(content.empty()) << each.name;
    for (const auto& [type, media] : content.items()) {
      if (!media.contains("schema") || type != "application/json") continue;
      const Json schema = resolved(media["schema"]);
      EXPECT_EQ(schema.value("type", ""), "object") << each.name;
      EXPECT_EQ(schema.value("additionalProperties", true), false) << each.name;
      const Json properties = schema.value("properties", Json::object());
      for (const Json& field : schema.value("required", Json::array())) {
        EXPECT_TRUE(properties.contains(field.get<std::string>())) << each.name << ": " << field;
      }
    }
  }
}

TEST(ApiDescription, WhatARecordAlwaysHasIsDescribed) {
  visit_objects(api_description().at("components").at("schemas"), "#",
                [](const Json& node, const std::string& where) {
                  if (!node.contains("required") || !node.contains("properties")) return;
                  if (!node["required"].is_array() || !node["properties"].is_object()) return;
                  for (const Json& field : node["required"]) {
                    EXPECT_TRUE(node["properties"].contains(field.get<std::string>()))
                        << where << ": " << field;
                  }
                });
}

}  // namespace
}  // namespace fonds
