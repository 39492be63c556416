// The journal: who did what, when, with which record; whether its chain is whole.
#include <charconv>

#include "archive/checks.h"
#include "archive/field_input.h"
#include "archive/journal_view.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/event_words.h"
#include "web/fault_words.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kEntries = 50;

/// A midnight by the clock of the place.
Moment midnight(const CalendarDate& day, int days_later) {
  std::tm time{};
  time.tm_year = day.year - 1900;
  time.tm_mon = day.month - 1;
  time.tm_mday = day.day + days_later;
  time.tm_isdst = -1;
  return Moment(std::chrono::seconds(std::mktime(&time)));
}

/// "10", for numbers beyond an int, too; anything else is none.
EntryNumber number_of(std::string_view text) {
  EntryNumber number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? number : 0;
}

/// What the fields of the page ask for; fault usage when the day is none.
JournalQuery query_of(const Visit& visit) {
  JournalQuery query;
  query.event = visit.request.value("event");
  query.actor = line_typed(visit.request.value("actor"));
  query.subject = line_typed(visit.request.value("subject"));
  query.before = number_of(visit.request.value("before"));
  if (const auto day = day_if_typed(visit.request.value("day"))) {
    query.from = midnight(*day, 0);
    query.until = midnight(*day, 1);
  }
  query.limit = kEntries + 1;  // one more tells whether there is a further page
  return query;
}

/// The page with one field in place of all it asks for.
std::string only(std::string_view name, std::string_view value) {
  return "/journal?" + written_form({{std::string(name), std::string(value)}});
}

std::string older(const Visit& visit, EntryNumber before) {
  FormFields fields;
  for (const auto& field : visit.request.query) {
    if (field.first != "before") fields.push_back(field);
  }
  fields.emplace_back("before", std::to_string(before));
  return "/journal?" + written_form(fields);
}

Json entry_model(const JournalEntry& entry) {
  return {{"number", entry.number},
          {"at", spoken(entry.at)},
          {"actor", printable(entry.actor)},
          {"actor_path", only("actor", entry.actor)},
          {"event", words_of_event(entry.event)},
          {"code", entry.event},
          {"event_path", only("event", entry.event)},
          {"subject", printable(entry.subject)},
          {"subject_path", only("subject", entry.subject)},
          {"details", words_of_details(entry.details)}};
}

Json areas_model(std::string_view chosen) {
  Json areas = Json::array();
  bool is_known = chosen.empty();
  for (const EventArea& area : kEventAreas) {
    areas.push_back({{"value", area.beginning},
                     {"title", tr(area.title)},
                     {"chosen", area.beginning == chosen}});
    is_known = is_known || area.beginning == chosen;
  }
  if (!is_known) {
    areas.push_back({{"value", printable(chosen)},
                     {"title", words_of_event(printable(chosen))},
                     {"chosen", true}});
  }
  return areas;
}

Response journal_page(Visit& visit, const std::string& problem) {
  Json model{{"may_verify", visit.may(Operation::verify)},
             {"areas", areas_model(visit.request.value("event"))},
             {"actor", visit.request.value("actor")},
             {"subject", visit.request.value("subject")},
             {"day", visit.request.value("day")},
             {"problem", problem}};
  int status = 200;
  std::vector<JournalEntry> entries;
  ArchiveJournal journal(visit.archive());
  model["head"] = say(tr("Entries in all: {}"), journal.head(visit.actor()));
  try {
    entries = journal.list(visit.actor(), query_of(visit));
  } catch (const Error& error) {
    if (error.fault() != Fault::usage) throw;
    model["problem"] = fault_in_words(error);
    status = 400;
  }
  Json rows = Json::array();
  for (const JournalEntry& each : entries) {
    if (rows.size() < kEntries) rows.push_back(entry_model(each));
  }
  if (entries.size() > kEntries) model["older"] = older(visit, entries[kEntries - 1].number);
  model["nothing"] = rows.empty();
  model["entries"] = std::move(rows);
  return page(visit, "journal", tr("Journal"), model, status);
}

Response show_journal(Visit& visit) { return journal_page(visit, ""); }

Response verify_journal(Visit& visit) {
  const Journal::Verification chain =
      ArchiveChecks(visit.archive()).verify_journal(visit.actor(), {});
  if (chain.problem.empty()) {
    return done(
        visit, visit.may(Operation::read_journal) ? "/journal" : "/",
        say(tr("The journal is whole: {} entries, head {}"), chain.checked, chain.head_hash));
  }
  return page(visit, "error", tr("Journal"),
              {{"message", say(tr("The journal is broken at entry {}: {}"),
                               chain.broken_at.value_or(0), chain.problem)},
               {"hint", tr("compare it with the last backup and with the head on printed acts")}});
}

}  // namespace

std::vector<Route> journal_routes() {
  return {
      {Method::get, "/journal", Door::signed_in, Operation::read_journal, &show_journal},
      {Method::post, "/journal/verify", Door::signed_in, Operation::verify, &verify_journal},
  };
}

}  // namespace fonds
