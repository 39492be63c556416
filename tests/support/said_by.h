/// said_by: what a shell command writes, for tests that ask another program.
///
/// Threads: any.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

namespace fonds {

/// Standard output and error together; the test fails when the command does.
inline std::string said_by(const std::string& command) {
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    text.append(buffer.data(), got);
  }
  EXPECT_EQ(::pclose(pipe), 0) << command << ": " << text;
  return text;
}

}  // namespace fonds
