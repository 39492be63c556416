#include "pdf/page_matrix.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace fonds {

Matrix operator*(const Matrix& first, const Matrix& second) {
  return {first.a * second.a + first.b * second.c,
          first.a * second.b + first.b * second.d,
          first.c * second.a + first.d * second.c,
          first.c * second.b + first.d * second.d,
          first.e * second.a + first.f * second.c + second.e,
          first.e * second.b + first.f * second.d + second.f};
}

Matrix turn_upright(int turn, double width, double height) {
  switch (turn) {
    case 0:
      return {};
    case 90:
      return {0, -1, 1, 0, 0, width};
    case 180:
      return {-1, 0, 0, -1, width, height};
    case 270:
      return {0, 1, -1, 0, height, 0};
    default:
      throw Error(Fault::bug, fmt::format("a page cannot be turned by {} degrees", turn));
  }
}

std::string to_operand(double value) {
  std::string text = fmt::format("{:.5f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string to_operands(const Matrix& m) {
  return fmt::format("{} {} {} {} {} {}", to_operand(m.a), to_operand(m.b), to_operand(m.c),
                     to_operand(m.d), to_operand(m.e), to_operand(m.f));
}

Corners map_box(const Matrix& m, const Corners& box) {
  const double xs[] = {m.a * box.left + m.c * box.bottom, m.a * box.right + m.c * box.bottom,
                       m.a * box.left + m.c * box.top, m.a * box.right + m.c * box.top};
  const double ys[] = {m.b * box.left + m.d * box.bottom, m.b * box.right + m.d * box.bottom,
                       m.b * box.left + m.d * box.top, m.b * box.right + m.d * box.top};
  const auto [left, right] = std::minmax_element(std::begin(xs), std::end(xs));
  const auto [bottom, top] = std::minmax_element(std::begin(ys), std::end(ys));
  return {*left + m.e, *bottom + m.f, *right + m.e, *top + m.f};
}

}  // namespace fonds
