#include "forms/form_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <string>

#include "base/error.h"

namespace fonds {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
/// Has Cyrillic; another sans serif takes its place where it is missing.
constexpr const char* kFamily = "DejaVu Sans, Liberation Sans, sans-serif";

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

}  // namespace

struct FormPdf::State {
  std::string bytes;
  std::unique_ptr<cairo_surface_t, CairoDestroyer> surface;
  std::unique_ptr<cairo_t, CairoDestroyer> cairo;
};

FormPdf::FormPdf(std::string_view title) : state_(std::make_unique<State>()) {
  state_->surface.reset(cairo_pdf_surface_create_for_stream(
      append, &state_->bytes, kSheetWidth * kPointsPerMm, kSheetHeight * kPointsPerMm));
  cairo_surface_t* surface = state_->surface.get();
  check(cairo_surface_status(surface));
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Fonds");
  state_->cairo.reset(cairo_create(surface));
  cairo_scale(state_->cairo.get(), kPointsPerMm, kPointsPerMm);
  cairo_set_source_rgb(state_->cairo.get(), 0, 0, 0);
  check(cairo_status(state_->cairo.get()));
}

FormPdf::~FormPdf() = default;

void FormPdf::next_page() { cairo_show_page(state_->cairo.get()); }

double FormPdf::write(double left, double top, double width, std::string_view text,
                      const TextStyle& style) {
  cairo_t* cairo = state_->cairo.get();
  cairo_save(cairo);
  cairo_translate(cairo, left, top);
  // Pango lays text out in points.
  cairo_scale(cairo, 1 / kPointsPerMm, 1 / kPointsPerMm);
  const LayoutPtr layout(pango_cairo_create_layout(cairo));
  apply(layout.get(), style);
  pango_layout_set_width(layout.get(), static_cast<int>(width * kPointsPerMm * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_cairo_show_layout(cairo, layout.get());
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  cairo_restore(cairo);
  check(cairo_status(cairo));
  return top + static_cast<double>(height) / PANGO_SCALE / kPointsPerMm;
}

void FormPdf::fill(double left, double top, double width, double height) {
  cairo_rectangle(state_->cairo.get(), left, top, width, height);
  cairo_fill(state_->cairo.get());
}

std::string FormPdf::finish() {
  cairo_show_page(state_->cairo.get());
  check(cairo_status(state_->cairo.get()));
  cairo_surface_finish(state_->surface.get());
  check(cairo_surface_status(state_->surface.get()));
  return std::move(state_->bytes);
}

}  // namespace fonds
