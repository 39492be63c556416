// TableReceiver: a reading process gets no more into the program than a table may hold.
#include "ingest/table_receiver.h"

#include "ingest/worker_fixture.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

using testing::ElementsAre;

struct Answer {
  MessageType type;
  std::string body;
};

Answer sheet(const std::string& name) { return {MessageType::table_begin, name}; }
Answer rows(const std::vector<TableRow>& more) { return {MessageType::table_rows, encode(more)}; }

void give(TableReceiver& receiver, const Answer& answer) {
  Message message;
  message.type = static_cast<std::uint8_t>(answer.type);
  message.body = answer.body;
  receiver(message);
}

void expect_refused(const std::vector<Answer>& answers, const TableLimits& limits = {}) {
  TableReceiver receiver(limits);
  const Error error = error_of([&] {
    for (const Answer& each : answers) give(receiver, each);
  });
  EXPECT_EQ(error.fault(), Fault::unavailable);
}

TEST(TableReceiver, SheetsAndRowsComeOutAsTheyWentIn) {
  TableReceiver receiver(TableLimits{});
  give(receiver, sheet("Лист1"));
  give(receiver, rows({{"a", "", "b"}, {}}));
  give(receiver, rows({{"c"}}));
  give(receiver, sheet(""));

  const std::vector<Table> tables = receiver.take();

  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "Лист1");
  EXPECT_THAT(tables[0].rows, ElementsAre(TableRow{"a", "", "b"}, TableRow{}, TableRow{"c"}));
  EXPECT_TRUE(tables[1].rows.empty());
}

TEST(TableReceiver, ControlCharactersInCellsAreMadeHarmless) {
  TableReceiver receiver(TableLimits{});
  give(receiver, sheet("x"));
  give(receiver, rows({{"a\x1B[2J"}}));

  EXPECT_EQ(receiver.take().at(0).rows.at(0).at(0), "a?[2J");
}

TEST(TableReceiver, NoLimitIsPassed) {
  TableLimits limits;
  limits.sheets = 1;
  expect_refused({sheet("a"), sheet("b")}, limits);
  limits = {};
  limits.rows = 2;
  expect_refused({sheet("a"), rows({{"1"}, {"2"}}), rows({{"3"}})}, limits);
  expect_refused({sheet("a"), rows({{"1"}, {"2"}, {"3"}})}, limits);
  limits = {};
  limits.columns = 1;
  expect_refused({sheet("a"), rows({{"1", "2"}})}, limits);
  limits = {};
  limits.cells = 3;
  expect_refused({sheet("a"), rows({{"1", "2"}}), rows({{"", "4"}})}, limits);
  limits = {};
  limits.cell_bytes = 2;
  expect_refused({sheet("a"), rows({{"123"}})}, limits);
  limits = {};
  limits.total_bytes = 3;
  expect_refused({sheet("a"), rows({{"12", "34"}})}, limits);
}

TEST(TableReceiver, NonsenseIsRefused) {
  expect_refused({rows({{"1"}})});
  expect_refused({sheet("a\nb")});
  expect_refused({sheet(std::string(5000, 'x'))});
  expect_refused({sheet("a"), Answer{MessageType::table_rows, "\x01"}});
  expect_refused({sheet("a"), Answer{MessageType::table_rows, std::string(8, '\xFF')}});
  expect_refused(
      {sheet("a"), Answer{MessageType::table_rows, encode(std::vector<TableRow>{}) + "x"}});
  expect_refused({Answer{MessageType::page, ""}});
}

}  // namespace
}  // namespace fonds
