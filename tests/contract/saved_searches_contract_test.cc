#include "catalogue/saved_searches.h"

#include <gmock/gmock.h>

#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class SavedSearchesContract : public CatalogueFixture {
 protected:
  void save(const char* login, const char* title, const char* query) {
    Transaction transaction(database());
    SavedSearches(database()).set(transaction, login, title, query);
    transaction.commit();
  }
  SavedSearches saved() { return SavedSearches(database()); }
};
FONDS_ON_BOTH_ENGINES(SavedSearchesContract);

TEST_P(SavedSearchesContract, ASearchComesBackHoweverItsNameIsWritten) {
  save("osipova", "Мои Ёлочки", "объединение:Ёлочка");
  ASSERT_TRUE(saved().find("osipova", "мои елочки"));
  EXPECT_EQ(saved().find("osipova", "мои елочки")->query, "объединение:Ёлочка");
  EXPECT_EQ(saved().find("osipova", "мои елочки")->title, "Мои Ёлочки");
  save("osipova", "МОИ ЕЛОЧКИ", "другое");
  ASSERT_THAT(saved().list("osipova"), SizeIs(1));
  EXPECT_EQ(saved().list("osipova")[0].query, "другое");
}

TEST_P(SavedSearchesContract, EachOwnerHasTheirOwn) {
  save("osipova", "дипломы", "тип:диплом");
  save("tkach", "дипломы", "тип:грамота");
  EXPECT_EQ(saved().find("tkach", "дипломы")->query, "тип:грамота");
  Transaction transaction(database());
  EXPECT_TRUE(saved().remove(transaction, "tkach", "Дипломы"));
  EXPECT_FALSE(saved().remove(transaction, "tkach", "Дипломы"));
  transaction.commit();
  EXPECT_THAT(saved().list("tkach"), IsEmpty());
  EXPECT_THAT(saved().list("osipova"), SizeIs(1));
}

}  // namespace
}  // namespace fonds
