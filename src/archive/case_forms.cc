#include "archive/case_forms.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "access/policy.h"
#include "archive/loans.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

/// The heading of the item and, behind it, the volume's own.
std::string title_of(const ShownVolume& shown) {
  if (shown.volume.title.empty()) return shown.heading;
  return shown.heading + ". " + shown.volume.title;
}

std::string title_of(const ShownFiling& filed) {
  return filed.about.empty() ? filed.kind : filed.kind + ". " + filed.about;
}

std::string day_of(const ShownFiling& filed) {
  const auto date = date_span_from(filed.date);
  return date ? spoken(*date) : std::string();
}

FormVolume volume_of(const ShownVolume& shown) {
  const VolumeKey& key = shown.volume.key;
  return {key.index, key.year, key.number};
}

/// Sheets of the volume, once somebody has counted them.
std::optional<std::int64_t> counted_sheets(const Volume& volume) {
  if (!volume.closed_on || volume.sheets == 0) return std::nullopt;
  return volume.sheets;
}

/// "3", "3–5"; of what is no paper nothing.
std::string sheet_numbers(int first, int count) {
  if (count == 0) return {};
  if (count == 1) return std::to_string(first);
  return fmt::format("{}–{}", first, first + count - 1);
}

FormPlace place_of(const ArchiveCode& code) {
  return {code.fonds, code.list, std::to_string(code.number)};
}

/// Where a unit stands: the archive's code once its inventory is approved, its index before that.
FormPlace place_of(Archive& archive, VolumeId volume, const VolumeKey& key) {
  const auto code = Inventories(archive.catalogue()).code_of(volume);
  return code ? place_of(*code) : FormPlace{"", "", key.index};
}

