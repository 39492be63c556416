#include "ingest/geometry.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

void expect_near(Point a, Point b) {
  EXPECT_NEAR(a.x, b.x, 1e-6);
  EXPECT_NEAR(a.y, b.y, 1e-6);
}

TEST(Transform, TurnsClockwise) {
  expect_near(Transform::turn(90, 100, 50).apply({0, 0}), {50, 0});
  expect_near(Transform::turn(180, 100, 50).apply({10, 10}), {90, 40});
  expect_near(Transform::turn(270, 100, 50).apply({0, 0}), {0, 100});
  expect_near(Transform::turn(0, 100, 50).apply({7, 8}), {7, 8});
}

TEST(Transform, RotatesClockwiseAboutTheCentre) {
  const auto rotation = Transform::rotate(90, {10, 10});

  expect_near(rotation.apply({20, 10}), {10, 20});
  expect_near(rotation.apply({10, 10}), {10, 10});
}

TEST(Transform, InverseOfAChainLeadsBackExactly) {
  const auto quad = Transform::quad({Point{3, 5}, {90, 2}, {95, 140}, {1, 133}},
                                    {Point{0, 0}, {80, 0}, {80, 120}, {0, 120}});
  const auto chain = quad.then(Transform::turn(270, 80, 120))
                         .then(Transform::scale(1.7, 1.7))
                         .then(Transform::rotate(2.5, {60, 40}))
                         .then(Transform::shift(-4, 9));

  for (const Point p : {Point{3, 5}, {50, 60}, {95, 140}}) {
    expect_near(chain.inverse().apply(chain.apply(p)), p);
  }
}

TEST(Transform, QuadTakesCornerToCorner) {
  const auto quad = Transform::quad({Point{3, 5}, {90, 2}, {95, 140}, {1, 133}},
                                    {Point{0, 0}, {80, 0}, {80, 120}, {0, 120}});

  expect_near(quad.apply({90, 2}), {80, 0});
  expect_near(quad.apply({1, 133}), {0, 120});
}

TEST(Transform, BoxesAreCutToTheImage) {
  const Box moved = Transform::shift(-20, 90).apply(Box{10, 5, 40, 20}, 100, 100);

  EXPECT_EQ(moved, (Box{0, 95, 30, 5}));
}

TEST(Geometry, HullIgnoresEmptyBoxesAndIntersectionOfApartOnesIsEmpty) {
  EXPECT_EQ(hull({}, {3, 4, 5, 6}), (Box{3, 4, 5, 6}));
  EXPECT_EQ(hull({0, 0, 2, 2}, {8, 8, 2, 2}), (Box{0, 0, 10, 10}));
  EXPECT_EQ(intersection({0, 0, 2, 2}, {8, 8, 2, 2}).width, 0);
}

}  // namespace
}  // namespace fonds
