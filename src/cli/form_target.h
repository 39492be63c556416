/// Where a printed form goes: into a file, to standard output, or into a case of the archive.
///
/// Threads: main only. Faults: those of output_file and of archive/own_papers.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "archive/archive.h"
#include "cli/session.h"

namespace fonds {

struct FormTarget {
  std::string output;  ///< the file; empty: standard output
  std::string volume;  ///< the case; then there is no file
};

/// -o and --file.
void add_target(CLI::App& app, FormTarget& target);
/// Refuses what can not be written, before the form is made.
void expect_place(const FormTarget& target);
/// `name` and `description` are those of the document it becomes.
void give_form(Session& session, Archive& archive, const FormTarget& target,
               const std::string& name, const std::string& description, const std::string& pdf);

}  // namespace fonds
