#include "web/page_levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "archive/page_pictures.h"
#include "web/pages/document_files.h"
#include "web/static_files.h"

namespace fonds {
namespace {

/// Each is made by the worker and journalled as a look: so few.
constexpr std::array<int, 2> kSides{kPictureSide, kMostPictureSide};

std::string path_of_picture(const Document& document, int page, int side) {
  return fmt::format("/documents/{}/pages/{}?side={}", document.accession, page, side);
}

int scaled(int length, double factor) {
  return std::max(1, static_cast<int>(std::lround(length * factor)));
}

Json levels_of(const Document& document, int page, int width, int height) {
  Json levels = Json::array();
  const int longest = std::max(width, height);
  for (const int side : kSides) {
    const double factor = std::min(1.0, static_cast<double>(side) / longest);
    levels.push_back({{"path", path_of_picture(document, page, side)},
                      {"width", scaled(width, factor)},
                      {"height", scaled(height, factor)}});
    if (longest <= side) break;  // no picture is scaled up
  }
  return levels;
}

}  // namespace

void tell_picture(const Document& document, int page, Json& model) {
  if (!has_pictures(document) || document.tombstone) return;
  model["picture"] = path_of_picture(document, page, kPictureSide);
  model["large"] = path_of_picture(document, page, kMostPictureSide);
  if (const std::string viewer = page_viewer_path(); !viewer.empty()) model["viewer"] = viewer;
  for (const PageRecord& each : document.pages) {
    if (each.number != page || each.width <= 0 || each.height <= 0) continue;
    const bool turned = each.rotation % 180 != 0;
    const int width = turned ? each.height : each.width;
    const int height = turned ? each.width : each.height;
    model["width"] = width;
    model["height"] = height;
    model["levels"] = levels_of(document, page, width, height).dump();
  }
}

}  // namespace fonds
