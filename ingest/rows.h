/// find_rows: the rows of numbered lists and tables: which words belong to a row and to which of
/// its columns, and what the columns hold by their headings.
///
/// A row begins with its number, in order and aligned with the numbers above and below; a row whose
/// number was not read is found by its place between others, and a list without numbers by the
/// heading of its columns. Lines between two rows belong to the
/// upper one, unless the lower one's cells are set at mid-height. Numbering goes on over pages; two
/// columns of rows side by side are two runs of numbers. Invariant: rows stand in order of their
/// numbers within a table; no word is in two rows. Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_wording.h"
#include "ingest/persons_words.h"
#include "ingest/rows_columns.h"

namespace fonds {

struct TableRow {
  int number = 0;  ///< as printed or counted on from its neighbours
  bool number_read = true;
  std::string lead;        ///< what stands before the name, when the heading says it is a result
  double lead_weight = 0;  ///< as TableColumn::weight
  std::size_t table = 0;   ///< index in PaperTables::columns
  std::size_t page = 0;    ///< index in PaperText::pages()
  std::vector<std::size_t> words;    ///< indices of NameWords, without the number
  std::vector<std::size_t> columns;  ///< for each of them: index in columns[table]
};

struct PaperTables {
  std::vector<std::vector<TableColumn>> columns;  ///< by table and page
  std::vector<TableRow> rows;
};

PaperTables find_rows(const PaperText& paper, const std::vector<NameWord>& words,
                      const PersonWording& wording);

}  // namespace fonds
