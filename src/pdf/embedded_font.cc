#include "pdf/embedded_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <qpdf/Buffer.hh>
#include <string>

#include "base/error.h"
#include "pdf/glyph_count.h"
#include "pdf/pdf_stream.h"
#include "pdf/win_ansi.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

std::string name_of(Handle font) {
  Handle name = font.getKey("/BaseFont");
  return name.isName() ? name.getName() : std::string("/?");
}

Error unfit(const Handle& font, const char* why) {
  return {Fault::bug, fmt::format("the font {} {}", name_of(font), why)};
}

/// "/ABCDEF+Name".
bool is_subset(const std::string& name) {
  constexpr std::size_t kTag = 6;
  return name.size() > kTag + 1 && name[kTag + 1] == '+' &&
         std::all_of(name.begin() + 1, name.begin() + 1 + kTag,
                     [](unsigned char c) { return std::isupper(c) != 0; });
}

/// CIDs that Cairo has given: from 0 on, none left out.
int count_cids(const Handle& font, Handle descriptor) {
  Handle truetype = descriptor.getKey("/FontFile2");
  if (truetype.isStream()) {
    // More than have a width: parts of which other glyphs are composed have none.
    const auto program = truetype.getStreamData(qpdf_dl_generalized);
    const std::optional<int> glyphs =
        count_glyphs({reinterpret_cast<const char*>(program->getBuffer()), program->getSize()});
    if (!glyphs) throw unfit(font, "has a damaged program");
    return *glyphs;
  }
  Handle widths = Handle(font).getKey("/W");
  const bool in_a_row =
      widths.isArray() && widths.getArrayNItems() == 2 && widths.getArrayItem(0).isInteger() &&
      widths.getArrayItem(0).getIntValue() == 0 && widths.getArrayItem(1).isArray();
  if (!in_a_row) throw unfit(font, "does not tell its glyphs");
  return widths.getArrayItem(1).getArrayNItems();
}

/// A bit for each CID, the highest of a byte first.
std::string cid_set(int cids) {
  constexpr int kByte = 8;
  std::string set(static_cast<std::size_t>((cids + kByte - 1) / kByte), '\xFF');
  const int spare = static_cast<int>(set.size()) * kByte - cids;
  if (spare > 0) set.back() = static_cast<char>(0xFFU << static_cast<unsigned>(spare));
  return set;
}

/// "/space/A": what has a width.
std::string char_set(Handle font) {
  Handle first = font.getKey("/FirstChar");
  Handle widths = font.getKey("/Widths");
  Handle encoding = font.getKey("/Encoding");
  if (!first.isInteger() || !widths.isArray() || !encoding.isNameAndEquals("/WinAnsiEncoding")) {
    throw unfit(font, "does not tell its glyphs");
  }
  std::string set;
  for (int i = 0; i < widths.getArrayNItems(); ++i) {
    if (widths.getArrayItem(i).getNumericValue() == 0) continue;
    set += fmt::format("/{}", win_ansi_name(first.getIntValueAsInt() + i));
  }
  return set;
}

}  // namespace

void complete_font(QPDF& pdf, Handle font) {
  Handle kind = font.getKey("/Subtype");
  if (kind.isNameAndEquals("/Type0") || kind.isNameAndEquals("/Type3")) return;  // no program
  Handle descriptor = font.getKey("/FontDescriptor");
  const auto holds = [&](const char* file) {
    return descriptor.isDictionary() && descriptor.getKey(file).isStream();
  };
  if (!holds("/FontFile") && !holds("/FontFile2") && !holds("/FontFile3")) {
    throw unfit(font, "is not embedded");
  }
  const bool has_cids = font.hasKey("/CIDSystemInfo");
  if (kind.isNameAndEquals("/CIDFontType2") && !font.hasKey("/CIDToGIDMap")) {
    font.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
  }
  if (!is_subset(name_of(font))) return;
  if (has_cids && !descriptor.hasKey("/CIDSet")) {
    const std::string set = cid_set(count_cids(font, descriptor));
    descriptor.replaceKey("/CIDSet", make_flate_stream(pdf, set));
  }
  if (kind.isNameAndEquals("/Type1") && !descriptor.hasKey("/CharSet")) {
    descriptor.replaceKey("/CharSet", Handle::newString(char_set(font)));
  }
}

}  // namespace fonds
