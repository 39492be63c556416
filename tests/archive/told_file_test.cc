#include "archive/told_file.h"

#include <gmock/gmock.h>

#include <memory>

#include "base/disk.h"
#include "support/small_office.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class ToldFile : public testing::Test {
 protected:
  ToldFile() { options_.program = boost::filesystem::path(FONDS_BINARY_DIR) / "src/cli/fonds"; }

  FileKind told(const std::string& name, std::string_view bytes) {
    const UniqueFd fd = open_for_reading(folder_.file("file", bytes));
    return tell_file(fd.get(), name, [&]() -> WorkerHandle& {
      if (!worker_) worker_ = std::make_unique<WorkerHandle>(options_);
      return *worker_;
    });
  }
  bool asked_worker() const { return worker_ != nullptr; }

  TempFolder folder_;

 private:
  WorkerOptions options_;
  std::unique_ptr<WorkerHandle> worker_;
};

TEST_F(ToldFile, PicturesAndArchivesAreToldByTheirFirstBytes) {
  EXPECT_EQ(told("a.docx", "%PDF-1.4"), FileKind::pdf);
  EXPECT_EQ(told("a.xlsx", make_zip({{"scan.jpg", "x"}})), FileKind::zip);
  EXPECT_FALSE(asked_worker());
}

TEST_F(ToldFile, OfficeDocumentsAreToldByTheirParts) {
  EXPECT_EQ(told("a.zip", small_xlsx({{"A", xlsx_row({"а", "б"})}})), FileKind::xlsx);
  EXPECT_EQ(told("a.zip", make_zip({{"word/scan.jpg", "x"}})), FileKind::zip);
  EXPECT_EQ(told("a.odg", small_odf("graphics", "")), FileKind::other);
}

TEST_F(ToldFile, CsvIsTextNamedSo) {
  EXPECT_EQ(told("Журнал.CSV", "a;b\n1;2\n"), FileKind::csv);
  EXPECT_EQ(told("notes.txt", "a;b\n1;2\n"), FileKind::other);
  EXPECT_EQ(told("film.csv", std::string_view("\0\0\0\x18"
                                              "ftypmp42",
                                              12)),
            FileKind::other);
}

TEST_F(ToldFile, ADamagedOfficeDocumentAndAnEmptyFileAreRefused) {
  const std::string whole = small_docx("<w:p/>");
  EXPECT_THROW(told("a.docx", std::string_view(whole).substr(0, whole.size() / 2)), Error);
  EXPECT_THROW(told("a.docx", ""), Error);
}

TEST_F(ToldFile, AnOldFormatIsNamed) {
  const UniqueFd old = open_for_reading(
      folder_.file("a.doc", std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12)));
  EXPECT_THAT(why_not_read(old.get(), "a.doc").message(), HasSubstr("DOC"));
  const UniqueFd film = open_for_reading(folder_.file("a.mp4", "film"));
  EXPECT_THAT(why_not_read(film.get(), "a.mp4").hint(), HasSubstr("--description"));
}

}  // namespace
}  // namespace fonds
