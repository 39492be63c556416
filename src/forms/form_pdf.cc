#include "forms/form_pdf.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "pdf/archivable.h"

namespace fonds {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPointsPerMm = kPointsPerInch / 25.4;
/// Has Cyrillic; another sans serif takes its place where it is missing.
constexpr const char* kFamily = "DejaVu Sans, Liberation Sans, sans-serif";
constexpr double kLine = 0.2;  // mm; thin, and yet it survives a copier
/// What rounding may add to lines that were measured to fit.
constexpr double kHair = 0.001;

constexpr double mm(int pango_units) { return pango_units / kPointsPerMm / PANGO_SCALE; }

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw Error(Fault::bug, std::string("drawing a form: ") + cairo_status_to_string(status));
}

struct CairoDestroyer {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct PangoDestroyer {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, PangoDestroyer>;

/// Three bytes of UTF-8 that are an embedding, an override or an isolate: U+202A…202E, U+2066…2069.
bool turns_letters_round(std::string_view sign) {
  if (sign.size() < 3 || sign[0] != '\xE2') return false;
  return (sign[1] == '\x80' && sign[2] >= '\xAA' && sign[2] <= '\xAE') ||
         (sign[1] == '\x81' && sign[2] >= '\xA6' && sign[2] <= '\xA9');
}

/// The bytes of a noncharacter (U+FDD0…FDEF and the last two of each plane) at the beginning; 0:
/// there is none.
std::size_t noncharacter_at(std::string_view sign) {
  const auto byte = [&](std::size_t i) {
    return i < sign.size() ? static_cast<unsigned char>(sign[i]) : 0U;
  };
  if (byte(0) == 0xEF && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF) return 3;
  if (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) return 3;
  const bool last = byte(0) >= 0xF0 && (byte(1) & 0xFU) == 0xF && byte(2) == 0xBF;
  return last && byte(3) >= 0xBE ? 4 : 0;
}

/// Pango ends a text at NUL and draws boxes for other control characters, and Cairo refuses
/// noncharacters; and what is printed must not read otherwise than what is kept.
std::string drawable(std::string_view text) {
  constexpr char kDelete = 0x7F;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (turns_letters_round(text.substr(i, 3))) {
      i += 2;
      continue;
    }
    if (const std::size_t size = noncharacter_at(text.substr(i, 4)); size > 0) {
      i += size - 1;
      out += ' ';
      continue;
    }
    const bool control = (text[i] >= 0 && text[i] < ' ' && text[i] != '\n') || text[i] == kDelete;
    out += control ? ' ' : text[i];
  }
  return out;
}

void apply(PangoLayout* layout, const TextStyle& style) {
  const std::unique_ptr<PangoFontDescription, PangoDestroyer> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), kFamily);
  pango_font_description_set_size(font.get(), static_cast<int>(style.size * PANGO_SCALE));
  pango_font_description_set_weight(
      font.get(), style.weight == TextWeight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_alignment(layout, style.align == TextAlign::centre  ? PANGO_ALIGN_CENTER
                                     : style.align == TextAlign::right ? PANGO_ALIGN_RIGHT
                                                                       : PANGO_ALIGN_LEFT);
  if (style.lines > 0) {
    pango_layout_set_height(layout, -style.lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  }
}

void prepare(PangoLayout* layout) {
  // Else a point would be one of the 96 that a screen has in an inch, and letters would stand at
  // whole points, as on a screen at whole pixels.
  PangoContext* context = pango_layout_get_context(layout);
  pango_cairo_context_set_resolution(context, kPointsPerInch);
  pango_context_set_round_glyph_positions(context, FALSE);
  // A hyphen that nobody wrote would make another number of a number.
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
}

/// The first `size` bytes of `text` or a little less: whole characters.
std::string_view beginning_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

}  // namespace

struct TextLines::State {
  struct Line {
    PangoLayout* layout = nullptr;
    int number = 0;   ///< in its layout
    double left = 0;  ///< mm, as `baseline` and `end` from the corner of the whole text
    double baseline = 0;
    double end = 0;
  };
  std::vector<LayoutPtr> layouts;
  std::vector<Line> lines;

  [[nodiscard]] double start(std::size_t line) const { return line == 0 ? 0 : lines[line - 1].end; }
  std::size_t append(LayoutPtr piece, bool last);
};

/// Takes the lines of `piece` over; unless it is the last one without its last line, which may go
/// on. Returns how many bytes they are.
std::size_t TextLines::State::append(LayoutPtr piece, bool last) {
  const double top = start(lines.size());
  PangoLayout* layout = piece.get();
  layouts.push_back(std::move(piece));
  const int all = pango_layout_get_line_count(layout);
  const int taken = last || all == 1 ? all : all - 1;
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  for (int i = 0; i < taken; ++i) {
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(at, nullptr, &extents);
    int end = 0;
    pango_layout_iter_get_line_yrange(at, nullptr, &end);
    lines.push_back(
        {layout, i, mm(extents.x), top + mm(pango_layout_iter_get_baseline(at)), top + mm(end)});
    pango_layout_iter_next_line(at);
  }
  pango_layout_iter_free(at);
  if (taken == all) return std::string_view(pango_layout_get_text(layout)).size();
  return static_cast<std::size_t>(pango_layout_get_line_readonly(layout, taken)->start_index);
}

