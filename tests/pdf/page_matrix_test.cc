#include "pdf/page_matrix.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

void expect_box(const Corners& box, double left, double bottom, double right, double top) {
  EXPECT_DOUBLE_EQ(box.left, left);
  EXPECT_DOUBLE_EQ(box.bottom, bottom);
  EXPECT_DOUBLE_EQ(box.right, right);
  EXPECT_DOUBLE_EQ(box.top, top);
}

TEST(PageMatrix, ATurnOfNinetyPutsTheLowerLeftCornerUpperLeft) {
  // A frame of 100 × 200; its lower left corner.
  const Matrix turned = turn_upright(90, 100, 200);

  expect_box(map_box(turned, {0, 0, 10, 20}), 0, 90, 20, 100);
}

TEST(PageMatrix, EveryTurnFillsThePageExactly) {
  expect_box(map_box(turn_upright(0, 100, 200), {0, 0, 100, 200}), 0, 0, 100, 200);
  expect_box(map_box(turn_upright(90, 100, 200), {0, 0, 100, 200}), 0, 0, 200, 100);
  expect_box(map_box(turn_upright(180, 100, 200), {0, 0, 100, 200}), 0, 0, 100, 200);
  expect_box(map_box(turn_upright(270, 100, 200), {0, 0, 100, 200}), 0, 0, 200, 100);
}

TEST(PageMatrix, ATurnAndItsOppositeChangeNothing) {
  const Matrix there_and_back = turn_upright(90, 100, 200) * turn_upright(270, 200, 100);

  expect_box(map_box(there_and_back, {3, 5, 7, 11}), 3, 5, 7, 11);
}

TEST(PageMatrix, AProductDoesTheFirstFactorFirst) {
  const Matrix moved_then_doubled = Matrix{1, 0, 0, 1, 10, 0} * Matrix{2, 0, 0, 2, 0, 0};

  EXPECT_DOUBLE_EQ(moved_then_doubled.e, 20);
}

TEST(PageMatrix, RefusesATurnNoPageCanMake) {
  for (const int turn : {45, 360, -90, 1}) EXPECT_THROW(turn_upright(turn, 1, 1), Error) << turn;
}

TEST(PageMatrix, WritesNumbersWithoutExponentOrIdleZeros) {
  EXPECT_EQ(to_operand(1e-9), "0");
  EXPECT_EQ(to_operand(-1e-9), "0");
  EXPECT_EQ(to_operand(14400), "14400");
  EXPECT_EQ(to_operand(0.5), "0.5");
  EXPECT_EQ(to_operand(100), "100");
  EXPECT_EQ(to_operands({1, 0, 0, -1, 0.25, 1e6}), "1 0 0 -1 0.25 1000000");
}

}  // namespace
}  // namespace fonds
