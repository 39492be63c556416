/// Forms for cases that are given out (form F9 of DOMAIN §3): the book of issue (книга выдачи), the
/// card that stands in a case's place meanwhile (карта-заместитель), and the sheet that tells who
/// used a case and how (лист использования).
///
/// What is signed by hand is left blank: receipts and signatures. Texts are as printed, valid
/// UTF-8; what is empty is left to write. Threads: pure, but for the language of the user. Faults:
/// those of FormPdf.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

struct IssueBookRow {
  std::string day;  ///< of issue
  FormPlace place;  ///< the unit, or the index by the nomenclature
  std::string title;
  std::string issued_to;
  std::string due;
  std::string returned;
  std::string note;
};

struct IssueBook {
  std::string institution;
  std::string period;  ///< may be empty
  std::vector<IssueBookRow> rows;
  std::size_t empty_rows = 0;  ///< to be written by hand, below
  FormCaption caption{};
};

/// 12 columns: № п/п, дата выдачи, № фонда, № описи, № ед. хр. (индекс), заголовок, кому выдано,
/// расписка в получении, срок возврата, дата возвращения, расписка в приеме, примечание. A4,
/// turned.
PrintedForm printed_issue_book(const IssueBook& facts);

struct SubstituteCardRow {
  std::string user;  ///< full name
  std::string issued;
  std::string returned;
};

struct SubstituteCard {
  FormPlace place;
  std::string title;  ///< of the case
  std::vector<SubstituteCardRow> rows;
  std::size_t empty_rows = 12;
  FormCaption caption{};
};

/// 6 columns: № п/п, ФИО пользователя, дата выдачи, дата возврата, подпись выдавшего, подпись
/// получившего. A4.
PrintedForm printed_substitute_card(const SubstituteCard& facts);

struct UseSheetRow {
  std::string day;
  std::string user;  ///< surname and initials
  std::string use;   ///< looked at, extracted, copied
  std::string sheets;
};

struct UseSheet {
  FormPlace place;
  std::string title;  ///< of the case
  std::vector<UseSheetRow> rows;
  std::size_t empty_rows = 12;
  FormCaption caption{};
};

/// 5 columns: дата, кому выдано, характер использования, номера использованных листов, подпись. A4.
PrintedForm printed_use_sheet(const UseSheet& facts);

}  // namespace fonds
