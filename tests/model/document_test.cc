#include "model/document.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

TEST(Document, EveryStateIsReadBackFromItsName) {
  std::set<std::string_view> names;
  for (const auto state :
       {DocumentState::accepted, DocumentState::recognised, DocumentState::quarantined}) {
    EXPECT_EQ(document_state_from(name_of(state)), state);
    names.insert(name_of(state));
  }
  EXPECT_EQ(names.size(), 3U);
}

TEST(Document, AnyOtherNameIsNoState) {
  for (const char* wrong : {"", "Accepted", "accepted ", " accepted", "accept", "принят", "done"}) {
    EXPECT_FALSE(document_state_from(wrong).has_value()) << wrong;
  }
  EXPECT_FALSE(document_state_from(std::string_view("accepted\0", 9)).has_value());
}

TEST(Document, ANewRecordClaimsNothing) {
  const Document document;

  EXPECT_EQ(document.state, DocumentState::accepted);
  EXPECT_EQ(document.run, 0) << "not recognised";
  EXPECT_TRUE(document.pages.empty());
}

}  // namespace
}  // namespace fonds
