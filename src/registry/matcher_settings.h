/// MatcherSettings: the likelihoods and thresholds of the matcher, as config/matching.toml sets
/// them.
///
/// Threads: value type.
/// Faults:  usage (a number out of range, with its line).
#pragma once

#include <array>
#include <string>
#include <vector>

namespace fonds {

class DataTable;

struct MatcherSettings {
  static MatcherSettings shipped();
  static MatcherSettings from(const DataTable& data);

  /// Our own institution as papers call it ("МБОУ ДО ЦДТ"); a row that names it is ours.
  std::vector<std::string> own_names;

  struct Link {
    double threshold = 0;
    double offered = 0;
    double least_offered = 0;
    double slope = 1;
    double caution = 0;  ///< taken from the log-odds
    double most = 1;
  } link;
  struct Nobody {
    double holder = 0;
    double holder_collective = 0;
    double listed = 0;
    double listed_collective = 0;
    double roster = 0;
    double open_list = 0;
    double own_row = 0;
    double own_organisation = 1;
    double other_organisation = 1;
    double name_correlation = 1;
  } nobody;
  struct OwnList {
    double ours = 0;
    double row_known = 0;
    double row_of_others = 0;
    double sure = 1;
  } own_list;
  struct Names {
    double swapped = 0;
    double rejoined = 0;
    double misparted = 0;
    double part_of_double = 0;
    double former = 0;
    double unbent = 0;
    double wrong_last = 0;
    double wrong_first = 0;
    double wrong_middle = 0;
    double known_first = 0;
    double dim = 1;
    std::array<double, 6> cases{};
    double unexpected_case = 0;
  } names;
  struct Attendance {
    double collective = 0;
    double alike_collective = 0;
    double teacher = 0;
    double other_group = 0;
    double unknown_year = 0;
    double other_year = 0;
    double after_leaving = 0;
    double least_age = 0;
    double most_age = 0;
    double odd_age = 0;
    double not_born = 0;
  } attendance;
  struct Beside {
    double birth_date = 0;
    double birth_date_misread = 0;
    double age = 0;
    double age_misjudged = 0;
    double school = 0;
  } beside;
};

}  // namespace fonds
