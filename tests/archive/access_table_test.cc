// Every public use case of src/archive by every role: denied just where config/roles.toml does not
// grant its operation. A new method without an entry here fails.
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "archive/achievement_export.h"
#include "archive/achievement_snapshots.h"
#include "archive/achievements.h"
#include "archive/act_forms.h"
#include "archive/acts.h"
#include "archive/blocks.h"
#include "archive/case_forms.h"
#include "archive/cases.h"
#include "archive/checks.h"
#include "archive/consents.h"
#include "archive/deliveries.h"
#include "archive/desk.h"
#include "archive/destruction.h"
#include "archive/disclosures.h"
#include "archive/documents.h"
#include "archive/filing.h"
#include "archive/health.h"
#include "archive/holds.h"
#include "archive/index.h"
#include "archive/index_care.h"
#include "archive/institution.h"
#include "archive/intake.h"
#include "archive/inventories.h"
#include "archive/inventory_forms.h"
#include "archive/job_desk.h"
#include "archive/journal_view.h"
#include "archive/loans.h"
#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "archive/own_papers.h"
#include "archive/page_pictures.h"
#include "archive/people.h"
#include "archive/portfolio.h"
#include "archive/publication.h"
#include "archive/reconsideration.h"
#include "archive/retention.h"
#include "archive/review.h"
#include "archive/samples.h"
#include "archive/saved_searches.h"
#include "archive/scan_presets.h"
#include "archive/schedule.h"
#include "archive/search.h"
#include "archive/stacks.h"
#include "archive/stock.h"
#include "archive/stock_checks.h"
#include "archive/students.h"
#include "archive/tasks.h"
#include "archive/transfer_acts.h"
#include "archive/transfer_intake.h"
#include "archive/transfers.h"
#include "archive/uploads.h"
#include "archive/use_cases_in_headers.h"
#include "archive/withdrawn_data.h"
#include "archive/workers.h"
#include "base/disk.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

struct UseCase {
  std::optional<Operation> operation;  ///< nothing: for whoever has an account, of that account
  std::function<void(Archive&, const Actor&)> call;
  bool of_all = false;  ///< denied, too, to those who see the own collectives only
};

const Document& no_document_at_all() {
  static const Document document;
  return document;
}

