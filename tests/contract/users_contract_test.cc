#include "catalogue/users.h"

#include <gmock/gmock.h>

#include "base/digest.h"
#include "base/error.h"
#include "catalogue_fixture.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

class UsersContract : public CatalogueFixture {
 protected:
  Users users() { return Users(database()); }
  /// Does `action` in a transaction of its own, and commits it.
  template <class Action>
  auto change(Action action) {
    Transaction transaction(database());
    Users all(database());
    if constexpr (std::is_void_v<decltype(action(all, transaction))>) {
      action(all, transaction);
      transaction.commit();
    } else {
      const auto result = action(all, transaction);
      transaction.commit();
      return result;
    }
  }
  UserId add(const std::string& login, Role role = Role::clerk,
             std::vector<std::string> collectives = {}) {
    User made;
    made.login = login;
    made.name = "Зябликова Н. П.";
    made.role = role;
    made.collectives = std::move(collectives);
    return change([&](Users& all, Transaction& t) { return all.add(t, made); });
  }
  ApiToken token(UserId user, std::vector<std::string> scope = {}) {
    ApiToken made;
    made.user = user;
    made.label = "выгрузка в таблицу";
    made.scope = std::move(scope);
    made.expires_at = clock_.now() + 24h;
    return made;
  }
};
FONDS_ON_BOTH_ENGINES(UsersContract);

TEST_P(UsersContract, AnAccountComesBackWholeByLoginAndById) {
  User expected;
  expected.login = "zyablik";
  expected.name = "Зябликова Н. П.";
  expected.role = Role::teacher;
  expected.collectives = {"Юный физик", "Акварель"};
  expected.must_change_password = true;
  expected.created_at = clock_.now();
  expected.id = change([&](Users& all, Transaction& t) { return all.add(t, expected); });

  EXPECT_EQ(users().find("zyablik"), expected);
  EXPECT_EQ(users().find(expected.id), expected);
}

TEST_P(UsersContract, WhoIsNotThereIsAbsent) {
  add("zyablik");

  for (const char* nobody : {"", "zyabli", "ZYABLIK", "zyablik ", "%", "' OR '1' = '1"}) {
    EXPECT_FALSE(users().find(nobody)) << nobody;
  }
  EXPECT_FALSE(users().find(UserId{99}));
  EXPECT_EQ(users().password_hash({99}), "");
  EXPECT_EQ(users().second_factor({99}), SecondFactor());
  EXPECT_FALSE(users().find_token(sha256("x")));
  EXPECT_FALSE(users().find_token(TokenId{1}));
}

TEST_P(UsersContract, ALoginIsGivenOnce) {
  add("zyablik");
  EXPECT_THROW(add("zyablik", Role::director), Error);
  EXPECT_EQ(users().list().size(), 1U);
}

TEST_P(UsersContract, TheListIsInOrderOfLoginsAndHoldsEverybodysCollectives) {
  add("tkach", Role::teacher, {"Шахматы"});
  const UserId first = add("berezin", Role::teacher, {"Хор", "Акварель"});
  add("orlov");
  change([&](Users& all, Transaction& t) { all.disable(t, first); });

  const auto list = users().list();

  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].login, "berezin");
  EXPECT_THAT(list[0].collectives, ElementsAre("Хор", "Акварель"));
  EXPECT_THAT(list[1].collectives, IsEmpty());
  EXPECT_THAT(list[2].collectives, ElementsAre("Шахматы"));
}

TEST_P(UsersContract, NameRoleAndCollectivesAreReplacedAndNothingElse) {
  const UserId id = add("zyablik", Role::teacher, {"Хор"});
  User changed = *users().find(id);
  changed.login = "other";
  changed.name = "Зяблик Н. П.";
  changed.role = Role::methodist;
  change([&](Users& all, Transaction& t) { all.replace(t, changed); });
  change([&](Users& all, Transaction& t) { all.set_collectives(t, id, {"Акварель"}); });

  const User found = *users().find(id);

  EXPECT_EQ(found.login, "zyablik");
  EXPECT_EQ(found.name, "Зяблик Н. П.");
  EXPECT_EQ(found.role, Role::methodist);
  EXPECT_THAT(found.collectives, ElementsAre("Акварель"));
}

