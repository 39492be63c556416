#include "indexer/inspect.h"

#include <fmt/format.h>
#include <xapian.h>

#include <charconv>
#include <sstream>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/record.h"
#include "indexer/xapian_error.h"

namespace fonds {
namespace {

constexpr int kTries = 5;

/// Runs `action` on the database; again, from the start, when it was modified under us.
template <class Action>
auto on_database(const boost::filesystem::path& generation, Action&& action) {
  for (int attempt = 1;; ++attempt) {
    try {
      Xapian::Database database(generation.string());
      check_format(database);
      return action(database);
    } catch (const Xapian::DatabaseModifiedError& cause) {
      if (attempt == kTries) throw error_of(cause);
    } catch (const Xapian::Error& cause) {
      throw error_of(cause);
    }
  }
}

/// The last line of what Xapian's check wrote that says something.
std::string last_line(const std::string& report) {
  std::istringstream lines(report);
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return printable(last);
}

}  // namespace

std::string index_problem(const boost::filesystem::path& generation) {
  for (int attempt = 1;; ++attempt) {
    std::ostringstream report;
    try {
      const std::size_t errors = Xapian::Database::check(generation.string(), 0, &report);
      if (errors == 0) {
        on_database(generation, [](const Xapian::Database&) { return 0; });
        return {};
      }
      // The check does not lock: what a writer replaced meanwhile looks like damage.
      if (attempt == kTries) {
        return say(tr("{} faults in the search index: {}"), errors, last_line(report.str()));
      }
    } catch (const Xapian::Error& cause) {
      if (attempt == kTries) return error_of(cause).message();
    } catch (const Error& error) {
      return error.message();
    }
  }
}

void for_each_document(const boost::filesystem::path& generation,
                       const std::function<void(DocumentId)>& visit) {
  Xapian::docid last = 0;  // what was visited before the database changed is not visited again
  on_database(generation, [&](const Xapian::Database& database) {
    Xapian::PostingIterator document = database.postlist_begin("");
    document.skip_to(last + 1);
    for (; document != database.postlist_end(""); ++document) {
      visit(DocumentId{*document});
      last = *document;
    }
    return 0;
  });
}

EntryNumber index_position(const boost::filesystem::path& generation) {
  const std::string text = on_database(generation, [](const Xapian::Database& database) {
    return database.get_metadata(std::string(kPositionKey));
  });
  EntryNumber position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

}  // namespace fonds
