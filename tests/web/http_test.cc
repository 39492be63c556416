#include "web/http.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::Pair;

TEST(PercentDecoding, WhatIsWellWrittenComesBack) {
  const std::string text = "Дом «Лира» & 100 % = a+b/c?#\"'<>\t\n";
  EXPECT_EQ(percent_decoded(percent_encoded(text), Plus::is_space), text);
  EXPECT_EQ(percent_decoded("a+b", Plus::is_space), "a b");
  EXPECT_EQ(percent_decoded("a+b", Plus::is_plus), "a+b");
  EXPECT_EQ(percent_decoded("%41%4a%4A", Plus::is_plus), "AJJ");
  EXPECT_EQ(percent_decoded("", Plus::is_plus), "");
}

TEST(PercentDecoding, WhatIsBadlyWrittenIsNothing) {
  for (const char* text : {"%", "a%", "%4", "%4g", "%g4", "%%41", "% 41", "%+1", "%-1", "%0x41"}) {
    EXPECT_EQ(percent_decoded(text, Plus::is_space), std::nullopt) << text;
  }
}

TEST(PercentDecoding, NoZeroByteAndNoBrokenUtf8ComesThrough) {
  // The last ones are longer than they need be, a half of a pair, and beyond Unicode.
  for (const char* text : {"%00", "a%00b", "%ff", "%D0", "%D0%D0", "%80", "%c0%af", "%e0%80%af",
                           "%ed%a0%80", "%f4%90%80%80", "%c1%81"}) {
    EXPECT_EQ(percent_decoded(text, Plus::is_space), std::nullopt) << text;
  }
  EXPECT_EQ(percent_decoded("%2500", Plus::is_space), "%00") << "it is decoded once, not twice";
}

TEST(Forms, FieldsStayInTheirOrderAndMayComeTwice) {
  EXPECT_THAT(parse_form("b=2&a=1&b=%D1%91&&c&=d&e="),
              Optional(ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "ё"), Pair("c", ""),
                                   Pair("", "d"), Pair("e", ""))));
  EXPECT_THAT(parse_form(""), Optional(IsEmpty()));
  EXPECT_THAT(parse_form("a=b=c"), Optional(ElementsAre(Pair("a", "b=c"))));
  EXPECT_EQ(parse_form("a=1&b=%zz"), std::nullopt);
  EXPECT_EQ(parse_form("%00=1"), std::nullopt);
  const FormFields fields{{"q", "Лира & \"Ко\" = 1+1"}, {"", "x"}, {"order", "best"}};
  EXPECT_EQ(parse_form(written_form(fields)), fields);
}

TEST(Paths, SegmentsAreDecodedEachByItself) {
  EXPECT_THAT(parse_path("/"), Optional(IsEmpty()));
  EXPECT_THAT(parse_path(""), Optional(IsEmpty()));
  EXPECT_THAT(parse_path("//documents///A-1/"), Optional(ElementsAre("documents", "A-1")));
  EXPECT_THAT(parse_path("/a%2Fb/c+d"), Optional(ElementsAre("a/b", "c+d")))
      << "a slash that was written as %2F parts nothing";
  EXPECT_THAT(parse_path("/%D0%94-1"), Optional(ElementsAre("Д-1")));
}

TEST(Paths, NoneLeadsUpwards) {
  for (const char* path : {"/..", "/a/../b", "/%2e%2e/etc", "/.%2E/x", "/a/.", "/%2E", "..", "/%00",
                           "/a%00b", "/%ff", "/%"}) {
    EXPECT_EQ(parse_path(path), std::nullopt) << path;
  }
  EXPECT_THAT(parse_path("/..."), Optional(ElementsAre("...")));
}

TEST(OwnPath, OnlyPagesOfOursAreGoneTo) {
  EXPECT_EQ(own_path("/find?q=1"), "/find?q=1");
  EXPECT_EQ(own_path("/"), "/");
  for (const char* path :
       {"", "find", "//evil.test", "///evil.test", "/\\evil.test", "\\\\evil.test", "/a\\b",
        "http://evil.test/", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "/a\nb", " /find",
        "/\t/evil.test", "/\x01/evil.test"}) {
    EXPECT_EQ(own_path(path), "/") << path;
  }
}

TEST(Requests, AFieldOfTheQueryComesBeforeOneOfTheForm) {
  Request request;
  request.query = {{"a", "query"}, {"a", "again"}};
  request.form = {{"a", "form"}, {"b", ""}};
  EXPECT_EQ(request.value("a"), "query");
  EXPECT_EQ(request.value("c"), "");
  EXPECT_TRUE(request.has("b"));
  EXPECT_FALSE(request.has("c"));
  EXPECT_THAT(request.values("a"), ElementsAre("query", "again", "form"));
}

TEST(Requests, ACookieIsFoundByItsWholeName) {
  Request request;
  EXPECT_EQ(request.cookie("fonds"), "");
  request.headers["cookie"] = "xfonds=1; fonds2=2;fonds=3=4 ; fonds=5; empty=; last=6";
  EXPECT_EQ(request.cookie("fonds"), "3=4 ");
  EXPECT_EQ(request.cookie("last"), "6");
  EXPECT_EQ(request.cookie("empty"), "");
  EXPECT_EQ(request.cookie("ast"), "");
  for (const char* odd : {"", ";", ";;;", "=", "fonds", "fonds;", " ; =; ="}) {
    request.headers["cookie"] = odd;
    EXPECT_EQ(request.cookie("fonds"), "") << odd;
  }
}

TEST(Requests, TheTargetIsWrittenAsABrowserWroteIt) {
  Request request;
  EXPECT_EQ(request.target(), "/");
  request.path = {"documents", "a/b", "Д"};
  request.query = {{"q", "a&b"}, {"page", "2"}};
  EXPECT_EQ(request.target(), "/documents/a%2Fb/%D0%94?q=a%26b&page=2");
}

TEST(Methods, UnknownOnesAreNone) {
  for (const Method method : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                              Method::del, Method::options}) {
    EXPECT_EQ(method_from(name_of(method)), method);
  }
  for (const char* name : {"", "get", "GET ", "TRACE", "CONNECT", "patch"}) {
    EXPECT_EQ(method_from(name), std::nullopt) << name;
  }
}

TEST(HttpDate, IsWrittenAsTheStandardSays) {
  EXPECT_EQ(http_date(Moment(std::chrono::seconds(784111777))), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(ContentDisposition, ANameCanNotLeaveItsQuotes) {
  EXPECT_EQ(content_disposition("attachment", "a.pdf"),
            "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
  const std::string hostile = content_disposition("inline", "a\"; x=\"\\\r\nSet-Cookie: б%.pdf");
  EXPECT_EQ(hostile,
            "inline; filename=\"a_; x=____Set-Cookie: ___.pdf\"; "
            "filename*=UTF-8''a%22%3B%20x%3D%22%5C%0D%0ASet-Cookie%3A%20%D0%B1%25.pdf");
}

TEST(Responses, AreWhatTheirNamesSay) {
  EXPECT_EQ(see_other("/a").status, 303);
  EXPECT_THAT(see_other("/a").headers, ElementsAre(Pair("Location", "/a")));
  const Response text = plain_text(404, "no\n");
  EXPECT_EQ(text.status, 404);
  EXPECT_EQ(text.body, "no\n");
}

}  // namespace
}  // namespace fonds
