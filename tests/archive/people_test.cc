#include "archive/people.h"

#include <gmock/gmock.h>

#include "access/token.h"
#include "access/totp.h"
#include "archive/search.h"
#include "catalogue/journal.h"
#include "catalogue/users.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ArchivePeopleTest : public testing::Test {
 protected:
  ArchivePeople people() { return ArchivePeople(temp_.archive(), kCheapestPassword); }
  User add(const char* login, Role role, std::vector<std::string> collectives = {}) {
    User user;
    user.login = login;
    user.role = role;
    user.name = "Зябликова Н. П.";
    user.collectives = std::move(collectives);
    return people().add(local_archivist(), user);
  }
  void with_password(const char* login) {
    people().set_password(local_archivist(), login, kPassword);
  }
  Fault signing_in(std::string_view login, std::string_view password, std::string_view code = "") {
    return fault_of([&] { (void)people().sign_in(login, password, code); });
  }
  JournalEntry last_entry() {
    Journal journal(temp_.archive().catalogue());
    return journal.after(journal.head() - 1, 1).at(0);
  }
  TempArchive temp_;
  static constexpr const char* kPassword = "семь синих слонов";
};

TEST_F(ArchivePeopleTest, AnAccountIsMadeChangedClosedAndOpened) {
  EXPECT_EQ(add("t.lira", Role::teacher, {"Лира"}).collectives, (std::vector<std::string>{"Лира"}));
  EXPECT_EQ(last_entry().event, "user.added");
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зябликова")));
  const User changed =
      people().change(local_archivist(), "t.lira", {{}, Role::clerk, std::vector<std::string>{}});
  EXPECT_EQ(changed.role, Role::clerk);
  EXPECT_EQ(changed.name, "Зябликова Н. П.");
  EXPECT_THAT(changed.collectives, IsEmpty());
  EXPECT_TRUE(people().disable(local_archivist(), "t.lira").disabled_at);
  EXPECT_FALSE(people().enable(local_archivist(), "t.lira").disabled_at);
  EXPECT_THAT(people().list(local_archivist()), SizeIs(1));
}

TEST_F(ArchivePeopleTest, ALoginIsGoodAndNeverGivenTwice) {
  add("t.lira", Role::teacher);
  for (const char* login : {"t.lira", "T.Lira", "ивана", "local", "system", "x", "9lives"}) {
    EXPECT_EQ(fault_of([&] { add(login, Role::clerk); }), Fault::usage) << login;
  }
  EXPECT_EQ(fault_of([&] { people().disable(local_archivist(), "nobody"); }), Fault::not_found);
}

