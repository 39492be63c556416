/// ReviewDesk: a desk where one paper waits: its number is not sure, its date not known, and two
/// namesakes may be its holder.
///
/// Threads: of its test.
#pragma once

#include <string>

#include "archive/review.h"
#include "web/paper_desk.h"

namespace fonds {

class ReviewDesk : public PaperDesk {
 protected:
  ReviewDesk()
      : first_(student("Кравец", "Тимофей", {{"birth_date", "12.03.2012"}})),
        second_(student("Кравец", "Тимофей", {{"birth_date", "01.09.2009"}})) {
    PaperReading made = diploma();
    made.date.reasons = {{"two dates stand on the paper: {}", {"15.05.2024"}}};
    store(made, {link(first_, LinkState::offered, 0.6), link(second_, LinkState::offered, 0.3)});
    sign_in_as(Role::clerk);
  }

  [[nodiscard]] std::string here() const { return "/review/" + document_.accession; }
  Reviewed now() {
    return ArchiveReview(archive()).show({"d.clerk", Role::clerk}, document_.accession);
  }
  FormFields with(FormFields fields) {
    fields.emplace_back("revision", std::to_string(now().stored.revision));
    return fields;
  }

  StudentId first_;   // NOLINT(*-non-private-*): of the tests, as gtest has it
  StudentId second_;  // NOLINT(*-non-private-*)
};

}  // namespace fonds
