#include "indexer/inspect.h"

#include <xapian.h>

#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <cstdint>
#include <exception>
#include <optional>

#include "base/messages.h"
#include "indexer/record.h"
#include "indexer/xapian_error.h"

namespace fonds {
namespace {

constexpr int kTries = 5;

/// Runs `action` on the database; again, from the start, when it was modified under us. Damage can
/// look the same: then the second try finds the revision it knows.
template <class Action>
auto on_database(const boost::filesystem::path& generation, Action&& action) {
  std::optional<Xapian::rev> tried;
  for (int attempt = 1;; ++attempt) {
    bool opened = false;
    try {
      const Xapian::Database database(generation.string());
      const Xapian::rev opened_revision = database.get_revision();
      if (tried && *tried == opened_revision) {
        throw unusable_index(tr("its tables do not agree"));
      }
      tried = opened_revision;
      opened = true;
      check_format(database);
      return action(database);
    } catch (const Xapian::DatabaseModifiedError& cause) {
      if (attempt < kTries) continue;
      throw opened ? error_of(cause) : error_of_opening(cause);
    } catch (const Xapian::Error& cause) {
      throw error_of(cause);
    }
  }
}

/// Reads the positions of one of the document's terms; most terms are not read, as each is a
/// search of its own in the largest table.
void read_positions(const Xapian::Database& database, Xapian::docid document,
                    const std::string& term) {
  const auto end = database.positionlist_end(document, term);
  for (auto position = database.positionlist_begin(document, term); position != end; ++position) {
    static_cast<void>(*position);
  }
}

/// Reads every document: its record, its words; returns the number of words of all together.
std::uint64_t read_documents(const Xapian::Database& database) {
  std::uint64_t postings = 0;
  Xapian::doccount documents = 0;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    record_from(database.get_document(*id).get_data());
    std::string last;
    for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id); ++term) {
      last = *term;
      ++postings;
    }
    if (!last.empty()) read_positions(database, *id, last);
    ++documents;
  }
  if (documents != database.get_doccount()) throw unusable_index(tr("documents are missing"));
  return postings;
}

/// Reads the documents of every word; returns the number of them for all words together.
std::uint64_t read_words(const Xapian::Database& database) {
  std::uint64_t postings = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount documents = 0;
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id) {
      ++documents;
    }
    if (documents != term.get_termfreq()) throw unusable_index(tr("words are missing"));
    postings += documents;
  }
  return postings;
}

}  // namespace

std::string index_problem(const boost::filesystem::path& generation) {
  // Not Xapian::Database::check(): in 1.4.22 it frees its tables with a wrong size.
  try {
    return on_database(generation, [](const Xapian::Database& database) {
      if (read_documents(database) != read_words(database)) {
        throw unusable_index(tr("words and documents do not agree"));
      }
      return std::string();
    });
  } catch (const Error& error) {
    if (error.fault() != Fault::corrupt) throw;
    return error.message();
  } catch (const std::exception& nonsense) {  // a length read from damaged bytes
    return unusable_index(nonsense.what()).message();
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

IndexSize index_size(const boost::filesystem::path& generation) {
  IndexSize size;
  for (const auto& entry : boost::filesystem::directory_iterator(generation)) {
    boost::system::error_code gone;  // a table that was replaced meanwhile
    const auto bytes = boost::filesystem::file_size(entry.path(), gone);
    if (!gone) size.bytes += bytes;
  }
  size.documents = on_database(generation, [](const Xapian::Database& database) {
    return static_cast<std::int64_t>(database.get_doccount());
  });
  return size;
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
