/// Small PDFs written by hand: pages of Helvetica text, and one that wants a password.
///
/// Threads: pure.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace fonds {

/// A file of the given objects (numbered from 1; the first is the catalogue) with a right table.
inline std::string pdf_of(const std::vector<std::string>& objects,
                          const std::string& trailer = {}) {
  std::string file = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const auto start = file.size();
  return file + table +
         fmt::format("trailer << /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, trailer, start);
}

/// One A4 page for each list of lines, in 14-point Helvetica from the top.
inline std::string pdf_of_text(const std::vector<std::vector<std::string>>& pages,
                               const std::string& trailer = {}) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  std::string kids;
  for (const auto& lines : pages) {
    std::string content = "BT /F1 14 Tf 72 760 Td 24 TL\n";
    for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
    content += "ET";
    kids += fmt::format("{} 0 R ", objects.size() + 1);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    objects.size() + 2));
    objects.push_back(
        fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  return pdf_of(objects, trailer);
}

inline std::string locked_pdf() {
  const std::string key(64, 'A');
  return pdf_of_text({{"secret"}},
                     "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key +
                         "> /U <" + key + "> >>");
}

}  // namespace fonds
