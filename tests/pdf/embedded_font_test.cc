#include "pdf/embedded_font.h"

#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <string>

#include "pdf/glyphless_font.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

constexpr const char* kWithCids = "/CIDSystemInfo << /Ordering (Identity) >>";
constexpr const char* kLatin = "/Encoding /WinAnsiEncoding /FirstChar 64 /Widths [0 700 0 650]";

/// A font as Cairo embeds it; `program` is the key of its file, or none.
struct Embedded {
  explicit Embedded(const std::string& kind, const std::string& entries,
                    const std::string& program = "/FontFile2",
                    const std::string& name = "/ABCDEF+DejaVuSans") {
    pdf.emptyPDF();
    font = Handle::parse("<< /Type /Font /Subtype " + kind + " /BaseFont " + name + " " + entries +
                         " >>");
    descriptor = pdf.makeIndirectObject(Handle::parse("<< /Type /FontDescriptor >>"));
    if (!program.empty()) {
      descriptor.replaceKey(program, Handle::newStream(&pdf, GlyphlessFont::program()));
    }
    font.replaceKey("/FontDescriptor", descriptor);
  }
  void complete() { complete_font(pdf, font); }
  std::string cid_set() {
    const auto data = descriptor.getKey("/CIDSet").getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }

  QPDF pdf;
  Handle font;
  Handle descriptor;
};

TEST(EmbeddedFont, OfTrueTypeWithCidsTellsTheGlyphsOfItsProgram) {
  Embedded one("/CIDFontType2", kWithCids);

  one.complete();

  EXPECT_TRUE(one.font.getKey("/CIDToGIDMap").isNameAndEquals("/Identity"));
  EXPECT_EQ(one.cid_set(), "\xC0");  // two glyphs
}

TEST(EmbeddedFont, OfCompactOutlinesTellsTheGlyphsThatHaveAWidth) {
  Embedded nine("/CIDFontType0", kWithCids + std::string(" /W [0 [1 2 3 4 5 6 7 8 9]]"),
                "/FontFile3");
  Embedded eight("/CIDFontType0", kWithCids + std::string(" /W [0 [1 2 3 4 5 6 7 8]]"),
                 "/FontFile3");

  nine.complete();
  eight.complete();

  EXPECT_EQ(nine.cid_set(), "\xFF\x80");
  EXPECT_EQ(eight.cid_set(), "\xFF");
  EXPECT_FALSE(nine.font.hasKey("/CIDToGIDMap"));
}

TEST(EmbeddedFont, OfType1NamesTheGlyphsThatHaveAWidth) {
  Embedded one("/Type1", kLatin, "/FontFile3");

  one.complete();

  EXPECT_EQ(one.descriptor.getKey("/CharSet").getStringValue(), "/A/C");
  EXPECT_FALSE(one.descriptor.hasKey("/CIDSet"));
}

TEST(EmbeddedFont, WhatIsWholeNeedNotTell) {
  Embedded latin("/TrueType", kLatin);
  Embedded whole("/CIDFontType2", kWithCids, "/FontFile2", "/DejaVuSans");

  latin.complete();
  whole.complete();

  EXPECT_EQ(latin.descriptor.getKeys(), (std::set<std::string>{"/FontFile2", "/Type"}));
  EXPECT_EQ(whole.descriptor.getKeys(), (std::set<std::string>{"/FontFile2", "/Type"}));
}

TEST(EmbeddedFont, WhatIsToldStays) {
  Embedded one("/CIDFontType2", kWithCids);
  one.descriptor.replaceKey("/CIDSet", Handle::newStream(&one.pdf, "told"));

  one.complete();

  EXPECT_EQ(one.cid_set(), "told");
}

TEST(EmbeddedFont, WithoutAProgramOfItsOwnIsLeftAlone) {
  for (const char* kind : {"/Type0", "/Type3"}) {
    Embedded one(kind, "", "");
    const std::string before = one.font.unparse();

    one.complete();

    EXPECT_EQ(one.font.unparse(), before);
  }
}

TEST(EmbeddedFont, ThatIsNotEmbeddedIsRefused) {
  Embedded named("/Type1", kLatin, "");
  Embedded standard("/Type1", "", "");
  standard.font = Handle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");

  EXPECT_EQ(fault_of([&] { named.complete(); }), Fault::bug);
  EXPECT_EQ(fault_of([&] { standard.complete(); }), Fault::bug);
}

TEST(EmbeddedFont, ThatDoesNotTellItsGlyphsIsRefused) {
  const auto refuses = [](Embedded&& one) { return fault_of([&] { one.complete(); }); };
  const std::string cids = kWithCids;
  Embedded damaged("/CIDFontType2", cids, "");
  damaged.descriptor.replaceKey("/FontFile2", Handle::newStream(&damaged.pdf, "no font"));

  EXPECT_EQ(fault_of([&] { damaged.complete(); }), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/CIDFontType0", cids, "/FontFile3")), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/CIDFontType0", cids + " /W [5 [500]]", "/FontFile3")), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/CIDFontType0", cids + " /W [0 9 500]", "/FontFile3")), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/CIDFontType0", cids + " /W []", "/FontFile3")), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/Type1", "/FirstChar 64 /Widths [1]", "/FontFile3")), Fault::bug);
  EXPECT_EQ(refuses(Embedded("/Type1", "/Encoding /WinAnsiEncoding", "/FontFile3")), Fault::bug);
}

}  // namespace
}  // namespace fonds
