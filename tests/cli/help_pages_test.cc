#include "cli/help_pages.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "indexer/fields.h"

namespace fonds {
namespace {

void expect_options_in(const CLI::App& command, std::string_view page, const std::string& name) {
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& flag : option->get_lnames()) {
      EXPECT_NE(page.find("--" + flag), std::string::npos) << name << " page lacks --" << flag;
    }
  }
  for (const CLI::App* inner :
       command.get_subcommands([](const CLI::App* each) { return each != nullptr; })) {
    EXPECT_NE(page.find(inner->get_name()), std::string::npos) << name << ": " << inner->get_name();
    expect_options_in(*inner, page, name);
  }
}

TEST(HelpPages, EveryCommandHasBothAndTheyNameEveryOption) {
  Session session;
  CLI::App app;
  define_all(app, session);
  for (const CommandEntry& command : kCommands) {
    const std::string name(command.name);
    for (const Language language : {Language::russian, Language::english}) {
      const auto page = help_page(name, language);
      ASSERT_TRUE(page.has_value()) << name;
      EXPECT_TRUE(page->starts_with("fonds " + name)) << name;
      expect_options_in(*app.get_subcommand(name), *page, name);
    }
  }
}

TEST(HelpPages, TheFirstPageNamesEveryCommandAndEveryCommonOption) {
  Session session;
  CLI::App app;
  define_all(app, session);
  for (const Language language : {Language::russian, Language::english}) {
    const auto page = help_page("fonds", language).value();
    for (const CommandEntry& command : kCommands) {
      EXPECT_NE(page.find("\n    " + std::string(command.name) + " "), std::string_view::npos)
          << command.name;
    }
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& flag : option->get_lnames()) {
        EXPECT_NE(page.find("--" + flag), std::string_view::npos) << flag;
      }
    }
  }
}

TEST(HelpPages, ThePageOfSearchNamesEveryFieldThatCanBeSearched) {
  for (const Language language : {Language::russian, Language::english}) {
    const auto page = help_page("search", language).value();
    for (const Field& field : kFields) {
      if (field.name.empty()) continue;
      const std::string_view name = language == Language::russian ? field.russian_name : field.name;
      EXPECT_NE(page.find(std::string(name) + ':'), std::string_view::npos) << name;
    }
  }
}

TEST(HelpPages, AnUnknownCommandHasNone) {
  EXPECT_FALSE(help_page("nonsense", Language::russian).has_value());
  EXPECT_FALSE(help_page("", Language::english).has_value());
}

}  // namespace
}  // namespace fonds
