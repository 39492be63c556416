/// FieldQueries: what a value after `field:` asks for.
///
/// Threads: one a thread. Faults: none; what cannot be understood is told.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/fields.h"
#include "indexer/terms.h"
#include "indexer/value_words.h"
#include "indexer/vocabulary.h"

namespace fonds {

struct FieldQuery {
  Xapian::Query query;     ///< empty when there is nothing to look for
  bool understood = true;  ///< false: to be searched as text
  std::string notice;      ///< a sentence for the person; usually empty
  // For WantedWords.
  std::vector<std::string> terms;
  std::vector<std::string> stems;
};

class FieldQueries {
 public:
  /// All outlive this object.
  FieldQueries(const ValueWords& words, Stems& stems, Vocabulary& vocabulary)
      : words_(words), stems_(stems), vocabulary_(vocabulary) {}
  /// `value` is valid UTF-8; the field is none of running text.
  FieldQuery of(const Field& field, const std::string& value);

 private:
  [[nodiscard]] FieldQuery value(const Field& field, const std::string& typed) const;
  FieldQuery person(const std::string& typed);
  FieldQuery title(const Field& field, const std::string& typed);
  const ValueWords& words_;
  FieldQuery lack(const std::string& typed) const;
  std::vector<std::string> names_meant(const std::string& word, FieldQuery& found);
  Stems& stems_;
  Vocabulary& vocabulary_;
  int looked_up_ = 0;  ///< words, at most kMostLookedUp
};

/// Documents whose number is this, the best form first; a part of the number last. Empty when the
/// text holds no letter and no digit.
Xapian::Query number_query(const std::string& typed);
/// Documents with a linked student of whose name this folded word is a case form.
Xapian::Query name_query(const std::string& word);

}  // namespace fonds