TEST_P(UsersContract, DisablingAgainKeepsTheFirstMoment) {
  const UserId id = add("zyablik");
  const Moment first = clock_.now();
  change([&](Users& all, Transaction& t) { all.disable(t, id); });
  clock_.advance(1h);
  change([&](Users& all, Transaction& t) { all.disable(t, id); });
  EXPECT_EQ(users().find(id)->disabled_at, first);

  change([&](Users& all, Transaction& t) { all.enable(t, id); });
  EXPECT_FALSE(users().find(id)->disabled_at);
}

TEST_P(UsersContract, APasswordIsAbsentUntilItIsSet) {
  const UserId id = add("zyablik");
  EXPECT_EQ(users().password_hash(id), "");
  EXPECT_FALSE(users().password_set_at(id));

  change([&](Users& all, Transaction& t) { all.set_password(t, id, "$argon2id$a", true); });
  EXPECT_EQ(users().password_hash(id), "$argon2id$a");
  EXPECT_EQ(users().password_set_at(id), clock_.now());
  EXPECT_TRUE(users().find(id)->must_change_password);

  change([&](Users& all, Transaction& t) { all.set_password(t, id, "$argon2id$b", false); });
  EXPECT_FALSE(users().find(id)->must_change_password);
}

TEST_P(UsersContract, AHashOfAHigherCostLeavesTheRestOfThePasswordAlone) {
  const UserId id = add("zyablik");
  change([&](Users& all, Transaction& t) { all.set_password(t, id, "$argon2id$a", true); });
  const Moment set_at = clock_.now();
  clock_.advance(1h);

  change([&](Users& all, Transaction& t) { all.replace_password_hash(t, id, "$argon2id$b"); });

  EXPECT_EQ(users().password_hash(id), "$argon2id$b");
  EXPECT_EQ(users().password_set_at(id), set_at);
  EXPECT_TRUE(users().find(id)->must_change_password);
}

TEST_P(UsersContract, ASecondFactorCountsOnlyWhenItIsOn) {
  const UserId id = add("zyablik");
  EXPECT_EQ(users().second_factor(id), SecondFactor());

  change([&](Users& all, Transaction& t) { all.set_second_factor(t, id, {"MFRGG", false, -1}); });
  EXPECT_EQ(users().second_factor(id), (SecondFactor{"MFRGG", false, -1}));
  EXPECT_FALSE(users().find(id)->second_factor);

  change([&](Users& all, Transaction& t) { all.set_second_factor(t, id, {"MFRGG", true, 57}); });
  EXPECT_EQ(users().second_factor(id), (SecondFactor{"MFRGG", true, 57}));
  EXPECT_TRUE(users().find(id)->second_factor);
}

