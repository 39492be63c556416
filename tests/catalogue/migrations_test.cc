#include "catalogue/migrations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <sstream>

#include "base/disk.h"

namespace fonds {
namespace {

using testing::ElementsAre;

TEST(Migrations, AStepIsDividedIntoItsStatements) {
  const std::string sql =
      "-- first; of all\nCREATE TABLE a (b TEXT); -- 'x\n\nINSERT INTO a VALUES ('x;y -- "
      "z');\n--\n";

  EXPECT_THAT(statements_of(sql, Comments::strip),
              ElementsAre("CREATE TABLE a (b TEXT)", "INSERT INTO a VALUES ('x;y -- z')"));
}

TEST(Migrations, CommentsWithinATableStayOnRequest) {
  const std::string sql = "-- before\nCREATE TABLE a (\n  b TEXT -- its meaning; and more\n);";

  EXPECT_THAT(statements_of(sql, Comments::keep),
              ElementsAre("CREATE TABLE a (\n  b TEXT -- its meaning; and more\n)"));
  EXPECT_THAT(statements_of(sql, Comments::strip), ElementsAre("CREATE TABLE a (\n  b TEXT \n)"));
}

TEST(Migrations, NothingGivesNoStatement) {
  EXPECT_TRUE(statements_of("", Comments::keep).empty());
  EXPECT_TRUE(statements_of(" \n-- only a remark\n;;", Comments::keep).empty());
}

TEST(Migrations, AnUnfinishedQuoteEndsWithTheText) {
  EXPECT_THAT(statements_of("INSERT 'x", Comments::keep), ElementsAre("INSERT 'x"));
  EXPECT_THAT(statements_of("INSERT x'", Comments::keep), ElementsAre("INSERT x'"));
}

TEST(Migrations, EveryStepInTheFolderIsCompiledInInOrder) {
  std::vector<std::string> files;
  const boost::filesystem::path folder =
      boost::filesystem::path(FONDS_SOURCE_DIR) / "src/catalogue/migrations";
  for (const auto& entry : boost::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path().stem().string());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> compiled;
  for (const auto& step : migrations()) {
    compiled.emplace_back(step.name);
    EXPECT_EQ(step.sql, read_file(folder / (std::string(step.name) + ".sql")));
  }
  EXPECT_EQ(compiled, files);
}

bool names_a_column(const std::string& line) {
  if (!line.starts_with("  ") || line.starts_with("  PRIMARY KEY")) return false;
  return line.find(" TEXT") != line.npos || line.find(" BIGINT") != line.npos ||
         line.find(" INTEGER") != line.npos || line.find(" DOUBLE PRECISION") != line.npos;
}

TEST(Migrations, EveryColumnSaysWhatItIs) {
  int columns = 0;
  for (const auto& step : migrations()) {
    std::istringstream lines{std::string(step.sql)};
    for (std::string line; std::getline(lines, line);) {
      if (!names_a_column(line)) continue;
      ++columns;
      const bool said = line.find("-- ") != line.npos || line.find(" REFERENCES ") != line.npos ||
                        line.find(" CHECK ") != line.npos || line.starts_with("  id ");
      EXPECT_TRUE(said) << line;
    }
  }
  EXPECT_GT(columns, 40);
}

}  // namespace
}  // namespace fonds
