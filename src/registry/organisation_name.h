/// Names of organisations as papers print them: whether two are the same one's.
///
/// Quotes, full stops and № do not count. A few letters of a long word may be misread; figures and
/// abbreviations must agree: institutions of a town differ in nothing else. Threads: pure
/// functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// Folded, without the marks that do not count.
std::string title_key(std::string_view name);

/// Titles that differ in more than this share of their letters are different ones.
constexpr double kTitleDiffers = 0.25;

/// Whether the words differ in few enough letters to be one title, misread.
bool letters_agree(std::string_view printed, std::string_view ours);

/// «Центр „Радуга“» and «Цeнтp "Радута"», but not «СОШ № 1» and «СОШ № 10», not ЦДТ and ДДТ.
bool same_organisation(std::string_view a, std::string_view b);

/// Whether the school of the register and the organisation printed are the same: of a district's
/// schools the number tells. Nothing where one of them is not known.
std::optional<bool> same_school(std::string_view ours, std::string_view printed);

/// Whether `printed` is or contains `ours`: «МБОУ ДО ЦДТ Приморского района».
bool names_organisation(std::string_view printed, std::string_view ours);

}  // namespace fonds
