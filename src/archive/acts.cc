#include "archive/acts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "access/policy.h"
#include "archive/appraiser.h"
#include "archive/approval.h"
#include "archive/field_input.h"
#include "archive/inventory_view.h"
#include "archive/nomenclature_file.h"
#include "archive/paper_dates.h"
#include "archive/read_log.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "archive/withdrawn_data.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/acts.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 2000;

std::string subject_of(std::int64_t act) { return fmt::format("act/{}", act); }

std::string names_of(const std::vector<VolumeKey>& keys) {
  constexpr std::size_t kTold = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(keys.size(), kTold); ++i) {
    names += (names.empty() ? "" : ", ") + to_text(keys[i]);
  }
  return keys.size() > kTold ? names + " …" : names;
}

std::string in_words(GateCode code) {
  switch (code) {
    case GateCode::term_over:
      return tr("the term was not over on 1 January of the act's year");
    case GateCode::inventories:
      return tr("no inventories of the same years are approved");
    case GateCode::audited:
      return tr("the period was not audited");
    case GateCode::decided:
      return tr("the commission has not decided to destroy it");
    case GateCode::same_meeting:
      return tr(
          "nobody says that act and inventories were considered at one meeting: --one-meeting");
    case GateCode::approved:
      return tr("the head has not approved it");
    case GateCode::nothing_holds:
      return tr("something forbids to destroy it");
    case GateCode::end_recorded:
      return tr("it is not on record how it ends");
    case GateCode::records_changed:
      return tr("the records do not say that it is destroyed");
    case GateCode::data_recorded:
      return tr("it is not on record whose data were destroyed");
  }
  return {};
}

Error closed(const Gate& gate) {
  const std::string what = fmt::format("{}: {}", number_of(gate.code), in_words(gate.code));
  if (gate.code == GateCode::inventories && !gate.units.empty()) {
    return {Fault::usage,
            say(tr("{}: volumes of the same years are in no approved inventory: {}"),
                number_of(gate.code), names_of(gate.units)),
            tr("draw them up and have them approved first: fonds inventory draw")};
  }
  if (gate.units.empty()) {
    return {Fault::usage, what, tr("say so when the agreement is recorded: fonds act agree")};
  }
  return {Fault::usage, what + ": " + names_of(gate.units),
          tr("`fonds retention explain` says why; to leave a volume out, cancel the act and draw "
             "another")};
}

void expect_state(const DestructionAct& act, ActState expected) {
  if (act.state == expected) return;
  const char* what = act.state == ActState::draft        ? tr("no commission has agreed to act {}")
                     : act.state == ActState::agreed     ? tr("the commission has agreed to act {}")
                     : act.state == ActState::approved   ? tr("act {} is approved")
                     : act.state == ActState::withdrawn  ? tr("the papers of act {} are withdrawn")
                     : act.state == ActState::destroying ? tr("act {} is being carried out")
                     : act.state == ActState::carried_out ? tr("act {} is carried out")
                                                          : tr("act {} was cancelled");
  throw Error(Fault::usage, say(what, act.number),
              say(tr("`fonds act show {}` says how it stands"), act.number));
}

/// Whether it may stand in an act: its term is over and nothing forbids it.
void expect_eligible(const VolumeKey& key, const std::optional<ExplainedVolume>& volume) {
  if (volume && volume->step == PlannedStep::destroy) return;
  const VerdictState state = volume ? volume->verdict.state : VerdictState::waiting;
  throw Error(Fault::usage,
              say(tr("volume {} may not stand in an act: {}"), to_text(key), title_of(state)),
              say(tr("`fonds retention explain {}` says why"), to_text(key)));
}

std::set<int> years_of(const std::vector<ShownAct::Unit>& units) {
  std::set<int> years;
  for (const ShownAct::Unit& each : units) years.insert(each.last_year);
  return years;
}

}  // namespace

DestructionAct existing_act(Archive& archive, std::int64_t number) {
  auto act = Acts(archive.catalogue()).find(number);
  if (!act) {
    throw Error(Fault::not_found, say(tr("there is no act {}"), number),
                tr("`fonds act list` shows them all"));
  }
  return std::move(*act);
}

