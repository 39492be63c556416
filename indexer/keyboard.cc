#include "indexer/keyboard.h"

#include <xapian.h>

namespace fonds {
namespace {

constexpr std::u32string_view kEnglish =
    U"`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
constexpr std::u32string_view kRussian =
    U"ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
static_assert(kEnglish.size() == kRussian.size());

std::string exchanged(std::string_view typed, std::u32string_view from, std::u32string_view to) {
  const std::string bytes(typed);
  std::string text;
  for (Xapian::Utf8Iterator letter(bytes); letter != Xapian::Utf8Iterator(); ++letter) {
    const std::size_t key = from.find(static_cast<char32_t>(*letter));
    Xapian::Unicode::append_utf8(
        text, key == std::u32string_view::npos ? *letter : static_cast<unsigned>(to[key]));
  }
  return text;
}

}  // namespace

std::string in_russian_layout(std::string_view typed) {
  return exchanged(typed, kEnglish, kRussian);
}

std::string in_english_layout(std::string_view typed) {
  return exchanged(typed, kRussian, kEnglish);
}

}  // namespace fonds
