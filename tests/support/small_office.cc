#include "support/small_office.h"

#include <fmt/format.h>

namespace fonds {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

constexpr std::string_view kStyles = R"(<numFmts count="3">
<numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="000"/>
<numFmt numFmtId="166" formatCode="[$-419]h:mm;@"/></numFmts><cellXfs count="5">
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
</cellXfs>)";

constexpr std::string_view kStrings = R"(<si><t>Фамилия</t></si>
<si><r><t>И</t></r><rPh sb="0" eb="1"><t>имя</t></rPh><r><rPr><b/></rPr><t>мя</t></r></si>)";

std::string part(std::string_view root, std::string_view inside) {
  return fmt::format("{}<{} xmlns=\"{}\" xmlns:r=\"{}\">{}</{}>", kHead, root, kMain, kRelations,
                     inside, root);
}

std::string relations(const std::string& inside) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
      "</Relationships>",
      kHead, inside);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, kRelations, type,
                     target);
}

}  // namespace

std::vector<ZipMember> small_xlsx_parts(const XlsxSheets& sheets) {
  std::string list;
  std::string related = relation("s", "styles", "styles.xml") +
                        relation("t", "sharedStrings", "/xl/sharedStrings.xml");
  std::vector<ZipMember> parts{{"[Content_Types].xml", std::string(kHead) + "<Types/>"}};
  int number = 0;
  for (const auto& [name, rows] : sheets) {
    ++number;
    list += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"r{}\"/>", name, number, number);
    const std::string file = fmt::format("worksheets/sheet{}.xml", number);
    related += relation(fmt::format("r{}", number), "worksheet", file);
    parts.push_back({"xl/" + file, part("worksheet", "<sheetData>" + rows + "</sheetData>")});
  }
  parts.push_back({"xl/workbook.xml", part("workbook", "<sheets>" + list + "</sheets>")});
  parts.push_back({"xl/_rels/workbook.xml.rels", relations(related)});
  parts.push_back({"xl/styles.xml", part("styleSheet", kStyles)});
  parts.push_back({"xl/sharedStrings.xml", part("sst", kStrings)});
  for (ZipMember& each : parts) each.method = ZipMember::Method::deflate;
  return parts;
}

std::string small_xlsx(const XlsxSheets& sheets) { return make_zip(small_xlsx_parts(sheets)); }

std::string small_odf(const std::string& kind, const std::string& body) {
  std::string namespaces;
  for (const char* name : {"office", "table", "text", "draw", "presentation"}) {
    namespaces +=
        fmt::format(" xmlns:{}=\"urn:oasis:names:tc:opendocument:xmlns:{}:1.0\"", name, name);
  }
  const std::string content = fmt::format(
      "{}<office:document-content{}><office:body><office:{}>{}</office:{}>"
      "</office:body></office:document-content>",
      kHead, namespaces, kind, body, kind);
  return make_zip({{"mimetype", "application/vnd.oasis.opendocument." + kind},
                   {"content.xml", content, ZipMember::Method::deflate}});
}

std::string small_docx(const std::string& body) {
  const std::string document = fmt::format(
      "{}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:body>{}</w:body></w:document>",
      kHead, body);
  return make_zip({{"[Content_Types].xml", std::string(kHead) + "<Types/>"},
                   {"word/document.xml", document, ZipMember::Method::deflate}});
}

std::string small_pptx(const std::vector<std::string>& slides) {
  std::string list;
  std::string related;
  std::vector<ZipMember> parts{{"[Content_Types].xml", std::string(kHead) + "<Types/>"}};
  for (std::size_t i = 1; i <= slides.size(); ++i) {
    const std::string file = fmt::format("slides/slide{}.xml", i);
    list += fmt::format("<p:sldId id=\"{}\" r:id=\"r{}\"/>", 255 + i, i);
    related += relation(fmt::format("r{}", i), "slide", file);
    parts.push_back({"ppt/" + file, fmt::format("{}<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:cSld>"
                                                "<p:spTree>{}</p:spTree></p:cSld></p:sld>",
                                                kHead, slides[i - 1])});
  }
  parts.push_back({"ppt/presentation.xml",
                   fmt::format("{}<p:presentation xmlns:p=\"p\" xmlns:r=\"{}\"><p:sldIdLst>{}"
                               "</p:sldIdLst></p:presentation>",
                               kHead, kRelations, list)});
  parts.push_back({"ppt/_rels/presentation.xml.rels", relations(related)});
  return make_zip(parts);
}

std::string xlsx_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  }
  return "<row>" + row + "</row>";
}

std::string ods_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    row += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
           "</text:p></table:table-cell>";
  }
  return "<table:table-row>" + row + "</table:table-row>";
}

}  // namespace fonds