/// The act whose article it is, in the edition of the day; as it is said where no list has it.
std::string list_of(const Authority& authority, const CalendarDate& day) {
  const ListArticle* listed = shipped_retention_list().find(authority, day);
  return listed == nullptr ? authority.act : listed->rule.authority.act;
}

void expect_passed(const std::vector<Gate>& gates, const std::vector<GateCode>& later) {
  for (const Gate& each : gates) {
    const bool is_later = std::find(later.begin(), later.end(), each.code) != later.end();
    if (each.state == GateState::passed || (is_later && each.state == GateState::open)) continue;
    throw closed(each);
  }
}

/// A unit without a rule closes the gates, too: its verdict is that its term has not begun.
ShownAct ArchiveActs::shown(const DestructionAct& act) {
  ShownAct made{act, {}, {}};
  const Appraiser appraiser(archive_, day_here(archive_.clock().now()));
  std::map<VolumeId, RetentionRecord> records;
  for (RetentionRecord& each : RetentionRecords(archive_.catalogue()).of(act.units)) {
    heed_papers(archive_.catalogue(), each);
    records.emplace(each.volume, std::move(each));
  }
  std::vector<AppraisedUnit> units;
  for (const VolumeId id : act.units) {
    const RetentionRecord& record = records.at(id);
    const auto appraised = appraiser.appraise(record);
    units.push_back({record.key, record.state, appraised ? appraised->verdict : Verdict{}});
    ShownAct::Unit unit;
    unit.key = record.key;
    if (appraised) {
      unit.heading = appraised->heading;
      unit.period = period_with_source(appraised->rule);
      unit.list = list_of(appraised->rule.authority, act.drawn_up_on);
    }
    if (record.first_day) unit.first_year = record.first_day->year;
    if (record.facts.closed) unit.last_year = record.facts.closed->year;
    unit.code = Inventories(archive_.catalogue()).code_of(id);
    made.units.push_back(std::move(unit));
  }
  // Once its papers are withdrawn, what was closed since is the next act's matter.
  const bool has_begun = is_approved(act.state) && act.state != ActState::approved;
  const bool by_term = act.basis == ActBasis::term_over;
  const auto unlisted = has_begun || !by_term ? std::vector<VolumeKey>()
                                              : without_inventory(archive_, years_of(made.units));
  made.gates = gates_of(act, units, unlisted);
  return made;
}

/// Looked for before the lock: it takes a look at every volume.
std::vector<VolumeId> ArchiveActs::all_eligible() {
  const Appraiser appraiser(archive_, day_here(archive_.clock().now()));
  RetentionRecords records(archive_.catalogue());
  Acts acts(archive_.catalogue());
  std::vector<VolumeId> found;
  VolumeId after;
  for (;;) {
    const std::vector<RetentionRecord> page = records.page(after, kPage);
    if (page.empty()) return found;
    for (const RetentionRecord& each : page) {
      const auto appraised = appraiser.appraise(each);
      const bool eligible = appraised && appraised->step == PlannedStep::destroy;
      if (eligible && !acts.living_with(each.volume)) found.push_back(each.volume);
    }
    after = page.back().volume;
  }
}

