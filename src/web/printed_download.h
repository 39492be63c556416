/// printed_download: a printed form as it is taken away: the sheets as PDF or its tables as XLSX or
/// CSV.
///
/// Threads: as Visit. Faults: usage (a table of a form that has none, something else than these).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "forms/printed_form.h"
#include "web/visit.h"

namespace fonds {

/// As `format` says: pdf, xlsx, csv; empty: pdf. `name` without its ending: "act-3". What `make`
/// gives is made only when it can be written.
Response printed_as(std::string_view format, const Visit& visit, std::string_view name,
                    const std::function<PrintedForm()>& make);
/// As `as` of a page's query says.
Response printed_download(const Visit& visit, std::string_view name,
                          const std::function<PrintedForm()>& make);
/// Bytes as a file to be kept: nobody's browser shows or runs them.
Response file_download(std::string bytes, std::string_view type, std::string_view file_name);

}  // namespace fonds
