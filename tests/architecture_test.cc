// The rules of the repository's shape, checked on the sources as they lie in the working tree:
// which folder may include which, which library's headers stay where, what every folder, header,
// source and command must have. Each message names the file and what to do.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using std::string_literals::operator""s;

const fs::path kRoot = FONDS_SOURCE_DIR;

struct SourceFile {
  std::string path;  ///< relative to the repository, with '/'
  std::vector<std::string> lines;

  [[nodiscard]] std::string folder() const { return path.substr(0, path.rfind('/')); }
  [[nodiscard]] std::string name() const { return path.substr(path.rfind('/') + 1); }
  [[nodiscard]] bool ends_with(std::string_view ending) const { return path.ends_with(ending); }
  [[nodiscard]] bool is_code() const { return ends_with(".cc") || ends_with(".h"); }
  [[nodiscard]] bool in(const std::string& parent) const { return path.starts_with(parent + "/"); }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool is_text(const fs::path& file) {
  static const std::set<std::string> endings{".cc",  ".h",   ".txt",   ".md",   ".py",       ".sh",
                                             ".sql", ".in",  ".cmake", ".json", ".toml",     ".js",
                                             ".mjs", ".css", ".html",  ".c",    ".mustache", ""};
  return endings.count(file.extension().string()) == 1;
}

void collect(const fs::path& folder, std::vector<SourceFile>& files) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string relative = entry.path().lexically_relative(kRoot).generic_string();
    static const std::set<std::string> foreign{"build", "var", "node_modules", "__pycache__",
                                               "tests/data"};
    if (foreign.count(name) == 1 || foreign.count(relative) == 1) continue;
    if (name.front() == '.' && name != ".ci") continue;
    if (fs::is_directory(entry.symlink_status())) {
      collect(entry.path(), files);
    } else if (fs::is_regular_file(entry.symlink_status()) && is_text(entry.path())) {
      files.push_back({relative, lines_of(read_file(entry.path()))});
    }
  }
}

const std::vector<SourceFile>& sources() {
  static const std::vector<SourceFile> all = [] {
    std::vector<SourceFile> files;
    collect(kRoot, files);
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
  }();
  return all;
}

const SourceFile* find(const std::string& path) {
  const auto found = std::find_if(sources().begin(), sources().end(),
                                  [&](const SourceFile& file) { return file.path == path; });
  return found == sources().end() ? nullptr : &*found;
}

/// A folder that is one library (or the program) and the level it stands on.
struct Library {
  std::string name;
  std::string folder;
  int level = 0;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = [] {
    std::vector<Library> found;
    for (const SourceFile& file : sources()) {
      if (file.name() != "CMakeLists.txt" || file.path == file.name()) continue;
      for (const std::string& line : file.lines) {
        if (!line.starts_with("fonds_library(")) continue;
        std::istringstream words(line.substr("fonds_library("s.size()));
        Library library{"", file.folder(), 0};
        std::string level;
        words >> library.name >> level >> library.level;
        EXPECT_EQ(level, "LEVEL") << file.path << ": write LEVEL on the line of fonds_library";
        found.push_back(library);
      }
    }
    const bool program_is_library =
        std::any_of(found.begin(), found.end(), [](const Library& l) { return l.name == "cli"; });
    if (!program_is_library) found.push_back({"cli", "src/cli", 6});
    return found;
  }();
  return all;
}

const Library* library_named(const std::string& name) {
  for (const Library& library : libraries()) {
    if (library.name == name) return &library;
  }
  return nullptr;
}

const Library* library_of(const SourceFile& file) {
  for (const Library& library : libraries()) {
    if (file.in(library.folder)) return &library;
  }
  return nullptr;
}