TEST_F(ArchivePeopleTest, WhoSeesNoPapersLetsNobodySeeThem) {
  add("it", Role::administrator);
  add("t.lira", Role::teacher);
  const Actor it{"it", Role::administrator};
  User user;
  user.login = "spy";
  user.role = Role::archivist;
  EXPECT_EQ(fault_of([&] { people().add(it, user); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { people().change(it, "it", {{}, Role::director, {}}); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { people().set_password(it, "t.lira", kPassword); }), Fault::denied);
  EXPECT_EQ(fault_of([&] {
              (void)people().add_token(it, "t.lira", "", {},
                                       moment_from_text("2099-01-01T00:00:00.000Z"));
            }),
            Fault::denied);
  user.role = Role::auditor;
  EXPECT_EQ(people().add(it, user).role, Role::auditor);
  EXPECT_TRUE(people().disable(it, "t.lira").disabled_at) << "rights may be taken away";
  EXPECT_EQ(fault_of([&] { people().enable(it, "t.lira"); }), Fault::denied);
}

TEST_F(ArchivePeopleTest, SigningInTakesThePasswordAndSaysNotWhatWasWrong) {
  add("t.lira", Role::teacher);
  EXPECT_EQ(signing_in("t.lira", kPassword), Fault::denied) << "no password yet";
  with_password("t.lira");
  const auto in = people().sign_in("t.lira", kPassword, "");
  EXPECT_EQ(in.actor.login, "t.lira");
  EXPECT_EQ(in.actor.role, Role::teacher);
  EXPECT_TRUE(in.must_change_password);
  EXPECT_EQ(last_entry().event, "user.signed_in");
  std::string unknown;
  std::string wrong;
  try {
    (void)people().sign_in("nobody", kPassword, "");
  } catch (const Error& error) {
    unknown = std::string(error.what()) + error.hint();
  }
  try {
    (void)people().sign_in("t.lira", "другой пароль", "");
  } catch (const Error& error) {
    wrong = std::string(error.what()) + error.hint();
  }
  EXPECT_EQ(unknown, wrong);
  EXPECT_EQ(last_entry().event, "user.sign_in_failed");
  people().disable(local_archivist(), "t.lira");
  EXPECT_EQ(signing_in("t.lira", kPassword), Fault::denied);
}

TEST_F(ArchivePeopleTest, TooManyFailuresLockTheLoginWhoeverKnowsThePassword) {
  add("t.lira", Role::teacher);
  with_password("t.lira");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(signing_in("t.lira", "не тот пароль"), Fault::denied);
  EXPECT_EQ(signing_in("t.lira", kPassword), Fault::busy);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(signing_in("nobody", "не тот пароль"), Fault::denied);
  EXPECT_EQ(signing_in("nobody", "не тот пароль"), Fault::busy) << "no login is told by its lock";
  with_password("t.lira");
  EXPECT_EQ(people().sign_in("t.lira", kPassword, "").actor.login, "t.lira");
}

TEST_F(ArchivePeopleTest, AUserChoosesThePasswordAnew) {
  add("t.lira", Role::teacher);
  with_password("t.lira");
  const Actor actor = people().sign_in("t.lira", kPassword, "").actor;
  const auto change = [&](const char* from, const char* to) {
    return fault_of([&] { people().change_password(actor, from, to); });
  };
  EXPECT_EQ(change("не тот пароль", "восемь белых слонов"), Fault::denied);
  EXPECT_EQ(change(kPassword, "коротко"), Fault::usage);
  EXPECT_EQ(change(kPassword, kPassword), Fault::usage);
  people().change_password(actor, kPassword, "восемь белых слонов");
  EXPECT_FALSE(people().sign_in("t.lira", "восемь белых слонов", "").must_change_password);
  EXPECT_EQ(signing_in("t.lira", kPassword), Fault::denied);
  EXPECT_EQ(fault_of([&] {
              people().change_password(local_archivist(), kPassword, "восемь белых слонов");
            }),
            Fault::denied)
      << "the local command line is no account";
}

TEST_F(ArchivePeopleTest, WhoGuessesTheOldPasswordIsLockedOutToo) {
  add("t.lira", Role::teacher);
  with_password("t.lira");
  const Actor actor = people().sign_in("t.lira", kPassword, "").actor;
  const auto change = [&](const char* from) {
    return fault_of([&] { people().change_password(actor, from, "восемь белых слонов"); });
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(change("не тот пароль"), Fault::denied);
  EXPECT_EQ(change(kPassword), Fault::busy);
}

TEST_F(ArchivePeopleTest, WithTheSecondFactorACodeIsNeededAndGoodOnce) {
  add("t.lira", Role::teacher);
  with_password("t.lira");
  const Actor actor = people().sign_in("t.lira", kPassword, "").actor;
  EXPECT_EQ(fault_of([&] { people().confirm_second_factor(actor, "000000"); }), Fault::denied);
  EXPECT_THAT(std::string(people().begin_second_factor(actor).view()), HasSubstr("otpauth://"));
  Users users(temp_.archive().catalogue());
  const UserId id = users.find("t.lira")->id;
  const std::string secret = users.second_factor(id).secret;
  const Moment now = temp_.archive().clock().now();
  people().confirm_second_factor(actor, totp_code(secret, now - 30s));
  EXPECT_EQ(signing_in("t.lira", kPassword), Fault::denied);
  EXPECT_EQ(signing_in("t.lira", kPassword, totp_code(secret, now - 30s)), Fault::denied)
      << "used when it was confirmed";
  const std::string code = totp_code(secret, now);
  EXPECT_EQ(people().sign_in("t.lira", kPassword, code).actor.login, "t.lira");
  EXPECT_EQ(signing_in("t.lira", kPassword, code), Fault::denied) << "a code is good once";
  EXPECT_EQ(fault_of([&] { (void)people().begin_second_factor(actor); }), Fault::usage);
  people().forget_second_factor(local_archivist(), "t.lira");
  EXPECT_EQ(people().sign_in("t.lira", kPassword, "").actor.login, "t.lira");
}

TEST_F(ArchivePeopleTest, ATokenOpensWhatItsScopeSaysUntilItEnds) {
  add("osipova", Role::clerk);
  const Moment later = temp_.archive().clock().now() + 24h;
  const auto made = people().add_token(local_archivist(), "osipova", "выгрузка", {"search"}, later);
  EXPECT_THAT(last_entry().details, Not(HasSubstr(std::string(made.text.view()))));
  const Actor actor = people().by_token(made.text.view());
  EXPECT_EQ(actor.login, "osipova");
  const Policy& policy = temp_.archive().policy();
  policy.require(actor, Operation::search);
  EXPECT_EQ(fault_of([&] { policy.require(actor, Operation::review); }), Fault::denied);
  ArchiveSearch(temp_.archive()).search(actor, {"диплом", 0, 20, 100});
  EXPECT_THAT(last_entry().details, HasSubstr("\"via\":\"token:"));

  EXPECT_EQ(fault_of([&] { (void)people().by_token("fonds_нет"); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)people().by_token(new_token().view()); }), Fault::denied);
  people().disable(local_archivist(), "osipova");
  EXPECT_EQ(fault_of([&] { (void)people().by_token(made.text.view()); }), Fault::denied);
  people().enable(local_archivist(), "osipova");
  people().revoke_token(local_archivist(), made.token.id);
  EXPECT_EQ(fault_of([&] { (void)people().by_token(made.text.view()); }), Fault::denied);
  ASSERT_THAT(people().tokens(local_archivist(), "osipova"), SizeIs(1));
  EXPECT_TRUE(people().tokens(local_archivist(), "osipova")[0].revoked_at);
}

TEST_F(ArchivePeopleTest, ATokenIsNoMoreThanItsUserAndEndsInTheFuture) {
  add("osipova", Role::clerk);
  const Moment now = temp_.archive().clock().now();
  const auto making = [&](const std::vector<std::string>& scope, Moment until) {
    return fault_of(
        [&] { (void)people().add_token(local_archivist(), "osipova", "", scope, until); });
  };
  EXPECT_EQ(making({"export_document"}, now + 1h), Fault::usage);
  EXPECT_EQ(making({"everything"}, now + 1h), Fault::usage);
  EXPECT_EQ(making({}, now), Fault::usage);
}

TEST_F(ArchivePeopleTest, ActingAsAUserHasTheirRightsAndShowsInTheJournal) {
  add("tkach", Role::methodist);
  Actor acting = people().acting_as(local_archivist(), "tkach");
  const auto search = [&] {
    return ArchiveSearch(temp_.archive()).search(acting, {"диплом", 0, 20, 100});
  };
  EXPECT_EQ(fault_of(search), Fault::denied) << "a methodist says why";
  acting.purpose = "из любопытства";
  EXPECT_EQ(fault_of(search), Fault::usage);
  acting.purpose = "encouragement";
  search();
  EXPECT_EQ(last_entry().actor, "tkach");
  EXPECT_THAT(last_entry().details, HasSubstr("\"purpose\":\"encouragement\",\"via\":\"local\""));
  people().disable(local_archivist(), "tkach");
  EXPECT_EQ(fault_of([&] { (void)people().acting_as(local_archivist(), "tkach"); }), Fault::denied);
}

TEST_F(ArchivePeopleTest, TheFirstAccountIsMadeOnceByWhoeverSetTheArchiveUp) {
  EXPECT_FALSE(people().has_accounts());
  User user;
  user.login = "k.vera";
  user.name = "Зябликова Н. П.";
  user.role = Role::archivist;
  EXPECT_EQ(fault_of([&] { (void)people().add_first(user, "коротко"); }), Fault::usage);
  EXPECT_FALSE(people().has_accounts());
  const auto in = people().add_first(user, kPassword);
  EXPECT_EQ(in.actor.login, "k.vera");
  EXPECT_FALSE(in.must_change_password) << "they chose it themselves";
  EXPECT_TRUE(people().has_accounts());
  EXPECT_EQ(last_entry().event, "user.signed_in");
  EXPECT_EQ(people().sign_in("k.vera", kPassword, "").actor.role, Role::archivist);
  user.login = "second";
  EXPECT_EQ(fault_of([&] { (void)people().add_first(user, kPassword); }), Fault::denied);
  EXPECT_THAT(people().list(local_archivist()), SizeIs(1));
}

TEST_F(ArchivePeopleTest, ADisabledAccountIsAnAccountStill) {
  add("t.lira", Role::teacher);
  people().disable(local_archivist(), "t.lira");
  EXPECT_TRUE(people().has_accounts());
}

TEST_F(ArchivePeopleTest, OnlyWhoManagesAccountsSeesThem) {
  for (const Role role :
       {Role::clerk, Role::teacher, Role::methodist, Role::director, Role::auditor}) {
    EXPECT_EQ(fault_of([&] { (void)people().list({"x", role}); }), Fault::denied);
  }
}

}  // namespace
}  // namespace fonds
