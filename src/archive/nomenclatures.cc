#include "archive/nomenclatures.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/field_input.h"
#include "archive/nomenclature_file.h"
#include "archive/nomenclature_year.h"
#include "archive/settings.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "catalogue/nomenclatures.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

std::string subject_of(int year) { return fmt::format("nomenclature/{}", year); }

Error already(const NomenclatureCard& card) {
  const char* what = card.state == NomenclatureState::locked
                         ? tr("the nomenclature of {} is closed, its year is over")
                         : tr("the nomenclature of {} is approved");
  return {Fault::usage, say(what, card.year), tr("`fonds nomenclature list` shows them all")};
}

Error changed(int year) {
  return {Fault::busy, say(tr("somebody has changed the nomenclature of {} meanwhile"), year),
          tr("look at it anew, then try again")};
}

bool is_final(const NomenclatureCard& card) {
  return card.state == NomenclatureState::approved || card.state == NomenclatureState::locked;
}

}  // namespace

CalendarDate ArchiveNomenclatures::today() const { return day_here(archive_.clock().now()); }

NomenclatureCard ArchiveNomenclatures::found(int year) {
  auto card = Nomenclatures(archive_.catalogue()).card(year);
  if (!card) {
    throw Error(Fault::not_found, say(tr("there is no nomenclature of {}"), year),
                tr("`fonds nomenclature import FILE` brings one in"));
  }
  return std::move(*card);
}

NomenclatureCard ArchiveNomenclatures::put(const Actor& actor, const Nomenclature& nomenclature) {
  archive_.policy().require(actor, Operation::edit_nomenclature);
  if (nomenclature.year < kFirstYear || nomenclature.year > kLastYear) {
    throw Error(Fault::usage, tr("the year of the nomenclature is not known"),
                tr("say it with --year 2027"));
  }
  if (nomenclature.items.empty()) {
    throw Error(Fault::usage, tr("the nomenclature has no items"),
                tr("write them under the headings"));
  }
  Nomenclatures all(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "nomenclature.drafted", subject_of(nomenclature.year),
              nlohmann::ordered_json{{"items", nomenclature.items.size()}}.dump());
  const auto before = all.card(nomenclature.year);
  if (before && is_final(*before)) throw already(*before);
  all.put_draft(transaction, actor, nomenclature);
  transaction.commit();
  return found(nomenclature.year);
}

/// The journal is appended to first: that is the lock under which `before` is compared.
void ArchiveNomenclatures::settle(const Actor& actor, const NomenclatureCard& before,
                                  const NomenclatureCard& after, std::string_view event) {
  Nomenclatures all(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, event, subject_of(before.year),
              nlohmann::ordered_json{{"revision", before.revision}}.dump());
  if (found(before.year).revision != before.revision) throw changed(before.year);
  all.set_state(transaction, actor, after);
  transaction.commit();
}

void ArchiveNomenclatures::expect_sound(const Nomenclature& nomenclature) {
  const auto findings = findings_on(nomenclature, today());
  const auto error =
      std::find_if(findings.begin(), findings.end(), [](const NomenclatureFinding& each) {
        return each.weight == NomenclatureFinding::Weight::error;
      });
  if (error == findings.end()) return;
  throw Error(Fault::usage,
              say(tr("the nomenclature of {} has errors: {}"), nomenclature.year,
                  (error->indexes.empty() ? "" : error->indexes.front() + ": ") + error->text),
              say(tr("`fonds nomenclature check --year {}` names them all"), nomenclature.year));
}

NomenclatureCard ArchiveNomenclatures::agree(const Actor& actor, int year,
                                             std::string_view protocol) {
  archive_.policy().require(actor, Operation::edit_nomenclature);
  const NomenclatureCard before = found(year);
  if (is_final(before)) throw already(before);
  NomenclatureCard after = before;
  after.agreed = line_typed(protocol);
  if (after.agreed.empty()) {
    throw Error(Fault::usage, tr("the protocol of the commission is not named"),
                tr("say its number and day: --protocol \"№ 3 от 12.12.2026\""));
  }
  expect_sound(Nomenclatures(archive_.catalogue()).find(year).value());
  after.state = NomenclatureState::agreed;
  settle(actor, before, after, "nomenclature.agreed");
  return found(year);
}

NomenclatureCard ArchiveNomenclatures::approve(const Actor& actor, int year,
                                               const NomenclatureApproval& approval) {
  archive_.policy().require(actor, Operation::approve_nomenclature);
  const NomenclatureCard before = found(year);
  if (approval.revision != 0 && approval.revision != before.revision) throw changed(year);
  if (is_final(before)) throw already(before);
  if (before.state != NomenclatureState::agreed) {
    throw Error(Fault::usage, say(tr("no commission has agreed to the nomenclature of {}"), year),
                tr("record its protocol first: fonds nomenclature agree"));
  }
  NomenclatureCard after = before;
  after.approval = line_typed(approval.number);
  after.approved_on = approval.day;
  after.approved_by = actor.login;
  if (after.approval.empty() || today() < approval.day) {
    throw Error(Fault::usage, tr("the approval needs its number and a day that is not to come"),
                tr("say them: --number 12 --on 25.12.2026"));
  }
  expect_sound(Nomenclatures(archive_.catalogue()).find(year).value());
  after.state = NomenclatureState::approved;
  settle(actor, before, after, "nomenclature.approved");
  return found(year);
}

std::vector<NomenclatureCard> ArchiveNomenclatures::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_nomenclature);
  return Nomenclatures(archive_.catalogue()).list();
}

NomenclatureCard ArchiveNomenclatures::card(const Actor& actor, int year) {
  archive_.policy().require(actor, Operation::read_nomenclature);
  return found(year);
}

Nomenclature ArchiveNomenclatures::show(const Actor& actor, int year) {
  archive_.policy().require(actor, Operation::read_nomenclature);
  (void)found(year);
  return Nomenclatures(archive_.catalogue()).find(year).value();
}

NomenclatureForm ArchiveNomenclatures::form(const Actor& actor, int year) {
  const Nomenclature list = show(actor, year);
  const NomenclatureCard approved = found(year);
  NomenclatureForm form{
      own_name(archive_.settings()),
      year,
      approved.approval,
      approved.approved_on ? spoken(*approved.approved_on) : "",
      approved.agreed,
      {},
      {},
      archive_.caption_of(FormKind::nomenclature, fmt::format("nomenclature/{}", year))};
  const bool over = year < today().year;
  if (over) form.totals = ArchiveNomenclatureYear(archive_).totals(actor, year);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (const NomenclatureSection* section = section_begun_by(list, i)) {
      form.rows.push_back({"", fmt::format("{} {}", section->code, section->title), "", "", ""});
    }
    const NomenclatureItem& item = list.items[i];
    // Of an index in reserve no period.
    const std::string period = item.reserve ? std::string() : period_with_source(item.rule);
    std::string units;
    std::string note = item.note;
    if (over && !item.reserve) {
      units = std::to_string(form.totals->units.at(item.index));
      if (units == "0") note += (note.empty() ? "" : "; ") + std::string(tr("not opened"));
    }
    form.rows.push_back({item.index, item.title, units, period, note});
  }
  return form;
}

std::vector<NomenclatureFinding> ArchiveNomenclatures::check(const Actor& actor, int year) {
  return findings_on(show(actor, year), today());
}

std::vector<NomenclatureFinding> findings_on(const Nomenclature& nomenclature,
                                             const CalendarDate& day) {
  return findings_in(nomenclature, PeriodWords::shipped(), shipped_retention_list(), day);
}

}  // namespace fonds
