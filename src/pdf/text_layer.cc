#include "pdf/text_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fonds {
namespace {

constexpr double kEm = 1000;
constexpr double kLeastSide = 0.05;  // points: a box without extent still must be a valid matrix

/// Readers take letters closer than a tenth of the letter height for a double strike; a box that
/// narrow holds text that runs upwards, as in the head of a journal's column.
bool runs_upwards(const Corners& box, std::size_t letters) {
  const double width = box.right - box.left;
  const double height = box.top - box.bottom;
  return letters > 1 && height > width && width < 0.12 * height * static_cast<double>(letters);
}

Matrix place(const Corners& box, std::size_t letters) {
  const double width = std::max(box.right - box.left, kLeastSide);
  const double height = std::max(box.top - box.bottom, kLeastSide);
  const double length = GlyphlessFont::kAdvance / kEm * static_cast<double>(letters);
  const double below = -GlyphlessFont::kDescent / kEm;
  if (runs_upwards(box, letters)) {
    return {0, height / length, -width, 0, box.right - below * width, box.bottom};
  }
  return {width / length, 0, 0, height, box.left, box.bottom + below * height};
}

void write_codes(std::string& out, const std::vector<std::uint16_t>& codes) {
  constexpr std::size_t kPiece = 1000;  // far below the 65 535 bytes a string may have
  for (std::size_t from = 0; from < codes.size(); from += kPiece) {
    out += '<';
    for (std::size_t i = from; i < std::min(codes.size(), from + kPiece); ++i) {
      fmt::format_to(std::back_inserter(out), "{:04X}", codes[i]);
    }
    out += "> Tj\n";
  }
}

}  // namespace

std::string write_text_layer(const std::vector<PdfLine>& lines, const Matrix& to_page,
                             GlyphlessFont& font) {
  std::string out;
  for (const PdfLine& line : lines) {
    for (const PdfWord& word : line) {
      std::vector<std::uint16_t> codes = font.encode(word.text);
      if (codes.empty()) continue;
      const Corners box =
          map_box(to_page, {word.left, word.top, word.left + word.width, word.top + word.height});
      out += to_operands(place(box, codes.size())) + " Tm\n";
      // After the last word of a line too: readers join what stands close, whatever the order.
      codes.push_back(font.space());
      write_codes(out, codes);
    }
  }
  return out.empty() ? out : "BT\n3 Tr\n/F 1 Tf\n" + out + "ET\n";
}

}  // namespace fonds
