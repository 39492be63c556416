#include "archive/spool.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>

#include "base/error.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

TEST(Spool, HoldsWhatWasWrittenAndLeavesNothingBehind) {
  const TempFolder folder;
  {
    const UniqueFd spool = spool_file(folder / "");
    const std::string bytes(3 << 20, 'x');
    write_all(spool.get(), bytes);
    write_all(spool.get(), "end");
    rewind(spool.get());
    std::string read(bytes.size() + 10, '\0');
    EXPECT_EQ(::pread(spool.get(), read.data(), read.size(), 0),
              static_cast<ssize_t>(bytes.size() + 3));
    EXPECT_TRUE(boost::filesystem::is_empty(folder / "")) << "it has no name";
  }
  EXPECT_TRUE(boost::filesystem::is_empty(folder / ""));
}

TEST(Spool, AFolderThatIsNotThereAndAFileThatIsNotOpenAreFaults) {
  const TempFolder folder;
  EXPECT_THROW(spool_file(folder / "absent"), Error);
  EXPECT_THROW(write_all(-1, "x"), Error);
  EXPECT_THROW(rewind(-1), Error);
}

}  // namespace
}  // namespace fonds
