#include "cli/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "support/temp_folder.h"

namespace fonds {
namespace {

TEST(OutputFile, OfHalfAFileNothingIsLeft) {
  const TempFolder folder;
  const auto target = folder / "list.csv";
  Session session;

  try {
    write_new_file(session, target, [](const ByteSink& sink) {
      sink("half");
      throw Error(Fault::io, "the disk is full");
    });
    FAIL() << "the fault was lost";
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "the disk is full");
  }
  EXPECT_FALSE(boost::filesystem::exists(target));
}

TEST(OutputFile, WhatIsThereIsNeverTouched) {
  const TempFolder folder;
  const auto target = folder / "list.csv";
  std::ofstream(target.string()) << "precious";
  Session session;

  EXPECT_THROW(expect_new_file(target), Error);
  EXPECT_THROW(write_new_file(session, target, [](const ByteSink& sink) { sink("new"); }), Error);

  std::string kept;
  std::ifstream(target.string()) >> kept;
  EXPECT_EQ(kept, "precious");
}

}  // namespace
}  // namespace fonds
