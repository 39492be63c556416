/// DocumentKinds: the kinds of papers there are and how each is told, as config/document_kinds.toml
/// (its comments say what an entry means) and an institution's own kinds.toml say.
///
/// Invariant: ids are unique; every pattern can be used. Threads: immutable after loading.
/// Faults:    usage (an entry is misspelt or a pattern cannot be read: says file, line, what to
///            write).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "model/control.h"

namespace fonds {

/// What a paper of a kind looks like.
enum class SheetForm { award, table, text };
/// Which number of a paper is its own.
enum class NumberRule {
  sign,   ///< any № that belongs to nothing else
  title,  ///< the one after the title
  order,  ///< as sign, also "от 15.05.2024 № 87"
};

/// Whose achievement a paper of a kind proves, of those it is linked to.
enum class Proof {
  nobody,
  holder,   ///< the one it is given to
  named,    ///< also the members it names
  results,  ///< those with a result in their row
};

struct PaperKind {
  struct Title {
    std::string words;  ///< folded, parted by single spaces
    double weight = 1;
  };
  struct Anchor {
    std::string words;  ///< the pattern as written, for reasons
    Pattern pattern;
    double weight = 0;  ///< below 0: against the kind
  };

  std::string id;
  std::string ru;
  std::string en;
  std::vector<Title> titles;
  std::vector<Anchor> anchors;
  SheetForm sheet = SheetForm::text;
  NumberRule number = NumberRule::sign;
  bool own_level = false;  ///< about the institution itself, whatever contests it names
  bool book = false;       ///< its pages are headed with titles again and again
  std::vector<std::string> fields;
  std::string case_item;  ///< index of the nomenclature; may be empty
  Proof proves = Proof::nobody;
  std::optional<Control> control;  ///< what its results are a record of, unless the paper says

  [[nodiscard]] bool may_hold(std::string_view field) const;
};

class DocumentKinds {
 public:
  /// A file of kinds and the name messages call it by.
  struct Source {
    std::string_view toml;
    std::string_view name;
  };
  /// Later sources change and add to the kinds of the earlier ones.
  explicit DocumentKinds(std::span<const Source> sources);
  /// The kinds the program comes with.
  static DocumentKinds shipped();
  /// The same with an institution's own changes.
  static DocumentKinds shipped_with(std::string_view toml, std::string_view name);

  [[nodiscard]] const std::vector<PaperKind>& all() const { return kinds_; }
  /// Ids of those that sources after the first add or change.
  [[nodiscard]] const std::vector<std::string>& own() const { return own_; }
  /// Nothing when there is no such kind.
  [[nodiscard]] const PaperKind* find(std::string_view id) const;

 private:
  std::vector<PaperKind> kinds_;
  std::vector<std::string> own_;
};

/// `words` of a data file as a Pattern over folded text: a space is any white space, and a match
/// begins where a word does.
[[nodiscard]] Pattern word_pattern(std::string_view words);

}  // namespace fonds
