/// review_page: the page on which one paper is checked, and the routes of what is said there.
///
/// Threads: as Visit. Faults: as ArchiveReview.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/routes.h"

namespace fonds {

/// What is told beside the card: why it was not done as said.
struct ReviewProblem {
  std::string message{};
  std::string hint{};
  std::string field{};  ///< of the card; empty: of none
  std::string typed{};  ///< into that field
};

Response review_page(Visit& visit, std::string_view reference, const ReviewProblem& problem = {},
                     int status = 200);
/// What people say of papers: forms only.
std::vector<Route> review_word_routes();

}  // namespace fonds
