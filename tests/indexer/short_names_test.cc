#include "indexer/short_names.h"

#include <gmock/gmock.h>

#include "base/data_file.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(ShortNames, GivesEveryNameAFormMayStandFor) {
  const ShortNames& names = ShortNames::shipped();
  EXPECT_THAT(names.full_names("саша"), UnorderedElementsAre("александр", "александра"));
  EXPECT_THAT(names.full_names("тема"), UnorderedElementsAre("артем")) << "ё as е";
  EXPECT_THAT(names.full_names("александр"), IsEmpty()) << "is no short form";
  EXPECT_THAT(names.full_names("стол"), IsEmpty());
}

TEST(ShortNames, UnderstandsCaseForms) {
  const ShortNames& names = ShortNames::shipped();
  for (const char* form : {"маша", "маши", "маше", "машу", "машей"}) {
    EXPECT_THAT(names.full_names(form), testing::Contains("мария")) << form;
  }
  for (const char* form : {"толик", "толика", "толику", "толиком"}) {
    EXPECT_THAT(names.full_names(form), UnorderedElementsAre("анатолий")) << form;
  }
}

TEST(ShortNames, RefusesALineWithoutAName) {
  for (const char* text : {"names = [\"Саша\"]", "names = [\": Саша\"]", "name = []"}) {
    EXPECT_EQ(fault_of([&] { ShortNames(DataTable::parse(text, "test")); }), Fault::usage) << text;
  }
}

}  // namespace
}  // namespace fonds
