#include "pdf/pdf_a_marks.h"

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "base/text.h"
#include "pdf/colour_profile.h"
#include "pdf/pdf_stream.h"
#include "pdf/xmp.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

constexpr const char* kProducer = "Fonds";
/// Far below what a string of a PDF/A-1b may hold (65,535 bytes; ISO 19005-1, 6.1.12).
constexpr std::size_t kTitleCharacters = 1000;

Handle make_info(const std::string& title) {
  Handle info = Handle::newDictionary();
  info.replaceKey("/Title", Handle::newUnicodeString(title));
  info.replaceKey("/Producer", Handle::newString(kProducer));
  return info;
}

Handle make_metadata(QPDF& pdf, const std::string& title) {
  Handle metadata = make_stream(pdf, write_xmp(title, kProducer));
  metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
  return metadata;
}

Handle make_output_intent(QPDF& pdf) {
  Handle profile = make_flate_stream(pdf, make_srgb_profile());
  profile.getDict().replaceKey("/N", Handle::newInteger(3));
  Handle intent = Handle::parse(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
      "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
  intent.replaceKey("/DestOutputProfile", profile);
  return intent;
}

}  // namespace

void mark_as_pdf_a(QPDF& pdf, std::string_view title) {
  const std::string shown = first_characters(printable(title), kTitleCharacters);
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(make_info(shown)));
  pdf.getRoot().replaceKey("/Metadata", make_metadata(pdf, shown));
  Handle intent = pdf.makeIndirectObject(make_output_intent(pdf));
  pdf.getRoot().replaceKey("/OutputIntents", Handle::newArray({intent}));
}

void write_pdf_a(QPDF& pdf, Pipeline& to) {
  // Its first half would stay, whatever that was made of.
  pdf.getTrailer().removeKey("/ID");
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&to);
  writer.forcePDFVersion("1.4");
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setCompressStreams(false);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace fonds
