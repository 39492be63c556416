/// NumberFinder: the registration number of a paper, and the number of the order it rests on.
///
/// The № of a school, class, group, age, programme, licence, law or order beside it is not the
/// number of the paper. Minutes have the one under their title. Threads: immutable. Faults: usage.
#pragma once

#include <string>
#include <vector>

#include "ingest/date_forms.h"
#include "ingest/fields.h"
#include "ingest/number_forms.h"

namespace fonds {

class NumberFinder {
 public:
  struct Thresholds {
    double number = 0;
    double order = 0;
  };
  /// `number` and `order`: those tables of paper_patterns.toml.
  NumberFinder(const DataTable& number, const DataTable& order, Thresholds thresholds);

  [[nodiscard]] Decision<std::string> find(const Paper& paper,
                                           const std::vector<PrintedNumber>& numbers,
                                           const std::vector<PrintedDate>& dates) const;
  [[nodiscard]] Decision<std::string> find_order(const Paper& paper,
                                                 const std::vector<PrintedNumber>& numbers) const;

 private:
  struct Marks {
    std::vector<TextSpan> own;
    std::vector<TextSpan> itself;
    std::vector<TextSpan> other;
  };
  [[nodiscard]] Finding<std::string> weigh(const Paper& paper, const PrintedNumber& number,
                                           const Marks& marks,
                                           const std::vector<PrintedDate>& dates) const;
  [[nodiscard]] bool belongs_elsewhere(const Paper& paper, const PrintedNumber& number, bool dated,
                                       const std::vector<TextSpan>& other) const;

  Pattern own_;
  Pattern itself_;
  Pattern other_;
  Pattern order_;
  std::vector<std::string> stems_;
  std::size_t within_;
  std::size_t order_within_;
  Thresholds thresholds_;
};

}  // namespace fonds
