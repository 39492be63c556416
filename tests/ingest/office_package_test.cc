#include "ingest/office_package.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/small_office.h"

namespace fonds {
namespace {

Fault fault_of(std::string_view bytes, const PackageLimits& limits = {}) {
  try {
    const OfficePackage package(bytes, limits);
    (void)package.read("a.xml");
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint().empty());
    return error.fault();
  }
  ADD_FAILURE() << "taken";
  return Fault::bug;
}

TEST(OfficePackage, PartsAreReadWhole) {
  const std::string zip = make_zip(
      {{"a.xml", "<a/>"}, {"b/c.xml", std::string(100'000, 'x'), ZipMember::Method::deflate}});
  const OfficePackage package(zip);

  EXPECT_TRUE(package.has("b/c.xml"));
  EXPECT_FALSE(package.has("d.xml"));
  EXPECT_EQ(package.read("a.xml"), "<a/>");
  EXPECT_EQ(package.read("b/c.xml").size(), 100'000U);
  EXPECT_EQ(package.unpacked_bytes(), 100'004U);
}

TEST(OfficePackage, TheKindIsToldByThePartsAndNotByTheName) {
  const std::string table = small_xlsx({{"A", ""}});
  const std::string text = small_odf("text", "");
  const std::string zip = make_zip({{"scan.jpg", "x"}});
  EXPECT_EQ(OfficePackage(table).kind(), FileKind::xlsx);
  EXPECT_EQ(OfficePackage(text).kind(), FileKind::odt);
  EXPECT_EQ(OfficePackage(zip).kind(), std::nullopt);
}

TEST(OfficePackage, ABombIsRefusedBeforeItIsUnpacked) {
  PackageLimits limits;
  limits.total_bytes = 1U << 20;
  EXPECT_EQ(fault_of(zip_bomb(64U << 20), limits), Fault::usage);
}

TEST(OfficePackage, APartLargerThanAllowedIsRefused) {
  PackageLimits limits;
  limits.part_bytes = 1024;
  EXPECT_EQ(fault_of(make_zip({{"a.xml", std::string(2000, 'x')}}), limits), Fault::usage);
}

TEST(OfficePackage, TooManyPartsAreRefused) {
  PackageLimits limits;
  limits.parts = 2;
  EXPECT_EQ(fault_of(make_zip({{"a", ""}, {"b", ""}, {"c", ""}}), limits), Fault::usage);
}

TEST(OfficePackage, APasswordIsToldAsSuch) {
  EXPECT_EQ(fault_of(make_zip({{"a.xml", "x", ZipMember::Method::store, kZipEncrypted}})),
            Fault::usage);
}

TEST(OfficePackage, ACutFileIsDamagedAtEveryLength) {
  const std::string zip = make_zip({{"a.xml", "<a>text</a>", ZipMember::Method::deflate}});
  for (std::size_t length = 0; length < zip.size(); ++length) {
    try {
      const OfficePackage package(std::string_view(zip).substr(0, length));
      // A cut inside the last comment or field may still leave the directory readable.
      (void)package.read("a.xml");
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt) << length;
    }
  }
}

}  // namespace
}  // namespace fonds
