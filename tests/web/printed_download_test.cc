#include "web/printed_download.h"

#include "web/desk_fixture.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class PrintedDownload : public DeskTest {
 protected:
  Response given(const std::string& as, const PrintedForm& form) {
    Request request;
    request.query = {{"as", as}};
    Workplace place(archive().reopen(), site());
    const Visit visit{request, place};
    return printed_download(visit, "act-3", [&] { return form; });
  }
  const PrintedForm form_{"%PDF-1.4 …", {{"Акт", {{"№", "Дело"}, {"1", "=SUM(A1)"}}}}};
};

TEST_F(PrintedDownload, SheetsAndTablesAreFilesToBeKept) {
  EXPECT_EQ(header(given("", form_), "Content-Disposition"),
            content_disposition("attachment", "act-3.pdf"));
  EXPECT_EQ(given("pdf", form_).body, "%PDF-1.4 …");
  EXPECT_THAT(given("csv", form_).body, HasSubstr("'=SUM(A1)")) << "no formula";
  EXPECT_THAT(header(given("csv", form_), "Content-Type"), StartsWith("text/csv"));
  EXPECT_THAT(given("xlsx", form_).body, StartsWith("PK"));
}

TEST_F(PrintedDownload, WhatCanNotBeWrittenIsRefused) {
  EXPECT_EQ(fault_of([&] { (void)given("csv", {"%PDF", {}}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)given("exe", form_); }), Fault::usage);
}

}  // namespace
}  // namespace fonds
