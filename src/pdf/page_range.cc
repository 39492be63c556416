#include "pdf/page_range.h"

#include <cctype>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "base/error.h"
#include "base/messages.h"
#include "pdf/bound_whole.h"
#include "pdf/page_resources.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;
using Pages = std::vector<QPDFPageObjectHelper>;

Error damaged() {
  return {Fault::corrupt, tr("the PDF is damaged"), tr("open it in a viewer and save it anew")};
}

Error locked() {
  return {Fault::corrupt, tr("the PDF is protected by a password"),
          tr("remove the password in the program it was made with, and add the file again")};
}

/// Whatever a page needs to look as it does; all else may lead to other pages (/B, /Parent,
/// /StructParents, /AA), holds copies of them (/Thumb, /PieceInfo) or means nothing alone.
constexpr const char* kOfAPage[] = {"/MediaBox", "/CropBox", "/BleedBox",      "/TrimBox",
                                    "/ArtBox",   "/Rotate",  "/UserUnit",      "/Contents",
                                    "/Group",    "/Tabs",    "/OutputIntents", "/Resources"};

/// Whatever an annotation needs to look as it does and to say what it says. Not /P, /Parent, /IRT,
/// /Popup, /Dest, /A: those lead elsewhere.
constexpr const char* kOfAnAnnotation[] = {
    "/Type", "/Subtype",      "/Rect",       "/Contents", "/NM", "/M",  "/F",  "/AP", "/AS",
    "/C",    "/Border",       "/BS",         "/BE",       "/H",  "/L",  "/LE", "/IC", "/QuadPoints",
    "/CA",   "/ca",           "/InkList",    "/Vertices", "/DA", "/DS", "/RC", "/Q",  "/RD",
    "/CL",   "/CreationDate", "/LL",         "/LLE",      "/CP", "/CO", "/IT", "/T",  "/Subj",
    "/Name", "/OverlayText",  "/RepeatCopy", "/Sy",       "/OC"};

template <std::size_t count>
Handle only(Handle from, const char* const (&keys)[count]) {
  Handle kept = Handle::newDictionary();
  for (const char* key : keys) {
    if (from.hasKey(key)) kept.replaceKey(key, from.getKey(key));
  }
  return kept;
}

Handle kept_annotation(Handle annotation) {
  Handle kept = only(annotation, kOfAnAnnotation);
  // Of all that a click can do, only a web address cannot lead to another page.
  Handle action = annotation.getKey("/A");
  if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/URI")) {
    kept.replaceKey("/A", only(action, {"/S", "/URI", "/IsMap"}));
  }
  return kept;
}

Handle kept_annotations(Handle all) {
  Handle kept = Handle::newArray();
  for (Handle& annotation : all.getArrayAsVector()) {
    // The window of a note names the note, and is not seen on paper.
    if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Popup")) {
      continue;
    }
    kept.appendItem(kept_annotation(annotation));
  }
  return kept;
}

/// The page with nothing that belongs to others.
Handle kept_page(QPDFPageObjectHelper& page, PageResources& resources) {
  Handle kept = only(page.getObjectHandle(), kOfAPage);
  kept.replaceKey("/Type", Handle::newName("/Page"));
  for (const char* key : {"/Resources", "/MediaBox", "/CropBox", "/Rotate"}) {
    Handle inherited = page.getAttribute(key, false);
    if (!inherited.isNull()) kept.replaceKey(key, inherited);
  }
  Handle annotations = page.getObjectHandle().getKey("/Annots");
  if (annotations.isArray() && annotations.getArrayNItems() > 0) {
    kept.replaceKey("/Annots", kept_annotations(annotations));
  }
  resources.cut(kept);
  return kept;
}

/// The version the catalogue claims, which may be higher than that of the first line.
std::string claimed_version(QPDF& pdf) {
  Handle version = pdf.getRoot().getKey("/Version");
  const std::string name = version.isName() ? version.getName() : "";
  const auto digit = [&](std::size_t i) {
    return std::isdigit(static_cast<unsigned char>(name[i])) != 0;
  };
  const bool sound = name.size() == 4 && digit(1) && name[2] == '.' && digit(3);
  return sound ? name.substr(1) : std::string();
}

std::string written(QPDF& pdf, QPDF& source) {
  std::string bytes;
  Pl_String to_bytes("bytes", nullptr, bytes);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&to_bytes);
  const std::string version = claimed_version(source);
  if (!version.empty()) writer.setMinimumPDFVersion(version);
  writer.setMinimumPDFVersion(source.getPDFVersion(), source.getExtensionLevel());
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
  return bytes;
}

std::string take(QPDF& source, int first, int count) {
  Pages pages = QPDFPageDocumentHelper(source).getAllPages();
  const auto have = static_cast<std::int64_t>(pages.size());
  if (first < 0 || count < 1 || std::int64_t{first} + count > have) {
    // Of a damaged file fewer pages may be found than another reader counts.
    if (source.anyWarnings()) throw damaged();
    throw Error(Fault::bug, "pages outside the PDF");
  }
  refuse_bound_whole(source, first, count);
  QPDF part;
  part.setSuppressWarnings(true);
  part.emptyPDF();
  PageResources resources;
  for (int i = first; i < first + count; ++i) {
    Handle page = kept_page(pages[static_cast<std::size_t>(i)], resources);
    // Made an object of the source: so that its parts are copied, each once, however often used.
    part.addPage(source.makeIndirectObject(page), false);
  }
  Handle intents = source.getRoot().getKey("/OutputIntents");
  if (intents.isArray()) {
    resources.cut(intents);
    part.getRoot().replaceKey("/OutputIntents",
                              part.copyForeignObject(source.makeIndirectObject(intents)));
  }
  return written(part, source);
}

}  // namespace

std::string pages_of_pdf(std::string_view bytes, int first, int count) {
  try {
    QPDF source;
    source.setSuppressWarnings(true);
    source.processMemoryFile("document", bytes.data(), bytes.size());
    return take(source, first, count);
  } catch (const Error&) {
    throw;
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) throw locked();
    throw damaged();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // qpdf throws bare ones at structures that cannot be
    throw damaged();
  }
}

}  // namespace fonds
