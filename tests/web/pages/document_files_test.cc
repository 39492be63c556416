#include "archive/documents.h"
#include "support/temp_folder.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class DocumentFilesTest : public PaperDesk {};

TEST_F(DocumentFilesTest, PicturesAreKeptByThisPersonsBrowserAlone) {
  sign_in_as(Role::clerk);
  const Response picture = get(path() + "/pages/1?side=300");
  ASSERT_EQ(picture.status, 200);
  EXPECT_THAT(picture.body, StartsWith("\xFF\xD8\xFF"));
  EXPECT_EQ(header(picture, "Content-Type"), "image/jpeg");
  EXPECT_EQ(header(picture, "Cache-Control"), "private, max-age=600");
  EXPECT_EQ(header(picture, "X-Content-Type-Options"), "nosniff");
  const Response thumbnail = get(path() + "/thumbnails/1");
  EXPECT_THAT(thumbnail.body, StartsWith("\xFF\xD8\xFF"));
  EXPECT_EQ(header(thumbnail, "Cache-Control"), "private, max-age=3600");
}

TEST_F(DocumentFilesTest, APageThereIsNotIsNotFound) {
  sign_in_as(Role::clerk);
  for (const char* page : {"0", "99", "-1", "x", "1x", "99999999999999999999"}) {
    EXPECT_EQ(get(path() + "/pages/" + page).status, 404) << page;
    EXPECT_EQ(get(path() + "/thumbnails/" + page).status, 404) << page;
  }
  EXPECT_EQ(get(path() + "/pages/1?side=999999").status, 200) << "as large as may be";
}

TEST_F(DocumentFilesTest, FilesAreGivenToWhoMayTakeCopies) {
  sign_in_as(Role::archivist);
  const Response original = get(path() + "/files/original?which=1");
  EXPECT_EQ(header(original, "Content-Type"), "application/pdf");
  EXPECT_THAT(header(original, "Content-Disposition"),
              StartsWith("attachment; filename=\"" + document_.accession + ".pdf\""));
  EXPECT_EQ(body(original), read_file(quick_sample()));
  const Response access = get(path() + "/files/access");
  EXPECT_THAT(header(access, "Content-Disposition"), StartsWith("inline;"));
  EXPECT_THAT(body(access), StartsWith("%PDF-"));
  const Response alto = get(path() + "/files/alto");
  EXPECT_EQ(header(alto, "Content-Type"), "application/xml");
  EXPECT_THAT(header(alto, "Content-Disposition"), StartsWith("attachment;"));
  EXPECT_THAT(body(get(path() + "/files/text")), HasSubstr("ПРОТОКОЛ"));
  EXPECT_EQ(get(path() + "/files/thumbnail").status, 404);
  EXPECT_EQ(get(path() + "/files/original?which=9").status, 400);
  for (const Role role : {Role::clerk, Role::teacher, Role::methodist, Role::auditor}) {
    sign_in_as(role);
    EXPECT_EQ(get(path() + "/files/text").status, 403) << name_of(role);
  }
}

}  // namespace
}  // namespace fonds
