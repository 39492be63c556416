#include "web/templates.h"

#include <boost/filesystem/operations.hpp>
#include <set>

#include "base/spoken_language.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = boost::filesystem;

class TemplatesTest : public testing::Test {
 protected:
  TemplatesTest() { choose_language(Language::english, FONDS_BINARY_DIR "/locale"); }
  Templates templates_;
};

std::vector<std::string> names_of_templates() {
  std::vector<std::string> names;
  const fs::path folder = fs::path(FONDS_SOURCE_DIR) / "src/web/templates";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".mustache") names.push_back(entry.path().stem().string());
  }
  return names;
}

TEST_F(TemplatesTest, EveryTemplateCanBeReadInBothLanguages) {
  const std::vector<std::string> names = names_of_templates();
  EXPECT_GT(names.size(), 8U);
  for (const std::string& name : names) {
    for (const Language each : {Language::english, Language::russian}) {
      const SpokenLanguage spoken(each);
      EXPECT_NO_THROW(templates_.render(name, nlohmann::ordered_json::object())) << name;
    }
  }
}

TEST_F(TemplatesTest, NothingIsFilledInUnescapedButPagesAndPlots) {
  const std::set<std::string> of_ours{"frame", "institution"};  // {{{content}}}, {{{svg}}}
  for (const std::string& name : names_of_templates()) {
    const std::string source = Templates::source_of(name);
    std::size_t raw = 0;
    for (std::size_t at = source.find("{{{"); at != std::string::npos;
         at = source.find("{{{", at + 3)) {
      ++raw;
    }
    EXPECT_EQ(raw, of_ours.contains(name) ? 1U : 0U) << name << ": {{{…}}} escapes nothing";
    EXPECT_THAT(source, Not(HasSubstr("{{&"))) << name;
  }
}

TEST_F(TemplatesTest, TextsAreInTheLanguageThatIsSpoken) {
  const nlohmann::ordered_json model{{"problem", "x"}};
  EXPECT_THAT(templates_.render("sign_in", model), HasSubstr("<h1>Sign in</h1>"));
  const SpokenLanguage spoken(Language::russian);
  EXPECT_THAT(templates_.render("sign_in", model), HasSubstr("<h1>Вход</h1>"));
  {
    const SpokenLanguage english(Language::english);
    EXPECT_THAT(templates_.render("sign_in", model), HasSubstr("<h1>Sign in</h1>"))
        << "what was read for the other language is not used again";
  }
}

TEST_F(TemplatesTest, WhatIsFilledInIsEscapedAlsoInAttributes) {
  const std::string hostile = "<script>alert('x')</script>\"&";
  const std::string shown =
      templates_.render("sign_in", {{"problem", hostile}, {"login", hostile}});
  EXPECT_THAT(shown, Not(HasSubstr("<script")));
  const HtmlPage page(shown);
  EXPECT_EQ(page.problem(), "");
  EXPECT_EQ(page.form("/sign-in").at(2), (std::pair<std::string, std::string>("login", hostile)));
}

TEST_F(TemplatesTest, NothingAndTheEmptyTextAreNotThere) {
  const auto problem_of = [&](const nlohmann::ordered_json& problem) {
    return templates_.render("sign_in", {{"problem", problem}}).find("role=\"alert\"") !=
           std::string::npos;
  };
  EXPECT_TRUE(problem_of("x"));
  EXPECT_TRUE(problem_of(0)) << "a figure is a text, 0 too";
  EXPECT_FALSE(problem_of(""));
  EXPECT_FALSE(problem_of(nullptr));
  EXPECT_FALSE(problem_of(false));
  EXPECT_FALSE(problem_of(nlohmann::ordered_json::array()));
}

TEST_F(TemplatesTest, ATemplateThatIsNotThereIsABug) {
  EXPECT_NE(fault_of([&] { (void)templates_.render("nothing", {}); }), Fault::usage);
}

}  // namespace
}  // namespace fonds
