/// case_page: the pages of cases that others come back to: the list of volumes, a volume; with what
/// went wrong in a form of theirs.
///
/// Threads: as Visit. Faults: those of the use cases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case_file.h"
#include "web/routes.h"

namespace fonds {

/// "/cases/02-05%2F2024%2F1".
std::string path_of(const VolumeKey& key);
/// `problem` empty: nothing went wrong.
Response cases_page(Visit& visit, const std::string& problem, int status);
Response volume_page(Visit& visit, const std::string& problem, int status);
/// The words of a search, folded.
std::vector<std::string> folded_words_of(std::string_view text);
/// Cases are kept: opened, filled, closed, handed out.
std::vector<Route> case_keeping_routes();

}  // namespace fonds
