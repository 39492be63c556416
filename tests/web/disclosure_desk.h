/// DisclosureDesk: a desk with a child of the register, a diploma of theirs, and applications.
///
/// Threads: of its test.
#pragma once

#include <string>

#include "web/paper_desk.h"

namespace fonds {

class DisclosureDesk : public PaperDesk {
 protected:
  DisclosureDesk() {
    const int year = day_here(archive().clock().now()).year - 12;
    child_ = student("Кравец", "Тимофей", {{"birth_date", std::to_string(year) + "-03-04"}});
    store(diploma(), {link(child_, LinkState::linked, 0.99)});
  }
  /// Of the mother, with all that must be shown.
  [[nodiscard]] FormFields by_mother() const {
    return {{"student", std::to_string(child_.value)},
            {"kind", "representative"},
            {"name", "Кравец Ольга Петровна"},
            {"relation", "мать"},
            {"identity", "паспорт"},
            {"authority", "свидетельство о рождении"},
            {"application", "oral"},
            {"asked", "всё за год <script>alert(1)</script>"},
            {"applied_on", to_text(day_here(SystemClock().now()))}};
  }
  [[nodiscard]] FormFields by_grandmother() const {
    FormFields fields = by_mother();
    for (auto& [name, value] : fields) {
      if (name == "kind") value = "other";
      if (name == "relation") value = "бабушка";
    }
    return fields;
  }
  /// Puts it on record as the clerk does. Returns its path.
  std::string opened(const FormFields& fields) {
    sign_in_as(Role::clerk);
    return location(post("/disclosures", fields));
  }

  StudentId child_;  // NOLINT(*-non-private-*): of the tests, as gtest has it
};

}  // namespace fonds
