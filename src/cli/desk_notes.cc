#include "cli/desk_notes.h"

#include "archive/desk_words.h"
#include "archive/paper_words.h"
#include "base/messages.h"

namespace fonds {

std::vector<std::string> desk_lines(const Document& document, const DeskNotes& notes) {
  std::vector<std::string> lines;
  if (!notes.papers.empty()) {
    lines.push_back(say(tr("{}: its papers: {}"), document.accession,
                        fmt::format("{}", fmt::join(notes.papers, ", "))));
  }
  if (!notes.stack.empty()) {
    lines.push_back(say(tr("{}: from the stack {}, page {}"), document.accession, notes.stack,
                        document.stack_page));
  }
  if (notes.sheet) {
    lines.push_back(
        say(tr("{}: a separator sheet; it says: {}"), document.accession, in_words(*notes.sheet)));
  }
  for (const auto& [page, warning] : notes.pages) {
    lines.push_back(say(tr("{}, page {}: {}"), document.accession, page, in_words(warning)));
  }
  if (!notes.parts.empty()) {
    const auto pages = fmt::format("{}", fmt::join(notes.parts, " "));
    lines.push_back(say(tr("{}: seems to be several papers: `fonds document split {} {}`, or "
                           "`fonds document whole {}`"),
                        document.accession, document.accession, pages, document.accession));
  }
  if (notes.rescan_of) {
    lines.push_back(say(tr("{}: looks like another scan of {}; both are kept"), document.accession,
                        *notes.rescan_of));
  }
  if (notes.preset) {
    lines.push_back(say(tr("{}: by the sheet {}: {}"), document.accession, notes.preset_sheet,
                        in_words(notes.preset->says)));
  }
  return lines;
}

}  // namespace fonds
