#include "archive/stock.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "access/policy.h"
#include "archive/cases.h"
#include "archive/checks.h"
#include "archive/field_input.h"
#include "archive/inventory_view.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volume_marks.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSubject = "stock";

const VolumeMark* mark_of(const std::vector<VolumeMark>& marks, VolumeMarkKind kind) {
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [&](const VolumeMark& each) { return each.kind == kind; });
  return found == marks.end() ? nullptr : &*found;
}

std::string sheets_of(const Volume& volume) {
  return volume.sheets == 0 ? std::string() : std::to_string(volume.sheets);
}

}  // namespace

std::vector<MissingVolume> ArchiveStock::with(VolumeMarkKind kind) {
  VolumeMarks marks(archive_.catalogue());
  Volumes volumes(archive_.catalogue());
  Headings headings(archive_);
  std::vector<MissingVolume> found;
  for (const VolumeId each : marks.having(kind)) {
    const Volume volume = volumes.find(each).value();
    found.push_back({volume.key, headings.shown(volume).heading, *mark_of(marks.of(each), kind)});
  }
  return found;
}

MissingVolume ArchiveStock::mark(const Actor& actor, std::string_view reference,
                                 const VolumeMark& mark, std::string_view event) {
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), reference);
  VolumeMark made = mark;
  made.day = day_here(archive_.clock().now());
  made.marked_by = actor.login;
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, event, subject_of(meant.id));
  const Volume volume = Volumes(archive_.catalogue()).find(meant.id).value();
  expect_here(volume);
  VolumeMarks(archive_.catalogue()).set(transaction, actor, meant.id, made);
  transaction.commit();
  return {volume.key, Headings(archive_).shown(volume).heading, made};
}

MissingVolume ArchiveStock::miss(const Actor& actor, std::string_view reference,
                                 const std::string& reason) {
  archive_.policy().require(actor, Operation::keep_cases);
  const VolumeMark made{VolumeMarkKind::in_search, {}, line_typed(reason), ""};
  if (made.basis.empty()) {
    throw Error(Fault::usage, tr("it is not said why it may be missing"),
                tr("say it: --reason \"not returned after the repair\""));
  }
  return mark(actor, reference, made, "case.missed");
}

MissingVolume ArchiveStock::damage(const Actor& actor, std::string_view reference,
                                   const std::string& reason) {
  archive_.policy().require(actor, Operation::keep_cases);
  const VolumeMark made{VolumeMarkKind::damaged, {}, line_typed(reason), ""};
  if (made.basis.empty()) {
    throw Error(Fault::usage, tr("it is not said what the damage is"),
                tr("say it: --reason \"soaked when the pipe burst, illegible\""));
  }
  return mark(actor, reference, made, "case.damaged");
}

