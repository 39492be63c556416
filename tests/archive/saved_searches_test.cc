#include "archive/saved_searches.h"

#include <gmock/gmock.h>

#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ArchiveSavedSearchesTest : public testing::Test {
 protected:
  ArchiveSavedSearches saved() { return ArchiveSavedSearches(temp_.archive()); }
  TempArchive temp_;
  const Actor clerk_{"osipova", Role::clerk};
  const Actor other_{"tkach", Role::methodist};
};

TEST_F(ArchiveSavedSearchesTest, AreTheOwnersAloneAndNotInTheJournal) {
  EXPECT_EQ(saved().save(clerk_, "Мои дипломы", "ученик:«Зябликов Прохор»").title, "Мои дипломы");
  EXPECT_EQ(saved().find(clerk_, "мои дипломы").query, "ученик:«Зябликов Прохор»");
  EXPECT_THAT(saved().list(other_), IsEmpty());
  EXPECT_EQ(fault_of([&] { saved().find(other_, "мои дипломы"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { saved().remove(other_, "мои дипломы"); }), Fault::not_found);
  Journal journal(temp_.archive().catalogue());
  for (const JournalEntry& entry : journal.after(0, 100)) {
    EXPECT_THAT(entry.details + entry.subject, Not(HasSubstr("Зябликов")));
    EXPECT_THAT(entry.details + entry.subject, Not(HasSubstr("дипломы")));
  }
  saved().remove(clerk_, "МОИ ДИПЛОМЫ");
  EXPECT_THAT(saved().list(clerk_), IsEmpty());
}

TEST_F(ArchiveSavedSearchesTest, NeedATitleAndWords) {
  const auto saving = [&](const std::string& title, const std::string& query) {
    return fault_of([&] { saved().save(clerk_, title, query); });
  };
  EXPECT_EQ(saving("", "диплом"), Fault::usage);
  EXPECT_EQ(saving("  ", "диплом"), Fault::usage);
  EXPECT_EQ(saving("дипломы", ""), Fault::usage);
  EXPECT_EQ(saving(std::string(101, 'x'), "диплом"), Fault::usage);
  EXPECT_EQ(saving("дипломы", std::string(5000, 'x')), Fault::usage);
  EXPECT_EQ(saved().save(clerk_, "две\nстроки", "диплом").title, "две строки");
}

TEST_F(ArchiveSavedSearchesTest, WhoMayNotSearchKeepsNone) {
  EXPECT_EQ(fault_of([&] { saved().save({"it", Role::administrator}, "x", "y"); }), Fault::denied);
}

}  // namespace
}  // namespace fonds
