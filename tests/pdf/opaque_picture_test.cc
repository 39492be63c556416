#include "pdf/opaque_picture.h"

#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <string>

#include "support/fault_of.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

std::string text_of(Handle stream) {
  const auto data = stream.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// A picture with a soft mask of `alpha`.
struct Shining {
  Shining(const std::string& alpha, int width, int height, int bits) {
    pdf.emptyPDF();
    mask = Handle::newStream(&pdf, alpha);
    mask.replaceDict(
        Handle::parse("<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /Width " +
                      std::to_string(width) + " /Height " + std::to_string(height) +
                      " /BitsPerComponent " + std::to_string(bits) + " >>"));
    picture = Handle::newStream(&pdf, "pixels");
    picture.replaceDict(Handle::parse("<< /Type /XObject /Subtype /Image /Width 9 >>"));
    picture.getDict().replaceKey("/SMask", mask);
  }
  Handle hard_mask() { return picture.getDict().getKey("/Mask"); }

  QPDF pdf;
  Handle mask;
  Handle picture;
};

TEST(OpaquePicture, APixelIsDrawnOrNot) {
  Shining one({"\xFF\x80\x7F\x00\xFF\x00\xFF\x00\xFF"
               "\x00\x00\x00\x00\x00\x00\x00\xFF\x00",
               18},
              9, 2, 8);

  make_opaque(one.pdf, one.picture);

  EXPECT_FALSE(one.picture.getDict().hasKey("/SMask"));
  EXPECT_EQ(text_of(one.hard_mask()), std::string("\x35\x00\xFE\x80", 4));  // 1: not drawn
  Handle mask = one.hard_mask().getDict();
  EXPECT_TRUE(mask.getKey("/ImageMask").getBoolValue());
  EXPECT_EQ(mask.getKey("/BitsPerComponent").getIntValue(), 1);
  EXPECT_EQ(mask.getKey("/Width").getIntValue(), 9);
  EXPECT_EQ(mask.getKey("/Height").getIntValue(), 2);
  EXPECT_FALSE(mask.hasKey("/ColorSpace"));
  EXPECT_EQ(text_of(one.picture), "pixels");
}

TEST(OpaquePicture, AMaskOfBitsIsTurnedRound) {
  Shining one({"\xA0\x80\x00\x00", 4}, 9, 2, 1);

  make_opaque(one.pdf, one.picture);

  EXPECT_EQ(text_of(one.hard_mask()), std::string("\x5F\x00\xFF\x80", 4));
}

TEST(OpaquePicture, WithoutASoftMaskItStays) {
  Shining one("", 1, 1, 8);
  one.picture.getDict().removeKey("/SMask");
  const std::string before = one.picture.getDict().unparse();

  make_opaque(one.pdf, one.picture);

  EXPECT_EQ(one.picture.getDict().unparse(), before);
}

TEST(OpaquePicture, AMaskThatCannotBeIsRefused) {
  const auto refuses = [](Shining&& one) {
    return fault_of([&] { make_opaque(one.pdf, one.picture); });
  };

  EXPECT_EQ(refuses({"\xFF\xFF\xFF", 2, 2, 8}), Fault::bug) << "too short";
  EXPECT_EQ(refuses({"", 1, 1, 1}), Fault::bug);
  EXPECT_EQ(refuses({"\xFF", 0, 1, 8}), Fault::bug);
  EXPECT_EQ(refuses({"\xFF", -1, 1, 8}), Fault::bug);
  EXPECT_EQ(refuses({"\xFF", 2'147'483'647, 2'147'483'647, 8}), Fault::bug);
  EXPECT_EQ(refuses({"\xFF\xFF\xFF\xFF", 1, 1, 16}), Fault::bug);
}

}  // namespace
}  // namespace fonds