TEST_P(UsersContract, ACodeIsGoodOnceAndAnEarlierOneNoMore) {
  const UserId id = add("zyablik");
  change([&](Users& all, Transaction& t) { all.set_second_factor(t, id, {"MFRGG", true, -1}); });
  const auto use = [&](std::int64_t step) {
    return change([&](Users& all, Transaction& t) { return all.use_step(t, id, step); });
  };

  EXPECT_TRUE(use(0));
  EXPECT_TRUE(use(58'000'000'000));
  EXPECT_FALSE(use(58'000'000'000));
  EXPECT_FALSE(use(57'999'999'999));
  EXPECT_TRUE(use(58'000'000'001));
  EXPECT_EQ(users().second_factor(id).last_step, 58'000'000'001);
}

TEST_P(UsersContract, ATokenComesBackByItsHashAndWithItsUser) {
  const UserId id = add("zyablik");
  ApiToken expected = token(id, {"search", "list_documents"});
  expected.created_at = clock_.now();
  expected.id =
      change([&](Users& all, Transaction& t) { return all.add_token(t, expected, sha256("one")); });
  ApiToken other = token(id);
  other.created_at = clock_.now();
  other.id =
      change([&](Users& all, Transaction& t) { return all.add_token(t, other, sha256("two")); });

  EXPECT_EQ(users().find_token(sha256("one")), expected);
  EXPECT_EQ(users().find_token(expected.id), expected);
  EXPECT_THAT(users().tokens(id), ElementsAre(expected, other));
  EXPECT_FALSE(users().find_token("one"));
  EXPECT_FALSE(users().find_token(""));
}

TEST_P(UsersContract, ATokenIsRevokedOnceAndRemembersItsLastUse) {
  const UserId id = add("zyablik");
  const TokenId made = change(
      [&](Users& all, Transaction& t) { return all.add_token(t, token(id), sha256("one")); });
  clock_.advance(1min);
  const Moment used = clock_.now();
  change([&](Users& all, Transaction& t) { all.touch_token(t, made); });
  clock_.advance(1min);
  const Moment revoked = clock_.now();
  change([&](Users& all, Transaction& t) { all.revoke_token(t, made); });
  clock_.advance(1min);
  change([&](Users& all, Transaction& t) { all.revoke_token(t, made); });

  const ApiToken found = *users().find_token(made);

  EXPECT_EQ(found.last_used_at, used);
  EXPECT_EQ(found.revoked_at, revoked);
  EXPECT_FALSE(is_live(found, clock_.now()));
}

TEST_P(UsersContract, TwoTokensNeverHaveOneHash) {
  const UserId id = add("zyablik");
  const auto make = [&] {
    change([&](Users& all, Transaction& t) { all.add_token(t, token(id), sha256("one")); });
  };
  make();
  EXPECT_THROW(make(), Error);
}

TEST_P(UsersContract, ChangingAnAccountThatIsNotThereIsOurMistake) {
  User nobody;
  nobody.id = {99};
  const auto fault = [&](auto action) { return fault_of([&] { change(action); }); };

  EXPECT_EQ(fault([&](Users& all, Transaction& t) { all.replace(t, nobody); }), Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.disable(t, {99}); }), Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.enable(t, {99}); }), Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.set_password(t, {99}, "x", false); }),
            Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.replace_password_hash(t, {99}, "x"); }),
            Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.set_second_factor(t, {99}, {}); }),
            Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.revoke_token(t, {99}); }), Fault::bug);
  EXPECT_EQ(fault([](Users& all, Transaction& t) { all.touch_token(t, {99}); }), Fault::bug);
  EXPECT_THROW(change([](Users& all, Transaction& t) { all.set_collectives(t, {99}, {"x"}); }),
               Error);
}

TEST_P(UsersContract, FailedSignInsAreKeptForLoginsNobodyHasToo) {
  EXPECT_EQ(users().failed_sign_ins("nobody"), FailedSignIns());
  FailedSignIns state;
  state.count = 5;
  state.first = clock_.now();
  state.last = clock_.now() + 1min;
  state.locked_until = clock_.now() + 2min;
  change([&](Users& all, Transaction& t) { all.set_failed_sign_ins(t, "nobody", state); });
  EXPECT_EQ(users().failed_sign_ins("nobody"), state);
  EXPECT_EQ(users().failed_sign_ins("Nobody"), FailedSignIns());

  state.count = 6;
  state.locked_until.reset();
  change([&](Users& all, Transaction& t) { all.set_failed_sign_ins(t, "nobody", state); });
  EXPECT_EQ(users().failed_sign_ins("nobody"), state);

  change([](Users& all, Transaction& t) { all.set_failed_sign_ins(t, "nobody", {}); });
  EXPECT_EQ(users().failed_sign_ins("nobody"), FailedSignIns());
}

TEST_P(UsersContract, OldFailuresAreForgotten) {
  const auto failed_at = [&](const char* login, Moment moment) {
    const FailedSignIns state{1, moment, moment, std::nullopt};
    change([&](Users& all, Transaction& t) { all.set_failed_sign_ins(t, login, state); });
  };
  failed_at("old", clock_.now() - 2h);
  failed_at("new", clock_.now() - 1h);

  change([&](Users& all, Transaction& t) { all.forget_failed_sign_ins(t, clock_.now() - 1h); });

  EXPECT_EQ(users().failed_sign_ins("old").count, 0);
  EXPECT_EQ(users().failed_sign_ins("new").count, 1);
}

}  // namespace
}  // namespace fonds
