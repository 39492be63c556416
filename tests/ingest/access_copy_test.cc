#include "ingest/access_copy.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "base/disk.h"
#include "base/error.h"
#include "ingest/alto.h"
#include "ingest/sample_pictures.h"
#include "support/hostile_pdfs.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

/// Runs a command; its exit code and what it said.
struct Ran {
  int code = -1;
  std::string output;
};
Ran run(const std::string& command) {
  Ran ran;
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.output.append(buffer.data(), got);
  }
  ran.code = pclose(pipe);
  return ran;
}

/// Where a box of the upright sheet lies in the stored picture, which must be turned by `turn`.
Box as_stored(const Box& box, int turn, int width, int height) {
  switch (turn) {
    case 90:  // upright x runs up the stored picture
      return {box.top, height - box.left - box.width, box.height, box.width};
    case 180:
      return {width - box.left - box.width, height - box.top - box.height, box.width, box.height};
    case 270:
      return {width - box.top - box.height, box.left, box.height, box.width};
    default:
      return box;
  }
}

const std::vector<std::string>& odd_words() {
  using namespace std::string_literals;
  static const std::vector<std::string> words{"Новоегорьевская",
                                              "«Ёлочка»",
                                              "№",
                                              "12/34-б",
                                              "a\\b(c)d",
                                              "\"кавычки'",
                                              "<тег&>",
                                              "\xF0\x9F\x8E\x93",
                                              "e\xCC\x81te\xCC\x81",
                                              "и\xCC\x86",
                                              "х\0у"s,
                                              "\x07",
                                              "...",
                                              "i",
                                              "Ω≈ç√",
                                              "\xEF\xBB\xBFточка",
                                              "漢字"};
  return words;
}

/// Words down the page, each line a little lower at its end than at its beginning.
std::vector<Line> lines_of(const PageGeometry& geometry, const std::vector<std::string>& words,
                           double slope) {
  const bool lying = geometry.rotation % 180 != 0;
  const int width = lying ? geometry.height : geometry.width;
  constexpr int kHeight = 16;
  std::vector<Line> lines;
  int left = 20;
  int top = 30;
  for (const std::string& text : words) {
    const int wide = 9 * static_cast<int>(text.size()) + 4;
    if (lines.empty() || left + wide > width - 20) {
      left = 20;
      if (!lines.empty()) top += 24;
      lines.emplace_back();
    }
    const int lower = static_cast<int>(slope * left);
    const Box box = as_stored({left, top + lower, wide, kHeight}, geometry.rotation, geometry.width,
                              geometry.height);
    lines.back().words.push_back({text, box, 0.9});
    lines.back().box = box;
    left += wide + 8;
  }
  return lines;
}

ReadPage read_of(const SamplePage& sample, const std::vector<std::string>& words,
                 double slope = 0) {
  ReadPage read;
  read.page_in_source = sample.page_in_source;
  read.page.geometry = sample.geometry;
  read.page.source = TextSource::recognised;
  read.page.lines = lines_of(sample.geometry, words, slope);
  return read;
}

std::string copy_of(const SamplePage& sample, const std::vector<ReadPage>& pages) {
  AccessCopy copy;
  for (const ReadPage& page : pages) copy.add(sample.file, page);
  return copy.finish("2026-000001 & <проба>");
}

/// Leaves the copy and its ALTO where the checker finds them.
void leave(const TempFolder& folder, const std::string& name, const SamplePage& sample,
           const std::vector<ReadPage>& pages) {
  std::vector<RecognisedPage> recognised;
  for (const ReadPage& page : pages) recognised.push_back(page.page);
  (void)folder.file(name + ".pdf", copy_of(sample, pages));
  (void)folder.file(name + ".alto.xml", write_alto(recognised, name));
}

const SamplePage& named(const std::vector<SamplePage>& samples, const std::string& name) {
  for (const SamplePage& sample : samples) {
    if (sample.name == name) return sample;
  }
  throw Error(Fault::bug, "no sample " + name);
}

TEST(AccessCopy, IsValidPdfAWithEveryWordInItsPlaceWhateverTheOriginal) {
  const TempFolder folder;
  const auto samples = sample_pages();
  for (const SamplePage& sample : samples) {
    leave(folder, sample.name, sample, {read_of(sample, odd_words())});
  }
  const SamplePage& scan = named(samples, "jpeg-rgb");
  leave(folder, "no-words", scan, {read_of(scan, {})});
  leave(folder, "two-pages", scan, {read_of(scan, {"первая"}), read_of(scan, {"вторая"})});
  for (const char* name : {"jpeg-rgb", "jpeg-turned-90", "jpeg-turned-180", "jpeg-turned-270"}) {
    const SamplePage& sample = named(samples, name);
    const ReadPage read = read_of(sample, odd_words(), 0.05);  // 3 degrees
    leave(folder, std::string("skewed-") + name, sample, {read});
  }
  ReadPage many = read_of(scan, {});
  for (int i = 0; i < 2000; ++i) {
    Line line;
    line.box = {5 + 11 * (i % 40), 5 + 12 * (i / 40), 9, 10};
    line.words.push_back({std::to_string(i), line.box, 0.5});
    many.page.lines.push_back(line);
  }
  leave(folder, "two-thousand-words", scan, {many});

  const Ran checked = run("python3 " FONDS_SOURCE_DIR "/tests/support/check_access_copies.py " +
                          folder.path().string());

  EXPECT_EQ(checked.code, 0) << checked.output;
  EXPECT_NE(checked.output.find(" 0 wrong"), std::string::npos) << checked.output;
}