ShownAct ArchiveActs::draw_up(const Actor& actor, const std::vector<std::string>& names) {
  archive_.policy().require(actor, Operation::plan_retention);
  const CalendarDate today = day_here(archive_.clock().now());
  const Appraiser appraiser(archive_, today);
  const Viewer viewer(archive_, actor);
  std::vector<VolumeId> units = names.empty() ? all_eligible() : std::vector<VolumeId>();
  for (const std::string& each : names) units.push_back(volume_meant(archive_, viewer, each).id);
  if (units.empty()) {
    throw Error(Fault::not_found, tr("there is nothing that may be destroyed and is in no act"),
                tr("`fonds retention plan` shows what is to be done"));
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  Acts acts(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  for (RetentionRecord& each : RetentionRecords(archive_.catalogue()).of(units)) {
    heed_papers(archive_.catalogue(), each);
    expect_eligible(each.key, appraiser.appraise(each));
    if (const auto other = acts.living_with(each.volume)) {
      throw Error(Fault::usage, say(tr("volume {} is in act {}"), to_text(each.key), *other),
                  say(tr("`fonds act show {}` says how it stands"), *other));
    }
  }
  DestructionAct drawn;
  drawn.drawn_up_on = today;
  drawn.units = units;
  const std::int64_t number = acts.add(transaction, actor, drawn);
  journal.append(transaction, actor, "act.drawn_up", subject_of(number),
                 Json{{"units", units.size()}}.dump());
  transaction.commit();
  return shown(existing_act(archive_, number));
}

/// The act is looked at under the journal's lock. `change` gets the act and says which gates may
/// still be open; nothing: it does not look at them.
template <class Change>
ShownAct ArchiveActs::settle(const Actor& actor, std::int64_t number, std::string_view event,
                             const Change& change) {
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  DestructionAct act = existing_act(archive_, number);
  const std::optional<std::vector<GateCode>> later = change(act);
  if (later) expect_still_withdrawn(archive_, act);
  ShownAct made = shown(act);
  if (later) expect_passed(made.gates, *later);
  journal.append(transaction, actor, event, subject_of(number),
                 Json{{"digest", digest_of(act)}}.dump());
  Acts(archive_.catalogue()).update(transaction, actor, act);
  transaction.commit();
  ++made.act.revision;
  return made;
}

ShownAct ArchiveActs::agree(const Actor& actor, std::int64_t number,
                            const ActAgreement& agreement) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, number, "act.agreed", [&](DestructionAct& act) {
    expect_state(act, ActState::draft);
    act.agreed = line_typed(agreement.protocol);
    act.inventories = line_typed(agreement.inventories);
    if (act.inventories.empty()) {
      act.inventories = approval_of_inventories(archive_, years_of(shown(act).units));
    }
    act.one_meeting = agreement.one_meeting;
    if (act.agreed.empty()) {
      throw Error(Fault::usage, tr("the protocol of the commission is not named"),
                  tr("say its number and day: --protocol \"№ 3 от 12.12.2026\""));
    }
    act.state = ActState::agreed;
    return std::optional(std::vector{GateCode::approved, GateCode::end_recorded,
                                     GateCode::records_changed, GateCode::data_recorded});
  });
}

ShownAct ArchiveActs::approve(const Actor& actor, std::int64_t number,
                              const ActApproval& approval) {
  archive_.policy().require(actor, Operation::approve_act);
  return settle(actor, number, "act.approved", [&](DestructionAct& act) {
    if (approval.revision != 0 && approval.revision != act.revision) {
      throw Error(Fault::busy, say(tr("somebody has changed act {} meanwhile"), number),
                  tr("look at it anew, then try again"));
    }
    expect_state(act, ActState::agreed);
    expect_another_person(archive_, actor, act.author);
    act.approval = line_typed(approval.number);
    act.approved_on = approval.day;
    act.approved_by = actor.login;
    if (act.approval.empty() || day_here(archive_.clock().now()) < approval.day) {
      throw Error(Fault::usage, tr("the approval needs its number and a day that is not to come"),
                  tr("say them: --number 12 --on 25.12.2026"));
    }
    act.approved_at = archive_.clock().now();
    act.state = ActState::approved;
    return std::optional(
        std::vector{GateCode::end_recorded, GateCode::records_changed, GateCode::data_recorded});
  });
}

ShownAct ArchiveActs::cancel(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, number, "act.cancelled", [&](DestructionAct& act) {
    const bool is_free = act.state == ActState::draft || act.state == ActState::agreed ||
                         act.state == ActState::approved;
    if (!is_free) expect_state(act, ActState::draft);
    act.state = ActState::cancelled;
    return std::optional<std::vector<GateCode>>();
  });
}

std::vector<DestructionAct> ArchiveActs::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_retention);
  return Acts(archive_.catalogue()).list();
}

ShownAct ArchiveActs::show(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::read_retention);
  return shown(existing_act(archive_, number));
}

}  // namespace fonds