TextLines::TextLines(std::unique_ptr<State> state) : state_(std::move(state)) {}
TextLines::~TextLines() = default;
TextLines::TextLines(TextLines&&) noexcept = default;
TextLines& TextLines::operator=(TextLines&&) noexcept = default;

std::size_t TextLines::count() const { return state_->lines.size(); }

double TextLines::height() const { return state_->lines.back().end; }

double TextLines::height(std::size_t first, std::size_t count) const {
  return state_->start(first + count) - state_->start(first);
}

std::size_t TextLines::fitting(std::size_t first, double room) const {
  std::size_t lines = 0;
  while (first + lines < count() && height(first, lines + 1) <= room + kHair) ++lines;
  return lines;
}

struct FormPdf::State {
  double width = 0;
  double height = 0;
  int page = 1;
  std::string title;
  std::string bytes;
  std::vector<Table> tables;
  std::unique_ptr<cairo_surface_t, CairoDestroyer> surface;
  std::unique_ptr<cairo_t, CairoDestroyer> cairo;
};

FormPdf::FormPdf(std::string_view title, SheetTurn turn) : state_(std::make_unique<State>()) {
  state_->title = title;
  const bool upright = turn == SheetTurn::portrait;
  state_->width = upright ? kSheetWidth : kSheetHeight;
  state_->height = upright ? kSheetHeight : kSheetWidth;
  state_->surface.reset(cairo_pdf_surface_create_for_stream(
      append, &state_->bytes, state_->width * kPointsPerMm, state_->height * kPointsPerMm));
  cairo_surface_t* surface = state_->surface.get();
  check(cairo_surface_status(surface));
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
  state_->cairo.reset(cairo_create(surface));
  cairo_set_source_rgb(state_->cairo.get(), 0, 0, 0);
  check(cairo_status(state_->cairo.get()));
}

FormPdf::~FormPdf() = default;

double FormPdf::width() const { return state_->width; }
double FormPdf::height() const { return state_->height; }
int FormPdf::page() const { return state_->page; }

void FormPdf::next_page() {
  cairo_show_page(state_->cairo.get());
  ++state_->page;
}

double FormPdf::write(double left, double top, double width, std::string_view text,
                      const TextStyle& style) {
  return draw(left, top, break_lines(width, text, style));
}

TextLines FormPdf::break_lines(double width, std::string_view text, const TextStyle& style) {
  auto state = std::make_unique<TextLines::State>();
  const std::string shown = drawable(text);
  std::string_view rest = shown;
  // More than a line can hold, even of small letters.
  constexpr std::size_t kLineBytes = 1000;
  if (style.lines > 0) {
    rest = beginning_of(rest, kLineBytes * static_cast<std::size_t>(style.lines));
  }
  // Pango shapes the rest of a paragraph anew for every line: it gets long texts in pieces.
  constexpr std::size_t kPiece = 4000;
  for (bool last = false; !last;) {
    const std::string_view piece = style.lines > 0 ? rest : beginning_of(rest, kPiece);
    last = piece.size() == rest.size();
    LayoutPtr layout(pango_cairo_create_layout(state_->cairo.get()));
    prepare(layout.get());
    apply(layout.get(), style);
    pango_layout_set_width(layout.get(), static_cast<int>(width * kPointsPerMm * PANGO_SCALE));
    pango_layout_set_text(layout.get(), piece.data(), static_cast<int>(piece.size()));
    rest.remove_prefix(state->append(std::move(layout), last));
  }
  return TextLines(std::move(state));
}

double FormPdf::draw(double left, double top, const TextLines& lines, std::size_t first,
                     std::size_t count) {
  cairo_t* cairo = state_->cairo.get();
  const TextLines::State& text = *lines.state_;
  const double above = text.start(first);
  for (std::size_t i = first; i < first + count; ++i) {
    const TextLines::State::Line& line = text.lines[i];
    cairo_move_to(cairo, (left + line.left) * kPointsPerMm,
                  (top + line.baseline - above) * kPointsPerMm);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(line.layout, line.number));
  }
  check(cairo_status(cairo));
  return top + lines.height(first, count);
}

double FormPdf::draw(double left, double top, const TextLines& lines) {
  return draw(left, top, lines, 0, lines.count());
}

void FormPdf::fill(double left, double top, double width, double height) {
  cairo_rectangle(state_->cairo.get(), left * kPointsPerMm, top * kPointsPerMm,
                  width * kPointsPerMm, height * kPointsPerMm);
  cairo_fill(state_->cairo.get());
}

void FormPdf::line_across(double left, double top, double length) {
  fill(left - kLine / 2, top - kLine / 2, length + kLine, kLine);
}

void FormPdf::line_down(double left, double top, double length) {
  fill(left - kLine / 2, top - kLine / 2, kLine, length + kLine);
}

void FormPdf::keep(Table table) {
  std::vector<Table>& tables = state_->tables;
  if (table.name.empty()) {
    table.name = tables.empty() ? state_->title : fmt::format("{}", tables.size() + 1);
  }
  for (TableRow& row : table.rows) {
    for (std::string& cell : row) std::replace(cell.begin(), cell.end(), '\n', ' ');
  }
  tables.push_back(std::move(table));
}

PrintedForm FormPdf::finish() {
  cairo_show_page(state_->cairo.get());
  check(cairo_status(state_->cairo.get()));
  cairo_surface_finish(state_->surface.get());
  check(cairo_surface_status(state_->surface.get()));
  return {as_pdf_a(state_->bytes, state_->title), std::move(state_->tables)};
}

}  // namespace fonds
