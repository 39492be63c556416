/// understanding_bench FILE…: what understanding adds to reading. Reads each picture or PDF once
/// and times, in one run and on one thread, the reading, the search for barcodes in it, and the
/// understanding of what was read (kind, fields, persons, rows, and links to a register of invented
/// students; FONDS_BENCH_STUDENTS sets how many, 10 000 unless set).
#include <fmt/format.h>
#include <time.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "archive/understanding.h"
#include "base/error.h"
#include "ingest/barcode.h"
#include "ingest/page_image.h"
#include "ingest/reader.h"
#include "support/noisy_names.h"

namespace fonds {
namespace {

/// Of this thread's processor: other work on the machine does not count.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Spent {
  double reading = 0;
  double barcodes = 0;
  double understanding = 0;
  int papers = 0;
};

constexpr CalendarDate kToday{2026, 12, 31};

void read_one(Reader& reader, const Understanding& understanding, const char* path, Spent& spent) {
  std::ifstream in(path, std::ios::binary);
  SourceFile file;
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  const auto kind = tell_kind(file.bytes);
  if (!kind) throw Error(Fault::usage, fmt::format("{} is no picture and no PDF", path));
  file.kind = *kind;
  std::vector<RecognisedPage> pages;
  const double begun = seconds();
  reader.read(file, 0, 1, [&](ReadPage&& read) { pages.push_back(std::move(read.page)); });
  const double read = seconds();
  (void)understanding.understand(pages, kToday);
  const double understood = seconds();
  spent.reading += read - begun;
  spent.understanding += understood - read;
  ++spent.papers;
  if (*kind == FileKind::pdf) return;
  const PageImage image = decode_image(file, 0, {});
  const double decoded = seconds();
  (void)find_barcodes(image.pix, pages.front().geometry.dpi);
  spent.barcodes += seconds() - decoded;
}

}  // namespace
}  // namespace fonds

int main(int argc, char** argv) {
  using namespace fonds;
  const char* set = std::getenv("FONDS_BENCH_STUDENTS");
  const SyntheticRegister students(set == nullptr ? 10'000 : std::strtoull(set, nullptr, 10), 1);
  const Understanding understanding(Extractor::shipped(), students.students());
  Reader reader({});
  Spent spent;
  for (int i = 1; i < argc; ++i) {
    try {
      read_one(reader, understanding, argv[i], spent);
    } catch (const Error& error) {
      std::cerr << argv[i] << ": " << error.what() << '\n';
    }
  }
  std::cout << fmt::format(
      "{} papers: reading {:.2f} s, of it barcodes {:.2f} s ({:.1f} %); understanding {:.2f} s "
      "({:.1f} % of reading)\n",
      spent.papers, spent.reading, spent.barcodes, 100 * spent.barcodes / spent.reading,
      spent.understanding, 100 * spent.understanding / spent.reading);
}
