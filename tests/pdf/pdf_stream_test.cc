#include "pdf/pdf_stream.h"

#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <stdexcept>

namespace fonds {
namespace {

std::string text_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

TEST(PdfStream, HoldsTheBytesAsTheFilterWantsThem) {
  QPDF pdf;
  pdf.emptyPDF();

  QPDFObjectHandle plain = make_stream(pdf, "as it is");
  QPDFObjectHandle hex = make_stream(pdf, "41>", QPDFObjectHandle::newName("/ASCIIHexDecode"));

  EXPECT_FALSE(plain.getDict().hasKey("/Filter"));
  EXPECT_EQ(text_of(plain.getRawStreamData()), "as it is");
  EXPECT_EQ(text_of(hex.getStreamData()), "A");
}

TEST(PdfStream, CompressesByFlate) {
  QPDF pdf;
  pdf.emptyPDF();
  const std::string bytes(10'000, 'x');

  QPDFObjectHandle stream = make_flate_stream(pdf, bytes);

  EXPECT_TRUE(stream.getDict().getKey("/Filter").isNameAndEquals("/FlateDecode"));
  EXPECT_EQ(text_of(stream.getStreamData()), bytes);
  EXPECT_LT(text_of(make_flate_stream(pdf, bytes).getRawStreamData()).size(), 100U);
}

TEST(PdfStream, GivesItsBytesOnce) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle stream = make_stream(pdf, "once");

  EXPECT_EQ(text_of(stream.getRawStreamData()), "once");

  EXPECT_THROW(stream.getRawStreamData(), std::logic_error);
}

}  // namespace
}  // namespace fonds
