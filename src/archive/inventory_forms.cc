#include "archive/inventory_forms.h"

#include <fmt/format.h>

#include "access/policy.h"
#include "archive/approval.h"
#include "archive/inventories.h"
#include "archive/read_log.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

constexpr double kMegabyte = 1e6;

CaseListKind form_of(InventoryKind kind) {
  switch (kind) {
    case InventoryKind::permanent:
      return CaseListKind::permanent;
    case InventoryKind::long_term:
      return CaseListKind::long_term;
    case InventoryKind::personnel:
      return CaseListKind::personnel;
  }
  return CaseListKind::permanent;
}

std::string title_of(const InventoryRow& row) {
  const std::string heading =
      row.own_title.empty() ? row.heading : fmt::format("{}. {}", row.heading, row.own_title);
  return row.key.number > 1 ? say(tr("{}. Vol. {}"), heading, row.key.number) : heading;
}

/// What became of the unit since, or how it is carried.
std::string note_of(const InventoryRow& row) {
  if (row.state == VolumeState::destroyed) return tr("destroyed");
  if (row.state == VolumeState::transferred) return tr("handed over to another archive");
  return row.carrier == Carrier::hybrid ? std::string(tr("hybrid")) : std::string();
}

CaseListRow row_of(const ShownInventory::Row& row, bool electronic) {
  const InventoryRow& facts = row.facts;
  const std::string extent =
      electronic ? fmt::format("{:.2f}", static_cast<double>(facts.bytes) / kMegabyte)
                 : std::to_string(facts.sheets);
  return {std::to_string(facts.number),
          facts.key.index,
          title_of(facts),
          extreme_dates(facts.first_day, facts.last_day),
          row.period,
          extent,
          note_of(facts)};
}

/// With the titles of sections between.
std::string subject_of(std::int64_t inventory) { return fmt::format("inventory/{}", inventory); }

std::vector<CaseListRow> rows_of(const ShownInventory& shown) {
  std::vector<CaseListRow> rows;
  std::string section;
  for (const ShownInventory::Row& each : shown.rows) {
    if (each.section != section) {
      section = each.section;
      rows.push_back({"", "", section, "", "", "", ""});
    }
    rows.push_back(row_of(each, shown.inventory.electronic));
  }
  return rows;
}

}  // namespace

ShownInventory ArchiveInventoryForms::printed(const Actor& actor, std::int64_t id) {
  archive_.policy().require(actor, Operation::read_cases);
  const CaseInventory inventory = existing_inventory(archive_, id);
  const Viewer viewer(archive_, actor);
  for (const InventoryUnit& each : inventory.units) {
    if (sees_volume(viewer, Volumes(archive_.catalogue()).find(each.volume).value())) continue;
    throw Error(Fault::denied,
                say(tr("volumes of inventory {} are closed to you: it would not be whole"), id),
                tr("the archivist prints it"));
  }
  journal_read(archive_, actor, "inventory.printed", subject_of(id));
  return shown_inventory(archive_, inventory);
}

CaseListForm ArchiveInventoryForms::list(const Actor& actor, std::int64_t id) {
  const ShownInventory shown = printed(actor, id);
  const CaseInventory& inventory = shown.inventory;
  CaseListForm form;
  form.kind = form_of(inventory.kind);
  form.carrier = inventory.electronic ? ListedCarrier::electronic : ListedCarrier::paper;
  form.caption = archive_.caption_of(
      inventory.electronic ? FormKind::electronic_case_list : FormKind::case_list, subject_of(id));
  form.institution = inventory.title.institution;
  form.fonds = inventory.title.fonds;
  form.number = inventory.list;
  form.year = inventory.year;
  form.approval.day = inventory.approved_on;
  form.front = CaseListFront{inventory.founder_history,
                             inventory.fonds_history,
                             {tr("EK – commission of experts"), tr("vol. – volume")}};
  form.rows = rows_of(shown);
  form.lettered = tr("none");
  form.missing = tr("none");
  form.composer = signer_typed(inventory.composer);
  form.keeper = signer_typed(inventory.keeper);
  form.agreed = paper_typed(inventory.agreed);
  const bool taken_over = archive_.settings().flag("institution.archive_source");
  if (taken_over) form.authority = paper_typed(inventory.authority);
  return form;
}

HandoverListForm ArchiveInventoryForms::handover(const Actor& actor, std::int64_t id) {
  const ShownInventory shown = printed(actor, id);
  HandoverListForm form;
  form.caption = archive_.caption_of(FormKind::handover_list, subject_of(id));
  form.institution = shown.inventory.title.institution;
  form.number = shown.inventory.list;
  form.year = shown.inventory.year;
  form.rows = rows_of(shown);
  form.giver = signer_typed(shown.inventory.composer);
  form.receiver = signer_typed(shown.inventory.keeper);
  if (shown.inventory.handed_over_on) {
    form.received = static_cast<std::int64_t>(shown.inventory.unit_count);
    form.receiver.day = shown.inventory.handed_over_on;
  }
  return form;
}

}  // namespace fonds
