/// Inventories of cases (описи дел, form F5 of DOMAIN §3) and of electronic cases (F12): the list
/// by which an archive keeps its cases, a row for every volume, with who drew it up, who agreed.
///
/// Columns: № п/п, индекс дела, заголовок дела, крайние даты, срок хранения (not of cases kept
/// permanently), кол-во листов (объем в Мб of electronic ones), примечание. Texts are as printed,
/// valid UTF-8; what is empty is left to be written by hand. Threads: pure, but for the language of
/// the user. Faults: those of FormPdf.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

enum class CaseListKind {
  permanent,  ///< постоянного хранения (F5 a)
  long_term,  ///< временных (свыше 10 лет) сроков хранения (F5 b)
  personnel   ///< по личному составу (F5 c)
};
enum class ListedCarrier { paper, electronic };

struct CaseListRow {
  std::string number;  ///< of the volume, the same for ever; empty: the title of a section
  std::string index;
  std::string title;
  std::string dates;  ///< extreme_dates()
  std::string period;
  std::string extent;  ///< sheets, or megabytes
  std::string note;
};

/// The sheets before the list: title page, preface (signed by who drew the list up), abbreviations.
struct CaseListFront {
  std::string founder_history;             ///< of who left the papers
  std::string fonds_history;               ///< of the papers
  std::vector<std::string> abbreviations;  ///< "ЭК – экспертная комиссия", a line each
};

struct CaseListForm {
  CaseListKind kind = CaseListKind::permanent;
  ListedCarrier carrier = ListedCarrier::paper;
  std::string institution;
  std::string fonds;   ///< number, as the next one
  std::string number;  ///< of the list
  int year = 0;
  FormSigner approval;
  std::optional<CaseListFront> front;
  std::vector<CaseListRow> rows;
  std::string lettered;  ///< numbers such as "12а"; of none, say so
  std::string missing;
  FormSigner composer;
  FormSigner keeper;
  FormPaper agreed;  ///< protocol of the institution's commission
  /// Protocol of the archive authority's commission; none where the authority takes nothing over,
  /// nor on a list of cases kept for a time.
  std::optional<FormPaper> authority;
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_case_list(const CaseListForm& facts);

}  // namespace fonds
