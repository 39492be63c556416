/// The API's routes, an area each. All that stands here stands in openapi.json, and the other way
/// round: a test compares them.
#pragma once

#include <vector>

#include "web/routes.h"

namespace fonds {

std::vector<Route> api_description_routes();  ///< the API's description itself
std::vector<Route> api_document_routes();     ///< documents: list, show, search, files
std::vector<Route> api_review_routes();       ///< what waits for a person, and a person's word
std::vector<Route> api_upload_routes();       ///< large files, sent in pieces
std::vector<Route> api_student_routes();      ///< the register of students
std::vector<Route> api_achievement_routes();
std::vector<Route> api_consent_routes();
std::vector<Route> api_case_routes();   ///< volumes, filing, loans
std::vector<Route> api_hold_routes();   ///< what must not be destroyed
std::vector<Route> api_stock_routes();  ///< checks of presence, what is missing
std::vector<Route> api_nomenclature_routes();
std::vector<Route> api_retention_routes();  ///< plan, verdicts, events and decisions
std::vector<Route> api_act_routes();        ///< acts of destruction
std::vector<Route> api_inventory_routes();
std::vector<Route> api_transfer_routes();
std::vector<Route> api_disclosure_routes();  ///< applications for results
std::vector<Route> api_people_routes();      ///< accounts and their tokens
std::vector<Route> api_care_routes();        ///< journal, jobs, index, schedule, checks

}  // namespace fonds
