#include "indexer/visible.h"

#include <xapian.h>

#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/fields.h"

namespace fonds {

std::string readers_term(std::string_view collective) {
  return term_of(FieldId::readers, fold(to_valid_utf8(collective)));
}

std::string blocked_term() { return term_of(FieldId::blocked, "1"); }

Xapian::Query restricted(const Xapian::Query& query, const Visible& visible) {
  using Xapian::Query;
  Query found = query;
  if (!visible.all) {
    std::vector<std::string> terms;
    for (const std::string& each : visible.collectives) terms.push_back(readers_term(each));
    const Query readable(Query::OP_OR, terms.begin(), terms.end());
    if (readable.empty()) return Query::MatchNothing;
    found = Query(Query::OP_FILTER, found, readable);
  }
  if (!visible.blocked_too) found = Query(Query::OP_AND_NOT, found, Query(blocked_term()));
  return found;
}

}  // namespace fonds
