#include "archive/desk_words.h"

#include "base/messages.h"
#include "base/text.h"

namespace fonds {

std::string in_words(const SheetCode& code) {
  std::string words;
  const auto add = [&](const std::string& fact) { words += (words.empty() ? "" : ", ") + fact; };
  if (!code.case_index.empty()) add(say(tr("case {}"), code.case_index));
  if (code.year) add(say(tr("year {}"), *code.year));
  if (!code.collective.empty()) add(say(tr("collective «{}»"), printable(code.collective)));
  return words.empty() ? std::string(tr("nothing")) : words;
}

std::string count_line(const ArchiveDesk::Count& count) {
  return say(tr("sheet {} ({}): {} papers expected, {} came"), count.accession,
             in_words(count.papers.says), count.papers.expected, count.papers.found);
}

}  // namespace fonds
