#include "ingest/separate.h"

namespace fonds {
namespace {

/// Opens a segment: it says something, if only that what was said before is over.
bool opens_segment(const StackItem& item) { return item.sheet && !item.sheet->is_bare(); }

class Parting {
 public:
  void take(const StackItem& item, std::size_t at) {
    if (is_sheet(item)) {
      close();
      if (opens_segment(item)) open_segment(item, at);
      return;
    }
    if (item.new_file) close();
    if (item.blank) return;
    if (!open_) papers_.push_back({at, 1, sheet_});
    if (!open_ && counted_) ++counts_.back().found;
    papers_.back().count = at - papers_.back().first + 1;
    open_ = true;
  }

  PartedStack finish() { return {std::move(papers_), std::move(counts_)}; }

 private:
  void close() { open_ = false; }

  void open_segment(const StackItem& item, std::size_t at) {
    sheet_ = at;
    counted_ = item.sheet->count.has_value();
    if (counted_) counts_.push_back({at, *item.sheet->count, 0});
  }

  std::vector<StackPaper> papers_;
  std::vector<SheetCount> counts_;
  std::optional<std::size_t> sheet_;
  bool counted_ = false;
  bool open_ = false;  ///< whether the last paper may go on
};

}  // namespace

PartedStack separate(const std::vector<StackItem>& stack) {
  Parting parting;
  for (std::size_t i = 0; i < stack.size(); ++i) parting.take(stack[i], i);
  return parting.finish();
}

std::optional<SheetCode> SheetFollower::take(const std::optional<SheetCode>& sheet) {
  if (!sheet) return last_;
  if (!sheet->is_bare()) last_ = sheet;
  return std::nullopt;
}

}  // namespace fonds