// One line a use case: what it is, what it takes, a call of it with little to do.
#define CALL(...) [](Archive& a, const Actor& who) { __VA_ARGS__; }
const std::map<std::string, UseCase>& use_cases() {
  using enum Operation;
  static const std::map<std::string, UseCase> all{
      {"ArchiveAchievementExport::take_out",
       {export_achievements, CALL((void)ArchiveAchievementExport(a).take_out(who, {}, {}, "csv"))}},
      {"ArchiveSnapshots::freeze",
       {decide_achievements, CALL((void)ArchiveSnapshots(a).freeze(who))}},
      {"ArchiveSnapshots::list",
       {read_achievements, CALL((void)ArchiveSnapshots(a).list(who)), true}},
      {"ArchiveSnapshots::due", {read_achievements, CALL((void)ArchiveSnapshots(a).due(who))}},
      {"ArchiveSnapshots::bank",
       {read_achievements, CALL((void)ArchiveSnapshots(a).bank(who, 9, {}))}},
      {"ArchiveSnapshots::compare",
       {read_achievements, CALL((void)ArchiveSnapshots(a).compare(who, 9, {})), true}},
      {"ArchiveAchievements::list",
       {read_achievements, CALL((void)ArchiveAchievements(a).list(who, {}))}},
      {"ArchiveAchievements::set",
       {decide_achievements, CALL((void)ArchiveAchievements(a).set(who, "2020-000009/1", {}))}},
      {"ArchiveInventories::draw_up",
       {plan_retention, CALL((void)ArchiveInventories(a).draw_up(who, {}))}},
      {"ArchiveInventories::edit",
       {plan_retention, CALL((void)ArchiveInventories(a).edit(who, 99, {}))}},
      {"ArchiveInventories::agree",
       {plan_retention, CALL((void)ArchiveInventories(a).agree(who, 99, ""))}},
      {"ArchiveInventories::approve",
       {approve_act, CALL((void)ArchiveInventories(a).approve(who, 99, {}))}},
      {"ArchiveInventories::hand_over",
       {plan_retention, CALL((void)ArchiveInventories(a).hand_over(who, 99, {}))}},
      {"ArchiveInventories::cancel",
       {plan_retention, CALL((void)ArchiveInventories(a).cancel(who, 99))}},
      {"ArchiveInventories::list", {read_retention, CALL((void)ArchiveInventories(a).list(who))}},
      {"ArchiveInventories::show",
       {read_retention, CALL((void)ArchiveInventories(a).show(who, 99))}},
      {"ArchiveInventoryForms::list",
       {read_cases, CALL((void)ArchiveInventoryForms(a).list(who, 99))}},
      {"ArchiveInventoryForms::handover",
       {read_cases, CALL((void)ArchiveInventoryForms(a).handover(who, 99))}},
      {"ArchiveActs::draw_up", {plan_retention, CALL((void)ArchiveActs(a).draw_up(who, {}))}},
      {"ArchiveActs::agree", {plan_retention, CALL((void)ArchiveActs(a).agree(who, 99, {}))}},
      {"ArchiveActs::approve", {approve_act, CALL((void)ArchiveActs(a).approve(who, 99, {}))}},
      {"ArchiveActs::cancel", {plan_retention, CALL((void)ArchiveActs(a).cancel(who, 99))}},
      {"ArchiveActs::list", {read_retention, CALL((void)ArchiveActs(a).list(who))}},
      {"ArchiveActs::show", {read_retention, CALL((void)ArchiveActs(a).show(who, 99))}},
      {"ArchiveActForms::act", {read_retention, CALL((void)ArchiveActForms(a).act(who, 99))}},
      {"ArchiveActForms::personal_data",
       {read_retention, CALL((void)ArchiveActForms(a).personal_data(who, 99))}},
      {"ArchiveActForms::personal_data_log",
       {read_retention, CALL((void)ArchiveActForms(a).personal_data_log(who, 99))}},
      {"ArchiveDestruction::carry_out",
       {carry_out_act, CALL((void)ArchiveDestruction(a).carry_out(who, 99, {}))}},
      {"ArchiveDestruction::restore",
       {carry_out_act, CALL((void)ArchiveDestruction(a).restore(who, 99))}},
      {"ArchiveDestruction::prove",
       {read_retention, CALL((void)ArchiveDestruction(a).prove(who, 99))}},
      {"ArchiveDestruction::due", {carry_out_act, CALL((void)ArchiveDestruction(a).due(who))}},
      {"ArchiveTransfers::make",
       {export_document, CALL((void)ArchiveTransfers(a).make(who, {"01-01/2020/1"}, "never", {}))}},
      {"ArchiveOwnPapers::file",
       {keep_cases, CALL((void)ArchiveOwnPapers(a).file(who, {}, "01-01/2020/1"))}},
      {"ArchiveWithdrawnData::draw_up",
       {plan_retention, CALL((void)ArchiveWithdrawnData(a).draw_up(who, {1}))}},
      {"ArchiveStockChecks::record",
       {plan_retention, CALL((void)ArchiveStockChecks(a).record(who, {}, "", {}))}},
      {"ArchiveStockChecks::list", {read_cases, CALL((void)ArchiveStockChecks(a).list(who))}},
      {"ArchiveStock::miss",
       {keep_cases, CALL((void)ArchiveStock(a).miss(who, "01-01/2020/1", ""))}},
      {"ArchiveStock::damage",
       {keep_cases, CALL((void)ArchiveStock(a).damage(who, "01-01/2020/1", ""))}},
      {"ArchiveStock::find",
       {keep_cases, CALL((void)ArchiveStock(a).find(who, "01-01/2020/1", {}))}},
      {"ArchiveStock::write_off",
       {plan_retention, CALL((void)ArchiveStock(a).write_off(who, {"01-01/2020/1"}, "", {}))}},
      {"ArchiveStock::list", {read_cases, CALL((void)ArchiveStock(a).list(who))}},
      {"ArchiveStock::damages", {read_cases, CALL((void)ArchiveStock(a).damages(who))}},
      {"ArchiveStock::loss", {read_cases, CALL((void)ArchiveStock(a).loss(who))}},
      {"ArchiveStock::electronic", {verify, CALL((void)ArchiveStock(a).electronic(who))}},
      {"ArchiveStock::presence", {read_cases, CALL((void)ArchiveStock(a).presence(who))}},
      {"ArchiveTransferIntake::accept",
       {plan_retention, CALL((void)ArchiveTransferIntake(a).accept(who, "never", ""))}},
      {"ArchiveTransferActs::record",
       {plan_retention, CALL((void)ArchiveTransferActs(a).record(who, 99, {}))}},
      {"ArchiveTransferActs::list", {read_retention, CALL((void)ArchiveTransferActs(a).list(who))}},
      {"ArchiveTransferActs::show",
       {read_retention, CALL((void)ArchiveTransferActs(a).show(who, 99))}},
      {"ArchiveTransferActs::form",
       {read_retention, CALL((void)ArchiveTransferActs(a).form(who, 99))}},
      {"ArchiveSchedule::list", {read_retention, CALL((void)ArchiveSchedule(a).list(who))}},
      {"ArchiveSchedule::run",
       {run_schedule, CALL(ArchiveSchedule(a).run(who, {}, ArchiveSchedule::Which::due,
                                                  [](const ScheduleRun&) {}, {}))}},
      {"ArchiveIndex::purge", {rebuild_index, CALL(ArchiveIndex(a).purge(who))}},
      {"ArchiveBlocks::block",
       {block_records, CALL(ArchiveBlocks(a).block(who, BlockSubject::document, "9", "x"))}},
      {"ArchiveBlocks::lift",
       {block_records, CALL(ArchiveBlocks(a).lift(who, BlockSubject::document, "9"))}},
      {"ArchiveBlocks::list", {block_records, CALL((void)ArchiveBlocks(a).list(who))}},
      {"ArchiveChecks::check", {verify, CALL((void)ArchiveChecks(a).check(who, {}))}},
      {"ArchiveChecks::verify_journal",
       {verify, CALL((void)ArchiveChecks(a).verify_journal(who, {}))}},
      {"ArchiveConsents::add", {record_consents, CALL(ArchiveConsents(a).add(who, {}, "9"))}},
      {"ArchiveConsents::withdraw",
       {record_consents, CALL(ArchiveConsents(a).withdraw(who, {}, "9"))}},
      {"ArchiveConsents::accept",
       {record_consents, CALL(ArchiveConsents(a).accept(who, "9", {}, {}, {}))}},
      {"ArchiveConsents::dismiss",
       {record_consents, CALL(ArchiveConsents(a).dismiss(who, "9", {}))}},
      {"ArchiveConsents::list", {read_consents, CALL((void)ArchiveConsents(a).list(who, {}))}},
      {"ArchiveConsents::offers", {read_consents, CALL((void)ArchiveConsents(a).offers(who))}},
      {"ArchiveDeliveries::list", {list_documents, CALL((void)ArchiveDeliveries(a).list(who, 9))}},
      {"ArchiveDeliveries::progress",
       {list_documents, CALL((void)ArchiveDeliveries(a).progress(who, {9}))}},
      {"ArchiveDeliveries::papers",
       {list_documents, CALL((void)ArchiveDeliveries(a).papers(who, {9}))}},
      {"ArchiveDeliveries::resume",
       {take_in, CALL((void)ArchiveDeliveries(a).resume(who, {9}, ""))}},
      {"ArchiveDesk::notes",
       {read_document, CALL((void)ArchiveDesk(a).notes(who, no_document_at_all()))}},
      {"ArchiveDesk::counts", {read_document, CALL((void)ArchiveDesk(a).counts(who, {}))}},
      {"ArchiveDisclosures::open",
       {open_disclosure, CALL((void)ArchiveDisclosures(a).open(who, {}, "9"))}},
      {"ArchiveDisclosures::correct",
       {open_disclosure, CALL((void)ArchiveDisclosures(a).correct(who, 9, {}, ""))}},
      {"ArchiveDisclosures::check",
       {read_disclosures, CALL((void)ArchiveDisclosures(a).check(who, 9))}},
      {"ArchiveDisclosures::approve",
       {decide_disclosure, CALL((void)ArchiveDisclosures(a).approve(who, 9))}},
      {"ArchiveDisclosures::issue",
       {issue_disclosure, CALL((void)ArchiveDisclosures(a).issue(who, 9, "x"))}},
      {"ArchivePortfolio::pdf", {read_document, CALL((void)ArchivePortfolio(a).pdf(who, {9}, {}))}},
      {"ArchivePortfolio::zip",
       {export_document, CALL((void)ArchivePortfolio(a).zip(who, {9}, {}))}},
      {"ArchiveDisclosures::refuse",
       {refuse_disclosure, CALL((void)ArchiveDisclosures(a).refuse(who, 9, "x"))}},
      {"ArchiveCaseForms::cover",
       {read_cases, CALL((void)ArchiveCaseForms(a).cover(who, "02-05"))}},
      {"ArchiveCaseForms::inventory",
       {read_cases, CALL((void)ArchiveCaseForms(a).inventory(who, "02-05"))}},
      {"ArchiveCaseForms::electronic_register",
       {read_cases, CALL((void)ArchiveCaseForms(a).electronic_register(who, "01-01/2020/1"))}},
      {"ArchiveCaseForms::certificate",
       {read_cases, CALL((void)ArchiveCaseForms(a).certificate(who, "02-05"))}},
      {"ArchiveCaseForms::substitute_card",
       {read_cases, CALL((void)ArchiveCaseForms(a).substitute_card(who, "02-05"))}},
      {"ArchiveCaseForms::use_sheet",
       {read_cases, CALL((void)ArchiveCaseForms(a).use_sheet(who, "01-01/2020/1"))}},
      {"ArchiveCaseForms::issue_book",
       {read_cases, CALL((void)ArchiveCaseForms(a).issue_book(who))}},
      {"ArchiveCases::open", {keep_cases, CALL((void)ArchiveCases(a).open(who, {"02-05"}))}},
      {"ArchiveCases::correct",
       {keep_cases, CALL((void)ArchiveCases(a).correct(who, "02-05", "x", {}))}},
      {"ArchiveCases::close", {keep_cases, CALL((void)ArchiveCases(a).close(who, "02-05", {}))}},
      {"ArchiveCases::reopen", {keep_cases, CALL((void)ArchiveCases(a).reopen(who, "02-05"))}},
      {"ArchiveCases::split",
       {keep_cases, CALL((void)ArchiveCases(a).split(who, "02-05", 2, false))}},
      {"ArchiveCases::list",
       {read_cases, CALL(ArchiveCases(a).list(who, {}, [](const ShownVolume&) {}))}},
      {"ArchiveCases::show", {read_cases, CALL((void)ArchiveCases(a).show(who, "02-05"))}},
      {"ArchiveCases::documents",
       {read_cases, CALL(ArchiveCases(a).documents(who, {}, [](const ShownFiling&) {}))}},
      {"ArchiveFiling::file", {keep_cases, CALL((void)ArchiveFiling(a).file(who, "02-05", "1"))}},
      {"ArchiveFiling::unfile", {keep_cases, CALL((void)ArchiveFiling(a).unfile(who, "1"))}},
      {"ArchiveFiling::where",
       {read_document, CALL((void)ArchiveFiling(a).where(who, Document{}))}},
      {"ArchiveFiling::inbox",
       {read_cases, CALL((void)ArchiveFiling(a).inbox(who, 1, [](const InboxPaper&) {}))}},
      {"ArchiveFiling::file_ready",
       {keep_cases, CALL((void)ArchiveFiling(a).file_ready(who, [](const FiledPaper&) {}))}},
      {"ArchiveLoans::issue", {keep_cases, CALL((void)ArchiveLoans(a).issue(who, "02-05", {}))}},
      {"ArchiveLoans::take_back",
       {keep_cases, CALL((void)ArchiveLoans(a).take_back(who, "02-05"))}},
      {"ArchiveLoans::list", {read_cases, CALL((void)ArchiveLoans(a).list(who, false))}},
      {"ArchiveHolds::set",
       {hold_records, CALL((void)ArchiveHolds(a).set(who, {HoldSubject::item, "02-05", "x", {}}))}},
      {"ArchiveHolds::lift", {hold_records, CALL((void)ArchiveHolds(a).lift(who, 99, "x"))}},
      {"ArchiveHolds::list", {hold_records, CALL((void)ArchiveHolds(a).list(who, false))}},
      {"ArchiveRetention::explain",
       {read_retention, CALL((void)ArchiveRetention(a).explain(who, "02-05"))}},
      {"ArchiveRetention::plan",
       {read_retention,
        CALL((void)ArchiveRetention(a).plan(who, {}, [](const PlannedVolume&) {}))}},
      {"ArchiveRetention::mark",
       {plan_retention, CALL(ArchiveRetention(a).mark(who, "02-05", {}))}},
      {"ArchiveRetention::unmark",
       {plan_retention, CALL(ArchiveRetention(a).unmark(who, "02-05", VolumeMarkKind::audited))}},
      {"ArchiveRetention::decide",
       {plan_retention, CALL(ArchiveRetention(a).decide(who, "02-05", {}))}},
      {"ArchiveNomenclatureYear::add_heading",
       {approve_nomenclature,
        CALL((void)ArchiveNomenclatureYear(a).add_heading(who, 1999, {"1", "x", "x", "x", "x"}))}},
      {"ArchiveNomenclatureYear::totals",
       {read_nomenclature, CALL((void)ArchiveNomenclatureYear(a).totals(who, 1999))}},
      {"ArchiveNomenclatureYear::lock",
       {edit_nomenclature, CALL((void)ArchiveNomenclatureYear(a).lock(who, 1999))}},
      {"ArchiveNomenclatureYear::roll_over",
       {edit_nomenclature, CALL((void)ArchiveNomenclatureYear(a).roll_over(who, 1999))}},
      {"ArchiveNomenclatures::put",
       {edit_nomenclature, CALL((void)ArchiveNomenclatures(a).put(who, {}))}},
      {"ArchiveNomenclatures::agree",
       {edit_nomenclature, CALL((void)ArchiveNomenclatures(a).agree(who, 1999, "x"))}},
      {"ArchiveNomenclatures::approve",
       {approve_nomenclature, CALL((void)ArchiveNomenclatures(a).approve(who, 1999, {}))}},
      {"ArchiveNomenclatures::list",
       {read_nomenclature, CALL((void)ArchiveNomenclatures(a).list(who))}},
      {"ArchiveNomenclatures::card",
       {read_nomenclature, CALL((void)ArchiveNomenclatures(a).card(who, 1999))}},
      {"ArchiveNomenclatures::show",
       {read_nomenclature, CALL((void)ArchiveNomenclatures(a).show(who, 1999))}},
      {"ArchiveNomenclatures::form",
       {read_nomenclature, CALL((void)ArchiveNomenclatures(a).form(who, 1999))}},
      {"ArchiveNomenclatures::check",
       {read_nomenclature, CALL((void)ArchiveNomenclatures(a).check(who, 1999))}},
      {"ArchiveDisclosures::list",
       {read_disclosures, CALL((void)ArchiveDisclosures(a).list(who, {}))}},
      {"ArchiveDisclosures::restrict",
       {issue_disclosure, CALL((void)ArchiveDisclosures(a).restrict(who, {}))}},
      {"ArchiveDisclosures::lift", {issue_disclosure, CALL(ArchiveDisclosures(a).lift(who, 9))}},
      {"ArchiveDisclosures::restrictions",
       {read_disclosures, CALL((void)ArchiveDisclosures(a).restrictions(who, {9}))}},
      {"ArchiveDocuments::deposit",
       {take_in, CALL(Delivery delivery{"file", "", "", {}};
                      ArchiveDocuments(a).deposit(who, delivery, {}))}},
      {"ArchiveDocuments::show", {read_document, CALL(ArchiveDocuments(a).show(who, "9"))}},
      {"ArchiveDocuments::list",
       {list_documents, CALL(ArchiveDocuments(a).list(who, {}, [](const Document&) {}))}},
      {"ArchiveDocuments::history",
       {read_document, CALL((void)ArchiveDocuments(a).history(who, "9"))}},
      {"ArchiveDocuments::open_part",
       {export_document, CALL((void)ArchiveDocuments(a).open_part(who, "9", ExportPart::text, 0))}},
      {"ArchiveDocuments::text",
       {read_document, CALL((void)ArchiveDocuments(a).text(who, no_document_at_all()))}},
      {"ArchiveIndexCare::status", {verify, CALL((void)ArchiveIndexCare(a).status(who))}},
      {"ArchiveIndexCare::check", {verify, CALL((void)ArchiveIndexCare(a).check(who))}},
      {"ArchiveIndexCare::do_what_is_due",
       {rebuild_index,
        CALL(ArchiveIndexCare(a).do_what_is_due(who, {}, ArchiveIndexCare::Suspicion::none, {}))}},
      {"ArchiveIndex::compact", {rebuild_index, CALL(ArchiveIndex(a).compact(who, {}))}},
      {"ArchiveIndex::rebuild", {rebuild_index, CALL(ArchiveIndex(a).rebuild(who, {}, {}))}},
      {"ArchiveIntake::ArchiveIntake",
       {take_in, CALL(ArchiveIntake(a, who, {"file", "", "", {}}, [](const IntakeReport&) {}))}},
      {"ArchiveHealth::look", {manage_jobs, CALL((void)ArchiveHealth(a).look(who))}},
      {"ArchiveJournal::list", {read_journal, CALL((void)ArchiveJournal(a).list(who, {}))}},
      {"ArchiveJournal::head", {read_journal, CALL((void)ArchiveJournal(a).head(who))}},
      {"ArchiveJobs::list", {manage_jobs, CALL((void)ArchiveJobs(a).list(who, {}, 9))}},
      {"ArchiveJobs::retry", {manage_jobs, CALL(ArchiveJobs(a).retry(who, {9}))}},
      {"ArchiveJobs::retry_all", {manage_jobs, CALL(ArchiveJobs(a).retry_all(who))}},
      {"ArchiveJobs::recognise_again",
       {manage_jobs, CALL(ArchiveJobs(a).recognise_again(who, "9"))}},
      {"ArchiveJobs::quarantine", {manage_jobs, CALL(ArchiveJobs(a).quarantine(who, {9}))}},
      {"ArchivePages::picture",
       {read_document, CALL((void)ArchivePages(a).picture(who, "9", 1, 300))}},
      {"ArchivePages::thumbnail",
       {read_document, CALL((void)ArchivePages(a).thumbnail(who, "9", 1))}},
      {"ArchivePages::words", {read_document, CALL((void)ArchivePages(a).words(who, "9", 1))}},
      {"ArchivePeople::add", {manage_users, CALL(ArchivePeople(a).add(who, {}))}},
      {"ArchivePeople::change", {manage_users, CALL(ArchivePeople(a).change(who, "zz", {}))}},
      {"ArchivePeople::list", {manage_users, CALL((void)ArchivePeople(a).list(who))}},
      {"ArchivePeople::disable", {manage_users, CALL(ArchivePeople(a).disable(who, "zz"))}},
      {"ArchivePeople::enable", {manage_users, CALL(ArchivePeople(a).enable(who, "zz"))}},
      {"ArchivePeople::set_password",
       {manage_users, CALL(ArchivePeople(a).set_password(who, "zz", "x"))}},
      {"ArchivePeople::forget_second_factor",
       {manage_users, CALL(ArchivePeople(a).forget_second_factor(who, "zz"))}},
      {"ArchivePeople::change_password",
       {{}, CALL(ArchivePeople(a).change_password(who, "x", "y"))}},
      {"ArchivePeople::begin_second_factor",
       {{}, CALL((void)ArchivePeople(a).begin_second_factor(who))}},
      {"ArchivePeople::confirm_second_factor",
       {{}, CALL(ArchivePeople(a).confirm_second_factor(who, "1"))}},
      {"ArchivePeople::acting_as", {{}, CALL((void)ArchivePeople(a).acting_as(who, "zz"))}},
      {"ArchivePeople::add_token",
       {manage_users, CALL((void)ArchivePeople(a).add_token(who, "zz", "", {}, {}))}},
      {"ArchivePeople::tokens", {manage_users, CALL((void)ArchivePeople(a).tokens(who, "zz"))}},
      {"ArchivePeople::revoke_token",
       {manage_users, CALL(ArchivePeople(a).revoke_token(who, {9}))}},
      {"ArchivePublication::list",
       {export_achievements, CALL((void)ArchivePublication(a).list(who, {}))}},
      {"Reconsideration::Reconsideration", {manage_jobs, CALL(Reconsideration(a, who))}},
      {"ArchiveReview::list",
       {read_document, CALL(ArchiveReview(a).list(who, 9, [](const Reviewed&) {}))}},
      {"ArchiveReview::next",
       {read_document,
        CALL((void)ArchiveReview(a).next(who, {{9}, 9}, ArchiveReview::Step::behind))}},
      {"ArchiveReview::show", {read_document, CALL(ArchiveReview(a).show(who, "9"))}},
      {"ArchiveReview::card_of",
       {read_document, CALL(ArchiveReview(a).card_of(who, no_document_at_all()))}},
      {"ArchiveReview::facts_of",
       {read_document, CALL((void)ArchiveReview(a).facts_of(who, {{9}}))}},
      {"ArchiveReview::accept", {review, CALL(ArchiveReview(a).accept(who, "9", {}))}},
      {"ArchiveReview::set", {review, CALL(ArchiveReview(a).set(who, "9", "kind", "x"))}},
      {"ArchiveReview::set_link",
       {review, CALL(ArchiveReview(a).set_link(who, "9", {9}, LinkState::linked))}},
      {"ArchiveReview::correct_text",
       {review, CALL(ArchiveReview(a).correct_text(who, "9", 1, 1, "x"))}},
      {"ArchiveReview::text",
       {read_document, CALL((void)ArchiveReview(a).text(who, no_document_at_all()))}},
      {"ArchiveSamples::offer", {take_in, CALL((void)ArchiveSamples(a, "/nowhere").offer(who))}},
      {"ArchiveSamples::take_in",
       {take_in,
        CALL((void)ArchiveSamples(a, "/nowhere").take_in(who, ArchiveSamples::WithStudents::no))}},
      {"ArchiveScanPresets::save", {take_in, CALL(ArchiveScanPresets(a).save(who, {"x"}))}},
      {"ArchiveScanPresets::remove", {take_in, CALL(ArchiveScanPresets(a).remove(who, "x"))}},
      {"ArchiveScanPresets::list", {take_in, CALL((void)ArchiveScanPresets(a).list(who))}},
      {"ArchiveSavedSearches::save",
       {save_searches, CALL(ArchiveSavedSearches(a).save(who, "x", "y"))}},
      {"ArchiveSavedSearches::remove",
       {save_searches, CALL(ArchiveSavedSearches(a).remove(who, "x"))}},
      {"ArchiveSavedSearches::find",
       {save_searches, CALL((void)ArchiveSavedSearches(a).find(who, "x"))}},
      {"ArchiveSavedSearches::list",
       {save_searches, CALL((void)ArchiveSavedSearches(a).list(who))}},
      {"ArchiveSearch::search", {search, CALL(ArchiveSearch(a).search(who, {"x", 0, 1, 20}))}},
      {"ArchiveSearch::marks", {search, CALL((void)ArchiveSearch(a).marks(who, "x", {"x"}))}},
      {"ArchiveSearch::like", {search, CALL(ArchiveSearch(a).like(who, "9", {}))}},
      {"ArchiveSearch::complete",
       {search, CALL((void)ArchiveSearch(a).complete(who, CompletionField::event, "x", 5))}},
      {"ArchiveSearch::complete_students",
       {read_students, CALL((void)ArchiveSearch(a).complete_students(who, "x", 5))}},
      {"ArchiveStacks::part", {review, CALL(ArchiveStacks(a).part(who, "9", {2}))}},
      {"ArchiveStacks::keep_whole", {review, CALL(ArchiveStacks(a).keep_whole(who, "9"))}},
      {"ArchiveStacks::parts_of",
       {list_documents, CALL((void)ArchiveStacks(a).parts_of(who, no_document_at_all()))}},
      {"ArchiveStudents::import",
       {edit_students, CALL((void)ArchiveStudents(a).import(who, "/nowhere", "", BadRows::skip,
                                                            Commitment::dry_run))}},
      {"ArchiveStudents::add",
       {edit_students, CALL(ArchiveStudents(a).add(who, {}, ArchiveStudents::Namesake::ask))}},
      {"ArchiveStudents::edit", {edit_students, CALL(ArchiveStudents(a).edit(who, {9}, {}))}},
      {"ArchiveStudents::merge", {edit_students, CALL(ArchiveStudents(a).merge(who, {8}, {9}))}},
      {"ArchiveStudents::part", {edit_students, CALL(ArchiveStudents(a).part(who, {9}))}},
      {"ArchiveStudents::list",
       {read_students, CALL(ArchiveStudents(a).list(who, {}, [](const Student&) {}))}},
      {"ArchiveStudents::page",
       {read_students, CALL((void)ArchiveStudents(a).page(who, {}, 0, 10))}},
      {"ArchiveStudents::attending",
       {read_students, CALL(ArchiveStudents(a).attending(who, "Ритм", [](const Student&) {}))}},
      {"ArchiveStudents::show", {read_students, CALL((void)ArchiveStudents(a).show(who, {9}))}},
      {"ArchiveStudents::each",
       {read_students, CALL(ArchiveStudents(a).each(who, [](Student&&) {})), true}},
      {"ArchiveTasks::waiting", {{}, CALL((void)ArchiveTasks(a).waiting(who))}},
      {"ArchiveInstitution::look",
       {list_documents, CALL((void)ArchiveInstitution(a).look(who, 1)), true}},
      {"ArchiveUploads::begin",
       {take_in, CALL((void)ArchiveUploads(a).begin(who, {"x", 1, "", ""}))}},
      {"ArchiveUploads::look", {take_in, CALL((void)ArchiveUploads(a).look(who, "x"))}},
      {"ArchiveUploads::open", {take_in, CALL((void)ArchiveUploads(a).open(who, "x", 0))}},
      {"ArchiveUploads::written", {take_in, CALL((void)ArchiveUploads(a).written(who, "x", -1))}},
      {"ArchiveUploads::remove", {take_in, CALL(ArchiveUploads(a).remove(who, "x"))}},
      {"RecognitionWorkers::RecognitionWorkers",
       {manage_jobs, CALL(RecognitionWorkers(a, who, 1, RecognitionWorkers::Until::queue_is_empty,
                                             [](const Document&) {}))}},
      {"Viewer::Viewer", {{}, CALL((void)Viewer(a, who))}},
  };
  return all;
}
#undef CALL