struct Include {
  std::string header;
  bool quoted = false;
  std::size_t line = 0;  ///< from 1
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> found;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    std::string_view line = file.lines[i];
    if (!line.starts_with("#include ") || line.size() < 12) continue;
    line.remove_prefix("#include "s.size());
    const std::size_t end = line.find(line.front() == '<' ? '>' : '"', 1);
    if (end == std::string_view::npos) continue;
    found.push_back({std::string(line.substr(1, end - 1)), line.front() == '"', i + 1});
  }
  return found;
}

TEST(Architecture, TheSourcesAreFoundAtAll) {
  EXPECT_NE(find("src/base/error.h"), nullptr);
  ASSERT_NE(library_named("archive"), nullptr);
  EXPECT_EQ(library_named("base")->level, 0);
  EXPECT_EQ(library_named("archive")->level, 4);
}

TEST(Architecture, AFolderIncludesOnlyFoldersOfALowerLevel) {
  for (const SourceFile& file : sources()) {
    const Library* own = library_of(file);
    if (own == nullptr || !file.is_code()) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.quoted) continue;
      const Library* used = library_named(include.header.substr(0, include.header.find('/')));
      const std::string where = fmt::format("{}:{}: ", file.path, include.line);
      if (used == nullptr) {
        ADD_FAILURE() << where << '"' << include.header
                      << "\" names no folder of ours: write the path from the repository or src/, "
                         "foreign headers in <>";
        continue;
      }
      if (used->name == own->name) continue;
      EXPECT_LT(used->level, own->level)
          << where << own->name << " (level " << own->level << ") must not include "
          << include.header << " (level " << used->level << ")";
    }
  }
}

/// A foreign library and the folders whose sources may include its headers. Tests of a folder may
/// include what the folder may; tests/bench and tests/support compare with bare libraries.
struct Foreign {
  std::string_view header;  ///< the include begins so
  std::vector<std::string> folders;
};

const std::vector<Foreign>& foreign_headers() {
  static const std::vector<Foreign> all{
      {"xapian", {"indexer"}},
      {"soci/", {"src/catalogue"}},
      {"sqlite3.h", {"src/catalogue"}},
      {"libpq", {"src/catalogue"}},
      {"tesseract/", {"ingest"}},
      {"leptonica/", {"ingest"}},
      {"allheaders.h", {"ingest"}},
      {"poppler/", {"ingest"}},
      {"sane/", {"ingest"}},
      {"archive.h", {"ingest"}},
      {"archive_entry.h", {"ingest"}},
      {"ZXing/", {"ingest"}},
      {"pugixml.hpp", {"ingest"}},
      {"exiv2/", {"ingest"}},
      {"jpeglib.h", {"ingest"}},
      {"tiff", {"ingest"}},
      {"png.h", {"ingest"}},
      {"qpdf/", {"src/pdf"}},
      {"lcms2", {"src/pdf"}},
      {"cairo", {"src/forms"}},
      {"pango/", {"src/forms"}},
      {"qrencode.h", {"src/forms"}},
      {"xlsxwriter.h", {"src/forms"}},
      {"CLI/", {"src/cli"}},
      {"seccomp.h", {"src/base"}},
      {"linux/landlock.h", {"src/base"}},
      {"linux/seccomp.h", {"src/base"}},
      {"unicode/", {"src/base"}},
      {"toml++/", {"src/base"}},
      {"libintl.h", {"src/base"}},
      {"sodium", {"src/base", "src/access"}},
      {"liboath/", {"src/access"}},
      {"microhttpd.h", {"src/web"}},
      {"kainjow/", {"src/web"}},
  };
  return all;
}

const Foreign* foreign_of(const Include& include) {
  for (const Foreign& foreign : foreign_headers()) {
    if (!include.quoted && include.header.starts_with(foreign.header)) return &foreign;
  }
  return nullptr;
}

bool may_include(const SourceFile& file, const Foreign& foreign) {
  if (file.in("tests/bench") || file.in("tests/support")) return true;
  return std::any_of(foreign.folders.begin(), foreign.folders.end(),
                     [&](const std::string& folder) {
                       const std::string name = folder.substr(folder.rfind('/') + 1);
                       return file.in(folder) || file.in("tests/" + name) || file.in("tests/fuzz");
                     });
}

