/// What the official forms have in common: their margins and letters, and the corners where they
/// are headed, approved and agreed to.
///
/// The lines are for FormBlock::side_by_side(). What is empty is left to be written by hand.
/// Threads: any.
#pragma once

#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_words.h"

namespace fonds {

inline constexpr FormMargins kFormMargins{20, 20, 10, 15};
inline constexpr FormMargins kFormTurnedMargins{15, 20, 15, 14};
inline constexpr double kFormGap = 5;        ///< mm between the parts of a form
inline constexpr double kFormLineGap = 1.5;  ///< between what belongs together
inline constexpr double kFormCell = 9;       ///< points: letters of tables
inline constexpr double kFormSmallCell = 8;  ///< of tables with very many columns
/// A row that is written by hand.
inline constexpr double kFormHandRow = 8;

inline constexpr TextStyle kFormText{12};
inline constexpr TextStyle kFormStrong{12, TextWeight::bold};
inline constexpr TextStyle kFormCentred{12, TextWeight::ordinary, TextAlign::centre};
inline constexpr TextStyle kFormTitle{13, TextWeight::bold, TextAlign::centre};

[[nodiscard]] std::string institution_or_blank(const std::string& institution);
/// The institution's name over the whole width, and space below.
void draw_institution(FormFlow& flow, const std::string& institution);
/// "УТВЕРЖДАЮ", who approves, a line to sign on, the day.
[[nodiscard]] std::vector<FormLine> approval_lines(const FormSigner& head);
/// "СОГЛАСОВАНО", the protocol of the institution's own commission (ЭК).
[[nodiscard]] std::vector<FormLine> agreement_lines(const FormPaper& protocol);
/// `title` ("УТВЕРЖДЕНО"), the protocol of the archive authority's commission (ЭПК).
[[nodiscard]] std::vector<FormLine> authority_lines(const char* title, const FormPaper& protocol);
/// The institution, `title` ("АКТ"), day and number of the act, where it was drawn up.
[[nodiscard]] std::vector<FormLine> act_lines(const std::string& institution, const char* title,
                                              const FormPaper& act, const std::string& place);

}  // namespace fonds
