/// Visit: one request on its way through the desk: what was asked, by whom, and what it is answered
/// with. Pages are functions of a Visit.
///
/// Threads: the working thread whose Workplace it has.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "access/operation.h"
#include "archive/archive.h"
#include "archive/page_pictures.h"
#include "archive/search.h"
#include "archive/sessions.h"
#include "web/api/json.h"
#include "web/http.h"
#include "web/templates.h"
#include "web/watcher.h"

namespace fonds {

class Site;

/// What one working thread keeps between requests.
struct Workplace {
  Workplace(std::unique_ptr<Archive> opened, Site& of_site)
      : archive(std::move(opened)), search(*archive), pages(*archive), site(of_site) {}
  std::unique_ptr<Archive> archive;
  ArchiveSearch search;  ///< keeps the index open
  ArchivePages pages;    ///< keeps a process that makes pictures of pages
  Templates templates{};
  Site& site;
};

struct Visit {
  const Request& request;
  Workplace& place;
  std::optional<OpenSession> session{};  ///< nothing: nobody signed in
  std::string token{};                   ///< what the browser shows
  std::string form_token{};              ///< forms of this browser carry it: others can not know it
  std::string new_visitor{};  ///< to be kept by the browser, which nobody signed in from yet
  std::map<std::string, std::string, std::less<>> path{};  ///< what stands for {names}

  [[nodiscard]] Archive& archive() const { return *place.archive; }
  /// Fault denied when nobody signed in.
  [[nodiscard]] const Actor& actor() const;
  [[nodiscard]] bool may(Operation operation) const;
  [[nodiscard]] const std::string& captured(std::string_view name) const;
  /// A whole number of a field; `standard` when it is none or not between `least` and `most`.
  [[nodiscard]] int number(std::string_view field, int standard, int least, int most) const;
};

/// A whole page: the template in the frame all pages have. `title` stands in the browser's tab.
Response page(Visit& visit, std::string_view name, std::string_view title, const Json& model,
              int status = 200);
Response json_answer(const Json& record, int status = 200);
/// Back to a page with a line about what was done; it is shown once.
Response done(const Visit& visit, std::string path, std::string_view message);

/// What the page is told while it stays open: whenever `look` gives another state.
Response watched(Visit& visit, Watcher::Look look);

/// What every answer carries: no foreign content, no guessing, nothing kept by others.
void add_security_headers(const Request& request, Response& response);

}  // namespace fonds
