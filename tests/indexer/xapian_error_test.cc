#include "indexer/xapian_error.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace fonds {
namespace {

TEST(XapianError, EachKindBecomesItsFault) {
  EXPECT_EQ(error_of(Xapian::DatabaseLockError("x")).fault(), Fault::busy);
  EXPECT_EQ(error_of(Xapian::DatabaseModifiedError("x")).fault(), Fault::busy);
  EXPECT_EQ(error_of(Xapian::DatabaseError("x", EIO)).fault(), Fault::io);
  EXPECT_EQ(error_of(Xapian::DatabaseCreateError("x", ENOSPC)).fault(), Fault::io);
  EXPECT_EQ(error_of(Xapian::DatabaseOpeningError("x", EACCES)).fault(), Fault::io);
  EXPECT_EQ(error_of(Xapian::DatabaseError("end of file")).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(Xapian::DatabaseCorruptError("x")).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(Xapian::DatabaseVersionError("x")).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(Xapian::DatabaseNotFoundError("x", ENOENT)).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(Xapian::SerialisationError("x")).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(Xapian::InvalidArgumentError("x")).fault(), Fault::bug);
}

TEST(XapianError, DamageTellsWhatToDo) {
  EXPECT_NE(error_of(Xapian::DatabaseCorruptError("x")).hint().find("fonds index rebuild"),
            std::string::npos);
  EXPECT_NE(unusable_index("x").hint().find("fonds index rebuild"), std::string::npos);
}

TEST(XapianError, PassesOnWhatTheActionGives) {
  EXPECT_EQ(with_xapian([] { return 5; }), 5);
  EXPECT_THROW(with_xapian([]() -> int { throw Xapian::DatabaseLockError("x"); }), Error);
}

}  // namespace
}  // namespace fonds
