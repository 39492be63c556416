/// PersonFinder: every person a recognised paper names: the name as printed and parted, whether the
/// paper is theirs, and what it says of them.
///
/// The steps: words (persons_words) → rows of lists (rows) → names (persons_names) → who they are
/// for the paper (persons_roles) → what it says of them (persons_facts). Nobody of the register is
/// asked. Invariant: every mention consists of words of the paper, in reading order by its first
/// word. Threads: immutable; use one from all threads. Time grows in proportion to the text.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_wording.h"
#include "model/paper.h"
#include "registry/name_grammar.h"

namespace fonds {

class PersonFinder {
 public:
  /// `grammar` must outlive the finder.
  explicit PersonFinder(const NameGrammar& grammar,
                        PersonWording wording = PersonWording::shipped());

  /// `kind_id`: of config/document_kinds.toml; empty when the kind is not known.
  [[nodiscard]] std::vector<PersonMention> find(const PaperText& paper,
                                                std::string_view kind_id) const;

 private:
  const NameGrammar& grammar_;
  PersonWording wording_;
};

/// With the wording shipped, which is read once.
std::vector<PersonMention> find_persons(const PaperText& paper, std::string_view kind_id,
                                        const NameGrammar& grammar);

}  // namespace fonds