TEST(Architecture, AForeignHeaderAppearsOnlyInTheFolderThatOwnsTheLibrary) {
  for (const SourceFile& file : sources()) {
    for (const Include& include : includes_of(file)) {
      const Foreign* foreign = foreign_of(include);
      if (foreign == nullptr) continue;
      EXPECT_TRUE(may_include(file, *foreign))
          << file.path << ":" << include.line << ": <" << include.header << "> belongs to "
          << foreign->folders.front() << " only; let that folder offer what is needed";
    }
  }
}

TEST(Architecture, AHeaderThatOthersIncludeShowsNoForeignHeader) {
  // The hash state is a plain struct whose size only libsodium knows; a pimpl would put an
  // allocation into every journal entry.
  const std::set<std::string> allowed{"src/base/digest.h"};
  std::set<std::string> seen_by_others;
  for (const SourceFile& file : sources()) {
    const Library* own = library_of(file);
    for (const Include& include : includes_of(file)) {
      const std::size_t slash = include.header.find('/');
      const Library* used = library_named(include.header.substr(0, slash));
      if (own == nullptr || !include.quoted || used == nullptr || used->name == own->name) continue;
      seen_by_others.insert(used->folder + include.header.substr(slash));
    }
  }
  for (const std::string& path : seen_by_others) {
    const SourceFile* header = find(path);
    ASSERT_NE(header, nullptr) << path << " is included but does not exist";
    for (const Include& include : includes_of(*header)) {
      EXPECT_TRUE(foreign_of(include) == nullptr || allowed.count(path) == 1)
          << path << ":" << include.line << ": other folders include this header; hide <"
          << include.header << "> behind a pimpl";
    }
  }
}

