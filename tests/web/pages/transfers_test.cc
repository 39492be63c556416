#include <boost/filesystem/operations.hpp>

#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class TransfersPage : public RetentionDesk {
 protected:
  void allow() { set("[web]\ntransfer_folder = \"" + temp_.beside().path().string() + "\"\n"); }
  Response packed(const std::string& volume) {
    return post("/retention/transfers",
                {{"volumes", volume}, {"folder", "package"}, {"receiver", "Архив <b>города</b>"}});
  }
};

TEST_F(TransfersPage, APackageIsMadeAndItsAcceptanceRecorded) {
  allow();
  const std::string volume = closed_volume("02-06");
  sign_in_as(Role::archivist);
  const Response made = packed(volume);
  EXPECT_EQ(location(made), "/retention/transfers/1");
  EXPECT_TRUE(boost::filesystem::exists(temp_.beside() / "package" / "bagit.txt"));
  const std::string said = words(follow(made));
  EXPECT_THAT(said, HasSubstr(volume));
  EXPECT_THAT(said, HasSubstr("Архив <b>города</b>"));
  const std::string path = "/retention/transfers/1";
  EXPECT_THAT(get(path + "/print").body, StartsWith("%PDF"));
  const Response accepted = submit(get(path), path + "/acceptance", {{"act", "№ 3 от 02.02.2026"}});
  EXPECT_THAT(words(follow(accepted)), HasSubstr("№ 3 от 02.02.2026"));
  EXPECT_EQ(post(path + "/acceptance", {{"act", "№ 4"}, {"day", "2026-02-02"}}).status, 400);
  EXPECT_THAT(words(get("/retention/transfers")), HasSubstr("№ 1"));
}

TEST_F(TransfersPage, WhatIsNotSaidRightIsToldBesideTheForm) {
  allow();
  sign_in_as(Role::archivist);
  EXPECT_EQ(post("/retention/transfers", {{"volumes", " "}}).status, 400);
  for (const char* name : {"", "/etc", "..", "../x", "a/b", ".hidden"}) {
    const Response elsewhere =
        post("/retention/transfers", {{"volumes", "02-06/2019/1"}, {"folder", name}});
    EXPECT_THAT(words(elsewhere), HasSubstr("is no name of a package")) << name;
    EXPECT_EQ(post("/retention/transfers/accepted", {{"package", name}}).status, 400) << name;
  }
  const Response absent = post("/retention/transfers/accepted", {{"package", "none"}});
  EXPECT_GE(absent.status, 400);
  EXPECT_LT(absent.status, 500);
}

TEST_F(TransfersPage, WhereNoFolderIsSetTheBrowserHandsNothingOver) {
  const std::string volume = closed_volume("02-06");
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get("/retention/transfers")), HasSubstr("by the command line"));
  EXPECT_EQ(packed(volume).status, 403);
  EXPECT_EQ(post("/retention/transfers/accepted", {{"package", "x"}}).status, 403);
}

TEST_F(TransfersPage, WhoMayOnlyLookHandsNothingOver) {
  const std::string volume = closed_volume("02-06");
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/retention/transfers").status, 200);
  EXPECT_EQ(packed(volume).status, 403);
  EXPECT_EQ(post("/retention/transfers/accepted").status, 403);
}

}  // namespace
}  // namespace fonds
