#include "archive/act_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/acts.h"
#include "archive/approval.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/destructions.h"
#include "catalogue/journal.h"
#include "catalogue/volumes.h"
#include "model/spoken_date.h"
#include "retention/period_words.h"

namespace fonds {
namespace {

std::string subject_of(std::int64_t act) { return fmt::format("act/{}", act); }

std::string in_kilograms(std::int64_t grams) {
  if (grams % 1000 == 0) return std::to_string(grams / 1000);
  std::string behind = fmt::format("{:03}", grams % 1000);
  behind.erase(behind.find_last_not_of('0') + 1);
  return say(tr("{}.{}"), grams / 1000, behind);
}

/// How it ends: the paper under its waybill, the files removed, backups by their rotation.
DestructionProof ending_of(const ConfigFile& settings, const DestructionAct& act) {
  DestructionProof ending;
  ending.units = static_cast<std::int64_t>(act.units.size());
  if (!act.execution.waybill.empty()) {
    ending.weight = in_kilograms(act.execution.grams);
    ending.waybill = paper_typed(act.execution.waybill);
  }
  const std::string& set = settings.text("retention.erasure");
  ending.erasure = set.empty() ? tr("deletion that can not be undone") : set;
  if (const std::int64_t days = settings.integer("retention.backup_days"); days > 0) {
    ending.erasure += "; " + say(tr("from backups by their rotation within {} days"), days);
  }
  return ending;
}

/// The last entry that changed the act: its hash stands for all that was before it.
std::string entry_for(Database& catalogue, std::int64_t act) {
  std::string said;
  for (const JournalEntry& each : Journal(catalogue).about(subject_of(act))) {
    if (each.event != "act.printed" && each.event != "act.proved") {
      said = fmt::format("{}, {}", each.number, each.hash);
    }
  }
  return said;
}

std::string in_years(int first, int last) {
  return first == last ? std::to_string(last) : fmt::format("{}–{}", first, last);
}

/// Like cases of a year stand in one row, with their number; those of an inventory one by one.
void add_row(DestructionActForm& form, const ShownAct::Unit& unit) {
  const std::string years = in_years(unit.first_year, unit.last_year);
  const bool same = !unit.code && !form.rows.empty() && form.rows.back().inventory.empty() &&
                    form.rows.back().title == unit.heading &&
                    form.rows.back().unit == unit.key.index && form.rows.back().years == years &&
                    form.rows.back().period == unit.period;
  if (same) {
    ++form.rows.back().units;
  } else if (unit.code) {
    form.rows.push_back({unit.heading, years, unit.code->list, std::to_string(unit.code->number), 1,
                         unit.period, ""});
  } else {
    form.rows.push_back({unit.heading, years, "", unit.key.index, 1, unit.period, ""});
  }
  const bool begins = form.years.first == 0 || unit.first_year < form.years.first;
  if (begins) form.years.first = unit.first_year;
  form.years.last = std::max(form.years.last, unit.last_year);
}

/// The lists that set the periods of the units, each once, in order of their names.
std::string grounds_of(const std::vector<ShownAct::Unit>& units) {
  std::set<std::string> lists;
  for (const ShownAct::Unit& each : units) {
    if (!each.list.empty()) lists.insert(each.list);
  }
  std::string text;
  for (const std::string& each : lists) {
    text += text.empty() ? "" : "; ";
    text += PeriodWords::shipped().grounds(each);
  }
  return text;
}

}  // namespace

DestructionActForm ArchiveActForms::act(const Actor& actor, std::int64_t number) {
  const ShownAct act = ArchiveActs(archive_).show(actor, number);
  journal_read(archive_, actor, "act.printed", subject_of(number));
  DestructionActForm form;
  form.institution = own_name(archive_.settings());
  form.caption = archive_.caption_of(FormKind::destruction_act, subject_of(number));
  form.act = {act.act.drawn_up_on, std::to_string(number)};
  form.fonds = archive_.settings().text("institution.fonds");
  form.fonds_name = form.institution;
  form.grounds = grounds_of(act.units);
  for (const ShownAct::Unit& each : act.units) add_row(form, each);
  // A case stands in the inventory of the year it was finished in.
  for (const ShownAct::Unit& each : act.units) {
    FormYears& years = form.inventories_years;
    years.first = years.first == 0 ? each.last_year : std::min(years.first, each.last_year);
    years.last = std::max(years.last, each.last_year);
  }
  form.confirmation = archive_.settings().flag("institution.archive_source")
                          ? InventoryConfirmation::by_authority
                          : InventoryConfirmation::by_institution;
  form.confirmed = paper_typed(act.act.inventories);
  form.agreed = paper_typed(act.act.agreed);
  if (act.act.execution.withdrawn_on) form.proof = ending_of(archive_.settings(), act.act);
  form.journal = entry_for(archive_.catalogue(), number);
  return form;
}

PersonalDataActForm ArchiveActForms::personal_data(const Actor& actor, std::int64_t number) {
  const DestructionAct act = ArchiveActs(archive_).show(actor, number).act;
  if (act.state != ActState::carried_out) {
    throw Error(Fault::usage, say(tr("act {} is not carried out"), number),
                say(tr("`fonds act show {}` says how it stands"), number));
  }
  journal_read(archive_, actor, "act.printed", subject_of(number));
  PersonalDataActForm form;
  form.holder = own_name(archive_.settings());
  form.caption = archive_.caption_of(FormKind::personal_data_act, subject_of(number));
  form.act = {act.execution.done_on, std::to_string(number)};
  Volumes volumes(archive_.catalogue());
  const std::string erasure = ending_of(archive_.settings(), act).erasure;
  for (const Destructions::Subject& each :
       Destructions(archive_.catalogue()).subjects(act.number)) {
    const Volume volume = volumes.find(each.volume).value();
    PersonalDataActRow row;
    row.subject = say(tr("record {} of the register of students"), each.student.value);
    row.categories = tr("name, results of learning, documents about them");
    row.system = "Fonds";
    row.method = erasure;
    if (volume.carrier != Carrier::electronic) {
      row.carrier = say(tr("case {}"), to_text(volume.key));
      row.sheets = std::to_string(volume.sheets);
      row.method = say(tr("paper: waybill {}; files: {}"), act.execution.waybill, erasure);
    }
    row.reason =
        say(act.basis == ActBasis::term_over ? tr("the period of keeping is over, act № {} of {}")
                                             : tr("the consent was withdrawn, act № {} of {}"),
            number, spoken(act.drawn_up_on));
    row.day = spoken(act.execution.done_on.value());
    form.rows.push_back(std::move(row));
  }
  return form;
}

PersonalDataLogForm ArchiveActForms::personal_data_log(const Actor& actor, std::int64_t number) {
  const PersonalDataActForm act = personal_data(actor, number);
  PersonalDataLogForm form;
  form.holder = act.holder;
  form.caption = archive_.caption_of(FormKind::personal_data_log, subject_of(number));
  form.act = act.act;
  for (const PersonalDataActRow& each : act.rows) {
    form.rows.push_back({each.subject, each.categories, each.system, each.reason, each.day});
  }
  return form;
}

}  // namespace fonds
