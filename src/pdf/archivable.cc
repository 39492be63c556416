#include "pdf/archivable.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "base/error.h"
#include "pdf/embedded_font.h"
#include "pdf/opaque_picture.h"
#include "pdf/pdf_a_marks.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

Handle dictionary_of(Handle object) { return object.isStream() ? object.getDict() : object; }

/// Every dictionary of the file, also those within others, and every stream; each once.
std::vector<Handle> parts_of(QPDF& pdf) {
  std::vector<Handle> parts;
  std::vector<Handle> pending = pdf.getAllObjects();
  while (!pending.empty()) {
    Handle one = pending.back();
    pending.pop_back();
    if (one.isArray()) {
      for (Handle& item : one.getArrayAsVector()) {
        if (!item.isIndirect()) pending.push_back(item);
      }
    } else if (one.isDictionary() || one.isStream()) {
      parts.push_back(one);
      for (auto& [key, value] : dictionary_of(one).getDictAsMap()) {
        if (!value.isIndirect()) pending.push_back(value);
      }
    }
  }
  return parts;
}

bool says(Handle dictionary, const char* key, const char* name) {
  Handle value = dictionary.getKey(key);
  return value.isNameAndEquals(name);
}

/// Whether a state of graphics lets what lies below shine through.
bool shines_through(Handle state) {
  for (const char* key : {"/ca", "/CA"}) {
    Handle opacity = state.getKey(key);
    if (opacity.isNumber() && opacity.getNumericValue() != 1) return true;
  }
  Handle blending = state.getKey("/BM");
  return state.getKey("/SMask").isDictionary() ||
         (!blending.isNull() && !blending.isNameAndEquals("/Normal"));
}

void make_archivable(QPDF& pdf, const Handle& part) {
  Handle dictionary = dictionary_of(part);
  // It says how a page is laid over what is below it: without transparency, nothing.
  Handle group = dictionary.getKey("/Group");
  if (group.isDictionary() && says(group, "/S", "/Transparency")) dictionary.removeKey("/Group");
  if (says(dictionary, "/Subtype", "/Image")) {
    dictionary.removeKey("/Interpolate");
    make_opaque(pdf, part);
  } else if (says(dictionary, "/Type", "/Font")) {
    complete_font(pdf, part);
  } else if (shines_through(dictionary)) {
    throw Error(Fault::bug, "something is transparent");
  }
}

std::string written(QPDF& pdf) {
  std::string bytes;
  Pl_String to_bytes("bytes", nullptr, bytes);
  write_pdf_a(pdf, to_bytes);
  return bytes;
}

std::string convert(std::string_view bytes, std::string_view title) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("drawn", bytes.data(), bytes.size());
  if (pdf.getAllPages().empty()) throw Error(Fault::bug, "it has no page");
  for (const Handle& part : parts_of(pdf)) make_archivable(pdf, part);
  mark_as_pdf_a(pdf, title);
  std::string archivable = written(pdf);
  for (const QPDFExc& warning : pdf.getWarnings()) throw Error(Fault::bug, warning.what());
  return archivable;
}

}  // namespace

std::string as_pdf_a(std::string_view pdf, std::string_view title) {
  try {
    return convert(pdf, title);
  } catch (Error& error) {
    error.add_context("making a PDF archivable");
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(Fault::bug, fmt::format("making a PDF archivable: {}", error.what()));
  }
}

}  // namespace fonds
