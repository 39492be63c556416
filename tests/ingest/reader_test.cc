#include "ingest/reader.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

SourceFile scan(const std::string& name) {
  const std::string path = std::string(FONDS_SOURCE_DIR "/tests/data/scans/") + name;
  std::ifstream in(path, std::ios::binary);
  SourceFile file;
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  file.kind = tell_kind(file.bytes).value();
  return file;
}

std::vector<ReadPage> read_all(Reader& reader, const SourceFile& file) {
  std::vector<ReadPage> pages;
  reader.read(file, 0, 1, [&](ReadPage&& page) { pages.push_back(std::move(page)); });
  return pages;
}

TEST(Reader, KeepsTheTextLayerOfABornDigitalPdf) {
  Reader reader({});

  const auto pages = read_all(reader, scan("doc-0066.pdf"));

  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].page.source, TextSource::embedded);
  EXPECT_THAT(text_of(pages[0].page), HasSubstr("ПРОТОКОЛ"));
}

TEST(Reader, CountsThePagesOfATiffWithoutReadingThem) {
  Reader reader({});

  EXPECT_EQ(reader.probe(scan("doc-0011.tif")).pages, 3);
}

TEST(Reader, RefusesATruncatedPictureInsteadOfReadingHalfOfIt) {
  Reader reader({});
  SourceFile file = scan("scan_0072.jpg");
  file.bytes.resize(file.bytes.size() / 2);

  try {
    read_all(reader, file);
    FAIL() << "half a picture was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
}

}  // namespace
}  // namespace fonds
