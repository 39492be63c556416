#include "catalogue/database.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/filesystem/operations.hpp>

#include "base/disk.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/sql.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class SqliteDatabase : public testing::Test {
 protected:
  [[nodiscard]] std::string url() const { return "sqlite:" + file_.string(); }
  Error error_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "no Error";
    return {Fault::bug, ""};
  }
  void append(Database& database) {
    Transaction transaction(database);
    Journal(database).append(transaction, local_archivist(), "x", "y");
    transaction.commit();
  }

  TempFolder folder_;
  boost::filesystem::path file_ = folder_ / "catalogue.sqlite";
  FixedClock clock_;
};

TEST_F(SqliteDatabase, IsDurableAndForgetsWhatIsDeleted) {
  Database database(url(), clock_);
  std::string mode;
  each_row(database, "PRAGMA journal_mode", std::tie(mode), [] {});

  EXPECT_EQ(mode, "wal");
  EXPECT_EQ(number_from(database, "PRAGMA synchronous", -1), 2);
  EXPECT_EQ(number_from(database, "PRAGMA foreign_keys", -1), 1);
  EXPECT_EQ(number_from(database, "PRAGMA secure_delete", -1), 1);
  EXPECT_EQ(number_from(database, "PRAGMA busy_timeout", -1), 5000);
}

TEST_F(SqliteDatabase, NobodyButTheOwnerMayReadTheFiles) {
  Database database(url(), clock_);
  database.migrate();

  for (const char* ending : {"", "-wal", "-shm"}) {
    struct stat status {};
    ASSERT_EQ(::stat((file_.string() + ending).c_str(), &status), 0) << ending;
    EXPECT_EQ(status.st_mode & 0777, 0600U) << ending;
  }
}

TEST_F(SqliteDatabase, APathMayHoldSpacesEqualSignsAndRussianLetters) {
  boost::filesystem::create_directory(folder_ / "архив x=1, y");
  file_ = folder_ / "архив x=1, y/catalogue.sqlite";
  Database database(url(), clock_);
  database.migrate();
  EXPECT_TRUE(boost::filesystem::exists(file_));
  EXPECT_GT(boost::filesystem::file_size(file_.string() + "-wal"), 0U);
}

TEST_F(SqliteDatabase, WhatWasCommittedIsThereForTheNextProgram) {
  {
    Database database(url(), clock_);
    database.migrate();
    append(database);
  }
  Database database(url(), clock_);
  database.check_schema();
  EXPECT_EQ(Journal(database).head(), 1);
}

TEST_F(SqliteDatabase, AnUnknownAddressIsRefused) {
  EXPECT_EQ(error_of([&] { Database("mysql:host=x", clock_); }).fault(), Fault::usage);
}

TEST_F(SqliteDatabase, AFolderThatIsNotThereIsNamed) {
  file_ = folder_ / "absent/catalogue.sqlite";
  EXPECT_EQ(error_of([&] { Database(url(), clock_); }).fault(), Fault::not_found);
}

TEST_F(SqliteDatabase, AFileThatIsNoDatabaseIsCorrupt) {
  (void)folder_.file("catalogue.sqlite", std::string(8192, 'x'));
  const Error error = error_of([&] { Database(url(), clock_); });
  EXPECT_EQ(error.fault(), Fault::corrupt) << error.what();
  EXPECT_FALSE(error.hint().empty());
}

TEST_F(SqliteDatabase, ADamagedPageIsFoundByTheIntegrityCheck) {
  {
    Database database(url(), clock_);
    database.migrate();
    append(database);
  }
  std::string bytes = read_file(file_);
  const std::size_t entry = bytes.find(kFirstHash);  // somewhere on the journal's one page
  ASSERT_NE(entry, std::string::npos);
  bytes.replace(entry / 4096 * 4096, 100, std::string(100, '\x7f'));
  (void)folder_.file("catalogue.sqlite", bytes);

  Database database(url(), clock_);
  EXPECT_NE(database.integrity_problem(), "");
}

TEST_F(SqliteDatabase, AReferenceToNothingIsFoundByTheIntegrityCheck) {
  Database database(url(), clock_);
  database.migrate();
  change(database, "PRAGMA foreign_keys = OFF");
  change(database,
         "INSERT INTO originals (document, position, sha256, size, kind, source_name) "
         "VALUES (99, 1, 'x', 1, 'png', '')");
  EXPECT_NE(database.integrity_problem().find("originals"), std::string::npos);
}

TEST_F(SqliteDatabase, AFullDiskIsSaidSoAndNothingIsLost) {
  Database database(url(), clock_);
  database.migrate();
  append(database);
  const auto pages = number_from(database, "PRAGMA page_count", 0);
  number_from(database, "PRAGMA max_page_count = " + std::to_string(pages), 0);

  const Error error = error_of([&] {
    for (int i = 0; i < 100; ++i) {
      Transaction transaction(database);
      Journal(database).append(transaction, local_archivist(), std::string(2000, 'x'), "y");
      transaction.commit();
    }
  });

  EXPECT_EQ(error.fault(), Fault::io) << error.what();
  EXPECT_NE(error.hint().find("free some space"), std::string::npos) << error.hint();
  number_from(database, "PRAGMA max_page_count = 100000", 0);
  append(database);
  EXPECT_EQ(Journal(database).verify().problem, "");
}

TEST_F(SqliteDatabase, AReadOnlyCatalogueIsSaidSo) {
  Database database(url(), clock_);
  database.migrate();
  change(database, "PRAGMA query_only = ON");
  EXPECT_EQ(error_of([&] { append(database); }).fault(), Fault::io);
  EXPECT_EQ(Journal(database).head(), 0);
}

TEST_F(SqliteDatabase, AWriterThatWaitsTooLongIsToldToRepeat) {
  Database first(url(), clock_);
  first.migrate();
  Database second(url(), clock_);
  change(second, "PRAGMA busy_timeout = 50");
  const Transaction transaction(first);

  const Error error = error_of([&] { append(second); });

  EXPECT_EQ(error.fault(), Fault::busy) << error.what();
  EXPECT_FALSE(error.hint().empty());
}

TEST_F(SqliteDatabase, AReaderDoesNotWaitForAWriter) {
  Database writer(url(), clock_);
  writer.migrate();
  Database reader(url(), clock_);
  change(reader, "PRAGMA busy_timeout = 0");
  const Transaction transaction(writer);

  EXPECT_EQ(Journal(reader).head(), 0);
  EXPECT_FALSE(Documents(reader).find(DocumentId{1}));
}

TEST_F(SqliteDatabase, WhatWasDeletedIsNotInTheFile) {
  const std::string name = "Вымышленная Фамилия.jpg";
  {
    Database database(url(), clock_);
    database.migrate();
    {
      Transaction transaction(database);
      Documents documents(database);
      documents.add(transaction, documents.add_intake(transaction, "file", ""),
                    {{std::string(64, 'a'), 1, FileKind::jpeg, name}});
      transaction.commit();
    }
    change(database, "DELETE FROM originals");
  }  // the last connection takes the WAL into the file
  EXPECT_EQ(read_file(file_).find(name), std::string::npos);
}

}  // namespace
}  // namespace fonds
