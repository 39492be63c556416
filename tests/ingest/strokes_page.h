/// StrokesPage: a page with one line of upright strokes and a word behind them.
///
/// Threads: one.
#pragma once

#include <string>

#include "ingest/page_view.h"
#include "ingest/synthetic_page.h"

namespace fonds {

/// A page with one line: upright strokes at 100, 130, …, then a word at 400.
struct StrokesPage {
  explicit StrokesPage(int strokes) {
    const PixPtr page = blank_page(1240, 400);
    for (int i = 0; i < strokes; ++i) fill(page, 100 + 16 * i, 160, 6, 40, 0);
    print(page, 400, 200, "place");
    image = {share(page), 150, 0};
    Pose pose;
    pose.geometry.width = 1240;
    pose.geometry.height = 400;
    pose.geometry.dpi = 150;
    pose.dpi = 150;
    pose.width = 1240;
    pose.height = 400;
    view = look(image, pose, Projection::luminance);
    const int width = 6 + 16 * (strokes - 1);
    read.words = {{"И!", {100, 160, width, 40}, 0.6}, {"место", {400, 160, 150, 40}, 0.95}};
    read.view = &view;
    read.piece.height = 40;
  }
  PageImage image;
  PageView view;
  ReadPiece read;
};

}  // namespace fonds
