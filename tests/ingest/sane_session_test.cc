#include "ingest/sane_session.h"

#include <gtest/gtest.h>

#include <set>

#include "support/sane_backend.h"

namespace fonds {
namespace {

TEST(SaneSession, EveryStatusHasItsOwnMessage) {
  std::set<std::string> messages;
  for (int status = 1; status <= 14; ++status) {
    const Error error = sane_error(static_cast<SANE_Status>(status));
    EXPECT_FALSE(error.message().empty());
    EXPECT_FALSE(error.hint().empty());
    EXPECT_NE(error.fault(), Fault::bug);
    messages.insert(error.message());
  }
  EXPECT_EQ(messages.size(), 14u);
}

TEST(SaneSession, SessionsMayOverlapAndCanBeOpenedAgain) {
  const SaneBackend backend("test");
  for (int i = 0; i < 3; ++i) {
    const SaneSession outer;
    const SaneDevice device("test:0");
    { const SaneSession inner; }
    EXPECT_NE(sane_get_option_descriptor(device.handle(), 1), nullptr);
  }
}

TEST(SaneSession, AScannerThatIsNotThereIsSaidToBeNotThere) {
  const SaneBackend backend("test");
  const SaneSession session;
  for (const char* name : {"test:7", "nobody:0", "rubbish"}) {
    try {
      const SaneDevice device(name);
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::unavailable) << name;
    }
  }
}

}  // namespace
}  // namespace fonds
