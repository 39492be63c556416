/// The cover of a volume (обложка дела, form F4 of DOMAIN §3), to be glued or laid on the binder:
/// archive, institution, department, ДЕЛО № … ТОМ № …, title, extreme dates, sheets, period of
/// retention, archival code; at the bottom right a QR code that says whose cover it is.
///
/// It is printed when a volume is opened, and again when it is closed: what is not known yet is a
/// line to be written on by hand. One sheet: a title has smaller letters the longer it is, and at
/// the smallest is cut with an ellipsis after some two thousand signs. Texts are valid UTF-8.
/// Threads: pure, but for the language of the user. Faults: those of FormPdf; usage (the code does
/// not fit a QR symbol).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"
#include "model/calendar_date.h"

namespace fonds {

struct CoverForm {
  std::string archive;
  std::string institution;
  std::string department;
  std::string index;
  int volume = 0;  ///< 0: not known
  std::string title;
  std::optional<CalendarDate> first_day;
  std::optional<CalendarDate> last_day;
  std::optional<std::int64_t> sheets;
  std::string period;  ///< of retention, with the article
  FormPlace place;     ///< in the archive
  std::string code;    ///< in the QR code; empty: there is none
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_cover(const CoverForm& facts);

}  // namespace fonds