TEST(AccessCopy, ShowsEveryOriginalUprightAndAsItIs) {
  const TempFolder folder;
  for (const SamplePage& sample : sample_pages()) {
    const auto pdf = folder.file("copy.pdf", copy_of(sample, {read_of(sample, odd_words())}));
    const std::string picture = (folder / "copy").string();

    // Cairo draws pixel for pixel; pdftoppm sets pictures up to one pixel off.
    const Ran drawn = run("pdftocairo -png -singlefile -r " + std::to_string(kSampleDpi) + " " +
                          pdf.string() + " " + picture);

    ASSERT_EQ(drawn.code, 0) << sample.name << drawn.output;
    const PixPtr seen = read_pix(read_file(picture + ".png"));
    ASSERT_TRUE(seen) << sample.name;
    EXPECT_LE(difference(seen, sample.upright), sample.tolerance) << sample.name;
  }
}

TEST(AccessCopy, HoldsTheScannersOwnBytesUnchanged) {
  int kept = 0;
  for (const SamplePage& sample : sample_pages()) {
    if (sample.kept.empty()) continue;

    const std::string pdf = copy_of(sample, {read_of(sample, odd_words())});

    EXPECT_NE(pdf.find(sample.kept), std::string::npos) << sample.name;
    ++kept;
  }
  EXPECT_GE(kept, 16);
}

TEST(AccessCopy, GivesBackTheJpegBitForBitToAnotherProgram) {
  const TempFolder folder;
  const auto samples = sample_pages();
  const SamplePage& sample = named(samples, "jpeg-turned-90");
  const auto pdf = folder.file("copy.pdf", copy_of(sample, {read_of(sample, odd_words())}));

  const Ran ran = run("pdfimages -all " + pdf.string() + " " + (folder / "out").string());

  ASSERT_EQ(ran.code, 0) << ran.output;
  EXPECT_EQ(read_file(folder / "out-000.jpg"), sample.file.bytes);
}

TEST(AccessCopy, IsTheSameForTheSamePages) {
  for (const SamplePage& sample : sample_pages()) {
    const std::vector<ReadPage> pages{read_of(sample, odd_words())};

    EXPECT_EQ(copy_of(sample, pages), copy_of(sample, pages)) << sample.name;
  }
}

TEST(AccessCopy, TakesAResolutionNoScannerHasForASheetOfA4) {
  const auto samples = sample_pages();
  for (const double dpi : {0.0, 1.0, 72.0, 96.0, 1e6}) {
    SamplePage sample;
    sample.file = named(samples, "jpeg-rgb").file;
    sample.geometry = named(samples, "jpeg-rgb").geometry;
    sample.geometry.dpi = dpi;

    const std::string pdf = copy_of(sample, {read_of(sample, {})});

    EXPECT_NE(pdf.find("841.88976"), std::string::npos) << dpi;
  }
}

TEST(AccessCopy, ShowsAFaxWithOblongPixelsInItsTrueShape) {
  const auto samples = sample_pages();
  const SamplePage& fax = named(samples, "g4-oblong");

  const std::string pdf = copy_of(fax, {read_of(fax, {})});

  // 480 pixels at 144 dpi across, 624 at 72 dpi down.
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 240 624 ]"), std::string::npos);
}

TEST(AccessCopy, GivesTheSameBytesInPieces) {
  const auto samples = sample_pages();
  const SamplePage& sample = named(samples, "bmp");
  AccessCopy copy;
  copy.add(sample.file, read_of(sample, {"слово"}));
  std::string pieces;

  copy.finish("2026-000001 & <проба>", [&](std::string_view piece) { pieces += piece; });

  EXPECT_EQ(pieces, copy_of(sample, {read_of(sample, {"слово"})}));
}

TEST(AccessCopy, LetsTheFaultOfItsReaderPass) {
  const auto samples = sample_pages();
  const SamplePage& sample = named(samples, "jpeg-rgb");
  AccessCopy copy;
  copy.add(sample.file, read_of(sample, {}));

  try {
    copy.finish("x", [](std::string_view) { throw Error(Fault::io, "the disk is full"); });
    FAIL() << "the fault was lost";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::io);
  }
}

TEST(AccessCopy, TakesPdfsOneAfterAnotherThoughTheFirstIsGone) {
  const auto samples = sample_pages();
  AccessCopy copy;
  int source = 0;
  for (const char* name : {"pdf-stamped", "pdf-scan", "pdf-born-digital"}) {
    const SamplePage& sample = named(samples, name);
    ReadPage read = read_of(sample, {"слово"});
    read.source = source++;
    const auto file = std::make_unique<SourceFile>(sample.file);
    copy.add(*file, read);
  }

  EXPECT_NE(copy.finish("x").find("/Count 3"), std::string::npos);
}

TEST(AccessCopy, RefusesADamagedOriginalWithAClearFault) {
  for (const FileKind kind : {FileKind::png, FileKind::tiff, FileKind::webp, FileKind::jp2,
                              FileKind::bmp, FileKind::jpeg, FileKind::pdf}) {
    ReadPage read;
    read.page.geometry.width = 10;
    read.page.geometry.height = 10;
    AccessCopy copy;

    try {
      copy.add({kind, "these are no bytes of a picture"}, read);
      FAIL() << entry_of(kind).name;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt) << entry_of(kind).name;
    }
  }
}

TEST(AccessCopy, SurvivesPdfsThatContainThemselves) {
  for (const std::string& bytes : {looping_page_tree_pdf(), recursive_objects_pdf()}) {
    ReadPage read;
    read.page.geometry.width = 1250;
    read.page.geometry.height = 833;
    AccessCopy copy;
    try {
      copy.add({FileKind::pdf, bytes}, read);
      EXPECT_FALSE(copy.finish("x").empty());
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt);
    }
  }
}

}  // namespace
}  // namespace fonds
