// The process behind WorkerHandle: what it reads, locked in as it is.
#include "ingest/worker_fixture.h"
#include "support/hostile_archives.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using testing::HasSubstr;

const fs::path kScans = fs::path(FONDS_SOURCE_DIR) / "tests/data/scans";

class WorkerServiceTest : public WorkerTest {};

TEST_F(WorkerServiceTest, ReadsAScanIntoEveryProduct) {
  WorkerHandle handle(good_worker());
  const fs::path scan = fs::directory_iterator(kScans)->path();
  const UniqueFd file = open_for_reading(scan);
  const FileKind kind = *tell_kind(read_file(scan).substr(0, kKindBytes));

  Pages made;
  handle.recognise({{file.get(), kind}}, "F-1", WorkerHandle::Products::everything, made);

  ASSERT_GE(made.pages.size(), 1U);
  EXPECT_EQ(made.pages.front().number, 1);
  EXPECT_EQ(made.altos, 1);
  EXPECT_THAT(made.alto_xml, HasSubstr("<alto"));
  EXPECT_THAT(made.pdf.substr(0, 8), HasSubstr("%PDF-1.4"));
  EXPECT_THAT(made.thumbnails.front(), testing::StartsWith("\xFF\xD8"));
  EXPECT_GT(handle.last_usage().cpu_seconds, 0);
  EXPECT_GT(handle.last_usage().peak_memory, 1U << 20);
}

TEST_F(WorkerServiceTest, IsConfinedByTheKernel) {
  const WorkerHandle handle(good_worker());

  EXPECT_THAT(handle.confinement(), HasSubstr("landlock"));
  EXPECT_THAT(handle.confinement(), HasSubstr("seccomp"));
}

TEST_F(WorkerServiceTest, GivesTheMembersOfAContainer) {
  WorkerHandle handle(good_worker());
  const UniqueFd file = file_of(make_zip({{"a/b.txt", "paper"}, {"../c", "no"}}));
  Members members;

  handle.expand({file.get(), FileKind::zip}, members);

  EXPECT_EQ(members.names, std::vector<std::string>{"a/b.txt"});
  EXPECT_EQ(members.content, "paper");
  EXPECT_EQ(members.ended, 1);
  EXPECT_EQ(members.refused.size(), 1U);
}

TEST_F(WorkerServiceTest, ADamagedFileIsThePapersFaultAndTheNextOneIsRead) {
  WorkerHandle handle(good_worker());
  const UniqueFd damaged = file_of("%PDF-1.4 and nothing more");

  const Error error = error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });

  EXPECT_EQ(error.fault(), Fault::corrupt) << error.what();
  EXPECT_TRUE(handle.alive());
  const Error again = error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });
  EXPECT_EQ(again.fault(), Fault::corrupt) << again.what();
}

TEST_F(WorkerServiceTest, LeavesNoDescriptorsBehind) {
  const UniqueFd damaged = file_of("%PDF-1.4 and nothing more");
  const std::size_t before = open_descriptors();
  {
    WorkerHandle handle(good_worker());
    const std::size_t with_handle = open_descriptors();
    for (int i = 0; i < 50; ++i) {
      error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });
    }
    EXPECT_EQ(open_descriptors(), with_handle);
  }
  EXPECT_EQ(open_descriptors(), before);
}

}  // namespace
}  // namespace fonds
