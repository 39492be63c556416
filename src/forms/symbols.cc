#include "forms/symbols.h"

#include <qrencode.h>

#include <array>
#include <cerrno>
#include <memory>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

constexpr int kStartB = 104;
constexpr int kStop = 106;
constexpr int kCheckModulus = 103;

/// ISO/IEC 15417: the widths of each sign.
constexpr std::array<std::string_view, 107> kSigns{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

struct QrDestroyer {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QrSymbol qr_symbol(std::string_view text) {
  const std::string bytes(text);
  const std::unique_ptr<QRcode, QrDestroyer> code(
      QRcode_encodeData(static_cast<int>(bytes.size()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_H));
  if (!code) {
    throw Error(Fault::usage, tr("the text does not fit into a QR code"),
                tr("write less on the sheet"));
  }
  QrSymbol symbol;
  symbol.side = code->width;
  const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  for (std::size_t i = 0; i < count; ++i) symbol.dark.push_back((code->data[i] & 1U) != 0);
  return symbol;
}

std::vector<int> code128_widths(std::string_view text) {
  constexpr char kFirst = ' ';
  constexpr char kLast = '~';
  std::vector<int> signs{kStartB};
  int sum = kStartB;
  for (const char c : text) {
    if (c < kFirst || c > kLast) {
      throw Error(Fault::usage, tr("Code 128 holds only Latin letters, digits and signs"), "");
    }
    const int sign = c - kFirst;
    sum += sign * static_cast<int>(signs.size());
    signs.push_back(sign);
  }
  signs.push_back(sum % kCheckModulus);
  signs.push_back(kStop);
  std::vector<int> widths;
  for (const int sign : signs) {
    for (const char width : kSigns[static_cast<std::size_t>(sign)]) widths.push_back(width - '0');
  }
  return widths;
}

}  // namespace fonds
