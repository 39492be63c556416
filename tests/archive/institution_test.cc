#include "archive/institution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

TEST(ArchiveInstitution, CountsThePapersOfEachDay) {
  TempArchive temp(quick_sample());
  const InstitutionFigures found = ArchiveInstitution(temp.archive()).look(local_archivist(), 3);
  ASSERT_EQ(found.days.size(), 3U);
  EXPECT_EQ(found.days.back().first, day_here(temp.archive().clock().now()));
  EXPECT_EQ(found.days[0].second + found.days[1].second + found.days[2].second, 1);
  EXPECT_EQ(found.papers, 1);
  EXPECT_EQ(found.original_bytes, temp.paper().originals.at(0).size);
  const auto entries = Journal(temp.archive().catalogue()).about("figures");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].event, "document.listed");
}

TEST(ArchiveInstitution, WhoSeesSomeCollectivesOnlyIsToldNothing) {
  TempArchive temp;
  EXPECT_EQ(fault_of([&] {
              ArchiveInstitution(temp.archive()).look({"teacher.one", Role::teacher}, 3);
            }),
            Fault::denied);
}

}  // namespace
}  // namespace fonds
