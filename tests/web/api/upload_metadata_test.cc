#include "web/api/upload_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(UploadMetadata, IsPairsOfANameAndAText) {
  EXPECT_THAT(upload_metadata("filename 0LTQuNC/0LvQvtC8LnBkZg==, label Zm9v,final"),
              ElementsAre(Pair("filename", "диплом.pdf"), Pair("final", ""), Pair("label", "foo")));
  EXPECT_THAT(upload_metadata(""), IsEmpty());
  EXPECT_THAT(upload_metadata(" , ,"), IsEmpty());
}

TEST(UploadMetadata, IsMadeOnePrintableLine) {
  EXPECT_THAT(upload_metadata("filename YQpiG1szMW0="),  // "a\nb\x1b[31m"
              ElementsAre(Pair("filename", testing::Not(testing::HasSubstr("\n")))));
}

TEST(UploadMetadata, WhatIsNoBase64IsRefused) {
  EXPECT_EQ(fault_of([] { upload_metadata("filename a.pdf"); }), Fault::usage);
}

}  // namespace
}  // namespace fonds
