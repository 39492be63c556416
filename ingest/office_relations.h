/// OfficeRelations: which parts an Office Open XML part refers to (ECMA-376 part 2, 9.3).
///
/// Threads: immutable. Faults: corrupt (the list of relations is no XML).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/office_package.h"

namespace fonds {

class OfficeRelations {
 public:
  /// Those of `part`; none when the package has no list of them.
  OfficeRelations(const OfficePackage& package, std::string_view part);

  /// The part an id stands for; empty when there is none or it lies outside the package.
  [[nodiscard]] std::string target(std::string_view id) const;
  /// The first part of a type, by the last word of the type's name ("styles"); empty when none.
  [[nodiscard]] std::string of_type(std::string_view type) const;
  [[nodiscard]] std::vector<std::string> all_of_type(std::string_view type) const;

 private:
  struct Relation {
    std::string id;
    std::string type;
    std::string part;
  };
  std::vector<Relation> all_;
};

}  // namespace fonds
