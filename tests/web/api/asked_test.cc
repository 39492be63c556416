#include "web/api/asked.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Asked sent(const std::string& body) {
  Request request;
  request.method = Method::post;
  request.body = body;
  return {request, {"text", "number", "flag", "day", "list", "fields"}};
}

Asked queried(const FormFields& query) {
  Request request;
  request.query = query;
  return {request, {"text", "number", "flag", "day", "list"}};
}

TEST(Asked, FieldsAreReadAsWhatTheyAre) {
  const Asked asked =
      sent(R"({"text": " два\n слова ", "number": -5, "flag": true, "day": "2024-05-31",)"
           R"( "list": ["a", "b"], "fields": {"last": "Кравец", "school": ""}})");
  EXPECT_EQ(asked.text("text"), "два слова");
  EXPECT_EQ(asked.whole_if_said("number"), -5);
  EXPECT_TRUE(asked.flag("flag"));
  EXPECT_EQ(asked.needed_day("day"), (CalendarDate{2024, 5, 31}));
  EXPECT_THAT(asked.texts("list"), ElementsAre("a", "b"));
  EXPECT_THAT(asked.fields_of("fields"), ElementsAre(Pair("last", "Кравец"), Pair("school", "")));
}

TEST(Asked, WhatIsNotSaidIsNothing) {
  for (const char* body : {"", "{}", R"({"text": null, "number": null})"}) {
    const Asked asked = sent(body);
    EXPECT_EQ(asked.text("text"), "");
    EXPECT_FALSE(asked.text_if_said("text"));
    EXPECT_FALSE(asked.whole_if_said("number"));
    EXPECT_FALSE(asked.flag("flag"));
    EXPECT_FALSE(asked.day_if_said("day"));
    EXPECT_THAT(asked.texts("list"), IsEmpty());
    EXPECT_EQ(fault_of([&] { (void)asked.needed_text("text"); }), Fault::usage);
    EXPECT_EQ(fault_of([&] { (void)asked.needed_whole("number"); }), Fault::usage);
    EXPECT_EQ(fault_of([&] { (void)asked.needed_day("day"); }), Fault::usage);
  }
}

TEST(Asked, AMisspeltFieldOrAnotherTypeIsRefusedAndNamed) {
  for (const char* body : {R"({"txt": "x"})", "[]", "1", "{", "{\"text\": \"\xff\"}"}) {
    EXPECT_EQ(fault_of([&] { sent(body); }), Fault::usage) << body;
  }
  const Asked asked = sent(R"({"text": 1, "number": 1.5, "flag": "yes", "day": "31.05.2024",)"
                           R"( "list": [1], "fields": {"last": 1}})");
  EXPECT_EQ(fault_of([&] { (void)asked.text("text"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)asked.whole_if_said("number"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)asked.flag("flag"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)asked.day_if_said("day"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)asked.texts("list"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)asked.fields_of("fields"); }), Fault::usage);
  try {
    (void)asked.whole("number", 1, 1, 5);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), testing::HasSubstr("number"));
  }
}

TEST(Asked, AQueryIsReadInTheSameWay) {
  const Asked asked = queried({{"text", "x"},
                               {"number", "12"},
                               {"flag", "true"},
                               {"list", "a"},
                               {"list", "b"},
                               {"day", "2024-02-29"}});
  EXPECT_EQ(asked.text("text"), "x");
  EXPECT_EQ(asked.whole("number", 1, 1, 20), 12);
  EXPECT_EQ(fault_of([&] { (void)asked.whole("number", 1, 1, 11); }), Fault::usage);
  EXPECT_TRUE(asked.flag("flag"));
  EXPECT_THAT(asked.texts("list"), ElementsAre("a", "b"));
  EXPECT_EQ(asked.needed_day("day").month, 2);
  EXPECT_EQ(fault_of([&] { queried({{"fields", "x"}}); }), Fault::usage);
}

TEST(Asked, ADeeplyNestedBodyIsRefusedNotFallenInto) {
  EXPECT_EQ(fault_of([&] { sent(std::string(500'000, '[')); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { sent(R"({"text": )" + std::string(500'000, '[') + "}"); }),
            Fault::usage);
}

TEST(NumberInPath, IsAWholeNumberOrNothingIsThere) {
  EXPECT_EQ(number_in_path("12"), 12);
  for (const char* text : {"", "0", "-1", "1x", "99999999999999999999", "1.5"}) {
    EXPECT_EQ(fault_of([&] { (void)number_in_path(text); }), Fault::not_found) << text;
  }
}

}  // namespace
}  // namespace fonds