std::vector<MissingVolume> ArchiveStock::write_off(const Actor& actor,
                                                   const std::vector<std::string>& references,
                                                   const std::string& act,
                                                   const CalendarDate& day) {
  archive_.policy().require(actor, Operation::plan_retention);
  VolumeMark mark;
  mark.kind = VolumeMarkKind::written_off;
  mark.day = day;
  mark.basis = line_typed(act);
  mark.marked_by = actor.login;
  if (mark.basis.empty() || day_here(archive_.clock().now()) < day) {
    throw Error(Fault::usage, tr("the act needs its number and a day that is not to come"),
                tr("say them: --act \"№ 3\" --on 12.03.2026"));
  }
  const Viewer viewer(archive_, actor);
  VolumeMarks marks(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  std::vector<MissingVolume> written;
  for (const std::string& each : references) {
    const Volume volume = volume_meant(archive_, viewer, each);
    const bool searched = marks.lift(transaction, volume.id, VolumeMarkKind::in_search);
    const bool damaged = marks.lift(transaction, volume.id, VolumeMarkKind::damaged);
    if (!searched && !damaged) {
      throw Error(Fault::usage,
                  say(tr("volume {} is neither searched for nor damaged"), to_text(volume.key)),
                  tr("first it is said what happened: fonds stock missing, or damaged"));
    }
    marks.set(transaction, actor, volume.id, mark);
    journal.append(transaction, actor, "case.written_off", subject_of(volume.id),
                   Json{{"act", mark.basis}}.dump());
    written.push_back({volume.key, Headings(archive_).shown(volume).heading, mark});
  }
  transaction.commit();
  return written;
}

DiscoveryAct ArchiveStock::find(const Actor& actor, std::string_view reference,
                                const FoundWords& words) {
  archive_.policy().require(actor, Operation::keep_cases);
  const Volume volume = volume_meant(archive_, Viewer(archive_, actor), reference);
  const std::string where = line_typed(words.where);
  if (where.empty()) {
    throw Error(Fault::usage, tr("it is not said where it turned up"),
                tr("say it: --where \"cabinet 3\""));
  }
  VolumeMarks marks(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "case.found", subject_of(volume.id));
  const bool searched = marks.lift(transaction, volume.id, VolumeMarkKind::in_search);
  const bool written_off = marks.lift(transaction, volume.id, VolumeMarkKind::written_off);
  if (!searched && !written_off) {
    throw Error(Fault::usage, say(tr("volume {} is not searched for"), to_text(volume.key)),
                tr("`fonds stock list` shows what is"));
  }
  transaction.commit();
  const auto code = Inventories(archive_.catalogue()).code_of(volume.id);
  FoundUnitRow row;
  row.title = Headings(archive_).shown(volume).heading;
  row.dates = extreme_dates(volume.first_day, volume.last_day);
  row.sheets = sheets_of(volume);
  row.found_at = where;
  row.former_code =
      code ? fmt::format("{}/{}/{}", code->fonds, code->list, code->number) : to_text(volume.key);
  row.decision = line_typed(words.decision);
  return {facts(FormKind::discovery_act), {row}};
}

std::vector<MissingVolume> ArchiveStock::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  std::vector<MissingVolume> found;
  for (const VolumeMarkKind kind :
       {VolumeMarkKind::in_search, VolumeMarkKind::damaged, VolumeMarkKind::written_off}) {
    for (MissingVolume& each : with(kind)) found.push_back(std::move(each));
  }
  journal_read(archive_, actor, "stock.listed", kSubject, static_cast<std::int64_t>(found.size()));
  return found;
}

LossActFacts ArchiveStock::facts(FormKind kind) const {
  LossActFacts facts;
  facts.caption = archive_.caption_of(kind);
  facts.institution = own_name(archive_.settings());
  facts.occasion = tr("a check of presence and state");
  if (archive_.settings().flag("institution.archive_source")) facts.authority = FormPaper{};
  return facts;
}

LossAct ArchiveStock::act_of(const Actor& actor, VolumeMarkKind kind, LossActFacts facts) {
  LossAct act{std::move(facts), {}};
  VolumeMarks marks(archive_.catalogue());
  Volumes volumes(archive_.catalogue());
  Headings headings(archive_);
  for (const VolumeId id : marks.having(kind)) {
    const Volume volume = volumes.find(id).value();
    const auto code = Inventories(archive_.catalogue()).code_of(id);
    LostUnitRow row;
    row.inventory = code ? code->list : std::string();
    row.unit = code ? std::to_string(code->number) : to_text(volume.key);
    row.title = headings.shown(volume).heading;
    row.dates = extreme_dates(volume.first_day, volume.last_day);
    row.sheets = sheets_of(volume);
    row.reason = mark_of(marks.of(id), kind)->basis;
    act.units.push_back(std::move(row));
  }
  journal_read(archive_, actor, "stock.printed", kSubject,
               static_cast<std::int64_t>(act.units.size()));
  return act;
}

