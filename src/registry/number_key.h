/// NumberKey: the forms under which the number of a paper is kept and found, so that «А-1312/99»,
/// «А 1312-99» and misread «A-I3l2/99» meet.
///
/// Two numbers that agree in one form agree in all that stand below it. Threads: a pure function.
/// Faults: none; any text has a key, empty when it holds no letter and no digit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct NumberKey {
  /// As printed but for case, ё, kinds of dashes and spaces, and the number sign: "а-1312/99".
  std::string exact;
  /// Groups of letters and of digits, however they were parted; Latin letters that look like
  /// Cyrillic ones as those: "а-1312-99".
  std::string canonical;
  /// What recognition takes for each other is the same (I l 1; O 0; З 3; II П), nothing between:
  /// "а131299".
  std::string look_alike;
  /// The groups of digits, by which a part of the number is found.
  std::vector<std::string> parts;
};

NumberKey number_key(std::string_view printed);

}  // namespace fonds
