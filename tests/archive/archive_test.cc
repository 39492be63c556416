#include "archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "base/error.h"
#include "catalogue/documents.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

Fault fault_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint().empty()) << error.what();
    return error.fault();
  }
  ADD_FAILURE() << "no error";
  return Fault::bug;
}

TEST(Archive, AFolderWithoutOneIsNotFoundAndSaysHowToMakeOne) {
  TempArchive temp;
  EXPECT_EQ(fault_of([&] { Archive(temp.ground(), temp.beside() / "nothing"); }), Fault::not_found);
}

TEST(Archive, IsNeverMadeAmongForeignFiles) {
  TempArchive temp;
  const auto foreign = temp.beside() / "foreign";
  boost::filesystem::create_directory(foreign);
  static_cast<void>(temp.beside().file("foreign/letter.txt", "x"));
  EXPECT_EQ(fault_of([&] { Archive::create(temp.ground(), foreign, ""); }), Fault::usage);
  EXPECT_FALSE(boost::filesystem::exists(foreign / "originals"));
}

TEST(Archive, MadeAgainItStaysAsItWas) {
  TempArchive temp;
  temp.add(quick_sample());
  EXPECT_EQ(Archive::create(temp.ground(), temp.folder(), ""), Archive::Made::was_there);
  EXPECT_EQ(Documents(temp.archive().catalogue()).count(), 1);
}

TEST(Archive, WhatAnInterruptedInitLeftIsGoneOnWith) {
  TempArchive temp;
  const auto half = temp.beside() / "half";
  boost::filesystem::create_directories(half / "originals");
  EXPECT_EQ(Archive::create(temp.ground(), half, ""), Archive::Made::anew);
  EXPECT_NO_THROW(Archive(temp.ground(), half));
}

TEST(Archive, AWrongSettingNamesItsLine) {
  TempArchive temp;
  const auto file = temp.folder() / "fonds.toml";
  boost::filesystem::remove(file);
  static_cast<void>(
      temp.beside().file("archive/fonds.toml", "[recognition]\njobs = 2\npages = \"many\"\n"));
  try {
    Archive(temp.ground(), temp.folder());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_THAT(error.message(), ::testing::HasSubstr("fonds.toml:3"));
  }
}

TEST(Archive, WorkersAreAsManyAsTheSettingsSay) {
  TempArchive temp;
  EXPECT_GE(temp.archive().worker_count(), 1);
  boost::filesystem::remove(temp.folder() / "fonds.toml");
  static_cast<void>(
      temp.beside().file("archive/fonds.toml", "[recognition]\njobs = 7\nmegapixels = 3\n"));
  const Archive archive(temp.ground(), temp.folder());
  EXPECT_EQ(archive.worker_count(), 7);
  EXPECT_EQ(archive.worker_options().reading.limits.pixels, 3'000'000);
}

}  // namespace
}  // namespace fonds