/// Every path, from the repository, that a CMakeLists.txt writes.
std::set<std::string> built_files() {
  std::set<std::string> built;
  const std::string root = "${CMAKE_SOURCE_DIR}/";
  for (const SourceFile& file : sources()) {
    if (file.name() != "CMakeLists.txt") continue;
    const fs::path folder = fs::path(file.path).parent_path();
    for (std::string line : file.lines) {
      line.resize(std::min(line.find('#'), line.size()));
      std::replace_if(
          line.begin(), line.end(), [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
      std::istringstream words(line);
      for (std::string word; words >> word;) {
        const fs::path path = word.starts_with(root) ? word.substr(root.size()) : folder / word;
        built.insert(path.lexically_normal().generic_string());
      }
    }
  }
  return built;
}

TEST(Architecture, EverySourceAndEveryTestIsBuilt) {
  const std::set<std::string> built = built_files();
  for (const SourceFile& file : sources()) {
    if (!file.ends_with(".cc") && !file.ends_with(".c")) continue;
    EXPECT_EQ(built.count(file.path), 1U)
        << file.path << " is in no CMakeLists.txt: list it or remove it";
  }
}

TEST(Architecture, EverySourceOfALibraryHasItsMirrorTest) {
  // Tried by what stands beside the path.
  const std::map<std::string, std::string> elsewhere{
      {"src/cli", "tests/cli and tests/crash run the program itself"},
  };
  for (const SourceFile& file : sources()) {
    const Library* own = library_of(file);
    if (own == nullptr || !file.ends_with(".cc") || file.name() == "placeholder.cc") continue;
    if (elsewhere.count(file.path) == 1 || elsewhere.count(own->folder) == 1) continue;
    const std::string inner = file.path.substr(own->folder.size());
    const std::string test = inner.substr(0, inner.size() - ".cc"s.size());
    const bool mirrored = find("tests/" + own->name + test + "_test.cc") != nullptr ||
                          find("tests/contract" + test + "_contract_test.cc") != nullptr;
    EXPECT_TRUE(mirrored) << file.path << " has no tests/" << own->name << test << "_test.cc";
  }
}

TEST(Architecture, NoFileIsLongerThanFiveHundredLines) {
  for (const SourceFile& file : sources()) {
    EXPECT_LE(file.lines.size(), 500U) << file.path << ": divide it by what it does";
  }
}

TEST(Architecture, EveryHeaderOpensByTellingWhatItIs) {
  for (const SourceFile& file : sources()) {
    if (!file.ends_with(".h")) continue;
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_TRUE(file.lines.front().starts_with("/// "))
        << file.path << ": open it with a /// comment: what it is, invariant, threads, faults";
    const bool once = std::count(file.lines.begin(), file.lines.end(), "#pragma once") == 1;
    EXPECT_TRUE(once) << file.path << ": write #pragma once";
  }
}

// Two types of one name in the namespace all share are one to the linker, which may join the code
// of both without a word.
TEST(Architecture, ATypeOfAHeaderHasANameOfItsOwn) {
  std::map<std::string, std::string> first_in;
  for (const SourceFile& file : sources()) {
    if (!file.ends_with(".h") || library_of(file) == nullptr) continue;
    for (const std::string& line : file.lines) {
      const bool is_type = line.starts_with("struct ") || line.starts_with("class ") ||
                           line.starts_with("enum class ");
      if (!is_type || line.find('{') == std::string::npos) continue;
      std::istringstream words(line.substr(line.starts_with("enum class ") ? "enum "s.size() : 0));
      std::string name;
      words >> name >> name;
      const auto [known, is_new] = first_in.emplace(name, file.path);
      EXPECT_TRUE(is_new) << file.path << ": " << name << " is also a type of " << known->second;
    }
  }
  EXPECT_GT(first_in.size(), 300U);
}

TEST(Architecture, EveryLibraryFolderHasAShortReadme) {
  for (const Library& library : libraries()) {
    if (find(library.folder + "/placeholder.cc") != nullptr) continue;  // not begun
    if (library.folder == "src/cli" && find("src/cli/session.cc") == nullptr) continue;
    const SourceFile* readme = find(library.folder + "/README.md");
    EXPECT_NE(readme, nullptr) << library.folder << "/README.md is missing";
    if (readme == nullptr) continue;
    EXPECT_LE(readme->lines.size(), 60U) << readme->path;
  }
}

TEST(Architecture, TheFirstReadmeIsShort) {
  const SourceFile* readme = find("README.md");
  ASSERT_NE(readme, nullptr);
  EXPECT_LE(readme->lines.size(), 150U);
}

TEST(Architecture, EveryCommandHasAHelpPageInBothLanguages) {
  for (const SourceFile& file : sources()) {
    if (!file.in("src/cli/commands") || !file.ends_with(".cc")) continue;
    const std::string command = file.name().substr(0, file.name().size() - ".cc"s.size());
    for (const char* language : {"ru", "en"}) {
      const std::string page = fmt::format("src/cli/help/{}.{}.md", command, language);
      EXPECT_NE(find(page), nullptr) << file.path << " has no help page " << page;
    }
  }
}

TEST(Architecture, NothingIsLeftForLaterAndNoMachineIsNamed) {
  // Put together here so that this file does not find itself.
  const std::array<std::string, 8> marks{"TO"s + "DO",   "FIX"s + "ME",    "XX"s + "X",
                                         "HA"s + "CK",   "/ho"s + "me/",   "/wo"s + "rk/",
                                         "/ro"s + "ot/", "DISAB"s + "LED_"};
  for (const SourceFile& file : sources()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& mark : marks) {
        EXPECT_EQ(file.lines[i].find(mark), std::string::npos)
            << file.path << ":" << i + 1 << ": holds " << mark;
      }
    }
  }
}

}  // namespace
}  // namespace fonds
