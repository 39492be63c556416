#include "retention/strict_object.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

using Json = nlohmann::json;

Error complain(const std::string& place, const char* what) {
  return {Fault::usage, place + ": " + what};
}

/// What is said against the JSON when it is read by `action`.
template <class Action>
std::string said_of(const char* text, const Action& action) {
  const Json json = Json::parse(text);
  try {
    StrictObject object(json, "of", complain);
    action(object);
    object.refuse_others();
  } catch (const Error& error) {
    return error.message();
  }
  return "nothing";
}

TEST(StrictObject, GivesWhatIsThere) {
  const Json json = Json::parse(R"({"a": "x", "b": true, "c": 7, "d": null})");
  StrictObject object(json, "", complain);
  EXPECT_EQ(object.text("a"), "x");
  EXPECT_TRUE(object.truth("b"));
  EXPECT_EQ(object.number("c", 0, 7), 7);
  EXPECT_EQ(object.find("d"), nullptr);
  EXPECT_EQ(object.find("e"), nullptr);
  EXPECT_TRUE(object.at("d").is_null());
  EXPECT_NO_THROW(object.refuse_others());
}

TEST(StrictObject, SaysWhatIsWrongAndWhere) {
  const auto text = [](StrictObject& object) { object.text("a"); };
  EXPECT_EQ(said_of(R"({"a": "x"})", text), "nothing");
  EXPECT_EQ(said_of("{}", text), "of.a: is missing");
  EXPECT_EQ(said_of(R"({"a": 1})", text), "of.a: must be a text");
  EXPECT_EQ(said_of(R"({"a": "x", "b": 1})", text), "of.b: is no name that is known here");
  EXPECT_EQ(said_of("[]", text), "of: must be an object");
  EXPECT_EQ(said_of(R"({"a": 8})", [](StrictObject& object) { object.number("a", 0, 7); }),
            "of.a: is no number that is possible here");
  EXPECT_EQ(said_of(R"({"a": 1.5})", [](StrictObject& object) { object.number("a", 0, 7); }),
            "of.a: is no number that is possible here");
  EXPECT_EQ(said_of(R"({"a": 1})", [](StrictObject& object) { object.truth("a"); }),
            "of.a: must be true or false");
}

TEST(StrictObject, AChoiceIsOneOfItsValues) {
  const auto from = [](const std::string& text) {
    return text == "yes" ? std::optional(1) : std::nullopt;
  };
  const auto choose = [&](StrictObject& object) { object.choice("a", from); };
  EXPECT_EQ(said_of(R"({"a": "yes"})", choose), "nothing");
  EXPECT_EQ(said_of(R"({"a": "no"})", choose), "of.a: is none of the values there are");
  const Json json = Json::parse(R"({"a": null})");
  StrictObject object(json, "", complain);
  EXPECT_FALSE(object.choice_if_any("a", from));
  EXPECT_FALSE(object.choice_if_any("b", from));
}

}  // namespace
}  // namespace fonds
