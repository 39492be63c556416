#include "pdf/bound_whole.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

const char* keep_whole() { return tr("keep it whole, as one paper"); }
const char* print_or_keep_whole() {
  return tr("print it into a new PDF and add that one, or keep it whole, as one paper");
}

bool has_signature_field(Handle form) {
  std::set<QPDFObjGen> seen;
  std::vector<Handle> pending{form.getKeyIfDict("/Fields")};
  while (!pending.empty()) {
    Handle one = pending.back();
    pending.pop_back();
    if (one.isIndirect() && !seen.insert(one.getObjGen()).second) continue;
    if (one.isArray()) {
      for (Handle& item : one.getArrayAsVector()) pending.push_back(item);
    } else if (one.isDictionary()) {
      if (one.getKey("/FT").isNameAndEquals("/Sig")) return true;
      pending.push_back(one.getKey("/Kids"));
    }
  }
  return false;
}

bool is_signed(Handle root) {
  Handle form = root.getKey("/AcroForm");
  Handle flags = form.getKeyIfDict("/SigFlags");
  if (flags.isInteger() && flags.getIntValue() != 0) return true;
  Handle permissions = root.getKey("/Perms");
  return (permissions.isDictionary() && !permissions.getKeys().empty()) ||
         has_signature_field(form);
}

bool has_items(Handle array) { return array.isArray() && array.getArrayNItems() > 0; }

bool has_files(Handle root) {
  Handle names = root.getKey("/Names");
  Handle tree = names.getKeyIfDict("/EmbeddedFiles");
  return has_items(tree.getKeyIfDict("/Names")) || has_items(tree.getKeyIfDict("/Kids")) ||
         has_items(root.getKey("/AF")) || root.getKey("/Collection").isDictionary();
}

/// Layers nobody sees would be seen in a part: what hides them belongs to the whole file.
bool hides_layers(Handle root) {
  Handle shown = root.getKey("/OCProperties").getKeyIfDict("/D");
  Handle base = shown.getKeyIfDict("/BaseState");
  return has_items(shown.getKeyIfDict("/OFF")) || base.isNameAndEquals("/OFF");
}

enum class Holds { nothing, file, signature, field };

Holds content_of(Handle annotation) {
  const auto is = [&](const char* kind) {
    Handle subtype = annotation.getKeyIfDict("/Subtype");
    return subtype.isNameAndEquals(kind);
  };
  for (const char* kind : {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}) {
    if (is(kind)) return Holds::file;
  }
  if (!is("/Widget")) return Holds::nothing;
  return annotation.getKey("/FT").isNameAndEquals("/Sig") ? Holds::signature : Holds::field;
}

void refuse(Holds what) {
  if (what == Holds::signature) {
    throw Error(Fault::usage, tr("the PDF is signed: a part of it would have no signature"),
                keep_whole());
  }
  if (what == Holds::file) {
    throw Error(Fault::usage, tr("the PDF has files attached: a part of it would lose them"),
                keep_whole());
  }
  if (what == Holds::field) {
    throw Error(Fault::usage,
                tr("these pages have fields of a form: a part of the PDF would lose them"),
                print_or_keep_whole());
  }
}

void refuse_annotations(Handle page, bool taken) {
  if (has_items(page.getKey("/AF"))) refuse(Holds::file);
  Handle all = page.getKey("/Annots");
  if (!all.isArray()) return;
  for (Handle& annotation : all.getArrayAsVector()) {
    const Holds what = content_of(annotation);
    if (what != Holds::field || taken) refuse(what);
  }
}

}  // namespace

void refuse_bound_whole(QPDF& pdf, int first, int count) {
  Handle root = pdf.getRoot();
  if (is_signed(root)) refuse(Holds::signature);
  if (has_files(root)) refuse(Holds::file);
  if (hides_layers(root)) {
    throw Error(Fault::usage, tr("the PDF hides some of its layers: a part of it would show them"),
                print_or_keep_whole());
  }
  int index = 0;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    refuse_annotations(page.getObjectHandle(), index >= first && index - first < count);
    ++index;
  }
}

}  // namespace fonds
