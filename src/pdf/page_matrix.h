/// Matrix: the affine maps of a PDF page (ISO 32000-1, 8.3.3), and the turn that makes a page
/// upright.
///
/// Frames: "frame" is the page as it was scanned, in points, origin bottom left, y up; "page" is
/// the same turned upright. Threads: pure.
#pragma once

#include <string>

namespace fonds {

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;
};

/// The map that does `first`, then `second`.
Matrix operator*(const Matrix& first, const Matrix& second);

/// Turns a frame of `width` × `height` clockwise by `turn` (0, 90, 180, 270 degrees) so that it
/// again begins at 0,0.
Matrix turn_upright(int turn, double width, double height);

/// "1 0 0 1 0 0", at most five decimals.
std::string to_operands(const Matrix& matrix);
/// A number as PDF writes it: no exponent, no trailing zeros.
std::string to_operand(double value);

struct Corners {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
};
/// The box around what `matrix` makes of `box`.
Corners map_box(const Matrix& matrix, const Corners& box);

}  // namespace fonds
