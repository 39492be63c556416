#include "ingest/access_copy.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace fonds {
namespace {

SourceFile scan(const std::string& name) {
  std::ifstream in(std::string(FONDS_SOURCE_DIR "/tests/data/scans/") + name, std::ios::binary);
  SourceFile file;
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  file.kind = tell_kind(file.bytes).value();
  return file;
}

TEST(AccessCopy, HoldsTheBytesOfAScannedJpegUnchanged) {
  const SourceFile file = scan("scan_0072.jpg");
  ReadPage read;
  read.page.geometry.width = 2480;
  read.page.geometry.height = 3508;
  AccessCopy copy;

  copy.add(file, read);
  const std::string pdf = copy.finish("2026-000001");

  EXPECT_NE(pdf.find(file.bytes), std::string::npos);
}

}  // namespace
}  // namespace fonds