/// A day's use of papers by somebody.
struct Use {
  CalendarDate day;
  std::string user;
  std::string what;
  auto operator<=>(const Use&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// What the journal knows of looks at a paper.
std::set<Use> uses_of(Archive& archive, DocumentId document) {
  std::set<Use> uses;
  for (const JournalEntry& each :
       Journal(archive.catalogue()).about(fmt::format("document/{}", document.value))) {
    const char* what = each.event == "document.shown"      ? tr("looked at")
                       : each.event == "document.exported" ? tr("copied")
                                                           : nullptr;
    if (what == nullptr) continue;
    uses.insert({day_here(each.at), person_of(archive, each.actor), what});
  }
  return uses;
}

}  // namespace

ShownVolume ArchiveCaseForms::printed(const Actor& actor, std::string_view volume) {
  archive_.policy().require(actor, Operation::read_cases);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  journal_read(archive_, actor, "case.printed", subject_of(meant.id));
  return Headings(archive_).shown(meant);
}

CoverForm ArchiveCaseForms::cover(const Actor& actor, std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  CoverForm form;
  form.caption = archive_.caption_of(FormKind::cover);
  form.institution = own_name(archive_.settings());
  form.index = shown.volume.key.index;
  form.volume = shown.volume.key.number;
  form.title = title_of(shown);
  form.first_day = shown.volume.first_day;
  form.last_day = shown.volume.last_day;
  form.sheets = counted_sheets(shown.volume);
  form.period = shown.period;
  if (const auto code = Inventories(archive_.catalogue()).code_of(shown.volume.id)) {
    form.place = place_of(*code);
  }
  form.code = to_text(shown.volume.key);
  return form;
}

std::vector<ShownFiling> ArchiveCaseForms::whole(const Actor& actor, const ShownVolume& shown) {
  std::vector<ShownFiling> filed;
  ArchiveCases(archive_).documents(actor, shown.volume,
                                   [&](const ShownFiling& each) { filed.push_back(each); });
  if (filed.size() != static_cast<std::size_t>(shown.volume.documents)) {
    throw Error(Fault::denied,
                say(tr("papers of volume {} are closed to you: its inventory would not be whole"),
                    to_text(shown.volume.key)),
                tr("the archivist prints it"));
  }
  return filed;
}

InventoryForm ArchiveCaseForms::inventory(const Actor& actor, std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  InventoryForm form;
  form.caption = archive_.caption_of(FormKind::inner_inventory, to_text(shown.volume.key));
  form.institution = own_name(archive_.settings());
  form.volume = volume_of(shown);
  form.title = title_of(shown);
  int next = 1;
  for (const ShownFiling& each : whole(actor, shown)) {
    const int sheets = each.filing.sheets;
    form.rows.push_back(
        {each.number, day_of(each), title_of(each), sheet_numbers(next, sheets), each.accession});
    next += sheets;
  }
  return form;
}

ElectronicRegisterForm ArchiveCaseForms::electronic_register(const Actor& actor,
                                                             std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  ElectronicRegisterForm form;
  form.caption = archive_.caption_of(FormKind::electronic_register, to_text(shown.volume.key));
  form.institution = own_name(archive_.settings());
  form.volume = volume_of(shown);
  form.title = title_of(shown);
  Documents documents(archive_.catalogue());
  for (const ShownFiling& each : whole(actor, shown)) {
    ElectronicRegisterRow row{each.number, day_of(each), title_of(each), "", "", each.accession};
    const Document document = documents.find(each.filing.document).value();
    for (const Original& file : document.originals) {
      const char* between = row.file.empty() ? "" : "\n";
      row.file += between + file.source_name;
      row.extent += between + say(tr("{} bytes, {}, SHA-256 {}"), file.size,
                                  entry_of(file.kind).name, file.sha256);
    }
    form.rows.push_back(std::move(row));
  }
  return form;
}

CertificateForm ArchiveCaseForms::certificate(const Actor& actor, std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  CertificateForm form;
  form.caption = archive_.caption_of(FormKind::certificate, to_text(shown.volume.key));
  form.institution = own_name(archive_.settings());
  form.volume = volume_of(shown);
  form.sheets = counted_sheets(shown.volume);
  return form;
}

SubstituteCard ArchiveCaseForms::substitute_card(const Actor& actor, std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  SubstituteCard form;
  form.caption = archive_.caption_of(FormKind::substitute_card, to_text(shown.volume.key));
  form.place = place_of(archive_, shown.volume.id, shown.volume.key);
  form.title = title_of(shown);
  for (const ShownLoan& each : ArchiveLoans(archive_).list(actor, false)) {
    if (each.loan.volume != shown.volume.id) continue;
    const auto& back = each.loan.returned_on;
    form.rows.push_back(
        {each.loan.taker, spoken(each.loan.issued_on), back ? spoken(*back) : std::string()});
  }
  return form;
}

UseSheet ArchiveCaseForms::use_sheet(const Actor& actor, std::string_view volume) {
  const ShownVolume shown = printed(actor, volume);
  UseSheet form;
  form.caption = archive_.caption_of(FormKind::use_sheet, to_text(shown.volume.key));
  form.place = place_of(archive_, shown.volume.id, shown.volume.key);
  form.title = title_of(shown);
  std::map<Use, std::string> uses;  // and on which sheets
  int next = 1;
  for (const ShownFiling& each : whole(actor, shown)) {
    const std::string sheets = sheet_numbers(next, each.filing.sheets);
    next += each.filing.sheets;
    for (const Use& use : uses_of(archive_, each.filing.document)) {
      std::string& all = uses[use];
      if (!sheets.empty()) all += (all.empty() ? "" : ", ") + sheets;
    }
  }
  for (const ShownLoan& each : ArchiveLoans(archive_).list(actor, false)) {
    if (each.loan.volume != shown.volume.id) continue;
    uses[{each.loan.issued_on, each.loan.taker,
          each.loan.purpose.empty() ? tr("looked at") : each.loan.purpose}] = tr("all");
  }
  for (const auto& [use, sheets] : uses) {
    form.rows.push_back({spoken(use.day), use.user, use.what, sheets});
  }
  return form;
}

IssueBook ArchiveCaseForms::issue_book(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  IssueBook book;
  book.caption = archive_.caption_of(FormKind::issue_book);
  for (const ShownLoan& each : ArchiveLoans(archive_).list(actor, false)) {
    const auto& back = each.loan.returned_on;
    book.rows.push_back(
        {spoken(each.loan.issued_on), place_of(archive_, each.loan.volume, each.key),
         fmt::format("{} ({})", each.heading, spoken(each.key)), each.loan.taker,
         spoken(each.loan.due_on), back ? spoken(*back) : std::string(), each.loan.purpose});
  }
  book.institution = own_name(archive_.settings());
  return book;
}

}  // namespace fonds