bool denies(Archive& archive, const UseCase& use_case, const Actor& actor) {
  try {
    use_case.call(archive, actor);
  } catch (const Error& error) {
    return error.fault() == Fault::denied;
  }
  return false;
}

TEST(AccessTable, EveryUseCaseHasItsEntry) {
  std::set<std::string> entries;
  for (const auto& [name, use_case] : use_cases()) entries.insert(name);
  EXPECT_EQ(use_cases_in_headers(), entries);
}

TEST(AccessTable, ARoleMayJustWhatItIsGranted) {
  TempArchive temp;
  Archive& archive = temp.archive();
  const Policy& policy = archive.policy();
  for (const auto& [name, use_case] : use_cases()) {
    if (!use_case.operation) continue;
    for (const Role role : kRoles) {
      const Actor actor{"zz.top", role, "interest"};
      const bool sees_enough = !use_case.of_all || policy.sight(role) == Sight::all;
      const bool granted = policy.may(role, *use_case.operation) && sees_enough;
      EXPECT_EQ(denies(archive, use_case, actor), !granted) << name << " by " << name_of(role);
    }
  }
}

TEST(AccessTable, WhoMustSayWhyIsDeniedWithoutAPurposeEvenWhatChangesShow) {
  TempArchive temp;
  for (const auto& [name, use_case] : use_cases()) {
    if (!use_case.operation || entry_of(*use_case.operation).aim != Aim::look) continue;
    EXPECT_TRUE(denies(temp.archive(), use_case, {"zz.top", Role::methodist})) << name;
  }
}

TEST(AccessTable, ATokenOfAnotherScopeOpensNothing) {
  TempArchive temp;
  for (const auto& [name, use_case] : use_cases()) {
    if (!use_case.operation || *use_case.operation == Operation::save_searches) continue;
    Actor actor{"zz.top", Role::archivist};
    actor.scope = {"save_searches"};
    EXPECT_TRUE(denies(temp.archive(), use_case, actor)) << name;
  }
}

TEST(AccessTable, WhatIsAnAccountsOwnIsDeniedToWhoHasNone) {
  TempArchive temp;
  for (const char* name : {"ArchivePeople::change_password", "ArchivePeople::begin_second_factor",
                           "ArchivePeople::confirm_second_factor"}) {
    EXPECT_TRUE(denies(temp.archive(), use_cases().at(name), local_archivist())) << name;
  }
}

}  // namespace
}  // namespace fonds
