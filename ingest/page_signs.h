/// PageSigns: what speaks for or against a new paper beginning with a page, and the proposal made
/// of it.
///
/// Each sign adds log-odds; contradictory ones cancel each other out. Threads: pure.
#pragma once

#include <optional>
#include <string>

#include "model/decision.h"

namespace fonds {

/// What a page heads itself as an annex to.
enum class AnnexTo {
  nothing,
  something,     ///< it does not say to what
  paper_before,  ///< a paper such as lies before it
  another,       ///< a paper such as does not lie before it
};

/// Of one page and the paper that lies open before it: the pages from its beginning on.
struct PageSigns {
  // For a new paper.
  double title = 0;  ///< log-odds that the title of a kind stands in the upper part; 0: none does
  std::string title_words;        ///< as printed
  bool award = false;             ///< the kind is one of single sheets
  bool heading = false;           ///< the title heads chapters of long papers as well
  bool award_words = false;       ///< without a title, its words are those of an award
  bool opening = false;           ///< it begins with a letterhead or an addressee
  bool before_is_last = false;    ///< the page before says it is the last: «стр. 2 из 2»
  bool before_is_signed = false;  ///< the page before ends with signatures
  bool before_is_award = false;   ///< the paper before is a single sheet
  bool other_format = false;      ///< its sheet is of another size or lies another way

  // Against one.
  std::optional<int> page_number;  ///< printed; 1 speaks for a new paper
  bool number_follows = false;     ///< it is the next of the paper before
  AnnexTo annex = AnnexTo::nothing;
  bool continues_table = false;     ///< its first row has the number after the last one before
  bool starts_mid_table = false;    ///< its rows begin above 1
  bool repeats_heading = false;     ///< its first line heads a table of the paper before
  bool repeats_title = false;       ///< its title is one of the book it belongs to
  bool continues_sentence = false;  ///< it begins with a small letter
  bool says_so = false;             ///< it is headed «Продолжение …»
  bool chapter = false;             ///< it is headed as pages inside a book are
  bool only_signatures = false;
};

/// Whether a new paper begins with the page: proposed, never done. Abstains (no value) when the
/// signs say nothing or contradict each other; the confidence is then that of the likelier.
Decision<bool> propose_boundary(const PageSigns& page);

}  // namespace fonds
