/// PageLook: what a single page of a stack shows of itself: how it is headed, numbered and ended.
///
/// Threads: PageLooks is immutable; PageLook is a value. Faults: usage (the table [stack] of
/// paper_patterns.toml cannot be read); looking at a page has none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/data_file.h"
#include "ingest/document_kinds.h"
#include "ingest/paper_text.h"
#include "model/page.h"

namespace fonds {

struct PageLook {
  bool blank = false;               ///< nothing to read on it: an empty back
  const PaperKind* kind = nullptr;  ///< the likeliest of the page alone; lives as its kinds do
  double title = 0;         ///< log-odds that its title stands in the upper part; 0: none does
  std::string title_words;  ///< as printed
  bool opening = false;     ///< begins with a letterhead or an addressee

  bool annex = false;    ///< headed as an annex
  std::string annex_to;  ///< the folded word that says to what: "приказу"; may be empty
  bool continued = false;  ///< its head says that it goes on: «Продолжение таблицы»

  std::optional<int> number;  ///< printed on the page
  std::optional<int> pages;   ///< of how many: «стр. 2 из 5»

  std::optional<int> first_row;  ///< number of the first numbered line
  bool mid_table = false;        ///< rows begin above 1
  std::vector<int> row_ends;     ///< last numbers of runs of numbered lines

  bool small_letter = false;  ///< begins with one
  bool signed_off = false;    ///< ends with signatures
  bool only_signatures = false;
  std::string first_line;             ///< its words, folded, without figures
  std::vector<std::string> headings;  ///< the same of each line before rows

  double width = 0;  ///< of the sheet as it is read, millimetres; 0: not known
  double height = 0;
};

class PageLooks {
 public:
  /// `patterns`: paper_patterns.toml, of which [stack] and [issuer].
  explicit PageLooks(const DataTable& patterns);

  [[nodiscard]] PageLook look(const RecognisedPage& page, const DocumentKinds& kinds) const;

 private:
  struct Lines;

  void read_title(const PaperText& text, const DocumentKinds& kinds, PageLook& look) const;
  void read_number(const PaperText& text, Lines& lines, PageLook& look) const;
  void read_head(const PaperText& text, const Lines& lines, PageLook& look) const;
  void read_rows(const PaperText& text, const Lines& lines, PageLook& look) const;
  void read_signatures(const PaperText& text, const Lines& lines, PageLook& look) const;
  [[nodiscard]] bool is_signature(const PaperText& text, std::size_t line) const;

  Pattern page_number_;
  Pattern annex_;
  Pattern opening_;
  Pattern issuer_;
  Pattern row_;
  Pattern continued_;
  Pattern signs_;
};

}  // namespace fonds
