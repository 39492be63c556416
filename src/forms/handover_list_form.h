/// The handover inventory of a department (сдаточная опись подразделения, form F6 of DOMAIN §3):
/// the cases it hands over to the archive, and how many were given and received.
///
/// Columns: № п/п, индекс дела, заголовок, крайние даты, кол-во листов, срок хранения, примечание.
/// Texts are as printed, valid UTF-8; what is empty is left to be written by hand. Threads: pure,
/// but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/case_list_form.h"
#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/printed_form.h"

namespace fonds {

struct HandoverListForm {
  std::string institution;
  std::string department;
  std::string number;  ///< of the list
  int year = 0;
  FormSigner approval;  ///< of the head of the department
  std::vector<CaseListRow> rows;
  FormSigner giver;
  std::optional<std::int64_t> received;  ///< cases; known once they are counted over
  FormSigner receiver;
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_handover_list(const HandoverListForm& facts);

}  // namespace fonds
