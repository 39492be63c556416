#include "ingest/file_bytes.h"

#include <gtest/gtest.h>

#include "support/bytes_in_memory.h"

namespace fonds {
namespace {

TEST(FileBytes, GivesAnyPlaceOfTheFile) {
  std::string content(100'000, '\0');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>(i * 7 % 251);
  FileBytes file = bytes_in_memory(content);

  for (const std::size_t at : {0UL, 99'000UL, 5UL, 16'380UL, 50'000UL, 49'999UL, 99'999UL}) {
    const std::size_t count = std::min<std::size_t>(1000, content.size() - at);
    ASSERT_TRUE(file.get(at, count));
    EXPECT_EQ(*file.get(at, count), content.substr(at, count));
  }
}

TEST(FileBytes, GivesNothingBehindTheEnd) {
  FileBytes file = bytes_in_memory("0123456789");

  EXPECT_FALSE(file.get(8, 3));
  EXPECT_FALSE(file.get(10, 1));
  EXPECT_FALSE(file.get(~0ULL, 2));
  EXPECT_EQ(file.get_some(8, 100), "89");
  EXPECT_EQ(file.get_some(11, 1), "");
}

TEST(FileBytes, GivesNothingWhenTheFileShrinksMeanwhile) {
  FileBytes file(1000, [](std::uint64_t, char*, std::size_t) { return std::size_t{0}; });

  EXPECT_FALSE(file.get(0, 4));
}

TEST(FileBytes, StopsReadingWhenItsBudgetIsSpent) {
  std::uint64_t read = 0;
  FileBytes file(1ULL << 20, [&](std::uint64_t, char*, std::size_t size) {
    read += size;
    return size;
  });

  for (int i = 0; i < 20'000; ++i) file.get(i % 2 == 0 ? 0 : 500'000, 16);

  EXPECT_LE(read, (64ULL << 20) + (2ULL << 20));
  EXPECT_FALSE(file.get(0, 16) && file.get(500'000, 16));
}

TEST(FileBytes, ReadsNumbersInBothOrders) {
  EXPECT_EQ(little_endian("\x01\x02\x03"), 0x030201U);
  EXPECT_EQ(big_endian("\x01\x02\x03"), 0x010203U);
  EXPECT_EQ(big_endian("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), ~0ULL);
}

}  // namespace
}  // namespace fonds
