/// The first sheets of a student's portfolio: whose it is, and the list of the papers that stand
/// behind them in the same file, with the pages they begin on.
///
/// It prints what it is given: which papers are the student's own is decided before. Texts are
/// valid UTF-8. Threads: pure, but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/printed_form.h"
#include "model/calendar_date.h"

namespace fonds {

/// One paper, as printed; what is not known is empty.
struct PortfolioRow {
  std::string date;
  std::string event;
  std::string level;
  std::string result;
  std::string collective;
  std::string document;  ///< kind, number, accession number
  int pages = 0;         ///< it has in the file; 0: none, it is kept as a file of its own
};

struct PortfolioFacts {
  std::string institution;  ///< may be empty
  std::int64_t number = 0;  ///< of the student in the register
  std::string student;      ///< full name
  std::optional<CalendarDate> birth_date;
  std::string period;  ///< empty: all there is
  CalendarDate day;    ///< on which it is put together
  std::vector<PortfolioRow> rows;
};

/// What the file is called in its own description; names nobody.
std::string title_of_portfolio(std::int64_t student);

/// A4, turned, as PDF, in the language of the user; its table, too. The pages of the rows' papers
/// are counted behind its own, in the order of the rows.
PrintedForm printed_portfolio(const PortfolioFacts& facts);

}  // namespace fonds
