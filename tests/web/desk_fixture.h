/// DeskTest: a desk on an archive of the test's own, and a browser that keeps cookies and fills in
/// forms. Requests go straight to Site::respond: no socket is opened.
///
///   sign_in_as(Role::clerk);
///   const Response shown = get("/cases?year=2025");
///   EXPECT_THAT(words(shown), HasSubstr("02-05"));
///   EXPECT_EQ(location(post("/cases", {{"index", "02-05"}})), "/cases/1");
///
/// Threads: of its test.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/people.h"
#include "archive/sessions.h"
#include "base/messages.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"
#include "web/html_page.h"
#include "web/http.h"
#include "web/site.h"

namespace fonds {

/// A file as a browser sends it.
struct SentFile {
  std::string field;
  std::string name;
  std::string bytes;
};

class DeskTest : public testing::Test {
 protected:
  /// `paper`: see TempArchive.
  explicit DeskTest(const boost::filesystem::path& paper = {});

  [[nodiscard]] Archive& archive() { return temp_.archive(); }
  [[nodiscard]] Site& site() { return *site_; }
  /// Signs in with an account of the role, "d.<role>"; the first time it is made. Where the role
  /// must state why it looks at papers, it has: "task".
  Actor sign_in_as(Role role, const std::vector<std::string>& collectives = {});
  void sign_out() { cookies_.clear(); }
  /// The desk opens anew with these settings (as in fonds.toml) alone.
  void set(const std::string& settings);
  /// The language the browser asks for from now on; English at first.
  void speak(Language language);

  /// `target`: "/find?q=%D0%B0"; `headers` in lower case.
  Response get(const std::string& target, const std::map<std::string, std::string>& headers = {});
  /// With the form token of this browser; pass a field "form" to send another.
  Response post(const std::string& target, const FormFields& fields = {},
                const std::vector<SentFile>& files = {});
  /// Sends a form of a page off as it stands there, with these fields changed or added.
  Response submit(const Response& shown, const std::string& action, const FormFields& changed = {});
  /// Goes where an answer leads, until there is a page.
  Response follow(const Response& first);
  /// The request as this browser would send it; respond() answers it and keeps its cookies.
  Request request_of(Method method, const std::string& target);
  Response respond(const Request& request);

  static std::string header(const Response& response, std::string_view name);
  static std::string location(const Response& response) { return header(response, "Location"); }
  /// The body, of a file, too.
  static std::string body(const Response& response);
  /// The words of a page that people read; the page must be well written.
  static std::string words(const Response& response);

  std::map<std::string, std::string, std::less<>>& cookies() { return cookies_; }
  std::string form_token();

  TempArchive temp_;  // NOLINT(*-non-private-*): of the tests, as gtest has it

 private:
  std::unique_ptr<Site> site_;
  std::map<std::string, std::string, std::less<>> cookies_;
};

}  // namespace fonds
