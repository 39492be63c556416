#include "ingest/pix.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

TEST(Pix, AnswerOfNothingBecomesAnError) { EXPECT_THROW(checked(nullptr, "test"), Error); }

TEST(Pix, SharedImageOutlivesItsFirstOwner) {
  PixPtr first(pixCreate(3, 4, 8));
  const PixPtr second = share(first);

  first.reset();

  EXPECT_EQ(pixGetHeight(second.get()), 4);
}

}  // namespace
}  // namespace fonds
