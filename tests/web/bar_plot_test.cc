#include "web/bar_plot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(AxisEnd, IsAWholeNumberPeopleCountIn) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> ends{
      {0, 1}, {1, 1}, {2, 2}, {3, 5}, {6, 10}, {11, 20}, {51, 100}, {100, 100}, {101, 200}};
  for (const auto& [most, end] : ends) EXPECT_EQ(axis_end(most), end) << most;
}

TEST(BarPlot, EachPartIsARectangleOfItsHeight) {
  const std::string svg = svg_of({"Papers", {"a", "b"}, {{"1", {5, 5}}, {"2", {0, 10}}}});
  EXPECT_EQ(count_of(svg, "<rect"), 3U) << "nothing has no bar";
  EXPECT_EQ(count_of(svg, R"(height="94.0")"), 2U) << "half of 188";
  EXPECT_EQ(count_of(svg, R"(height="188.0")"), 1U);
  EXPECT_THAT(svg, HasSubstr(R"(role="img" aria-label="Papers")"));
}

TEST(BarPlot, OfManyBarsSomeAreNamedTheLastAlways) {
  BarPlot plot{"Days", {"a"}, {}};
  for (int i = 1; i <= 30; ++i) plot.bars.push_back({"day" + std::to_string(i), {i}});
  const std::string svg = svg_of(plot);
  EXPECT_EQ(count_of(svg, ">day"), 10U);
  EXPECT_THAT(svg, HasSubstr(">day30<"));
}

TEST(BarPlot, TextsAreEscaped) {
  const std::string svg = svg_of({"<b>\"x\"", {"a"}, {{"<script>", {1}}}});
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
}

TEST(PlotModel, TheTableLeavesOutWhatIsNothing) {
  const Json model = plot_model({"T", {"a", "b"}, {{"1", {0, 0}}, {"2", {1, 2}}}});
  ASSERT_EQ(model["rows"].size(), 1U);
  EXPECT_EQ(model["rows"][0]["counts"][1]["count"], "2");
  EXPECT_EQ(model["several"], true);
  EXPECT_EQ(plot_model({"T", {"a"}, {}})["nothing"], true);
}

}  // namespace
}  // namespace fonds
