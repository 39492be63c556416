#include "ingest/whole_tiff.h"

#include <gtest/gtest.h>

#include "support/bytes_in_memory.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

bool whole(const std::string& bytes) {
  FileBytes file = bytes_in_memory(bytes);
  return tiff_is_whole(file);
}

constexpr TiffForm kForms[] = {TiffForm::little, TiffForm::big_endian, TiffForm::bigtiff};

TEST(WholeTiff, TakesWholeFilesOfEveryForm) {
  for (const TiffForm form : kForms) {
    EXPECT_TRUE(whole(small_tiff(1, form)));
    EXPECT_TRUE(whole(small_tiff(100, form)));
  }
}

TEST(WholeTiff, IsNotWholeAtAnyShorterLength) {
  for (const TiffForm form : kForms) {
    const std::string tiff = small_tiff(3, form);
    for (std::size_t length = 0; length < tiff.size(); ++length) {
      EXPECT_FALSE(whole(tiff.substr(0, length))) << length;
    }
  }
}

TEST(WholeTiff, IsNotWholeWhileTheNextPageIsBeingWritten) {
  const std::string tiff = small_tiff(2);

  EXPECT_TRUE(whole(tiff + std::string(1'000, '\0')));
  EXPECT_FALSE(whole(tiff + std::string(10'000, 'x')));
}

TEST(WholeTiff, IsNotWholeBeforeTheFirstDirectoryIsWritten) {
  EXPECT_FALSE(whole(std::string("II*\0\0\0\0\0", 8) + std::string(5'000, 'x')));
}

TEST(WholeTiff, LeavesALoopingChain) {
  EXPECT_FALSE(whole(looping_tiff()));

  // Two directories that name each other.
  std::string tiff = small_tiff(2);
  tiff.replace(tiff.size() - 64 - 4, 4, std::string("\x08\0\0\0", 4));
  EXPECT_FALSE(whole(tiff));
}

TEST(WholeTiff, IsNotLedOutOfTheFileByHugeCounts) {
  for (const TiffForm form : kForms) {
    const std::string tiff = small_tiff(1, form);
    for (std::size_t at = 4; at + 4 < tiff.size() - 64; ++at) {
      whole(std::string(tiff).replace(at, 4, 4, '\xFF'));  // must come back
    }
  }
}

TEST(WholeTiff, EndsSoonOnManyDirectoriesThatShareOneHugeTable) {
  // 30 000 directories, each pointing at the same list of 250 000 strips.
  const std::uint32_t strips = 250'000;
  const auto number = [](std::uint64_t value, int width) {
    std::string out;
    for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
  };
  std::string tiff = "II*" + std::string(1, '\0') + number(8, 4);
  const int directories = 30'000;
  const std::uint64_t table = 8 + directories * 18ULL;
  for (int i = 0; i < directories; ++i) {
    const std::uint64_t next = i + 1 < directories ? 8 + (i + 1) * 18ULL : 0;
    tiff += number(1, 2) + number(273, 2) + number(4, 2) + number(strips, 4) + number(table, 4) +
            number(next, 4);
  }
  tiff += std::string(strips * 4, '\0');

  EXPECT_FALSE(whole(tiff));
}

}  // namespace
}  // namespace fonds
