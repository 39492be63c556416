#include "pdf/pdf_a.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "base/error.h"
#include "pdf/glyphless_font.h"
#include "pdf/pdf_a_marks.h"
#include "pdf/pdf_stream.h"
#include "pdf/sink_pipeline.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

Handle parse(const std::string& text) { return Handle::parse(text); }

Handle parameters_of(const PdfImage& image) {
  switch (image.coding) {
    case PdfCoding::flate:
      return parse(fmt::format("<< /Predictor 15 /Colors {} /BitsPerComponent {} /Columns {} >>",
                               components_of(image.colour), bits_of(image.colour), image.width));
    case PdfCoding::g4:
      return parse(fmt::format("<< /K -1 /Columns {} /Rows {} /BlackIs1 {} >>", image.width,
                               image.height, image.ink == FaxInk::white));
    case PdfCoding::jpeg:
      break;
  }
  if (image.transform == JpegTransform::none) return parse("<< /ColorTransform 0 >>");
  return Handle::newNull();
}

const char* filter_of(PdfCoding coding) {
  switch (coding) {
    case PdfCoding::flate:
      return "/FlateDecode";
    case PdfCoding::jpeg:
      return "/DCTDecode";
    case PdfCoding::g4:
      return "/CCITTFaxDecode";
  }
  throw Error(Fault::bug, "a picture of no known coding");
}

Handle make_image(QPDF& pdf, PdfImage&& image) {
  Handle stream = make_stream(pdf, std::move(image.data), Handle::newName(filter_of(image.coding)),
                              parameters_of(image));
  Handle dictionary = stream.getDict();
  dictionary.replaceKey("/Type", Handle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", Handle::newName("/Image"));
  dictionary.replaceKey("/Width", Handle::newInteger(image.width));
  dictionary.replaceKey("/Height", Handle::newInteger(image.height));
  dictionary.replaceKey("/BitsPerComponent", Handle::newInteger(bits_of(image.colour)));
  dictionary.replaceKey(
      "/ColorSpace",
      Handle::newName(image.colour == PdfColour::rgb ? "/DeviceRGB" : "/DeviceGray"));
  return stream;
}

void set_font(QPDF& pdf, const Handle& font, const GlyphlessFont& codes) {
  const std::string program = GlyphlessFont::program();
  Handle file = make_flate_stream(pdf, program);
  file.getDict().replaceKey("/Length1", Handle::newInteger(static_cast<int>(program.size())));
  const std::string name(GlyphlessFont::kName);
  Handle descriptor = pdf.makeIndirectObject(parse(fmt::format(
      "<< /Type /FontDescriptor /FontName /{} /Flags 4 /FontBBox [0 {} {} {}] /ItalicAngle 0 "
      "/Ascent {} /Descent {} /CapHeight {} /StemV 80 >>",
      name, GlyphlessFont::kDescent, GlyphlessFont::kAdvance, GlyphlessFont::kAscent,
      GlyphlessFont::kAscent, GlyphlessFont::kDescent, GlyphlessFont::kAscent)));
  descriptor.replaceKey("/FontFile2", file);
  Handle descendant = pdf.makeIndirectObject(parse(fmt::format(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{} /DW {} /CIDSystemInfo << /Registry "
      "(Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      name, GlyphlessFont::kAdvance)));
  descendant.replaceKey("/FontDescriptor", descriptor);
  descendant.replaceKey("/CIDToGIDMap", make_flate_stream(pdf, codes.code_to_glyph()));
  Handle whole = parse(
      fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /Identity-H >>", name));
  whole.replaceKey("/DescendantFonts", Handle::newArray({descendant}));
  whole.replaceKey("/ToUnicode", make_flate_stream(pdf, codes.to_unicode()));
  pdf.replaceObject(font.getObjGen(), whole);
}

}  // namespace

struct PdfA::State {
  QPDF pdf;
  Handle font;
  GlyphlessFont codes;

  State() {
    pdf.emptyPDF();
    // Every page names the font; what it is, is known only after the last word.
    font = pdf.makeIndirectObject(Handle::newDictionary());
  }
};

PdfA::PdfA() : state_(std::make_unique<State>()) {}
PdfA::~PdfA() = default;

void PdfA::add(PdfPage&& page) {
  if (page.width <= 0 || page.height <= 0 || page.image.width <= 0 || page.image.height <= 0) {
    throw Error(Fault::bug, "a page without extent");
  }
  State& s = *state_;
  const Matrix upright = turn_upright(page.turn, page.width, page.height);
  const Matrix whole{page.width, 0, 0, page.height, 0, 0};
  std::string content =
      "q\n" + to_operands(page.placement.value_or(whole) * upright) + " cm\n/I Do\nQ\n";
  std::string text;
  if (page.text_width > 0 && page.text_height > 0) {
    const Matrix from_pixels{page.width / page.text_width,    0, 0,
                             -page.height / page.text_height, 0, page.height};
    text = write_text_layer(page.lines, from_pixels * upright, s.codes);
  }
  const bool lying = page.turn % 180 != 0;
  Handle dictionary = parse(fmt::format("<< /Type /Page /MediaBox [0 0 {} {}] /Resources << >> >>",
                                        to_operand(lying ? page.height : page.width),
                                        to_operand(lying ? page.width : page.height)));
  Handle resources = dictionary.getKey("/Resources");
  Handle images = Handle::newDictionary();
  images.replaceKey("/I", make_image(s.pdf, std::move(page.image)));
  resources.replaceKey("/XObject", images);
  if (!text.empty()) {
    Handle fonts = Handle::newDictionary();
    fonts.replaceKey("/F", s.font);
    resources.replaceKey("/Font", fonts);
  }
  dictionary.replaceKey("/Contents", make_flate_stream(s.pdf, content + text));
  s.pdf.addPage(s.pdf.makeIndirectObject(dictionary), false);
}

void PdfA::finish(const std::string& title, const std::function<void(std::string_view)>& sink) {
  State& s = *state_;
  SinkPipeline pipeline(sink);
  try {
    if (s.codes.used()) set_font(s.pdf, s.font, s.codes);
    mark_as_pdf_a(s.pdf, title);
    write_pdf_a(s.pdf, pipeline);
  } catch (const std::exception& error) {
    throw Error(Fault::bug, fmt::format("the access copy cannot be written: {}", error.what()));
  }
  pipeline.rethrow();
}

}  // namespace fonds
