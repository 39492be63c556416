/// FormCaptions: how an institution heads its forms: which annex of which rules a form is, and what
/// it is called, where that differs from what Fonds prints.
///
/// Rules give annexes other numbers with each edition (DOMAIN §3), so Fonds prints none of its own
/// accord. A file of TOML: a table a form, named as in kFormKinds, with `annex` (lines above the
/// head, at the right) and `title` (in place of the line that names the form). Threads: immutable.
/// Faults: usage (a form or an entry that is none, with its line).
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace fonds {

enum class FormKind {
  nomenclature,
  inner_inventory,
  certificate,
  cover,
  case_list,
  electronic_case_list,
  electronic_register,
  handover_list,
  destruction_act,
  transfer_act,
  issue_book,
  substitute_card,
  use_sheet,
  loss_act,
  damage_act,
  discovery_act,
  presence_check,
  personal_data_act,
  personal_data_log,
  extract,
  disclosure_register,
};
inline constexpr std::array<std::string_view, 21> kFormKinds{
    "nomenclature",        "inner_inventory",
    "certificate",         "cover",
    "case_list",           "electronic_case_list",
    "electronic_register", "handover_list",
    "destruction_act",     "transfer_act",
    "issue_book",          "substitute_card",
    "use_sheet",           "loss_act",
    "damage_act",          "discovery_act",
    "presence_check",      "personal_data_act",
    "personal_data_log",   "extract",
    "disclosure_register"};

struct FormCaption {
  std::string annex;  ///< "Приложение № 21\nк Правилам …"; empty: the form is none
  std::string title;  ///< empty: as Fonds calls it
  /// Which record the form is of, in a QR code at the foot of its first sheet: "act/3"; empty:
  /// none.
  std::string code;

  [[nodiscard]] std::string title_or(std::string_view standard) const {
    return title.empty() ? std::string(standard) : title;
  }
};

class FormCaptions {
 public:
  /// `file`: its name, for messages. An empty text changes nothing.
  static FormCaptions from_toml(std::string_view toml_text, std::string_view file);

  [[nodiscard]] FormCaption of(FormKind kind) const;

 private:
  std::map<FormKind, FormCaption> captions_;
};

}  // namespace fonds
