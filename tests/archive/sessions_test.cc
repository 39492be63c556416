#include "archive/sessions.h"

#include <gmock/gmock.h>

#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class ArchiveSessionsTest : public testing::Test {
 protected:
  ArchiveSessionsTest() {
    Archive::create({disk_, clock_, {}}, folder_ / "archive", "");
    archive_ = std::make_unique<Archive>(Archive::Ground{disk_, clock_, {}}, folder_ / "archive");
    add("osipova", Role::clerk);
  }
  void add(const char* login, Role role) {
    User user;
    user.login = login;
    user.name = "Осипова Н. П.";
    user.role = role;
    ArchivePeople(*archive_, kCheapestPassword).add(local_archivist(), user);
  }
  ArchiveSessions sessions() { return ArchiveSessions(*archive_); }
  std::string begin(const char* login = "osipova", bool must_change = false) {
    return std::string(sessions().begin({{login, Role::clerk}, must_change}).view());
  }
  TempFolder folder_;
  LocalDisk disk_;
  FixedClock clock_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(ArchiveSessionsTest, WhoSignedInIsKnownByWhatTheBrowserShows) {
  const std::string token = begin();
  const auto session = sessions().find(token);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->actor.login, "osipova");
  EXPECT_EQ(session->actor.role, Role::clerk);
  EXPECT_EQ(session->actor.via, "web");
  EXPECT_EQ(session->name, "Осипова Н. П.");
  EXPECT_FALSE(session->must_change_password);
  EXPECT_TRUE(sessions().find(begin("osipova", true))->must_change_password);
  EXPECT_NE(begin(), token);
}

TEST_F(ArchiveSessionsTest, WhatIsNoSessionIsNobodys) {
  const std::string token = begin();
  std::string other = token;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  const std::string shorter = token.substr(0, token.size() - 1);
  for (const std::string& shown : {std::string(), std::string("x"), other, shorter, token + "A"}) {
    EXPECT_FALSE(sessions().find(shown)) << shown;
  }
}

TEST_F(ArchiveSessionsTest, ASilentBrowserIsSignedOut) {
  const std::string token = begin();
  for (int i = 0; i < 6; ++i) {
    clock_.advance(29min);
    EXPECT_TRUE(sessions().find(token)) << "each request begins the time anew";
  }
  clock_.advance(30min);
  EXPECT_FALSE(sessions().find(token));
  clock_.advance(-30min);
  EXPECT_TRUE(sessions().find(token));
}

TEST_F(ArchiveSessionsTest, HoweverBusyEverybodySignsInAnewAfterHours) {
  const std::string token = begin();
  for (int i = 0; i < 12 * 4 - 1; ++i) {
    clock_.advance(15min);
    EXPECT_TRUE(sessions().find(token)) << i;
  }
  clock_.advance(15min);
  EXPECT_FALSE(sessions().find(token));
}

TEST_F(ArchiveSessionsTest, RightsAreThoseOfTheAccountNow) {
  const std::string token = begin();
  ArchivePeople people(*archive_, kCheapestPassword);
  people.change(local_archivist(), "osipova", {{}, Role::methodist, {}});
  EXPECT_EQ(sessions().find(token)->actor.role, Role::methodist);
  people.disable(local_archivist(), "osipova");
  EXPECT_FALSE(sessions().find(token));
}

TEST_F(ArchiveSessionsTest, ThePurposeStaysForTheSessionAndMustBeOneThereIs) {
  const std::string token = begin();
  const std::string other = begin();
  sessions().state_purpose(token, "encouragement");
  EXPECT_EQ(sessions().find(token)->actor.purpose, "encouragement");
  EXPECT_EQ(sessions().find(other)->actor.purpose, "");
  EXPECT_EQ(fault_of([&] { sessions().state_purpose(token, "curiosity"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { sessions().state_purpose(token, ""); }), Fault::usage);
  EXPECT_EQ(sessions().find(token)->actor.purpose, "encouragement");
}

TEST_F(ArchiveSessionsTest, SigningOutEndsOneAndStandsInTheJournal) {
  const std::string token = begin();
  const std::string other = begin();
  sessions().end(token);
  EXPECT_FALSE(sessions().find(token));
  EXPECT_TRUE(sessions().find(other));
  Journal journal(archive_->catalogue());
  const JournalEntry last = journal.after(journal.head() - 1, 1).at(0);
  EXPECT_EQ(last.event, "user.signed_out");
  EXPECT_EQ(last.actor, "osipova");
  EXPECT_THAT(last.details, Not(HasSubstr(token)));
  const EntryNumber head = journal.head();
  sessions().end(token);
  sessions().end("");
  EXPECT_EQ(journal.head(), head) << "ended already: no failure, nothing to note";
}

TEST_F(ArchiveSessionsTest, ANewPasswordEndsAllOfAUser) {
  add("tkach", Role::clerk);
  const std::string one = begin();
  const std::string two = begin();
  const std::string other = begin("tkach");
  sessions().end_all("osipova");
  sessions().end_all("nobody");
  EXPECT_FALSE(sessions().find(one));
  EXPECT_FALSE(sessions().find(two));
  EXPECT_TRUE(sessions().find(other));
}

TEST_F(ArchiveSessionsTest, AnAccountThatIsOpenedAgainHasNoOldSession) {
  const std::string before = begin();
  ArchivePeople people(*archive_, kCheapestPassword);
  people.disable(local_archivist(), "osipova");
  people.enable(local_archivist(), "osipova");
  EXPECT_FALSE(sessions().find(before));
  const std::string again = begin();
  people.set_password(local_archivist(), "osipova", "кедровая шишка 318");
  EXPECT_FALSE(sessions().find(again));
}

TEST_F(ArchiveSessionsTest, WhoHasNoAccountHasNoSession) {
  EXPECT_EQ(fault_of([&] { begin("nobody"); }), Fault::bug);
}

}  // namespace
}  // namespace fonds
