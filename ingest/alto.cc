#include "ingest/alto.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/error.h"
#include "base/xml_text.h"
#include "ingest/geometry.h"

namespace fonds {
namespace {

std::string place(const Box& box) {
  return fmt::format("HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\"", box.left, box.top,
                     box.width, box.height);
}

/// 0 … 1 with at most four decimals.
std::string portion(double value) {
  const double clamped = std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0;
  return fmt::format("{}", std::round(clamped * 10000) / 10000);
}

class AltoWriter {
 public:
  explicit AltoWriter(const AltoMakers& makers) : makers_(makers) {}

  void describe(std::string_view accession) {
    add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" SCHEMAVERSION=\"4.2\">\n"
        "<Description>\n<MeasurementUnit>pixel</MeasurementUnit>\n");
    add("<sourceImageInformation><documentIdentifier>{}</documentIdentifier>"
        "</sourceImageInformation>\n",
        xml_escaped(accession));
    describe("PROGRAM", makers_.program);
    describe("OCR", makers_.engine);
    add("</Description>\n<Layout>\n");
  }

  void add_page(const RecognisedPage& page) {
    add("<Page ID=\"P{0}\" PHYSICAL_IMG_NR=\"{0}\" WIDTH=\"{1}\" HEIGHT=\"{2}\" PC=\"{3}\"{4}>\n",
        page.number, page.geometry.width, page.geometry.height, portion(page.confidence),
        made_by(page));
    add("<PrintSpace {}>\n", place({0, 0, page.geometry.width, page.geometry.height}));
    std::string lines;
    Box block;
    int number = 0;
    for (const Line& line : page.lines) {
      const std::string strings = strings_of(line);
      if (strings.empty()) continue;
      block = hull(block, line.box);
      lines += fmt::format("<TextLine ID=\"P{}L{}\" {}>\n{}</TextLine>\n", page.number, ++number,
                           place(line.box), strings);
    }
    if (!lines.empty()) {
      add("<TextBlock ID=\"P{}B1\" {}{}{}>\n", page.number, place(block),
          rotation_of(page.geometry), language_of(page));
      out_ += lines;
      add("</TextBlock>\n");
    }
    add("</PrintSpace>\n</Page>\n");
  }

  std::string finish() {
    add("</Layout>\n</alto>\n");
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
  }

  void describe(const char* id, const AltoSoftware& software) {
    if (software.name.empty()) return;
    add("<Processing ID=\"{}\"><processingCategory>contentGeneration</processingCategory>"
        "<processingSoftware><softwareName>{}</softwareName><softwareVersion>{}"
        "</softwareVersion></processingSoftware></Processing>\n",
        id, xml_escaped(software.name), xml_escaped(software.version));
  }

  [[nodiscard]] std::string made_by(const RecognisedPage& page) const {
    std::string makers = makers_.program.name.empty() ? "" : " PROGRAM";
    const bool recognised = page.source == TextSource::recognised;
    if (recognised && !makers_.engine.name.empty()) makers += " OCR";
    if (makers.empty()) return {};
    return fmt::format(" PROCESSINGREFS=\"{}\"", makers.substr(1));
  }

  static std::string rotation_of(const PageGeometry& geometry) {
    const double turn = geometry.rotation + geometry.skew;
    if (!std::isfinite(turn) || turn == 0) return {};
    return fmt::format(" ROTATION=\"{}\"", std::round(turn * 1000) / 1000);
  }

  static std::string language_of(const RecognisedPage& page) {
    const std::string first = page.languages.substr(0, page.languages.find('+'));
    return first.empty() ? std::string() : fmt::format(" LANG=\"{}\"", xml_escaped(first));
  }

  /// The words of the line; nothing when none of them can be told in XML.
  static std::string strings_of(const Line& line) {
    std::string strings;
    const Word* last = nullptr;
    for (const Word& word : line.words) {
      const std::string content = xml_escaped(word.text);
      if (content.empty()) continue;
      if (last != nullptr) strings += space_between(last->box, word.box);
      last = &word;
      strings += fmt::format("<String CONTENT=\"{}\" WC=\"{}\" {}/>\n", content,
                             portion(word.confidence), place(word.box));
    }
    return strings;
  }

  /// Only words side by side have a space with a place: on a page that lies they stand above each
  /// other.
  static std::string space_between(const Box& a, const Box& b) {
    const int width = b.left - a.left - a.width;
    if (width <= 0) return "<SP/>\n";
    return fmt::format("<SP HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\"/>\n", a.left + a.width, b.top,
                       width);
  }

  const AltoMakers& makers_;
  std::string out_;
};

}  // namespace

std::string write_alto(const std::vector<RecognisedPage>& pages, std::string_view accession,
                       const AltoMakers& makers) {
  if (pages.empty()) throw Error(Fault::bug, "ALTO of no page");
  AltoWriter writer(makers);
  writer.describe(accession);
  for (const RecognisedPage& page : pages) writer.add_page(page);
  return writer.finish();
}

}  // namespace fonds
