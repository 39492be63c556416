/// Transform: where a pixel of a prepared page lies in the original image.
///
/// A 3 × 3 projective matrix, so a chain of turns, crops, scales, deskewing and the flattening of a
/// photographed sheet is one matrix, and its inverse is exact. Points are pixel corners: (0, 0) is
/// the top left corner of the first pixel. Threads: value type.
#pragma once

#include <array>

#include "model/page.h"

namespace fonds {

struct Point {
  double x = 0;
  double y = 0;
};

class Transform {
 public:
  /// Changes nothing.
  Transform() = default;

  /// Turns an image of width × height clockwise by 0, 90, 180 or 270 degrees about itself: the
  /// result begins at (0, 0) again.
  static Transform turn(int degrees, double width, double height);
  static Transform scale(double x, double y);
  static Transform shift(double x, double y);
  /// Turns clockwise by `degrees` about `centre`.
  static Transform rotate(double degrees, Point centre);
  /// Takes the four corners `from` to `to` (both in the same order, no three on a line).
  static Transform quad(const std::array<Point, 4>& from, const std::array<Point, 4>& to);

  /// This one first, then `next`.
  [[nodiscard]] Transform then(const Transform& next) const;
  [[nodiscard]] Transform inverse() const;
  [[nodiscard]] Point apply(Point point) const;
  /// The smallest upright box around the image of `box`, cut to width × height.
  [[nodiscard]] Box apply(const Box& box, int width, int height) const;

 private:
  explicit Transform(const std::array<double, 9>& m) : m_(m) {}
  std::array<double, 9> m_{1, 0, 0, 0, 1, 0, 0, 0, 1};  ///< row by row
};

/// The part of `a` inside `b`; empty (width or height 0) when they are apart.
Box intersection(const Box& a, const Box& b);
/// The smallest box around both; an empty one does not count.
Box hull(const Box& a, const Box& b);

}  // namespace fonds
