/// Where a printed form goes, and as what: the sheets as PDF or the table as XLSX or CSV into a
/// file or to standard output, or the sheets into a case of the archive.
///
/// Threads: main only. Faults: usage (a table into a case, a table of a form that has none), and
/// those of output_file and of archive/own_papers.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "archive/archive.h"
#include "cli/session.h"
#include "forms/printed_form.h"

namespace fonds {

struct FormTarget {
  std::string output;  ///< the file; empty: standard output
  std::string volume;  ///< the case; then there is no file
  bool xlsx = false;   ///< the tables instead of the sheets
  bool csv = false;    ///< the first table

  [[nodiscard]] bool is_table() const { return xlsx || csv; }
};

/// -o, --xlsx and --csv; for what may lie in a case, --file, too.
void add_output(CLI::App& app, FormTarget& target);
void add_target(CLI::App& app, FormTarget& target);
/// Refuses what can not be written, before the form is made.
void expect_place(const FormTarget& target);
/// Into a file or to standard output.
void give_form(Session& session, const FormTarget& target, const PrintedForm& form);
/// Anywhere; `name` and `description` are those of the document it becomes in a case.
void give_form(Session& session, Archive& archive, const FormTarget& target,
               const std::string& name, const std::string& description, const PrintedForm& form);

}  // namespace fonds
