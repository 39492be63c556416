/// card_model: what is known of a paper, as pages show it: fields, whose it is, whom it names; each
/// with how sure it is, by whom, why, and where on the picture it stands.
///
/// Threads: as Archive. Faults: none.
#pragma once

#include <string>
#include <string_view>

#include "archive/review.h"
#include "model/upright_box.h"
#include "web/visit.h"

namespace fonds {

/// {"revision", "waits", "open_words", "parts", "fields", "students", "mentions", "corrections"}:
/// "fields": those of kCardFields in their order, also what has no value ("known" false):
///   {"name", "title", "known", "value" (in words), "typed" (as a person would type it), "person",
///    "by", "sureness", "confidence" (0 … 100), "counts", "open", "decided", "reasons", "place",
///    "machine": the same of the machine's value beside a person's}
/// "students": links, in their order: {"id", "name", "path", "state", "state_title", "linked",
///   "offered", "refused", "open", "person", "by", "sureness", "confidence", "reasons", "printed",
///   "mention", "place" of the name}
/// "mentions": {"number", "printed", "role", "role_title", "row", "result", "class", "office",
///   "sureness", "confidence", "reasons", "place", "students" (as above)}
/// "reasons": [{"text"}]; "place": {"page", "left", "top", "width", "height"}, shares of the
/// upright picture; null: not known. "path" of a student only for who may see the register.
Json card_model(const Visit& visit, const Reviewed& reviewed);

/// False where the place, or the page it is on, is not known.
Json place_model(const Document& document, const PlaceOnPage& place);
/// {"left", "top", "width", "height"}.
Json box_model(const UprightBox& box);
/// "97 %".
std::string percent_in_words(double share);

}  // namespace fonds
