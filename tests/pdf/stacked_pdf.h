/// A stack of papers in one PDF, written object by object, and a look at what a part of it holds.
///
/// Threads: pure. The "pictures" are words, so that one can search a file's bytes for them.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "support/hostile_pdfs.h"

namespace fonds {

/// Objects 1 (catalogue) and 2 (page tree) of a stack; pages are objects 3, 4, 5; their contents
/// 6, 7, 8 hold CONTENT-0 … 2; pictures 9, 10, 11 hold PICTURE-0 … 2, all in the page tree's own
/// resources as /I0 … /I2. What `more` holds is numbered from 12.
struct Stack {
  std::string catalogue{};          ///< further entries
  std::string tree{};               ///< further entries of the page tree
  std::string page{};               ///< further entries of every page
  std::string first_page{};         ///< further entries of the first page
  std::string first_content{};      ///< further operators of the first page
  std::string resources{};          ///< further kinds of resources
  std::vector<std::string> more{};  ///< further objects, from 12
};

inline std::string stacked_pdf(const Stack& stack = {}) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R " + stack.catalogue + " >>",
      "<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R] /MediaBox [0 0 100 200] /Rotate 90 "
      "/Resources << /XObject << /I0 9 0 R /I1 10 0 R /I2 11 0 R >> " +
          stack.resources + " >> " + stack.tree + " >>"};
  for (int i = 0; i < 3; ++i) {
    objects.push_back("<< /Type /Page /Parent 2 0 R /Contents " + std::to_string(6 + i) + " 0 R " +
                      stack.page + " " + (i == 0 ? stack.first_page : "") + " >>");
  }
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    objects.push_back(pdf_stream("% CONTENT-" + n + "\nq 100 0 0 200 0 0 cm /I" + n + " Do Q " +
                                 (i == 0 ? stack.first_content : "")));
  }
  for (int i = 0; i < 3; ++i) {
    objects.push_back(pdf_stream("PICTURE-" + std::to_string(i),
                                 "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace "
                                 "/DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"));
  }
  objects.insert(objects.end(), stack.more.begin(), stack.more.end());
  return write_pdf(objects);
}

/// A part, opened.
struct OpenPdf {
  explicit OpenPdf(const std::string& given) : bytes(given) {
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("part", bytes.data(), bytes.size());
    pages = QPDFPageDocumentHelper(pdf).getAllPages();
  }
  QPDFObjectHandle page(std::size_t i) { return pages.at(i).getObjectHandle(); }
  QPDFObjectHandle resource(const char* kind, const char* name) {
    return page(0).getKey("/Resources").getKeyIfDict(kind).getKeyIfDict(name);
  }

  std::string bytes;
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
};

inline std::string raw_data(QPDFObjectHandle stream) {
  const auto data = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

}  // namespace fonds