LossAct ArchiveStock::loss(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  LossAct act = act_of(actor, VolumeMarkKind::in_search, facts(FormKind::loss_act));
  if (!act.units.empty()) return act;
  throw Error(Fault::not_found, tr("no volume is searched for"),
              tr("what is not in its place is marked first: fonds stock missing"));
}

LossAct ArchiveStock::damages(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  LossAct act = act_of(actor, VolumeMarkKind::damaged, facts(FormKind::damage_act));
  if (!act.units.empty()) return act;
  throw Error(Fault::not_found, tr("no volume is damaged beyond repair"),
              tr("what can not be used any more is marked first: fonds stock damaged"));
}

PresenceCheckForm ArchiveStock::presence(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  journal_read(archive_, actor, "stock.printed", kSubject);
  VolumeMarks marks(archive_.catalogue());
  Volumes volumes(archive_.catalogue());
  Inventories inventories(archive_.catalogue());
  PresenceCheckForm form;
  form.caption = archive_.caption_of(FormKind::presence_check);
  form.institution = own_name(archive_.settings());
  form.fonds_name = form.institution;
  form.fonds = archive_.settings().text("institution.fonds");
  std::set<std::string> lists;
  std::int64_t listed = 0;
  std::int64_t absent = 0;
  for (const CaseInventory& card : inventories.list()) {
    if (!is_approved(card.state)) continue;
    lists.insert(card.list);
    const CaseInventory inventory = inventories.find(card.id).value();
    for (const InventoryUnit& unit : inventory.units) {
      const Volume volume = volumes.find(unit.volume).value();
      const bool here = volume.state == VolumeState::open || volume.state == VolumeState::closed;
      const auto said = marks.of(unit.volume);
      if (!here || mark_of(said, VolumeMarkKind::written_off) != nullptr) continue;
      ++listed;
      if (mark_of(said, VolumeMarkKind::in_search) != nullptr) ++absent;
    }
  }
  for (const std::string& each : lists) {
    form.inventories += (form.inventories.empty() ? "" : ", ") + each;
  }
  form.counts.by_inventories = listed;
  form.counts.lettered_counted = 0;
  form.counts.lettered_uncounted = 0;
  form.counts.missing_numbers = 0;
  form.counts.corrected = listed;
  form.counts.absent = absent;
  form.counts.present = listed - absent;
  std::set<int> years;
  for (const NomenclatureCard& each : Nomenclatures(archive_.catalogue()).list()) {
    years.insert(each.year);
  }
  form.counts.undescribed = static_cast<std::int64_t>(without_inventory(archive_, years).size());
  return form;
}

PresenceCheckForm ArchiveStock::electronic(const Actor& actor) {
  archive_.policy().require(actor, Operation::verify);
  const CheckResult checked = ArchiveChecks(archive_).check(actor, {});
  std::int64_t altered = 0;
  std::int64_t missing = 0;
  for (const CheckFinding& each : checked.findings) {
    if (each.weight != CheckFinding::Weight::problem) continue;
    if (each.area == "store") ++altered;
    if (each.area == "catalogue") ++missing;
  }
  PresenceCheckForm form;
  form.caption = archive_.caption_of(FormKind::presence_check);
  form.institution = own_name(archive_.settings());
  form.fonds_name = form.institution;
  form.fonds = archive_.settings().text("institution.fonds");
  form.inventories = tr("electronic documents");
  form.first_day = form.last_day = day_here(archive_.clock().now());
  form.counts.by_inventories = checked.originals + missing;
  form.counts.corrected = checked.originals + missing;
  form.counts.absent = missing;
  form.counts.present = checked.originals;
  form.counts.to_restore = altered;
  form.conclusions =
      say(tr("Every file was read and compared with its hash: files {}, of documents "
             "{}, missing {}, altered {}. Journal: entries {}, {}."),
          checked.originals, checked.documents, missing, altered, checked.journal_entries,
          checked.journal_head);
  return form;
}

}  // namespace fonds
