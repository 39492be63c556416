#include "ingest/wire.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"

namespace fonds {
namespace {

TEST(Wire, WhatIsWrittenIsRead) {
  WireWriter to;
  to.number(18'446'744'073'709'551'615ULL);
  to.real(-0.25);
  to.text("Ольга");
  const std::string bytes = to.take();

  WireReader from(bytes);

  EXPECT_EQ(from.number(), 18'446'744'073'709'551'615ULL);
  EXPECT_EQ(from.real(-1, 1), -0.25);
  EXPECT_EQ(from.text(100), "Ольга");
  EXPECT_NO_THROW(from.end());
}

TEST(Wire, EveryCutIsNoticed) {
  WireWriter to;
  to.number(1);
  to.text("word");
  const std::string bytes = to.take();

  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(
        {
          WireReader from(std::string_view(bytes).substr(0, size));
          from.number();
          from.text(100);
        },
        Error)
        << size;
  }
}

TEST(Wire, NumbersOutOfRangeAreRefused) {
  WireWriter to;
  to.number(static_cast<std::uint64_t>(-5));
  to.real(std::nan(""));
  to.real(std::numeric_limits<double>::infinity());
  const std::string bytes = to.take();

  EXPECT_EQ(WireReader(bytes).number(-5, 5), -5);
  EXPECT_THROW(WireReader(bytes).number(0, 5), Error);
  WireReader from(bytes);
  from.number();
  EXPECT_THROW(from.real(-1e300, 1e300), Error);
  EXPECT_THROW(from.real(-1e300, 1e300), Error);
}

TEST(Wire, ACountNeverPromisesMoreThanThereIs) {
  WireWriter to;
  to.number(3);
  to.text("12345678");  // sixteen bytes
  const std::string bytes = to.take();

  EXPECT_EQ(WireReader(bytes).count(10, 5), 3U);
  EXPECT_THROW(WireReader(bytes).count(10, 6), Error);
  EXPECT_THROW(WireReader(bytes).count(2, 1), Error);
}

TEST(Wire, TextsComeOutPrintable) {
  WireWriter to;
  to.text("a\x1B[2J\xFF");
  const std::string bytes = to.take();

  EXPECT_EQ(WireReader(bytes).text(100), "a?[2J\xEF\xBF\xBD");
  EXPECT_THROW(WireReader(bytes).text(5), Error);
}

TEST(Wire, WhatIsLeftOverIsRefused) { EXPECT_THROW(WireReader("x").end(), Error); }

}  // namespace
}  // namespace fonds
