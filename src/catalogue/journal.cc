#include "catalogue/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

constexpr int kChunk = 1000;  ///< entries held at once while verifying

/// An entry with its time as it is stored: a tampered one may be no time at all.
struct StoredEntry {
  JournalEntry entry;
  std::string at;
};

const std::string kColumns =
    "SELECT number, at, actor, event, subject, details, previous_hash, hash FROM journal ";

template <class... Arguments>
std::vector<StoredEntry> stored(Database& database, const std::string& condition,
                                const Arguments&... arguments) {
  std::vector<StoredEntry> found;
  StoredEntry row;
  JournalEntry& e = row.entry;
  long long number = 0;
  each_row(
      database, kColumns + condition,
      std::tie(number, row.at, e.actor, e.event, e.subject, e.details, e.previous_hash, e.hash),
      [&] {
        e.number = number;
        found.push_back(row);
      },
      arguments...);
  return found;
}

std::vector<JournalEntry> with_times(std::vector<StoredEntry>&& rows) {
  std::vector<JournalEntry> entries;
  entries.reserve(rows.size());
  for (StoredEntry& row : rows) {
    row.entry.at = moment_from_text(row.at);
    entries.push_back(std::move(row.entry));
  }
  return entries;
}

/// A pattern of LIKE for texts that begin so.
std::string beginning(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + '%';
}

/// What is wrong with `row`, which must be number `expected` and follow `previous_hash`.
std::string problem_of(StoredEntry& row, EntryNumber expected, const std::string& previous_hash) {
  if (row.entry.number != expected) return say(tr("entry {} is missing"), expected);
  try {
    row.entry.at = moment_from_text(row.at);
  } catch (const Error&) {
    return say(tr("entry {} was altered: its time is no time"), expected);
  }
  if (row.entry.previous_hash != previous_hash) {
    return say(tr("entry {} does not follow the one before it"), expected);
  }
  if (hash_of(row.entry) != row.entry.hash) return say(tr("entry {} was altered"), expected);
  return {};
}

/// `details` with the purpose the actor stated and the way they came in by.
std::string with_manner(const Actor& actor, std::string_view details) {
  std::string manner;
  for (const auto& [name, value] :
       {std::pair<std::string_view, const std::string&>{"purpose", actor.purpose},
        std::pair<std::string_view, const std::string&>{"via", actor.via}}) {
    if (value.empty()) continue;
    const bool sound = std::all_of(value.begin(), value.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' ||
             c == '.';
    });
    if (!sound || details.empty() || details.front() != '{') {
      throw Error(Fault::bug, "a purpose or a way of coming in is no code");
    }
    manner += fmt::format("{}\"{}\":\"{}\"", manner.empty() ? "" : ",", name, value);
  }
  if (manner.empty()) return std::string(details);
  const bool none = details == "{}";
  return '{' + manner + (none ? "}" : ',' + std::string(details.substr(1)));
}

}  // namespace

void Journal::lock(Transaction& transaction) {
  // A Transaction already is the only writer; this makes it true for one that began without.
  if (!database_.is_sqlite()) {
    number_from(transaction.database(),
                "SELECT value FROM counters WHERE name = 'journal' FOR UPDATE", 0);
  }
}

EntryNumber Journal::append(Transaction& transaction, const Actor& actor, std::string_view event,
                            std::string_view subject, std::string_view details) {
  JournalEntry entry;
  entry.details = with_manner(actor, details);
  entry.number = next_number(transaction, "journal");
  entry.at = database_.clock().now();
  entry.actor = actor.login;
  entry.event = event;
  entry.subject = subject;
  entry.previous_hash = kFirstHash;
  bool found = entry.number == 1;
  std::string hash;
  each_row(
      database_, "SELECT hash FROM journal WHERE number = :number", std::tie(hash),
      [&] {
        entry.previous_hash = hash;
        found = true;
      },
      entry.number - 1);
  if (!found) {
    throw Error(Fault::corrupt, say(tr("journal entry {} is missing"), entry.number - 1),
                tr("restore the catalogue from the last backup; nothing was written"));
  }
  entry.hash = hash_of(entry);
  change(database_,
         "INSERT INTO journal (number, at, actor, event, subject, details, previous_hash, hash) "
         "VALUES (:number, :at, :actor, :event, :subject, :details, :previous_hash, :hash)",
         entry.number, to_text(entry.at), entry.actor, entry.event, entry.subject, entry.details,
         entry.previous_hash, entry.hash);
  return entry.number;
}

