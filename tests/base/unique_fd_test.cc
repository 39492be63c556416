#include "base/unique_fd.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <utility>

namespace fonds {
namespace {

int open_one() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }
bool is_open(int fd) { return ::fcntl(fd, F_GETFD) != -1; }

TEST(UniqueFd, ClosesExactlyOnceAndOnlyWhatItOwns) {
  const int raw = open_one();
  {
    UniqueFd first(raw);
    UniqueFd second(std::move(first));
    EXPECT_FALSE(first.valid());  // NOLINT(bugprone-use-after-move): what is promised of it
    EXPECT_EQ(second.get(), raw);
    EXPECT_TRUE(is_open(raw));
  }
  EXPECT_FALSE(is_open(raw));
}

TEST(UniqueFd, TakingAnotherClosesTheOldOne) {
  const int old_one = open_one();
  const int new_one = open_one();
  UniqueFd fd(old_one);

  fd = UniqueFd(new_one);

  EXPECT_FALSE(is_open(old_one));
  EXPECT_TRUE(is_open(new_one));
  UniqueFd& same = fd;
  fd = std::move(same);
  EXPECT_TRUE(is_open(new_one)) << "moved onto itself";
}

TEST(UniqueFd, AReleasedDescriptorIsTheCallers) {
  int raw = -1;
  {
    UniqueFd fd(open_one());
    raw = fd.release();
    EXPECT_FALSE(fd.valid());
  }
  EXPECT_TRUE(is_open(raw));
  ::close(raw);
}

TEST(UniqueFd, ResetOfAnEmptyOneDoesNothing) {
  UniqueFd fd;
  fd.reset();
  EXPECT_EQ(fd.get(), -1);
}

}  // namespace
}  // namespace fonds
