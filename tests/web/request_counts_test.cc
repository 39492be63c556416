#include "web/request_counts.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(RequestCounts, ARequestIsInEveryBucketThatIsWideEnough) {
  RequestCounts counts;
  counts.note(200, 7ms);
  counts.note(200, 1s);
  counts.note(404, 60s);
  const std::string text = counts.metrics();
  EXPECT_THAT(text, HasSubstr("fonds_requests_total{status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("fonds_requests_total{status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("le=\"0.005\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("le=\"0.01\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("le=\"1\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("le=\"10\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("fonds_request_seconds_count 3\n"));
  EXPECT_THAT(text, HasSubstr("fonds_request_seconds_sum 61.007\n"));
}

}  // namespace
}  // namespace fonds
