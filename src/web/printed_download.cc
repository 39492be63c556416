#include "web/printed_download.h"

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "forms/csv_text.h"
#include "forms/spreadsheet.h"

namespace fonds {
namespace {

constexpr std::string_view kPdf = "application/pdf";
constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kCsv = "text/csv; charset=utf-8";

}  // namespace

Response file_download(std::string bytes, std::string_view type, std::string_view file_name) {
  Response response;
  response.body = std::move(bytes);
  response.set("Content-Type", std::string(type));
  response.set("Content-Disposition", content_disposition("attachment", file_name));
  return response;
}

Response printed_download(const Visit& visit, std::string_view name,
                          const std::function<PrintedForm()>& make) {
  return printed_as(visit.request.value("as"), visit, name, make);
}

Response printed_as(std::string_view format, const Visit& visit, std::string_view name,
                    const std::function<PrintedForm()>& make) {
  if (!format.empty() && format != "pdf" && format != "xlsx" && format != "csv") {
    throw Error(Fault::usage, say(tr("a form is not given out as '{}'"), printable(format)),
                tr("take it as PDF, XLSX or CSV"));
  }
  PrintedForm form = make();
  const std::string file(name);
  if (format.empty() || format == "pdf")
    return file_download(std::move(form.pdf), kPdf, file + ".pdf");
  if (form.tables.empty()) {
    throw Error(Fault::usage, tr("this form has no table"), tr("print it as PDF"));
  }
  if (format == "csv") return file_download(csv_text(form.tables.front()), kCsv, file + ".csv");
  return file_download(xlsx_of(form.tables, visit.archive().clock().now()), kXlsx, file + ".xlsx");
}

}  // namespace fonds
