#include "base/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string logged_at(LogLevel level) {
  ::testing::internal::CaptureStderr();
  ::testing::internal::CaptureStdout();
  set_up_log(level);
  spdlog::debug("the detail");
  spdlog::warn("the warning");
  spdlog::error("the error");
  spdlog::default_logger()->flush();
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "") << "standard output is for data";
  return ::testing::internal::GetCapturedStderr();
}

TEST(Log, EachLevelSaysWhatItPromises) {
  EXPECT_THAT(logged_at(LogLevel::quiet), AllOf(HasSubstr("the error"), Not(HasSubstr("warning"))));
  EXPECT_THAT(logged_at(LogLevel::normal),
              AllOf(HasSubstr("the warning"), Not(HasSubstr("detail"))));
  EXPECT_THAT(logged_at(LogLevel::detailed),
              AllOf(HasSubstr("the detail"), HasSubstr("the error")));
}

}  // namespace
}  // namespace fonds
