#include "catalogue/sessions.h"

#include <gtest/gtest.h>

#include "catalogue/users.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;

class SessionsContract : public CatalogueFixture {
 protected:
  UserId user(const char* login) {
    User made;
    made.login = login;
    made.role = Role::clerk;
    Transaction transaction(database());
    const UserId id = Users(database()).add(transaction, made);
    transaction.commit();
    return id;
  }
  template <class Change>
  void change_with(Change what) {
    Transaction transaction(database());
    what(transaction);
    transaction.commit();
  }
  void add(const std::string& hash, UserId of, Moment begun, Moment seen) {
    change_with([&](Transaction& t) { sessions().add(t, hash, {of, begun, seen, "", false}); });
  }
  Sessions sessions() { return Sessions(database()); }
  Moment now() { return clock_.now(); }
};
FONDS_ON_BOTH_ENGINES(SessionsContract);

TEST_P(SessionsContract, ASessionComesBackAsItWasBegun) {
  const StoredSession begun{user("osipova"), now(), now() + 1min, "task", true};
  change_with([&](Transaction& t) { sessions().add(t, "aa", begun); });
  EXPECT_EQ(sessions().find("aa"), begun);
  EXPECT_FALSE(sessions().find("ab"));
  EXPECT_FALSE(sessions().find(""));
  EXPECT_FALSE(sessions().find("aa' OR '1'='1"));
}

TEST_P(SessionsContract, ItIsNotedWhenItWasSeenAndWhy) {
  add("aa", user("osipova"), now(), now());
  add("bb", user("tkach"), now(), now());
  change_with([&](Transaction& t) {
    sessions().set_seen(t, "aa", now() + 5min);
    sessions().set_purpose(t, "aa", "encouragement");
    sessions().set_seen(t, "none", now());
  });
  EXPECT_EQ(sessions().find("aa")->seen_at, now() + 5min);
  EXPECT_EQ(sessions().find("aa")->begun_at, now());
  EXPECT_EQ(sessions().find("aa")->purpose, "encouragement");
  EXPECT_EQ(sessions().find("bb")->purpose, "");
}

TEST_P(SessionsContract, OneEndsOrAllOfAUser) {
  const UserId osipova = user("osipova");
  add("aa", osipova, now(), now());
  add("ab", osipova, now(), now());
  add("ac", osipova, now(), now());
  add("bb", user("tkach"), now(), now());
  change_with([&](Transaction& t) {
    sessions().remove(t, "aa");
    sessions().remove(t, "none");
  });
  EXPECT_FALSE(sessions().find("aa"));
  EXPECT_TRUE(sessions().find("ab"));
  change_with([&](Transaction& t) { sessions().remove_of(t, osipova); });
  EXPECT_FALSE(sessions().find("ab"));
  EXPECT_FALSE(sessions().find("ac"));
  EXPECT_TRUE(sessions().find("bb"));
}

TEST_P(SessionsContract, OldOnesAreSweptOut) {
  const UserId osipova = user("osipova");
  add("long", osipova, now() - 13h, now());
  add("idle", osipova, now() - 2h, now() - 40min);
  add("good", osipova, now() - 2h, now() - 10min);
  change_with([&](Transaction& t) { sessions().remove_older(t, now() - 12h, now() - 30min); });
  EXPECT_FALSE(sessions().find("long"));
  EXPECT_FALSE(sessions().find("idle"));
  EXPECT_TRUE(sessions().find("good"));
}

}  // namespace
}  // namespace fonds
