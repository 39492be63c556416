#include "archive/saved_searches.h"

#include "access/policy.h"
#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

constexpr std::size_t kLongestTitle = 100;   // letters
constexpr std::size_t kLongestQuery = 4000;  // letters

Error no_search(std::string_view title) {
  return {Fault::not_found, say(tr("there is no saved search “{}”"), printable(title)),
          tr("`fonds search --saved` lists yours")};
}

}  // namespace

SavedSearch ArchiveSavedSearches::save(const Actor& actor, std::string_view title,
                                       std::string_view query) {
  archive_.policy().require(actor, Operation::save_searches);
  const std::string name = line_typed(title);
  const std::string asked = line_typed(query);
  if (name.empty() || asked.empty() || count_characters(name) > kLongestTitle ||
      count_characters(asked) > kLongestQuery) {
    throw Error(
        Fault::usage, tr("a search can not be saved so"),
        say(tr("give it a title of at most {} letters, and words to search for"), kLongestTitle));
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "search.saved", "search");
  SavedSearches(archive_.catalogue()).set(transaction, actor.login, name, asked);
  transaction.commit();
  return find(actor, name);
}

void ArchiveSavedSearches::remove(const Actor& actor, std::string_view title) {
  archive_.policy().require(actor, Operation::save_searches);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "search.forgotten", "search");
  if (!SavedSearches(archive_.catalogue()).remove(transaction, actor.login, line_typed(title))) {
    throw no_search(title);
  }
  transaction.commit();
}

SavedSearch ArchiveSavedSearches::find(const Actor& actor, std::string_view title) {
  archive_.policy().require(actor, Operation::save_searches);
  auto found = SavedSearches(archive_.catalogue()).find(actor.login, line_typed(title));
  if (!found) throw no_search(title);
  return std::move(*found);
}

std::vector<SavedSearch> ArchiveSavedSearches::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::save_searches);
  return SavedSearches(archive_.catalogue()).list(actor.login);
}

}  // namespace fonds
