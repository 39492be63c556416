#include "support/hostile_files.h"

#include <random>

namespace fonds {

std::string cut_off(std::string_view bytes, double share) {
  return std::string(
      bytes.substr(0, static_cast<std::size_t>(share * static_cast<double>(bytes.size()))));
}

std::string flip_bits(std::string_view bytes, int count, std::uint32_t seed) {
  std::string flipped(bytes);
  std::mt19937 random(seed);
  for (int i = 0; i < count && !flipped.empty(); ++i) {
    const std::size_t at = random() % flipped.size();
    flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << random() % 8));
  }
  return flipped;
}

std::vector<std::string> hostile_names() {
  return {"two\nlines.pdf",
          "tab\tand\x1B[31mescape.jpg",
          "\xFF\xFE not UTF-8 \xC3.png",
          "\xE0\xA0 cut short",
          "-rf",
          "--help.pdf",
          "   ",
          "quote\"and'quote`$(name).tif",
          "right\xE2\x80\xAEgpj.exe",
          std::string(250, 'n') + ".pdf",
          "\xD0\xBF\xD0\xB8\xD1\x81\xD1\x8C\xD0\xBC\xD0\xBE %s %n {}.pdf"};
}

}  // namespace fonds
