/// Names of organisations as papers print them: whether two are the same one's.
///
/// Quotes, full stops and № do not count. A few letters of a long word may be misread; figures and
/// abbreviations must agree: institutions of a town differ in nothing else. Threads: pure
/// functions.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// Folded, without the marks that do not count.
std::string organisation_key(std::string_view name);

/// Titles that differ in more than this share of their letters are different ones.
constexpr double kTitleDiffers = 0.25;

/// Whether the words differ in few enough letters to be one title, misread.
bool titles_agree(std::string_view printed, std::string_view ours);

/// «Центр „Радуга“» and «Цeнтp "Радута"», but not «СОШ № 1» and «СОШ № 10», not ЦДТ and ДДТ.
bool same_organisation(std::string_view a, std::string_view b);

/// Whether `printed` is or contains `ours`: «МБОУ ДО ЦДТ Приморского района».
bool names_organisation(std::string_view printed, std::string_view ours);

}  // namespace fonds
