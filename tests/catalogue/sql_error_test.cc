#include "catalogue/sql_error.h"

#include <gtest/gtest.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <stdexcept>

namespace fonds {
namespace {

Fault sqlite(int code) { return error_from(soci::sqlite3_soci_error("x", code)).fault(); }
Fault postgresql(const char* state) {
  return error_from(soci::postgresql_soci_error("x", state)).fault();
}

TEST(SqlError, EverySqliteCodeHasItsFault) {
  EXPECT_EQ(sqlite(SQLITE_BUSY), Fault::busy);
  EXPECT_EQ(sqlite(SQLITE_LOCKED), Fault::busy);
  EXPECT_EQ(sqlite(SQLITE_FULL), Fault::io);
  EXPECT_EQ(sqlite(SQLITE_IOERR), Fault::io);
  EXPECT_EQ(sqlite(SQLITE_IOERR_FSYNC), Fault::io);  // an extended code
  EXPECT_EQ(sqlite(SQLITE_READONLY), Fault::io);
  EXPECT_EQ(sqlite(SQLITE_CANTOPEN), Fault::io);
  EXPECT_EQ(sqlite(SQLITE_CORRUPT), Fault::corrupt);
  EXPECT_EQ(sqlite(SQLITE_NOTADB), Fault::corrupt);
  EXPECT_EQ(sqlite(SQLITE_PERM), Fault::denied);
  EXPECT_EQ(sqlite(SQLITE_CONSTRAINT), Fault::bug);
}

TEST(SqlError, EveryPostgresqlStateHasItsFault) {
  EXPECT_EQ(postgresql("55P03"), Fault::busy);         // lock_timeout
  EXPECT_EQ(postgresql("40P01"), Fault::busy);         // deadlock
  EXPECT_EQ(postgresql("40001"), Fault::busy);         // serialisation
  EXPECT_EQ(postgresql("53100"), Fault::io);           // disk full
  EXPECT_EQ(postgresql("58030"), Fault::io);           // I/O
  EXPECT_EQ(postgresql("25006"), Fault::io);           // read-only
  EXPECT_EQ(postgresql("XX001"), Fault::corrupt);      // data corrupted
  EXPECT_EQ(postgresql("08006"), Fault::unavailable);  // connection failure
  EXPECT_EQ(postgresql("57P01"), Fault::unavailable);  // shut down
  EXPECT_EQ(postgresql("28P01"), Fault::unavailable);  // password
  EXPECT_EQ(postgresql("3D000"), Fault::unavailable);  // no such database
  EXPECT_EQ(postgresql("53300"), Fault::unavailable);  // too many connections
  EXPECT_EQ(postgresql("42501"), Fault::denied);
  EXPECT_EQ(postgresql("23505"), Fault::bug);  // unique violation
}

TEST(SqlError, WhatAPersonCanMendComesWithWhatToDo) {
  for (const int code : {SQLITE_BUSY, SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CORRUPT}) {
    EXPECT_FALSE(error_from(soci::sqlite3_soci_error("x", code)).hint().empty()) << code;
  }
}

TEST(SqlError, TheMessageIsOneLineWithoutTheValuesInItsDetail) {
  const Error error = error_from(soci::postgresql_soci_error(
      "ERROR:  duplicate key\nDETAIL:  Key (name)=(Вымышленная) already exists.\n", "23505"));
  EXPECT_NE(error.message().find("duplicate key"), std::string::npos);
  EXPECT_EQ(error.message().find("Вымышленная"), std::string::npos);
  EXPECT_EQ(error.message().find('\n'), std::string::npos);
}

TEST(SqlError, ALostConnectionIsToldFromAFailedStatement) {
  EXPECT_TRUE(is_lost_connection(soci::postgresql_soci_error("x", "08003")));
  EXPECT_TRUE(is_lost_connection(soci::postgresql_soci_error("x", "     ")));
  EXPECT_FALSE(is_lost_connection(soci::postgresql_soci_error("x", "23505")));
  EXPECT_FALSE(is_lost_connection(soci::sqlite3_soci_error("x", SQLITE_BUSY)));
}

TEST(SqlError, WhateverElseIsThrownIsOurMistake) {
  EXPECT_EQ(error_from(soci::soci_error("x")).fault(), Fault::bug);
  EXPECT_EQ(error_from(std::logic_error("x")).fault(), Fault::bug);
}

}  // namespace
}  // namespace fonds
