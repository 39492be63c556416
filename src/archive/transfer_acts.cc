#include "archive/transfer_acts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/approval.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/acts.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "catalogue/loans.h"
#include "catalogue/transfers.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// After these a package holds another volume than the archive.
constexpr std::array<std::string_view, 5> kChanges{"case.reopened", "case.closed", "case.split",
                                                   "case.corrected", "case.papers_taken"};

void expect_as_packed(Archive& archive, const Volume& volume, const Transfer& transfer) {
  for (const JournalEntry& each : Journal(archive.catalogue()).about(subject_of(volume.id))) {
    if (each.number <= transfer.journal_entry) continue;
    if (std::find(kChanges.begin(), kChanges.end(), each.event) == kChanges.end()) continue;
    throw Error(Fault::usage,
                say(tr("volume {} was changed after the package was made"), to_text(volume.key)),
                tr("the receiver has another one: make the package anew and hand that over"));
  }
}

void expect_free(Archive& archive, const Volume& volume) {
  expect_here(volume);
  if (Loans(archive.catalogue()).out(volume.id)) {
    throw Error(Fault::usage, say(tr("volume {} is handed out"), to_text(volume.key)),
                tr("it must be back first: fonds case return"));
  }
  if (const auto act = Acts(archive.catalogue()).living_with(volume.id)) {
    throw Error(Fault::usage, say(tr("volume {} is in act {}"), to_text(volume.key), *act),
                say(tr("`fonds act show {}` says how it stands"), *act));
  }
}

const char* title_of(InventoryKind kind) {
  switch (kind) {
    case InventoryKind::permanent:
      return tr("of cases kept permanently");
    case InventoryKind::long_term:
      return tr("of cases kept for a time (above 10 years)");
    case InventoryKind::personnel:
      return tr("of cases on personnel");
  }
  return "";
}

}  // namespace

Transfer ArchiveTransferActs::existing(std::int64_t number) {
  auto found = Transfers(archive_.catalogue()).find(number);
  if (!found) {
    throw Error(Fault::not_found, say(tr("there is no transfer {}"), number),
                tr("`fonds transfer list` shows them all"));
  }
  return std::move(*found);
}

ShownTransfer ArchiveTransferActs::shown(const Transfer& transfer) {
  ShownTransfer made{transfer, {}};
  Volumes volumes(archive_.catalogue());
  for (const VolumeId each : transfer.units) made.units.push_back(volumes.find(each).value().key);
  return made;
}

ShownTransfer ArchiveTransferActs::record(const Actor& actor, std::int64_t number,
                                          const AcceptanceWords& words) {
  archive_.policy().require(actor, Operation::plan_retention);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal journal(database);
  journal.lock(transaction);
  Transfer transfer = existing(number);
  if (transfer.accepted_on) {
    throw Error(Fault::usage, say(tr("transfer {} is accepted"), number),
                say(tr("`fonds transfer list` says by which act")));
  }
  transfer.act = line_typed(words.act);
  transfer.accepted_on = words.day;
  if (!words.receiver.empty()) transfer.receiver = line_typed(words.receiver);
  const bool is_to_come = day_here(archive_.clock().now()) < words.day;
  if (transfer.act.empty() || is_to_come || words.day < transfer.made_on) {
    throw Error(Fault::usage,
                tr("the act of acceptance needs its number and a day since the package was made"),
                tr("say them: --act \"№ 3 от 01.03.2032\" --on 01.03.2032"));
  }
  Volumes volumes(database);
  for (const VolumeId id : transfer.units) {
    Volume volume = volumes.find(id).value();
    expect_free(archive_, volume);
    expect_as_packed(archive_, volume, transfer);
    volume.state = VolumeState::transferred;
    volumes.update(transaction, actor, volume);
    journal.append(transaction, actor, "case.transferred", subject_of(id),
                   Json{{"transfer", number}}.dump());
  }
  Transfers(database).accept(transaction, actor, transfer);
  journal.append(transaction, actor, "transfer.recorded", "transfer/" + transfer.package,
                 Json{{"transfer", number}, {"tag_manifest", transfer.tag_manifest}}.dump());
  transaction.commit();
  return shown(existing(number));
}

std::vector<Transfer> ArchiveTransferActs::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_retention);
  return Transfers(archive_.catalogue()).list();
}

ShownTransfer ArchiveTransferActs::show(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::read_retention);
  return shown(existing(number));
}

TransferActForm ArchiveTransferActs::form(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::read_retention);
  const Transfer transfer = existing(number);
  journal_read(archive_, actor, "transfer.printed", "transfer/" + transfer.package);
  Inventories inventories(archive_.catalogue());
  std::map<std::int64_t, std::int64_t> units;  // by inventory, 0: none
  for (const VolumeId each : transfer.units) {
    const auto listed = inventories.code_of(each) ? inventories.living_with(each) : std::nullopt;
    ++units[listed.value_or(0)];
  }
  TransferActForm form;
  form.caption = archive_.caption_of(FormKind::transfer_act, fmt::format("transfer/{}", number));
  form.giver.name = own_name(archive_.settings());
  form.taker.name = transfer.receiver;
  form.act = paper_typed(transfer.act);
  form.fonds_name = form.giver.name;
  form.fonds = archive_.settings().text("institution.fonds");
  for (const auto& [id, count] : units) {
    TransferActRow row;
    row.units = count;
    if (id == 0) {
      row.inventory = tr("in no inventory");
    } else {
      const CaseInventory inventory = inventories.find(id).value();
      row.inventory = say(tr("Inventory No. {} {} for the year {}"), inventory.list,
                          title_of(inventory.kind), inventory.year);
    }
    form.rows.push_back(std::move(row));
  }
  return form;
}

}  // namespace fonds
