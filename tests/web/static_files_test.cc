#include "web/static_files.h"

#include <zlib.h>

#include "web/desk_fixture.h"
#include "web/web_files.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class StaticFilesTest : public DeskTest {};

std::string unpacked(std::string packed) {
  constexpr int kGzip = 15 + 16;
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, kGzip), Z_OK);
  std::string text(packed.size() * 50, '\0');
  // NOLINTBEGIN(*-reinterpret-cast): the library's way
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  // NOLINTEND(*-reinterpret-cast)
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST_F(StaticFilesTest, AnybodyGetsTheStyleForEverPackedWhereThatIsTaken) {
  const Response plain = get(static_path("desk.css"));
  EXPECT_EQ(plain.status, 200);
  EXPECT_EQ(plain.body, web_file("desk.css"));
  EXPECT_EQ(header(plain, "Content-Type"), "text/css; charset=utf-8");
  EXPECT_THAT(header(plain, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(header(plain, "X-Content-Type-Options"), "nosniff");
  const Response packed = get(static_path("desk.css"), {{"accept-encoding", "br, gzip"}});
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(unpacked(packed.body), web_file("desk.css"));
}

TEST_F(StaticFilesTest, EveryScriptIsThereAndNoOtherThanItsOwnPackedForm) {
  for (const char* name : {"desk.js", "sheet.js", "sheet_view.js", "viewer.js", "review.js"}) {
    const Response plain = get(static_path(name));
    EXPECT_EQ(plain.status, 200) << name;
    EXPECT_EQ(header(plain, "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(header(plain, "Content-Encoding"), "");
    EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
    EXPECT_EQ(unpacked(get(static_path(name), {{"accept-encoding", "gzip"}}).body), plain.body);
  }
}

TEST_F(StaticFilesTest, ThePageViewerIsServedForEverPackedAndWithItsTerms) {
  if (page_viewer_path().empty()) GTEST_SKIP() << "built without it: FONDS_PAGE_VIEWER is OFF";
  const Response packed = get(page_viewer_path(), {{"accept-encoding", "gzip"}});
  EXPECT_EQ(packed.status, 200);
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_THAT(header(packed, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_LT(packed.body.size(), 100U * 1024) << "half of what a page may weigh";
  const std::string library = unpacked(packed.body);
  EXPECT_EQ(library, get(page_viewer_path()).body);
  EXPECT_THAT(library, StartsWith("//! openseadragon 5."));
  EXPECT_THAT(library, Not(HasSubstr("new Function("))) << "the policy forbids it";
  const Response terms = get(static_path("openseadragon.LICENSE.txt"));
  EXPECT_THAT(terms.body, HasSubstr("Redistribution"));
  EXPECT_EQ(header(terms, "Content-Type"), "text/plain; charset=utf-8");
}

TEST_F(StaticFilesTest, TemplatesAndStrangePathsAreNoFilesForTheBrowser) {
  EXPECT_THAT(static_path("desk.js"), StartsWith("/static/"));
  for (const char* path : {"/static/x/frame.mustache", "/static/x/", "/static/x/none.css",
                           "/static/x/desk.css%2F..", "/static/desk.css", "/static/x/y/desk.css"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
}

TEST_F(StaticFilesTest, EveryPageOfTheFrameLinksFilesThatAreThere) {
  const HtmlPage shown(follow(get("/")).body);
  int linked = 0;
  for (const auto& script : shown.all("script")) {
    EXPECT_EQ(get(script.attribute("src")).status, 200);
    ++linked;
  }
  for (const auto& link : shown.all("link")) {
    if (link.attribute("rel") != "stylesheet") continue;
    EXPECT_EQ(get(link.attribute("href")).status, 200);
    ++linked;
  }
  EXPECT_GE(linked, 2);
}

}  // namespace
}  // namespace fonds
