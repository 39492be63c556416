#include "web/disclosure_files.h"

#include <fmt/format.h>

#include "archive/disclosure_forms.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/printed_download.h"

namespace fonds {

Response extract_download(Visit& visit, std::int64_t number, std::string_view resolution,
                          ArchiveDisclosures::Repeat repeat) {
  IssuedDisclosure issued =
      ArchiveDisclosures(visit.archive()).issue(visit.actor(), number, resolution, repeat);
  return file_download(std::move(issued.extract), "application/pdf",
                       fmt::format("extract-{:06}.pdf", number));
}

Response copy_download(Visit& visit, std::int64_t number, std::string_view accession) {
  IssuedDisclosure issued =
      ArchiveDisclosures(visit.archive())
          .issue(visit.actor(), number, "", ArchiveDisclosures::Repeat::again);
  for (ArchiveDocuments::Exported& each : issued.copies) {
    if (!each.file_name.starts_with(accession)) continue;
    Response response;
    response.file = std::move(each.fd);
    response.set("Content-Type", "application/octet-stream");
    response.set("Content-Disposition", content_disposition("attachment", each.file_name));
    return response;
  }
  throw Error(Fault::not_found, say(tr("no copy of {} may be given"), printable(accession)),
              tr("the extract says what the paper proves"));
}

PrintedForm register_form(Visit& visit, const DisclosureFilter& filter) {
  const auto found = ArchiveDisclosures(visit.archive()).list(visit.actor(), filter);
  const DisclosureRegister made = register_of(visit.archive(), found, filter);
  PrintedForm form = printed_disclosure_register(made);
  if (form.tables.empty()) form.tables.push_back(disclosure_register_table(made));
  return form;
}

}  // namespace fonds
