#include "web/event_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace fonds {
namespace {

struct EventWords {
  std::string_view event;
  const char* words;
};

/// In the order of their names.
constexpr std::array<EventWords, 138> kEvents{{
    {"achievement.compared", tr_later("banks of achievements compared")},
    {"achievement.exported", tr_later("achievements taken out")},
    {"achievement.frozen", tr_later("bank of achievements frozen")},
    {"achievement.listed", tr_later("achievements looked at")},
    {"achievement.publication_listed", tr_later("achievements listed for publication")},
    {"achievement.stated", tr_later("achievement stated")},
    {"act.agreed", tr_later("act agreed")},
    {"act.approved", tr_later("act approved")},
    {"act.cancelled", tr_later("act cancelled")},
    {"act.carried_out", tr_later("act carried out")},
    {"act.destruction_begun", tr_later("destruction begun")},
    {"act.drawn_up", tr_later("act drawn up")},
    {"act.paper_recorded", tr_later("destruction of the sheets recorded")},
    {"act.printed", tr_later("act printed")},
    {"act.proved", tr_later("destruction proved")},
    {"act.restored", tr_later("papers of an act brought back")},
    {"act.withdrawn", tr_later("papers of an act hidden")},
    {"case.appraised", tr_later("volume appraised")},
    {"case.closed", tr_later("volume closed")},
    {"case.corrected", tr_later("volume corrected")},
    {"case.damaged", tr_later("volume damaged")},
    {"case.destroyed", tr_later("volume destroyed")},
    {"case.found", tr_later("volume found")},
    {"case.issued", tr_later("volume handed out")},
    {"case.marked", tr_later("event noted on a volume")},
    {"case.missed", tr_later("volume missing")},
    {"case.opened", tr_later("volume opened")},
    {"case.papers_taken", tr_later("papers put into a volume")},
    {"case.printed", tr_later("form of a volume printed")},
    {"case.received", tr_later("volume received")},
    {"case.reopened", tr_later("volume opened again")},
    {"case.returned", tr_later("volume returned")},
    {"case.shown", tr_later("volume looked at")},
    {"case.split", tr_later("volume parted")},
    {"case.transferred", tr_later("volume handed over")},
    {"case.unmarked", tr_later("event taken off a volume")},
    {"case.written_off", tr_later("volume written off")},
    {"cases.listed", tr_later("list of cases looked at")},
    {"catalogue.purged", tr_later("traces removed from the catalogue")},
    {"consent.dismissed", tr_later("offered consent dismissed")},
    {"consent.listed", tr_later("consents looked at")},
    {"consent.recorded", tr_later("consent put on record")},
    {"consent.withdrawn", tr_later("consent withdrawn")},
    {"disclosure.approved", tr_later("application approved")},
    {"disclosure.checked", tr_later("application checked")},
    {"disclosure.corrected", tr_later("application corrected")},
    {"disclosure.issued", tr_later("results handed over")},
    {"disclosure.issued_again", tr_later("results handed over again")},
    {"disclosure.listed", tr_later("applications looked at")},
    {"disclosure.opened", tr_later("application received")},
    {"disclosure.refused", tr_later("application refused")},
    {"document.accepted", tr_later("paper taken in")},
    {"document.blocked", tr_later("paper blocked")},
    {"document.corrected", tr_later("card corrected")},
    {"document.destroyed", tr_later("paper destroyed")},
    {"document.exported", tr_later("copy of a paper taken out")},
    {"document.filed", tr_later("paper filed into a case")},
    {"document.history_shown", tr_later("history of a paper looked at")},
    {"document.listed", tr_later("list of papers looked at")},
    {"document.parted", tr_later("scan parted into papers")},
    {"document.quarantined", tr_later("paper set aside: it could not be read")},
    {"document.received", tr_later("paper received from another archive")},
    {"document.recognised", tr_later("paper read")},
    {"document.restored", tr_later("paper brought back")},
    {"document.shown", tr_later("paper looked at")},
    {"document.taken_out", tr_later("paper removed from a volume")},
    {"document.unblocked", tr_later("paper unblocked")},
    {"document.understood", tr_later("paper understood anew")},
    {"document.unfiled", tr_later("paper taken out of its case")},
    {"document.withdrawn", tr_later("paper hidden by an act")},
    {"guardian.restricted", tr_later("guardian restricted")},
    {"guardian.restriction_lifted", tr_later("restriction of a guardian lifted")},
    {"guardian.restrictions_listed", tr_later("restrictions of guardians looked at")},
    {"hold.lifted", tr_later("ban on destruction lifted")},
    {"hold.set", tr_later("destruction forbidden")},
    {"holds.listed", tr_later("bans on destruction looked at")},
    {"inbox.listed", tr_later("papers without a case looked at")},
    {"index.checked", tr_later("index looked at as a whole")},
    {"index.compacted", tr_later("index compacted")},
    {"index.rebuilt", tr_later("index rebuilt")},
    {"inventory.agreed", tr_later("inventory agreed")},
    {"inventory.approved", tr_later("inventory approved")},
    {"inventory.cancelled", tr_later("inventory cancelled")},
    {"inventory.drawn_up", tr_later("inventory drawn up")},
    {"inventory.edited", tr_later("inventory changed")},
    {"inventory.handed_over", tr_later("volumes handed over by an inventory")},
    {"inventory.printed", tr_later("inventory printed")},
    {"job.added", tr_later("job added")},
    {"job.retried", tr_later("job begun anew")},
    {"loans.listed", tr_later("volumes handed out looked at")},
    {"nomenclature.agreed", tr_later("nomenclature agreed")},
    {"nomenclature.approved", tr_later("nomenclature approved")},
    {"nomenclature.drafted", tr_later("nomenclature drawn up")},
    {"nomenclature.heading_added", tr_later("heading added")},
    {"nomenclature.locked", tr_later("year of a nomenclature closed")},
    {"retention.explained", tr_later("retention of a volume explained")},
    {"retention.plan_shown", tr_later("plan of retention looked at")},
    {"retention.planned", tr_later("retention planned")},
    {"review.listed", tr_later("papers that wait looked at")},
    {"scan.preset_forgotten", tr_later("preset of a scanner removed")},
    {"scan.preset_saved", tr_later("preset of a scanner kept")},
    {"schedule.run", tr_later("scheduled job run")},
    {"search.forgotten", tr_later("kept search removed")},
    {"search.made", tr_later("search")},
    {"search.saved", tr_later("search kept")},
    {"stock.checked", tr_later("volumes checked in their places")},
    {"stock.listed", tr_later("stock looked at")},
    {"stock.printed", tr_later("act about the stock printed")},
    {"student.added", tr_later("student added")},
    {"student.blocked", tr_later("student blocked")},
    {"student.changed", tr_later("student changed")},
    {"student.completed", tr_later("name completed while typing")},
    {"student.imported", tr_later("students imported")},
    {"student.listed", tr_later("list of students looked at")},
    {"student.merged", tr_later("students merged")},
    {"student.portfolio_taken", tr_later("portfolio of a student taken out")},
    {"student.shown", tr_later("student looked at")},
    {"student.unblocked", tr_later("student unblocked")},
    {"student.unmerged", tr_later("students parted")},
    {"transfer.accepted", tr_later("transfer accepted")},
    {"transfer.begun", tr_later("transfer begun")},
    {"transfer.made", tr_later("package for another archive made")},
    {"transfer.printed", tr_later("act of transfer printed")},
    {"transfer.recorded", tr_later("transfer recorded")},
    {"user.added", tr_later("account made")},
    {"user.changed", tr_later("account changed")},
    {"user.disabled", tr_later("account disabled")},
    {"user.enabled", tr_later("account enabled")},
    {"user.password_changed", tr_later("own password changed")},
    {"user.password_set", tr_later("password set by somebody else")},
    {"user.second_factor_begun", tr_later("second factor begun")},
    {"user.second_factor_off", tr_later("second factor off")},
    {"user.second_factor_on", tr_later("second factor on")},
    {"user.sign_in_failed", tr_later("sign-in failed")},
    {"user.signed_in", tr_later("signed in")},
    {"user.signed_out", tr_later("signed out")},
    {"user.token_added", tr_later("token made")},
    {"user.token_revoked", tr_later("token revoked")},
}};

}  // namespace

std::string words_of_event(std::string_view event) {
  const auto* const found = std::lower_bound(
      kEvents.begin(), kEvents.end(), event,
      [](const EventWords& each, std::string_view wanted) { return each.event < wanted; });
  return found != kEvents.end() && found->event == event ? tr(found->words) : std::string(event);
}

std::string words_of_details(std::string_view details) {
  const auto read = nlohmann::ordered_json::parse(details, nullptr, false);
  if (!read.is_object()) return printable(std::string(details));
  std::string words;
  for (const auto& [name, value] : read.items()) {
    if (!words.empty()) words += ", ";
    words += name + ": " + (value.is_string() ? value.get<std::string>() : value.dump());
  }
  return printable(words);
}

}  // namespace fonds
