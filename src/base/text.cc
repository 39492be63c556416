#include "base/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf.h>
#include <unicode/utf8.h>

#include <memory>

#include "base/error.h"

namespace fonds {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

void append(std::string& out, UChar32 c) { icu::UnicodeString(c).toUTF8String(out); }

/// How much `name` looks like a Russian file name: letters of words count for it, box drawing,
/// symbols and capitals inside a word against.
int plausibility(std::string_view name) {
  int score = 0;
  UChar32 previous = ' ';
  const icu::UnicodeString text = from_utf8(name);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c >= 0x430 && c <= 0x44F)
      score += 3;  // а..я
    else if (c >= 0x410 && c <= 0x42F)
      score += u_islower(previous) ? -4 : 1;
    else if (c == 0x451 || c == 0x401 || c == 0x2116)
      score += 1;  // ё Ё №
    else if (c > 0x7F)
      score -= 4;
    else if (c < 0x20)
      score -= 8;
    previous = c;
  }
  return score;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  int32_t at = 0;
  const auto size = static_cast<int32_t>(bytes.size());
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(bytes.data()), at, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string to_valid_utf8(std::string_view bytes) {
  return is_valid_utf8(bytes) ? std::string(bytes) : to_utf8(from_utf8(bytes));
}

std::string normalise(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString normal = nfc->normalize(from_utf8(text), status);
  if (U_FAILURE(status)) throw Error(Fault::bug, u_errorName(status));
  return to_utf8(normal);
}

std::string fold(std::string_view text) {
  icu::UnicodeString folded = from_utf8(text).toLower(icu::Locale::getRoot());
  folded.findAndReplace(icu::UnicodeString(UChar32{0x451}), icu::UnicodeString(UChar32{0x435}));
  return to_utf8(folded);
}

std::string fold_case(std::string_view text) {
  return normalise(to_utf8(from_utf8(normalise(text)).foldCase()));
}

std::string printable(std::string_view bytes) {
  std::string out;
  const icu::UnicodeString text = from_utf8(bytes);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool format = u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_LINE_SEPARATOR ||
                        u_charType(c) == U_PARAGRAPH_SEPARATOR;
    append(out, u_iscntrl(c) || format || U_IS_UNICODE_NONCHAR(c) ? UChar32{'?'} : c);
  }
  return out;
}

std::string decode(std::string_view bytes, const char* code_page) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(code_page, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) throw Error(Fault::bug, u_errorName(status));
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) throw Error(Fault::corrupt, u_errorName(status));
  return to_utf8(text);
}

std::string decode_file_name(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return normalise(bytes);
  const std::string dos = decode(bytes, "ibm-866");
  const std::string windows = decode(bytes, "windows-1251");
  return normalise(plausibility(windows) > plausibility(dos) ? windows : dos);
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
      if (count == 0) break;
      --count;
    }
    ++at;
  }
  return std::string(text.substr(0, at));
}

}  // namespace fonds
