// WorkerHandle: no process, however it ends or lies, does harm to the one that asked.
#include "ingest/worker_fixture.h"

namespace fonds {
namespace {

using std::chrono_literals::operator""s;
using testing::HasSubstr;

class WorkerHandleTest : public WorkerTest {};

TEST_F(WorkerHandleTest, AMissingProgramIsSaid) {
  WorkerOptions options;
  options.program = "/nonexistent/fonds";

  const Error error = error_of([&] { const WorkerHandle handle(options); });

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("/nonexistent/fonds"));
}

TEST_F(WorkerHandleTest, ACrashIsToldAsOne) {
  const Error error = asked(bad("crash"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("crashed"));
}

TEST_F(WorkerHandleTest, AnEarlyEndIsToldWithItsCode) {
  const Error error = asked(bad("vanish"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("code 5"));
}

TEST_F(WorkerHandleTest, AnEndlessPageIsCutOff) {
  const Error error = asked(bad("hang"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("longer than 1 s"));
}

TEST_F(WorkerHandleTest, BytesWithoutAMessageAreNoProgress) {
  EXPECT_THAT(asked(bad("trickle")).message(), HasSubstr("longer than 1 s"));
}

TEST_F(WorkerHandleTest, APageThatEatsMemoryIsCutOff) {
  WorkerOptions options = bad("eat");
  options.memory = 100U << 20;
  options.per_page = 60s;

  const Error error = asked(options);

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("more than 0.1 GB"));
}

TEST_F(WorkerHandleTest, NonsenseIsRefused) {
  for (const char* kind : {"noise", "huge", "disorder", "climb"}) {
    const Error error = asked(bad(kind));
    EXPECT_EQ(error.fault(), Fault::unavailable) << kind;
    EXPECT_THAT(error.message(), HasSubstr("nonsense")) << kind;
  }
}

TEST_F(WorkerHandleTest, AMessageCutOffByTheEndIsAnEnd) {
  EXPECT_THAT(asked(bad("cut")).message(), HasSubstr("code 0"));
}

TEST_F(WorkerHandleTest, AFloodEndsAtTheLimitOfResults) {
  WorkerOptions options = bad("flood");
  options.result_bytes = 20U << 20;

  EXPECT_THAT(asked(options).message(), HasSubstr("too much"));
}

TEST_F(WorkerHandleTest, EndlessPagesEndAtTheLimitOfPages) {
  WorkerOptions options = bad("pages");
  options.reading.limits.pages = 10;

  EXPECT_THAT(asked(options).message(), HasSubstr("page out of order"));
}

TEST_F(WorkerHandleTest, AMemberOutsideItsContainerIsRefused) {
  const WorkerOptions options = bad("climb");
  WorkerHandle handle(options);
  const UniqueFd file = file_of("x");
  Members members;

  const Error error = error_of([&] { handle.expand({file.get(), FileKind::zip}, members); });

  EXPECT_THAT(error.message(), HasSubstr("nonsense"));
  EXPECT_TRUE(members.names.empty());
}

TEST_F(WorkerHandleTest, APartIsBelievedNoMoreThanAPage) {
  for (const char* kind : {"parts", "disorder", "false_part", "no_part", "crash", "hang"}) {
    WorkerOptions options = bad(kind);
    options.result_bytes = 20U << 20;
    WorkerHandle handle(options);
    const UniqueFd file = file_of("x");
    std::size_t bytes = 0;

    const Error error = error_of([&] {
      handle.part({file.get(), FileKind::pdf}, 0, 1,
                  [&](std::string_view piece) { bytes += piece.size(); });
    });

    EXPECT_EQ(error.fault(), Fault::unavailable) << kind;
    EXPECT_LE(bytes, options.result_bytes) << kind;
    if (kind != std::string("parts")) {
      EXPECT_EQ(bytes, 0U) << kind;
    }
    if (kind != std::string("no_part")) {
      EXPECT_FALSE(handle.alive()) << kind;
    }
  }
}

TEST_F(WorkerHandleTest, APictureIsBelievedNoMoreThanAPart) {
  for (const char* kind :
       {"pictures", "parts", "disorder", "false_picture", "no_part", "crash", "hang"}) {
    WorkerHandle handle(bad(kind));
    const UniqueFd file = file_of("x");
    std::string picture;

    const Error error = error_of([&] {
      picture = handle.picture({file.get(), FileKind::jpeg}, {0, 0, 1600});
    });

    EXPECT_EQ(error.fault(), Fault::unavailable) << kind;
    EXPECT_TRUE(picture.empty()) << kind;
    if (kind != std::string("no_part")) {
      EXPECT_FALSE(handle.alive()) << kind;
    }
  }
}

TEST_F(WorkerHandleTest, APictureThatCannotBeIsRefusedByTheProcess) {
  WorkerHandle handle(good_worker());
  const UniqueFd file = file_of("x");

  const Error error = error_of([&] {
    handle.picture({file.get(), FileKind::jpeg}, {0, 45, 1600});
  });

  EXPECT_EQ(error.fault(), Fault::unavailable);
}

TEST_F(WorkerHandleTest, MorePagesToCompareMayTakeLonger) {
  WorkerHandle handle(bad("hang"));
  const UniqueFd file = file_of("x");

  const Error error = error_of([&] {
    handle.part({file.get(), FileKind::pdf}, 0, 2, [](std::string_view) {});
  });

  EXPECT_THAT(error.message(), HasSubstr("longer than 2 s"));
}

TEST_F(WorkerHandleTest, AProcessCannotBlameTheDiskNorPaintTheTerminal) {
  const Error error = asked(bad("blame"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), testing::Not(HasSubstr("\x1B")));
}

TEST_F(WorkerHandleTest, ASinkThatFailsEndsTheConversation) {
  struct Full : Pages {
    void page(RecognisedPage&&, std::string&&) override { throw Error(Fault::io, "disk full"); }
  };
  WorkerHandle handle(bad("pages"));
  const UniqueFd file = file_of("x");
  Full sink;

  const Error error = error_of([&] {
    handle.recognise({{file.get(), FileKind::jpeg}}, "", WorkerHandle::Products::pages_only, sink);
  });

  EXPECT_EQ(error.message(), "disk full");
  EXPECT_FALSE(handle.alive());
}

}  // namespace
}  // namespace fonds
