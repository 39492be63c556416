#include "archive/inspection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_archive.h"

namespace fonds {
namespace {

TEST(InspectFiles, ResultsComeInTheOrderOfTheFilesAndFaultsAreResults) {
  const TempFolder folder;
  WorkerOptions options;
  options.program = boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds";
  const auto text = folder.file("notes.txt", "just words");
  std::vector<InspectedFile> files;

  inspect_files(options, 2, {quick_sample(), text, folder / "gone.jpg", quick_sample()},
                WithAlto::yes, [&](const InspectedFile& file) { files.push_back(file); });

  ASSERT_EQ(files.size(), 4U);
  EXPECT_EQ(files[0].name, "doc-0066.pdf");
  EXPECT_TRUE(files[0].problem.empty()) << files[0].problem;
  EXPECT_FALSE(files[0].pages.empty());
  EXPECT_EQ(files[0].alto.substr(0, 5), "<?xml");
  EXPECT_EQ(files[1].fault, Fault::usage);
  EXPECT_EQ(files[2].fault, Fault::not_found);
  EXPECT_EQ(text_of(files[3].pages), text_of(files[0].pages));
}

}  // namespace
}  // namespace fonds
