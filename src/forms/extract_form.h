/// The extract (выписка) for one student: what the archive holds about this one's results, given
/// out on application instead of papers that speak of others, too.
///
/// It prints what it is given: whether the applicant may have it is decided before. Texts are valid
/// UTF-8. Threads: pure, but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/form_captions.h"
#include "forms/printed_form.h"
#include "model/calendar_date.h"

namespace fonds {

/// One result and the paper that proves it, as printed; what is not known is empty.
struct ExtractRow {
  std::string document;  ///< kind, number and date
  std::string case_index;
  std::string collective;
  std::string event;
  std::string result;
};

struct ExtractFacts {
  std::string institution;  ///< may be empty
  std::int64_t number = 0;  ///< of the application; the extract has the same
  CalendarDate day;
  std::string student;  ///< full name
  std::optional<CalendarDate> birth_date;
  std::string applicant;    ///< name and status
  std::string application;  ///< what the extract is given on the grounds of
  std::string period;       ///< empty: all there is
  std::vector<ExtractRow> rows;
  std::vector<std::string> copies;  ///< papers handed out as copies, a line each
  int left_out = 0;                 ///< papers a person must decide about before
  std::string issued_by;
  std::string office;  ///< of the one who issues it
  FormCaption caption{};
};

/// A4, upright, as PDF, in the language of the user.
PrintedForm printed_extract(const ExtractFacts& facts);

}  // namespace fonds
