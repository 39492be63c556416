#include "store/derived_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utime.h>

#include <boost/filesystem/operations.hpp>
#include <ctime>

#include "base/error.h"
#include "store/folder.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr DocumentId kDocument{4711};

class DerivedStoreTest : public testing::Test {
 protected:
  void publish(int run, std::string_view text) {
    const auto draft = store_.begin_run(kDocument, run);
    draft->begin(kTextFile);
    draft->write(text.substr(0, text.size() / 2));
    draft->write(text.substr(text.size() / 2));
    draft->begin(thumbnail_file(1));
    draft->write("picture");
    draft->publish();
  }

  TempFolder folder_;
  LocalDisk disk_;
  DerivedStore store_{disk_, folder_.path()};
};

TEST_F(DerivedStoreTest, APublishedRunIsReadBack) {
  publish(1, "words of a page");

  EXPECT_EQ(store_.read(kDocument, 1, kTextFile), "words of a page");
  EXPECT_TRUE(store_.contains(kDocument, 1, "thumbnail-0001.jpg"));
  EXPECT_FALSE(store_.contains(kDocument, 1, kAltoFile));
  EXPECT_TRUE(store_.open(kDocument, 1, kTextFile).valid());
  EXPECT_TRUE(boost::filesystem::exists(folder_ / "4/4711/run-1/text.txt"));
}

TEST_F(DerivedStoreTest, ADraftIsNotThereUntilPublished) {
  const auto draft = store_.begin_run(kDocument, 1);
  draft->begin(kTextFile);
  draft->write("half");

  EXPECT_FALSE(store_.contains(kDocument, 1, kTextFile));
  EXPECT_THAT(store_.runs_of(kDocument), IsEmpty());
  EXPECT_THROW(store_.open(kDocument, 1, kTextFile), Error);
}

TEST_F(DerivedStoreTest, AForgottenDraftLeavesNothing) {
  {
    const auto draft = store_.begin_run(kDocument, 1);
    draft->begin(kTextFile);
    draft->write("half");
  }
  EXPECT_THAT(entries_of(folder_ / ".incoming"), IsEmpty());
}

TEST_F(DerivedStoreTest, ARunPublishedAgainIsReplacedWhole) {
  publish(1, "first reading");
  const auto draft = store_.begin_run(kDocument, 1);
  draft->begin(kTextFile);
  draft->write("second reading");
  draft->publish();

  EXPECT_EQ(store_.read(kDocument, 1, kTextFile), "second reading");
  EXPECT_FALSE(store_.contains(kDocument, 1, thumbnail_file(1)));
  EXPECT_THAT(entries_of(folder_ / ".outgoing"), IsEmpty());
}

TEST_F(DerivedStoreTest, RunsAreListedByNumber) {
  for (const int run : {10, 2, 1}) publish(run, "text");
  boost::filesystem::create_directory(folder_ / "4/4711/run-3-copy");

  EXPECT_THAT(store_.runs_of(kDocument), ElementsAre(1, 2, 10));
  EXPECT_THAT(store_.runs_of(DocumentId{1}), IsEmpty());
}

TEST_F(DerivedStoreTest, ARemovedRunIsGoneFromTheDisk) {
  publish(1, "words to forget");
  publish(2, "words to keep");

  store_.remove_run(kDocument, 1);
  store_.remove_run(kDocument, 1);

  EXPECT_THAT(store_.runs_of(kDocument), ElementsAre(2));
  EXPECT_THAT(entries_of(folder_ / ".outgoing"), IsEmpty());
  EXPECT_EQ(store_.read(kDocument, 2, kTextFile), "words to keep");
}

TEST_F(DerivedStoreTest, AnInterruptedRemovalIsFinishedByTheNext) {
  publish(1, "words to forget");
  boost::filesystem::create_directories(folder_ / ".outgoing/4711-run-1-99-aa");
  boost::filesystem::create_directories(folder_ / ".outgoing/4711-run-12-99-aa");

  store_.remove_run(kDocument, 1);

  EXPECT_THAT(entries_of(folder_ / ".outgoing"),
              ElementsAre(folder_ / ".outgoing/4711-run-12-99-aa"));
}

TEST_F(DerivedStoreTest, OfARemovedDocumentNothingIsLeft) {
  publish(1, "words");
  publish(3, "words");
  const auto other = store_.begin_run({47}, 1);
  other->begin(kTextFile);
  other->publish();
  const auto draft = store_.begin_run(kDocument, 4);  // of a worker that was killed
  draft->begin(kTextFile);
  EXPECT_TRUE(store_.has_any(kDocument));
  store_.remove_document(kDocument);
  EXPECT_FALSE(store_.has_any(kDocument));
  EXPECT_TRUE(store_.has_any({47})) << "whose number begins like the other's";
  EXPECT_NO_THROW(store_.remove_document(kDocument)) << "again";
}

TEST_F(DerivedStoreTest, OnlyOldDraftsAndHalfRemovedRunsAreLeftovers) {
  const auto draft = store_.begin_run(kDocument, 1);
  boost::filesystem::create_directories(folder_ / ".incoming/old");
  boost::filesystem::create_directories(folder_ / ".outgoing/4711-run-1-99-aa");
  const utimbuf two_hours_ago{std::time(nullptr) - 7200, std::time(nullptr) - 7200};
  ASSERT_EQ(::utime((folder_ / ".incoming/old").c_str(), &two_hours_ago), 0);

  EXPECT_EQ(store_.remove_leftovers(), 2);

  EXPECT_THAT(entries_of(folder_ / ".outgoing"), IsEmpty());
  draft->begin(kTextFile);
  draft->publish();
  EXPECT_THAT(store_.runs_of(kDocument), ElementsAre(1));
}

TEST_F(DerivedStoreTest, ANameCannotLeaveItsRun) {
  const auto draft = store_.begin_run(kDocument, 1);
  for (const char* name : {"", ".", "..", "../text.txt", "a/b", "/etc/passwd"}) {
    EXPECT_THROW(draft->begin(name), Error) << name;
    EXPECT_THROW((void)store_.read(kDocument, 1, name), Error) << name;
  }
}

TEST_F(DerivedStoreTest, AReadOfWhatIsNotThereIsNeverEmpty) {
  try {
    (void)store_.read(kDocument, 1, kTextFile);
    FAIL() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::not_found);
  }
  EXPECT_THROW(DerivedStore(disk_, folder_ / "absent"), Error);
}

}  // namespace
}  // namespace fonds
