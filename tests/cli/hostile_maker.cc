// Writes hostile files for hostile_test.py: fonds_cli_hostile_maker GROUP SCANS FOLDER
#include <boost/filesystem/fstream.hpp>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/disk.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

struct Made {
  std::string name;  ///< bytes
  std::string bytes;
};
using Files = std::vector<Made>;

/// `bytes` cut off and with bits turned, as "cut.jpg", "flipped 1.jpg", "flipped 2.jpg".
void damage(Files& files, const std::string& ending, const std::string& bytes) {
  files.push_back({"cut" + ending, cut_off(bytes, 0.6)});
  files.push_back({"flipped 1" + ending, flip_bits(bytes, 8, 1)});
  files.push_back({"flipped 2" + ending, flip_bits(bytes, 200, 2)});
}

Files pictures(const fs::path& scans) {
  Files files;
  damage(files, ".jpg", read_file(scans / "scan_0050.jpg"));
  damage(files, ".tif", read_file(scans / "doc-0011.tif"));
  damage(files, ".png", white_png(1200, 1700, PngColour::rgb));
  files.push_back({"loop.tif", looping_tiff()});
  files.push_back({"huge colour.png", white_png(20'000, 20'000, PngColour::rgb)});
  files.push_back({"huge bilevel.png", white_png(20'000, 20'000, PngColour::bilevel)});
  files.push_back({"hair.png", white_png(1'000'000, 1, PngColour::bilevel)});
  files.push_back({"long strip.png", white_png(500'000, 17, PngColour::bilevel)});
  files.push_back({"bones.jpg", bare_jpeg()});
  files.push_back({"bones.webp", bare_webp()});
  files.push_back({"bones.jp2", bare_jp2()});
  files.push_back({"empty.jpg", ""});
  files.push_back({"one byte.png", "\x89"});
  files.push_back({"only a beginning.tif", small_tiff(1).substr(0, 8)});
  files.push_back({"words.jpg", "just words, no picture"});
  files.push_back({"a picture.pdf", white_png(200, 301, PngColour::bilevel)});
  files.push_back({"a tiff.jpg", small_tiff(2)});
  return files;
}

/// Arrays in arrays, deeper than any stack.
std::string deep_pdf() {
  constexpr int kDepth = 500'000;
  return write_pdf({"<< /Type /Catalog /Pages 2 0 R /Deep " + std::string(kDepth, '[') +
                        std::string(kDepth, ']') + " >>",
                    "<< /Type /Pages /MediaBox [0 0 300 200] /Count 1 /Kids [3 0 R] >>",
                    "<< /Type /Page /Parent 2 0 R >>"});
}

std::string pdf_of_one_page(const std::string& media_box) {
  return write_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /MediaBox " + media_box + " /Count 1 /Kids [3 0 R] >>",
                    "<< /Type /Page /Parent 2 0 R >>"});
}

Files pdfs(const fs::path& scans) {
  Files files;
  damage(files, ".pdf", read_file(scans / "doc-0066.pdf"));
  files.push_back({"recursive.pdf", recursive_objects_pdf()});
  files.push_back({"looping tree.pdf", looping_page_tree_pdf()});
  files.push_back({"100000 pages.pdf", small_pdf(100'000)});
  files.push_back({"locked.pdf", encrypted_pdf()});
  files.push_back({"deep.pdf", deep_pdf()});
  files.push_back({"wide as a town.pdf", pdf_of_one_page("[0 0 9000000 9000000]")});
  files.push_back({"no width.pdf", pdf_of_one_page("[0 0 0 0]")});
  files.push_back({"only a beginning.pdf", "%PDF-1.7\n"});
  files.push_back({"empty.pdf", ""});
  files.push_back({"a pdf.tif", small_pdf(1)});
  return files;
}

Files containers(const fs::path& scans) {
  const std::string good = read_file(scans / "doc-0066.pdf");
  // Each its own, or it would be a duplicate.
  const auto paper = [](unsigned width) { return white_png(width, 150, PngColour::bilevel); };
  Files files;
  files.push_back({"bomb.zip", zip_bomb(300ULL << 20)});
  files.push_back({"bomb.tar.gz", gzip_of_zeros(300ULL << 20)});
  files.push_back({"nested bomb.zip", nested_zip_bomb(5)});
  files.push_back({"overlapping.zip", overlapping_zip(400, 1 << 20)});
  files.push_back({"lying.tar", lying_tar(1ULL << 40)});
  files.push_back({"climbing.zip", make_zip({{"../../climbed 1.png", paper(201)},
                                             {"/tmp/climbed 2.png", paper(202)},
                                             {"C:\\climbed 3.png", paper(203)},
                                             {"..\\climbed 4.png", paper(204)},
                                             {"inside/../../climbed 5.png", paper(205)},
                                             {"inside/whole.png", paper(206)}})});
  files.push_back({"climbing.tar", make_tar({{"../climbed 6.png", paper(211)},
                                             {"/climbed 7.png", paper(212)},
                                             {"inside/whole.png", paper(213)}})});
  files.push_back({"links.tar", make_tar({{"soft.png", "", '2', "/etc/passwd"},
                                          {"soft", "", '2', "/tmp"},
                                          {"soft/whole.png", paper(221)},
                                          {"hard.png", "", '1', "/etc/passwd"},
                                          {"pipe.png", "", '6'},
                                          {"device.png", "", '4'},
                                          {"whole.png", paper(222)}})});
  files.push_back({"cut.zip", cut_off(make_zip({{"1.png", paper(231)}, {"2.pdf", good}}), 0.7)});
  files.push_back({"flipped.zip", flip_bits(make_zip({{"1.pdf", good}}), 200, 5)});
  files.push_back({"nothing in it.zip", make_zip({})});
  std::vector<ZipMember> members;
  for (const std::string& name : hostile_names()) {
    members.push_back({name, paper(300 + static_cast<unsigned>(members.size()))});
  }
  files.push_back({"names.zip", make_zip(members)});
  return files;
}

Files names(const fs::path& /*scans*/) {
  Files files;
  for (const std::string& name : hostile_names()) {
    files.push_back(
        {name, white_png(400 + static_cast<unsigned>(files.size()), 150, PngColour::bilevel)});
  }
  return files;
}

int make(const std::string& group, const fs::path& scans, const fs::path& folder) {
  const std::map<std::string, std::function<Files(const fs::path&)>> groups{
      {"pictures", pictures}, {"pdfs", pdfs}, {"containers", containers}, {"names", names}};
  const auto found = groups.find(group);
  if (found == groups.end()) return 2;
  for (const Made& made : found->second(scans)) {
    fs::ofstream file(folder / made.name, std::ios::binary);
    file << made.bytes;
    file.close();
    if (!file) throw std::runtime_error("cannot write " + (folder / made.name).string());
  }
  return 0;
}

}  // namespace
}  // namespace fonds

int main(int argc, char** argv) {
  if (argc == 4) return fonds::make(argv[1], argv[2], argv[3]);
  std::cerr << "usage: fonds_cli_hostile_maker GROUP SCANS FOLDER\n";
  return 2;
}
