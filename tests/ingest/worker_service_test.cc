// The process behind WorkerHandle: what it reads, locked in as it is.
#include "ingest/page_image.h"
#include "ingest/small_pdf.h"
#include "ingest/worker_fixture.h"
#include "ingest/written_tiff.h"
#include "support/hostile_archives.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

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

/// What turns a PDF's words into Unicode are files: they must be at hand behind the lock.
TEST_F(WorkerServiceTest, KeepsTheTextOfABornDigitalPdf) {
  WorkerHandle handle(good_worker());
  const UniqueFd file = open_for_reading(kScans / "doc-0066.pdf");

  Pages made;
  handle.recognise({{file.get(), FileKind::pdf}}, "F-1", WorkerHandle::Products::pages_only, made);

  ASSERT_EQ(made.pages.size(), 2U);
  for (const RecognisedPage& page : made.pages) EXPECT_EQ(page.source, TextSource::embedded);
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

TEST_F(WorkerServiceTest, PartsAFile) {
  WorkerHandle handle(good_worker());
  const UniqueFd file = file_of(pdf_of_text({{"Ivanov"}, {"Petrov"}, {"Sidorov"}}));
  const UniqueFd scans = file_of(written_tiff({}, 300));
  std::string part;
  int pieces = 0;
  const auto sink = [&](std::string_view bytes) {
    part += bytes;
    ++pieces;
  };

  handle.part({file.get(), FileKind::pdf}, 1, 2, sink);

  EXPECT_THAT(part, AllOf(HasSubstr("Petrov"), HasSubstr("Sidorov"), Not(HasSubstr("Ivanov"))));
  part.clear();
  pieces = 0;
  handle.part({scans.get(), FileKind::tiff}, 10, 250, sink);
  EXPECT_EQ(count_images({FileKind::tiff, part}, {}), 250);
  EXPECT_GE(pieces, 2);
}

TEST_F(WorkerServiceTest, ShowsAPage) {
  WorkerHandle handle(good_worker());
  const UniqueFd scan = open_for_reading(kScans / "scan_0007.jpg");
  const UniqueFd printed = open_for_reading(kScans / "doc-0066.pdf");
  const UniqueFd table = file_of("a;b\n1;2\n");

  EXPECT_THAT(handle.picture({scan.get(), FileKind::jpeg}, {0, 90, 400}),
              testing::StartsWith("\xFF\xD8\xFF"));
  EXPECT_THAT(handle.picture({printed.get(), FileKind::pdf}, {1, 0, 4096}),
              testing::StartsWith("\xFF\xD8\xFF"));
  const Error none = error_of([&] { handle.picture({table.get(), FileKind::csv}, {0, 0, 400}); });
  EXPECT_EQ(none.fault(), Fault::usage) << none.what();
  ASSERT_TRUE(handle.alive());
  EXPECT_FALSE(handle.picture({scan.get(), FileKind::jpeg}, {0, 0, 64}).empty());
  // Our own mistake is not the paper's.
  const Error outside = error_of([&] {
    handle.picture({printed.get(), FileKind::pdf}, {2, 0, 400});
  });
  EXPECT_EQ(outside.fault(), Fault::unavailable);
}

TEST_F(WorkerServiceTest, AFileThatCannotBePartedIsSaidAndTheNextOneIsParted) {
  WorkerHandle handle(good_worker());
  const UniqueFd damaged = file_of("%PDF-1.4 and nothing more");
  const UniqueFd good = file_of(pdf_of_text({{"Ivanov"}}));
  int pieces = 0;
  const auto sink = [&](std::string_view) { ++pieces; };

  const Error error = error_of([&] { handle.part({damaged.get(), FileKind::pdf}, 0, 1, sink); });

  EXPECT_EQ(error.fault(), Fault::corrupt) << error.what();
  EXPECT_EQ(pieces, 0);
  ASSERT_TRUE(handle.alive());
  handle.part({good.get(), FileKind::pdf}, 0, 1, sink);
  EXPECT_EQ(pieces, 1);
  // Our own mistake is not the paper's.
  const Error outside = error_of([&] { handle.part({good.get(), FileKind::pdf}, 0, 2, sink); });
  EXPECT_EQ(outside.fault(), Fault::unavailable);
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
