/// StacksFixture: an archive, and papers and sheets scanned one behind another into one PDF.
///
/// Threads: of the test that made it.
#pragma once

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "archive/made_papers.h"
#include "archive/search.h"
#include "archive/stacks.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {

inline const SheetCode kFirst{SheetKind::case_sheet, "02-08", 2024, "Мир", 2};
inline const SheetCode kSecond{SheetKind::case_sheet, "02-09", {}, "", 1};

inline std::string diploma(const std::string& name) { return paper_pdf(diploma_text(name)); }

class StacksFixture : public testing::Test {
 protected:
  /// Papers and sheets scanned one behind another into one PDF.
  boost::filesystem::path stack_file(const std::vector<std::string>& pdfs) {
    const auto folder = temp_.beside() / "pages";
    boost::filesystem::create_directories(folder);
    std::string command = "pdfunite";
    for (const std::string& pdf : pdfs) {
      const auto page = folder / (std::to_string(++made_) + ".pdf");
      write_to(page, pdf);
      command += " '" + page.string() + "'";
    }
    auto stack = temp_.beside() / ("stack-" + std::to_string(++made_) + ".pdf");
    EXPECT_EQ(std::system((command + " '" + stack.string() + "'").c_str()), 0);
    return stack;
  }
  Document add(const std::vector<std::string>& pdfs) {
    const Document document = temp_.add(stack_file(pdfs)).at(0).document;
    temp_.work();
    return now(document);
  }
  Document now(const Document& document) {
    return *Documents(temp_.archive().catalogue()).find(document.id);
  }
  ArchiveStacks stacks() { return ArchiveStacks(temp_.archive()); }
  std::vector<Document> papers_of(const Document& stack) {
    return stacks().parts_of(clerk_, stack);
  }
  std::string text_of(const Document& document) {
    return ArchiveDocuments(temp_.archive()).text(clerk_, document);
  }
  std::int64_t found(const std::string& words) {
    return ArchiveSearch(temp_.archive()).search(clerk_, {words, 0, 20, 240}).total;
  }

  TempArchive temp_;
  int made_ = 0;
  const Actor clerk_{"osipova", Role::clerk};
};

}  // namespace fonds
