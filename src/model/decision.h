/// Decision: one automatic choice: what was chosen, how sure, why, and where on the page it stands.
///
/// Invariant: a Decision without a value abstains: a person decides. Confidence is 0 … 1.
/// A Reason keeps its English text and its arguments apart, so that it is told in the language of
/// whoever reads it, years later too. Threads: value types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/page.h"

namespace fonds {

struct Reason {
  std::string said;               ///< English, marked by tr_later(); a {} for each of `with`
  std::vector<std::string> with;  ///< what the paper says: personal data may be among it
  bool operator==(const Reason&) const = default;
};
/// In the chosen language.
std::string in_words(const Reason& reason);

/// Where on the document something stands.
struct PlaceOnPage {
  int page = 1;  ///< from 1
  Box box;       ///< pixels of the original image (page.h)
  bool operator==(const PlaceOnPage&) const = default;
};

template <class Value>
struct Decision {
  std::optional<Value> value;
  double confidence = 0;
  std::vector<Reason> reasons;
  std::optional<PlaceOnPage> source;
};

}  // namespace fonds
