/// Separate: a stack of scanned pages, or the files of a batch in their order, parted into papers
/// by the sheets between them; what a sheet says goes with the papers behind it.
///
/// What a sheet with something to say says holds until the next such sheet, wholly replaced then:
/// nothing of one segment reaches the next. A bare separator only parts papers. Sheets and blank
/// pages are no papers. Without a sheet nothing is parted: stack_pages proposes, a person
/// decides. So a stack treated whole gives what its segments, each treated alone, give.
/// Threads: pure; a SheetFollower is used by one thread.
#pragma once

#include <optional>
#include <vector>

#include "model/sheet_code.h"

namespace fonds {

/// What is known of one page (or one file) of the stack.
struct StackItem {
  std::optional<SheetCode> sheet;  ///< it is a sheet, and says this
  bool separator = false;          ///< it calls itself a separator in words
  bool blank = false;
  bool new_file = false;  ///< it begins a file, which is a paper or several, never part of one
};

inline bool is_sheet(const StackItem& item) { return item.sheet.has_value() || item.separator; }

/// A paper of the stack: the items [first, first + count), blank ones at its ends left out.
struct StackPaper {
  std::size_t first = 0;
  std::size_t count = 0;
  std::optional<std::size_t> sheet;  ///< whose word counts for it
  bool operator==(const StackPaper&) const = default;
};

/// What came behind a sheet that says how many papers to expect.
struct SheetCount {
  std::size_t sheet = 0;
  int expected = 0;
  int found = 0;
};

struct PartedStack {
  std::vector<StackPaper> papers;
  std::vector<SheetCount> counts;  ///< of every sheet with an expected number
};
PartedStack separate(const std::vector<StackItem>& stack);

/// The same rule for items that come one by one, as recognition or a ZIP gives them.
class SheetFollower {
 public:
  /// What holds for this item; nothing for a sheet itself, or before the first.
  std::optional<SheetCode> take(const std::optional<SheetCode>& sheet);

 private:
  std::optional<SheetCode> last_;
};

}  // namespace fonds
