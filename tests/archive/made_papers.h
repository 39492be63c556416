/// Papers and sheets of the tests as PDFs with a text of their own: recognised without Tesseract,
/// in a moment.
///
/// Threads: pure.
#pragma once

#include <boost/filesystem/path.hpp>
#include <fstream>
#include <string>

#include "forms/batch_sheet.h"
#include "forms/form_pdf.h"

namespace fonds {

inline void write_to(const boost::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file.string(), std::ios::binary) << bytes;
}

inline std::string paper_pdf(const std::string& text) {
  FormPdf form("paper");
  form.write(25, 30, 160, text, {18.7, TextWeight::ordinary, TextAlign::left});
  return form.finish().pdf;
}

/// A diploma for `name`, one of a series.
inline std::string diploma_text(const std::string& name) {
  return "ДИПЛОМ\nнаграждается " + name +
         "\nучастник студии «Парус» за второе место в городском конкурсе рисунка «Времена года»\n"
         "в номинации «Пейзаж»\nДиректор А. П. Лаптев\n14 мая 2023 года";
}

}  // namespace fonds
