#include "support/hostile_pdfs.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace fonds {
std::string write_pdf(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.4\n";
  std::string table;
  std::array<char, 32> line{};
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", out.size());
    table += line.data();
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(out.size());
  return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
         count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string pdf_stream(std::string_view bytes, std::string_view entries) {
  return "<< " + std::string(entries) + " /Length " + std::to_string(bytes.size()) +
         " >>\nstream\n" + std::string(bytes) + "\nendstream";
}

namespace {

/// A one-page locked PDF, as the qpdf library writes it, in Base64.
constexpr std::string_view kEncrypted =
    "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEu"
    "NyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIg"
    "MCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8"
    "PCAvTWVkaWFCb3ggWyAwIDAgMjAwIDIwMCBdIC9QYXJlbnQgMiAwIFIgL1Jlc291cmNlcyA8PCA+PiAvVHlwZSAv"
    "UGFnZSA+PgplbmRvYmoKNCAwIG9iago8PCAvQ0YgPDwgL1N0ZENGIDw8IC9BdXRoRXZlbnQgL0RvY09wZW4gL0NG"
    "TSAvQUVTVjMgL0xlbmd0aCAzMiA+PiA+PiAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3RoIDI1NiAvTyA8YjFhOGVl"
    "OGE3MWI1ZWMxMzQyMjhiYzc1M2VhN2I2OTk3ZjIzMGMyYzkxNmM0YzMwOTM0Y2NlNjEwMTFjNDEwOWY5ZTRlMmQy"
    "NDljYTUzMTNiNzhlZjdjMjFiODFhNWNhPiAvT0UgPGVhZjMxMzUyZjZhNTE1ODdiMTY5ZmMwODAzOGFjN2U2YjA3"
    "MTAxMTA5NDhiZjZmYmI1MThlNjVmMWQ0Y2M4MzE+IC9QIC00IC9QZXJtcyA8NGVjYTRiNDM5MTU2NzJlM2RiZDFk"
    "ODdiMDNkMmVjOGU+IC9SIDYgL1N0bUYgL1N0ZENGIC9TdHJGIC9TdGRDRiAvVSA8NGE4Y2UwNGU0MjIyM2RkY2U2"
    "ODQ4MmU5YWVjZGYxNDljZjgzZTk2N2UwN2EwNzMxMDc5YTFjODIxMjlkZmY3MzIxMzc5N2Q3NjMwY2RiMTc4M2Rk"
    "OGYzNDlmYWU5NDQ1PiAvVUUgPGQ2MTA0ODUwMTViYTZiOGJmZTAyOWYyNGQ4M2U4OWY3MDk5NzZlOGQ4NzQyMDM4"
    "YzhiNDhiNmQwZDg1Mjg5Nzg+IC9WIDUgPj4KZW5kb2JqCnhyZWYKMCA1CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAw"
    "MDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMTMwIDAwMDAwIG4gCjAwMDAwMDAxODkgMDAwMDAgbiAKMDAwMDAwMDI3"
    "OSAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9TaXplIDUgL0lEIFs8ZDEwYTJlYjEwMTYzZmE3NDJk"
    "Y2IwOTBmMzFkNDZkMDE+PGQxMGEyZWIxMDE2M2ZhNzQyZGNiMDkwZjMxZDQ2ZDAxPl0gL0VuY3J5cHQgNCAwIFIg"
    "Pj4Kc3RhcnR4cmVmCjgyNgolJUVPRgo=";

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) break;
    bits = bits << 6 | static_cast<unsigned>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return out;
}

}  // namespace

std::string small_pdf(int pages) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      pdf_stream("BT /F1 12 Tf 20 100 Td (Minutes of the meeting number seven) Tj ET")};
  std::string kids;
  for (int page = 0; page < pages; ++page) {
    kids += std::to_string(objects.size() + 1) + " 0 R ";
    objects.emplace_back("<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>");
  }
  objects[1] = "<< /Type /Pages /MediaBox [0 0 300 200] /Resources << /Font << /F1 3 0 R >> >>" +
               (" /Count " + std::to_string(pages)) + " /Kids [" + kids + "] >>";
  return write_pdf(objects);
}

std::string looping_page_tree_pdf() {
  return write_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Count 3 /Kids [3 0 R 2 0 R] >>",
                    "<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R 3 0 R] >>"});
}

std::string recursive_objects_pdf() {
  return write_pdf(
      {"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
       "<< /Type /Pages /MediaBox [0 0 300 200] /Count 1 /Kids [3 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /Contents [5 0 R 3 0 R] /Resources << /XObject << /X 4 0 R >> "
       "/Font << /F 7 0 R >> >> >>",
       "<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /X 4 0 R >> "
       ">> /Length 4 >>\nstream\n/X Do\nendstream",
       "<< /Length 5 0 R >>\nstream\n/X Do BT /F 9 Tf (a) Tj ET\nendstream",
       "<< /Type /Outlines /First 6 0 R /Last 6 0 R /Next 6 0 R /Parent 6 0 R /Title (x) >>",
       "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding 7 0 R /DescendantFonts [7 0 R] >>"});
}

std::string encrypted_pdf() { return from_base64(kEncrypted); }

}  // namespace fonds
