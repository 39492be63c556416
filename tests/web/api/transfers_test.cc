#include "archive/transfers.h"

#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

constexpr const char* kTransfer = "/api/v1/transfers/1";

class ApiTransfers : public ApiOn<RetentionDesk> {
 protected:
  ApiTransfers() : volume_(closed_volume("02-06")) {
    (void)ArchiveTransfers(archive()).make(local_archivist(), {volume_}, temp_.beside() / "package",
                                           {"3", "Архив города", ""});
  }
  std::string volume_;  // NOLINT(*-non-private-*)
};

TEST_F(ApiTransfers, TheAcceptanceOfAPackageIsRecorded) {
  sign_in_as(Role::archivist);
  EXPECT_EQ(get_json("/api/v1/transfers")["items"][0]["units"], 1);
  const auto shown = get_json(kTransfer);
  EXPECT_EQ(shown["receiver"], "Архив города");
  EXPECT_EQ(shown["volumes"], nlohmann::json::array({volume_}));
  EXPECT_EQ(shown["accepted_on"], nullptr);
  EXPECT_THAT(get(std::string(kTransfer) + "/forms/act").body, testing::StartsWith("%PDF-"));
  const std::string today = to_text(day_here(archive().clock().now()));
  const nlohmann::json acceptance{{"act", "№ 3"}, {"on", today}};
  const auto recorded = send(Method::post, std::string(kTransfer) + "/record", acceptance);
  EXPECT_EQ(recorded["act"], "№ 3");
  EXPECT_EQ(recorded["accepted_on"], today);
  EXPECT_EQ(recorded["receiver"], "Архив города");
  send(Method::post, std::string(kTransfer) + "/record", acceptance, 400);
}

TEST_F(ApiTransfers, WhatMakesNoSenseIsRefused) {
  sign_in_as(Role::archivist);
  get_json("/api/v1/transfers/9", 404);
  get_json("/api/v1/transfers?colour=red", 400);
  send(Method::post, std::string(kTransfer) + "/record", {{"act", "№ 3"}}, 400);
}

TEST_F(ApiTransfers, WhoMayOnlyLookRecordsNothing) {
  sign_in_as(Role::auditor);
  get_json(kTransfer);
  send(Method::post, std::string(kTransfer) + "/record", nullptr, 403);
  sign_in_as(Role::clerk);
  get_json("/api/v1/transfers", 403);
}

}  // namespace
}  // namespace fonds
