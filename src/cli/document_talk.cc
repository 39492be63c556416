#include "cli/document_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

std::string name_of_file(const Document& document) {
  return document.originals.empty() ? std::string{}
                                    : printable(document.originals.front().source_name);
}

}  // namespace

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string line_of(const Document& document, int pages) {
  if (is_parted(document)) {
    return fmt::format("{}  {}: {}", document.accession, tr("parted into its papers"),
                       name_of_file(document));
  }
  const bool recognised = document.run > 0;
  return fmt::format("{}  {:>4} {}  {:>7}  {:>5}  {}", document.accession, pages,
                     trn("page", "pages", static_cast<unsigned long>(pages)),
                     recognised ? say(tr("{:.1f} s"), document.seconds) : "—",
                     recognised ? percent(document.confidence) : "—", name_of_file(document));
}

std::string quarantine_line_of(const Document& document) {
  return fmt::format("{}: {}  {}: {}", tr("quarantined"), document.accession,
                     name_of_file(document), document.problem);
}

std::string title_of(JobState state) {
  switch (state) {
    case JobState::queued:
      return tr("waits");
    case JobState::leased:
      return tr("runs");
    case JobState::done:
      return tr("done");
    case JobState::quarantined:
      return tr("quarantined");
  }
  return {};
}

}  // namespace fonds
