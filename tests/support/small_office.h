/// Small office documents written part by part, so that tests can make the ones no program writes.
///
/// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/hostile_archives.h"

namespace fonds {

/// Sheets of an XLSX: each a name and the inside of its sheetData.
using XlsxSheets = std::vector<std::pair<std::string, std::string>>;

/// Cell formats: 0 general, 1 a date by number (14), 2 dd.mm.yyyy, 3 000, 4 a time of day.
/// Shared strings: 0 "Фамилия", 1 "Имя" in two pieces with a reading aid between.
std::string small_xlsx(const XlsxSheets& sheets);
/// The parts of the same, to be changed before they are packed.
std::vector<ZipMember> small_xlsx_parts(const XlsxSheets& sheets);

/// An OpenDocument file: `kind` "spreadsheet", "text", "presentation"; `body` what stands inside
/// the element of that name.
std::string small_odf(const std::string& kind, const std::string& body);

/// A text document of Word; `body` stands inside w:body.
std::string small_docx(const std::string& body);
/// A presentation of PowerPoint; each slide the inside of its tree of shapes.
std::string small_pptx(const std::vector<std::string>& slides);

/// A row of strings as XLSX (inline) and as ODS know it.
std::string xlsx_row(const std::vector<std::string>& cells);
std::string ods_row(const std::vector<std::string>& cells);

}  // namespace fonds