std::vector<JournalEntry> Journal::after(EntryNumber after, int limit) {
  return with_times(
      stored(database_, "WHERE number > :after ORDER BY number LIMIT :limit", after, limit));
}

std::vector<JournalEntry> Journal::about(std::string_view subject) {
  return with_times(stored(database_, "WHERE subject = :subject ORDER BY number", subject));
}

std::vector<JournalEntry> Journal::find(const JournalQuery& query) {
  // One text for each way to ask, so that the index of subjects is used and few are prepared.
  const auto asked = [](const std::string& value, const char* condition, const char* otherwise) {
    return value.empty() ? otherwise : condition;
  };
  std::string condition = "WHERE number < :before AND at >= :from AND at < :until";
  condition += asked(query.event, " AND event LIKE :event ESCAPE '!'", " AND '' = :event");
  condition += asked(query.actor, " AND actor = :actor", " AND '' = :actor");
  condition += asked(query.subject, " AND subject = :subject", " AND '' = :subject");
  condition += " ORDER BY number DESC LIMIT :limit";
  return with_times(stored(
      database_, condition,
      query.before > 0 ? query.before : std::numeric_limits<EntryNumber>::max(),
      query.from ? to_text(*query.from) : "", query.until ? to_text(*query.until) : "9999",
      query.event.empty() ? "" : beginning(query.event), query.actor, query.subject, query.limit));
}

EntryNumber Journal::head() {
  return number_from(database_, "SELECT coalesce(max(number), 0) FROM journal", 0);
}

Journal::Verification Journal::verify(
    const std::function<void(EntryNumber, EntryNumber)>& progress) {
  Verification result;
  result.head_hash = kFirstHash;
  const auto broken = [&](EntryNumber at, std::string problem) {
    result.broken_at = at;
    result.problem = std::move(problem);
    return result;
  };
  // One statement, hence one state: entries appended meanwhile are not this verification's.
  long long counted = 0;
  long long newest = 0;
  long long oldest = 0;
  each_row(database_,
           "SELECT coalesce((SELECT value FROM counters WHERE name = 'journal'), 0), "
           "(SELECT coalesce(max(number), 0) FROM journal), "
           "(SELECT coalesce(min(number), 1) FROM journal)",
           std::tie(counted, newest, oldest), [] {});
  if (oldest < 1) return broken(oldest, say(tr("entry {} was never written by Fonds"), oldest));
  while (result.checked < counted) {
    auto rows = stored(database_, "WHERE number > :after ORDER BY number LIMIT :limit",
                       result.checked, kChunk);
    if (rows.empty()) break;
    for (StoredEntry& row : rows) {
      if (result.checked == counted) break;
      const EntryNumber expected = result.checked + 1;
      std::string problem = problem_of(row, expected, result.head_hash);
      if (!problem.empty()) return broken(expected, std::move(problem));
      result.head_hash = row.entry.hash;
      result.checked = expected;
    }
    if (progress) progress(result.checked, counted);
  }
  if (result.checked < counted) {
    return broken(result.checked + 1,
                  say(tr("entry {} is missing: {} were written"), result.checked + 1, counted));
  }
  if (newest > counted) {
    return broken(counted + 1, say(tr("entry {} was never written by Fonds: only {} were"),
                                   counted + 1, counted));
  }
  return result;
}

}  // namespace fonds
