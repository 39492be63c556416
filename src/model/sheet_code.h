/// SheetCode: what the code on a separator, cover or case sheet says of the papers behind it.
///
/// Its text is short and versioned: FONDS1;T=case;CASE=02-08;YEAR=2024;COLL=…;N=25. Values are
/// UTF-8, percent-encoded. Anything else, hostile or merely foreign, is no sheet of ours: a value,
/// never a fault. Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

enum class SheetKind {
  separator,  ///< parts papers
  cover,      ///< opens a batch
  case_sheet  ///< opens the papers of a case
};
inline constexpr std::array<std::string_view, 3> kSheetKinds{"separator", "cover", "case"};
constexpr std::string_view name_of(SheetKind kind) {
  return kSheetKinds[static_cast<std::size_t>(kind)];
}
constexpr std::optional<SheetKind> sheet_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kSheetKinds.size(); ++i) {
    if (kSheetKinds[i] == name) return static_cast<SheetKind>(i);
  }
  return std::nullopt;
}

struct SheetCode {
  SheetKind kind = SheetKind::separator;
  std::string case_index;    ///< "02-08"; empty: not said
  std::optional<int> year;   ///< of the nomenclature
  std::string collective;    ///< title; empty: not said
  std::optional<int> count;  ///< papers expected behind the sheet
  bool operator==(const SheetCode&) const = default;

  /// A separator that says nothing: it parts papers, and what an earlier sheet said goes on.
  [[nodiscard]] bool is_bare() const;
};

/// How a document and the sheet it holds go together.
enum class SheetScope {
  behind,  ///< the document is a sheet and nothing else
  within,  ///< a stack that begins with the sheet: it counts for the document too
  several  ///< a stack with more than one: none of them counts for the whole document
};
inline constexpr std::array<std::string_view, 3> kSheetScopes{"behind", "within", "several"};
constexpr std::string_view name_of(SheetScope scope) {
  return kSheetScopes[static_cast<std::size_t>(scope)];
}

struct DocumentSheet {
  SheetScope scope = SheetScope::behind;
  SheetCode code;  ///< with several: the last, which counts for what comes behind
  bool operator==(const DocumentSheet&) const = default;
};

inline constexpr int kMostPapersOfASheet = 100'000;

/// The code to print. Faults: none: what cannot be said (an index that is none) is left out.
std::string to_text(const SheetCode& code);
/// Nothing when `text` is not wholly in the form above.
std::optional<SheetCode> sheet_code_from(std::string_view text);

/// An index of the nomenclature with one kind of dash: "02.08", "02/08" and "02–08" are "02-08".
/// Nothing when it is none.
std::optional<std::string> case_index_from(std::string_view printed);

}  // namespace fonds
