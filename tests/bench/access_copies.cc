/// access_copies FOLDER FILE…: reads each file and leaves its access copy and ALTO in FOLDER, for
/// tests/support/check_access_copies.py. Prints sizes and seconds of the copies on standard error.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/error.h"
#include "ingest/access_copy.h"
#include "ingest/alto.h"

namespace {

using Seconds = std::chrono::duration<double>;

void copy_one(fonds::Reader& reader, const std::string& folder, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  fonds::SourceFile file;
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  const auto kind = fonds::tell_kind(file.bytes);
  if (!kind || fonds::entry_of(*kind).container) return;
  file.kind = *kind;
  fonds::AccessCopy copy;
  std::vector<fonds::RecognisedPage> pages;
  Seconds spent{};
  reader.read(file, 0, 1, [&](fonds::ReadPage&& read) {
    const auto start = std::chrono::steady_clock::now();
    copy.add(file, read);
    spent += std::chrono::steady_clock::now() - start;
    pages.push_back(std::move(read.page));
  });
  const std::string name = path.substr(path.rfind('/') + 1);
  const std::string stem = folder + "/" + name.substr(0, name.rfind('.'));
  const auto start = std::chrono::steady_clock::now();
  std::ofstream pdf(stem + ".pdf", std::ios::binary);
  copy.finish(name, [&pdf](std::string_view piece) { pdf << piece; });
  spent += std::chrono::steady_clock::now() - start;
  std::ofstream(stem + ".alto.xml", std::ios::binary) << write_alto(pages, name);
  std::cerr << fmt::format("{:28} {} pages, {} KB → {} KB, {:.2f} s\n", name, pages.size(),
                           file.bytes.size() / 1024, static_cast<long>(pdf.tellp()) / 1024,
                           spent.count());
}

}  // namespace

int main(int argc, char** argv) {
  fonds::Reader reader({});
  for (int i = 2; i < argc; ++i) {
    try {
      copy_one(reader, argv[1], argv[i]);
    } catch (const fonds::Error& error) {
      std::cerr << argv[i] << ": " << error.what() << '\n';
    }
  }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cerr << fmt::format("peak {} MB\n", used.ru_maxrss / 1024);
}
