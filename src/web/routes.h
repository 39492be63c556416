/// The routes of the web desk: one table of what can be asked, by whom, and which page answers. The
/// menu, the check of forms and the tests of rights read it, too.
///
/// Rights are enforced in src/archive; `operation` here lets a page ask for the purpose of access
/// first, and say no before it begins.
/// Threads: immutable after the first call.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/server.h"
#include "web/visit.h"

namespace fonds {

enum class Door {
  open,       ///< anybody
  signed_in,  ///< whoever signed in, of any role
};

struct Route {
  Method method = Method::get;
  std::string_view pattern;  ///< "/documents/{document}"
  Door door = Door::signed_in;
  std::optional<Operation> operation;  ///< what is asked of the archive first of all
  Response (*answer)(Visit& visit) = nullptr;
  /// Opens what the body is appended to while it comes (Admission); nothing: as usual.
  Admission (*receive)(Visit& visit) = nullptr;
};

const std::vector<Route>& routes();

/// The route and what stands for its names.
struct MatchedRoute {
  const Route* route = nullptr;  ///< nothing: there is no such page
  std::map<std::string, std::string, std::less<>> path;
  bool other_method = false;  ///< there is such a page, for other methods
};
/// HEAD asks what GET does.
MatchedRoute match_route(Method method, const std::vector<std::string>& path);

// The pages, an area each.
std::vector<Route> entrance_routes();      ///< first visit, signing in and out, purpose, language
std::vector<Route> account_routes();       ///< one's own account: password, second factor
std::vector<Route> today_routes();         ///< the page one begins with
std::vector<Route> find_routes();          ///< search, completion
std::vector<Route> document_routes();      ///< a paper: its pages, what is known of it, copies
std::vector<Route> student_routes();       ///< the register, a student's card
std::vector<Route> case_routes();          ///< cases and their volumes
std::vector<Route> review_routes();        ///< what waits for a person's word
std::vector<Route> scan_routes();          ///< taking papers in
std::vector<Route> retention_routes();     ///< what falls due
std::vector<Route> verdict_routes();       ///< what becomes of a volume, and why
std::vector<Route> act_routes();           ///< acts of destruction
std::vector<Route> act_step_routes();      ///< agreed, approved, carried out
std::vector<Route> hold_routes();          ///< what must not be destroyed
std::vector<Route> inventory_routes();     ///< inventories of cases
std::vector<Route> nomenclature_routes();  ///< nomenclatures of files, their items
std::vector<Route> nomenclature_item_routes();  ///< their items, one by one
std::vector<Route> transfer_routes();           ///< volumes handed over to another archive
std::vector<Route> schedule_routes();           ///< jobs by the calendar
std::vector<Route> disclosure_form_routes();    ///< an application put on record
std::vector<Route> disclosure_routes();         ///< applications for results
std::vector<Route> journal_routes();            ///< who did what
std::vector<Route> people_routes();             ///< accounts
std::vector<Route> health_routes();             ///< jobs, quarantine, index, disk; metrics
std::vector<Route> institution_routes();        ///< the archive at a glance, with plots
std::vector<Route> static_routes();             ///< style, scripts, health

/// Pictures of a paper's pages, its files to take away.
std::vector<Route> document_file_routes();
/// A collective: who attends it, its papers.
std::vector<Route> collective_routes();
/// A student's own papers, put together.
std::vector<Route> portfolio_routes();
/// The register of students is changed.
std::vector<Route> student_edit_routes();

}  // namespace fonds
