/// CardTerms: what of a document's card becomes terms of the index, and the same terms for queries.
///
/// Threads: the functions are pure; one CardTerms a thread. Faults: none.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fields.h"
#include "indexer/index_writer.h"
#include "indexer/terms.h"
#include "registry/name_grammar.h"

namespace fonds {

/// Prefix and value, cut to what the index can hold.
std::string term_of(FieldId field, std::string_view value);

/// "02-05-1" by all its parts and by each run of neighbours among them, the whole first.
std::vector<std::string> code_terms(FieldId field, std::string_view index);

/// The terms of a number; empty when it has no letter and no digit.
struct NumberTerms {
  std::string exact;
  std::string canonical;
  std::string look_alike;
  std::vector<std::string> parts;
};
NumberTerms number_terms(std::string_view printed);

/// Where the words of students' names stand: those of one student close together, on the page that
/// names them, those of two far apart. Names joined in a query must stand within kNameWindow.
inline constexpr std::uint32_t kNameWindow = 16;
inline constexpr std::uint32_t kPlacesOfAStudent = 64;
/// The same for all words of one student on a page, another for those of others.
constexpr std::uint32_t student_block(std::uint32_t position) {
  return (position - 1) / kPlacesOfAStudent;
}
/// Where in a student's block the number in the register stands.
inline constexpr std::uint32_t kNumberPlace = 14;
static_assert((1U << 16U) % kPlacesOfAStudent == 0, "blocks must not reach over pages");

/// Calendar years and school years ("2023/2024") a document is found by, and from which to which.
struct DocumentYears {
  std::vector<std::string> terms;  ///< without prefix
  int first = 0;
  int last = 0;
};
/// By the paper's date; without one by its school year; else by the day it was accepted.
DocumentYears years_of(const IndexedDocument& document);

/// What numbers are put in order by: figures by their value, "9" before "10", signs as they are.
std::string number_order(std::string_view printed);

class CardTerms {
 public:
  void add(Xapian::Document& document, const IndexedDocument& source);

 private:
  void add_dates(Xapian::Document& document, const IndexedDocument& source);
  void add_title(Xapian::Document& document, FieldId field, const std::string& title);
  static void add_state(Xapian::Document& document, const IndexedDocument& source);
  void add_student(Xapian::Document& document, const IndexedStudent& student, std::uint32_t number);
  std::optional<NameGrammar> grammar_;  ///< read when the first student comes
  Stems stems_;
};

}  // namespace fonds
