/// recognise_corpus FILE…: reads each file and prints {"file", "text"} lines for a scorer, and the
/// seconds of each stage on standard error. `NAME=PATH` gives a file another name.
#include <fmt/format.h>
#include <sys/resource.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "ingest/reader.h"

namespace {

int read_one(fonds::Reader& reader, const std::string& argument) {
  const auto equals = argument.find('=');
  const bool named = equals != std::string::npos;
  const std::string path = named ? argument.substr(equals + 1) : argument;
  std::string name = named ? argument.substr(0, equals) : path.substr(path.rfind('/') + 1);
  std::ifstream in(path, std::ios::binary);
  fonds::SourceFile file;
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  const auto kind = fonds::tell_kind(file.bytes);
  if (!kind) return 0;
  file.kind = *kind;
  std::vector<fonds::RecognisedPage> pages;
  reader.read(file, 0, 1, [&](fonds::ReadPage&& read) {
    const auto& p = read.page;
    std::cerr << fmt::format(
        "{:28} p{} {:>3}° skew {:5.2f} {:4}x{:4} {:3.0f}dpi {:12} {:10} {:8} conf {:.2f} words "
        "{:3}  {:.2f} {:.2f} {:.2f}\n",
        name, p.number, p.geometry.rotation, p.geometry.skew, p.geometry.width, p.geometry.height,
        p.geometry.dpi, p.variant, name_of(p.source), p.languages, p.confidence, count_words(p),
        p.timings.decode, p.timings.prepare, p.timings.recognise);
    pages.push_back(std::move(read.page));
  });
  std::cout << nlohmann::json{{"file", name}, {"text", fonds::text_of(pages)}}.dump() << std::endl;
  return static_cast<int>(pages.size());
}

}  // namespace

int main(int argc, char** argv) {
  fonds::Reader reader({});
  int pages = 0;
  for (int i = 1; i < argc; ++i) {
    try {
      pages += read_one(reader, argv[i]);
    } catch (const fonds::Error& error) {
      std::cerr << argv[i] << ": " << error.what() << '\n';
    }
  }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const double seconds = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                         1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
  std::cerr << fmt::format("{} pages, {:.1f} s of processor, {:.2f} pages/s, peak {} MB\n", pages,
                           seconds, pages / seconds, used.ru_maxrss / 1024);
}
