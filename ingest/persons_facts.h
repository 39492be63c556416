/// What a paper says of a person beside the name: birth date, age, class, school, result.
///
/// Threads: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_wording.h"
#include "ingest/persons_words.h"
#include "ingest/rows.h"
#include "model/calendar_date.h"

namespace fonds {

struct PersonFacts {
  std::optional<CalendarDate> birth_date;
  std::optional<int> age;
  std::string school_class;  ///< "5 «В»", as printed
  std::string organisation;
  std::string result;
};

/// From the words after a name (or, for a row, all words of the row but the name). `from` to `end`
/// are indices of words; nothing beyond `end` is looked at.
PersonFacts facts_in_text(const PaperText& paper, const std::vector<NameWord>& words,
                          const PersonWording& wording, std::size_t from, std::size_t end);

/// From a row and the headings of its columns; `name` are the words of the name.
PersonFacts facts_in_row(const PaperText& paper, const std::vector<NameWord>& words,
                         const PersonWording& wording, const TableRow& row,
                         const std::vector<TableColumn>& columns,
                         const std::vector<std::size_t>& name);

}  // namespace fonds
