/// The register of disclosures (журнал учета предоставления сведений): every application of a
/// student or guardian, what was given out on it, and by whom; to be printed and signed, or as a
/// table.
///
/// Texts are as printed, valid UTF-8. Threads: pure, but for the language of the user. Faults:
/// those of FormPdf.
#pragma once

#include <string>
#include <vector>

#include "forms/form_captions.h"
#include "forms/printed_form.h"
#include "model/table.h"

namespace fonds {

struct DisclosureRow {
  std::string number;
  std::string day;
  std::string applicant;  ///< name, status, the document that was seen
  std::string student;
  std::string form;   ///< of the application: oral or in writing
  std::string given;  ///< what was handed out, or that it was refused
  std::string by;     ///< who handed it out
};

struct DisclosureRegister {
  std::string institution;  ///< may be empty
  std::string period;       ///< may be empty
  std::vector<DisclosureRow> rows;
  FormCaption caption{};
};

/// A4, turned, as PDF, in the language of the user; the column of signatures is left blank.
PrintedForm printed_disclosure_register(const DisclosureRegister& facts);
/// The same under the same headings, in their first row; named as the register.
Table disclosure_register_table(const DisclosureRegister& facts);

}  // namespace fonds
