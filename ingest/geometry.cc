#include "ingest/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace fonds {
namespace {

/// Solves the 8 × 8 linear system rows · x = right sides (column 8) by elimination with pivots.
std::array<double, 8> solve(std::array<std::array<double, 9>, 8>& rows) {
  for (std::size_t column = 0; column < 8; ++column) {
    std::size_t pivot = column;
    for (std::size_t r = column + 1; r < 8; ++r) {
      if (std::abs(rows[r][column]) > std::abs(rows[pivot][column])) pivot = r;
    }
    std::swap(rows[column], rows[pivot]);
    for (std::size_t r = 0; r < 8; ++r) {
      if (r == column) continue;
      const double factor = rows[r][column] / rows[column][column];
      for (std::size_t c = column; c < 9; ++c) rows[r][c] -= factor * rows[column][c];
    }
  }
  std::array<double, 8> result{};
  for (std::size_t i = 0; i < 8; ++i) result[i] = rows[i][8] / rows[i][i];
  return result;
}

}  // namespace

Transform Transform::turn(int degrees, double width, double height) {
  switch (degrees) {
    case 90:
      return Transform({0, -1, height, 1, 0, 0, 0, 0, 1});
    case 180:
      return Transform({-1, 0, width, 0, -1, height, 0, 0, 1});
    case 270:
      return Transform({0, 1, 0, -1, 0, width, 0, 0, 1});
    default:
      return {};
  }
}

Transform Transform::scale(double x, double y) { return Transform({x, 0, 0, 0, y, 0, 0, 0, 1}); }

Transform Transform::shift(double x, double y) { return Transform({1, 0, x, 0, 1, y, 0, 0, 1}); }

Transform Transform::rotate(double degrees, Point centre) {
  const double angle = degrees * std::numbers::pi / 180;
  const double c = std::cos(angle);
  const double s = std::sin(angle);  // y points down: this matrix turns clockwise
  const Transform about_origin({c, -s, 0, s, c, 0, 0, 0, 1});
  return shift(-centre.x, -centre.y).then(about_origin).then(shift(centre.x, centre.y));
}

Transform Transform::quad(const std::array<Point, 4>& from, const std::array<Point, 4>& to) {
  std::array<std::array<double, 9>, 8> rows{};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto [x, y] = from[i];
    const auto [u, v] = to[i];
    rows[2 * i] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
    rows[2 * i + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
  }
  const auto h = solve(rows);
  return Transform({h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1});
}

Transform Transform::then(const Transform& next) const {
  std::array<double, 9> product{};
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) {
      for (std::size_t k = 0; k < 3; ++k) product[3 * r + c] += next.m_[3 * r + k] * m_[3 * k + c];
    }
  }
  return Transform(product);
}

Transform Transform::inverse() const {
  const auto& m = m_;
  // The adjugate: the missing division by the determinant is a factor that apply() divides out.
  return Transform({m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                    m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                    m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7],
                    m[0] * m[4] - m[1] * m[3]});
}

Point Transform::apply(Point p) const {
  const double w = m_[6] * p.x + m_[7] * p.y + m_[8];
  return {(m_[0] * p.x + m_[1] * p.y + m_[2]) / w, (m_[3] * p.x + m_[4] * p.y + m_[5]) / w};
}

Box Transform::apply(const Box& box, int width, int height) const {
  const double right = box.left + box.width;
  const double bottom = box.top + box.height;
  const auto left = static_cast<double>(box.left);
  const auto top = static_cast<double>(box.top);
  double x0 = width;
  double y0 = height;
  double x1 = 0;
  double y1 = 0;
  for (const Point corner : {Point{left, top}, {right, top}, {left, bottom}, {right, bottom}}) {
    const Point p = apply(corner);
    x0 = std::min(x0, p.x);
    y0 = std::min(y0, p.y);
    x1 = std::max(x1, p.x);
    y1 = std::max(y1, p.y);
  }
  const auto cut = [](double value, int limit) {
    return static_cast<int>(std::lround(std::clamp(value, 0.0, static_cast<double>(limit))));
  };
  const Box whole{cut(x0, width), cut(y0, height), 0, 0};
  return {whole.left, whole.top, cut(x1, width) - whole.left, cut(y1, height) - whole.top};
}

Box intersection(const Box& a, const Box& b) {
  const int left = std::max(a.left, b.left);
  const int top = std::max(a.top, b.top);
  const int right = std::min(a.left + a.width, b.left + b.width);
  const int bottom = std::min(a.top + a.height, b.top + b.height);
  return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

Box hull(const Box& a, const Box& b) {
  if (a.width == 0 || a.height == 0) return b;
  if (b.width == 0 || b.height == 0) return a;
  const int left = std::min(a.left, b.left);
  const int top = std::min(a.top, b.top);
  return {left, top, std::max(a.left + a.width, b.left + b.width) - left,
          std::max(a.top + a.height, b.top + b.height) - top};
}

}  // namespace fonds
