/// The act of a check of presence and state (акт проверки наличия и состояния архивных документов,
/// form F11 of DOMAIN §3): how many units the inventories tell of, how many there are, what state
/// they are in. It is drawn up at least once in five years and when the keeper changes.
///
/// The form has no table. Texts are as printed, valid UTF-8; what is not known is left to be
/// written by hand. Threads: pure, but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

/// Numbers of storage units.
struct PresenceCounts {
  std::optional<std::int64_t> by_inventories;
  std::optional<std::int64_t> lettered_counted;    ///< lettered numbers the totals count
  std::optional<std::int64_t> lettered_uncounted;  ///< and those they do not
  std::optional<std::int64_t> missing_numbers;     ///< that were left out
  std::optional<std::int64_t> corrected;           ///< by the inventories, errors mended
  std::optional<std::int64_t> absent;
  std::optional<std::int64_t> present;
  std::optional<std::int64_t> to_restore;  ///< of those present, as the next two
  std::optional<std::int64_t> to_bind;
  std::optional<std::int64_t> to_disinfect;
  std::optional<std::int64_t> undescribed;  ///< present, but in no inventory
};

struct PresenceCheckForm {
  std::string institution;
  FormPaper act;
  std::string place;
  FormSigner approval;
  std::string fonds;  ///< its number
  std::string fonds_name;
  std::string inventories;                ///< their numbers
  std::optional<CalendarDate> first_day;  ///< of the check itself
  std::optional<CalendarDate> last_day;
  PresenceCounts counts;
  std::string conditions;  ///< under which the documents are kept
  std::string conclusions;
  std::vector<FormSigner> checkers;  ///< none: a line for one
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_presence_check(const PresenceCheckForm& facts);

}  // namespace fonds
