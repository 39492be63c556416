#include "archive/retention.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/paper_dates.h"
#include "archive/read_log.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/planned_steps.h"
#include "catalogue/volume_marks.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 2000;

/// Nothing of a person: who took a volume, why it is held.
void leave_words_out(RetentionFacts& facts) {
  for (DisposalObstacle& each : facts.obstacles) each.why.clear();
}

/// What the plan says of the volumes of a page against what the last one said.
class PlanPage {
 public:
  PlanPage(Archive& archive, const std::vector<RetentionRecord>& records, const CalendarDate& day)
      : database_(archive.catalogue()),
        steps_(archive.catalogue()),
        before_(steps_.between(records.front().volume, records.back().volume)),
        day_(day) {}

  PlannedVolume compare(VolumeId id, const ExplainedVolume& volume) {
    PlannedVolume planned{volume.key, volume.heading, volume.step, PlannedStep::none, {}, day_};
    // A term that nobody waits for says nothing.
    if (volume.step != PlannedStep::none && volume.step != PlannedStep::close) {
      planned.term = volume.verdict.date;
    }
    const auto known = before_.find(id);
    if (known != before_.end()) {
      planned.before = planned_step_from(known->second.step).value_or(PlannedStep::none);
      if (planned.before == planned.step) planned.since = known->second.planned_on;
    }
    const bool same = known == before_.end()
                          ? planned.step == PlannedStep::none
                          : planned.before == planned.step && known->second.term == planned.term;
    if (!same) {
      changes_.push_back({id, std::string(name_of(planned.step)), planned.term, planned.since});
    }
    return planned;
  }

  void keep() {
    if (changes_.empty()) return;
    Transaction transaction(database_);
    for (const StoredStep& each : changes_) {
      if (each.step == name_of(PlannedStep::none)) {
        steps_.remove(transaction, each.volume);
      } else {
        steps_.set(transaction, each);
      }
    }
    transaction.commit();
  }

 private:
  Database& database_;
  PlannedSteps steps_;
  std::map<VolumeId, StoredStep> before_;
  CalendarDate day_;
  std::vector<StoredStep> changes_;
};

/// What judges a volume judges it as it was closed.
void expect_closed(const Volume& volume) {
  expect_here(volume);
  if (volume.state == VolumeState::closed) return;
  throw Error(Fault::usage, say(tr("volume {} is not closed"), to_text(volume.key)),
              tr("close it first: fonds case close"));
}

}  // namespace

CalendarDate ArchiveRetention::today() const { return day_here(archive_.clock().now()); }

/// The volumes a person means; where an index has none yet, the rule of its newest list alone.
std::vector<RetentionRecord> ArchiveRetention::meant(const Viewer& viewer,
                                                     std::string_view reference,
                                                     const RuleBook& book) {
  Volumes volumes(archive_.catalogue());
  std::vector<VolumeId> found;
  const auto key = volume_key_from(reference);
  if (!key) {
    const Document document = ArchiveDocuments(archive_).find(viewer, reference);
    const auto filing = volumes.filing_of(document.id);
    if (!filing) {
      throw Error(Fault::usage,
                  say(tr("document {} is in no volume: nothing says how long it is kept"),
                      document.accession),
                  tr("file it: fonds case file VOLUME DOCUMENT"));
    }
    found.push_back(filing->volume);
  } else if (key->number != 0) {
    found.push_back(volume_meant(archive_, viewer, reference).id);
  } else {
    volumes.each({key->year, key->index}, [&](const Volume& each) {
      if (sees_volume(viewer, each)) found.push_back(each.id);
    });
  }
  if (!found.empty()) return RetentionRecords(archive_.catalogue()).of(std::move(found));
  const RuleBook::Entry* newest = book.newest(key->index);
  const int year = key->year == 0 && newest != nullptr ? newest->year : key->year;
  RetentionRecord alone;
  alone.key = {year, key->index, 0};
  return {alone};
}

std::vector<ExplainedVolume> ArchiveRetention::explain(const Actor& actor,
                                                       std::string_view reference,
                                                       const std::optional<CalendarDate>& on) {
  archive_.policy().require(actor, Operation::read_retention);
  const CalendarDate day = on.value_or(today());
  const Appraiser appraiser(archive_, day);
  const bool sees_words = archive_.policy().may(actor.role, Operation::read_cases);
  std::vector<ExplainedVolume> found;
  for (RetentionRecord& each : meant(Viewer(archive_, actor), reference, appraiser.rules())) {
    if (!sees_words) leave_words_out(each.facts);
    heed_papers(archive_.catalogue(), each);
    if (auto explained = appraiser.appraise(each)) found.push_back(std::move(*explained));
  }
  if (found.empty()) {
    throw Error(Fault::not_found,
                say(tr("no approved nomenclature has index {}"), printable(reference)),
                tr("`fonds nomenclature list` shows what there is"));
  }
  journal_read(archive_, actor, "retention.explained", "retention",
               static_cast<std::int64_t>(found.size()));
  return found;
}

PlanTotals ArchiveRetention::plan(const Actor& actor, const PlanOptions& options,
                                  const std::function<void(const PlannedVolume&)>& visit) {
  archive_.policy().require(actor,
                            options.keep ? Operation::plan_retention : Operation::read_retention);
  const CalendarDate day = options.on.value_or(today());
  if (options.keep && day != today()) {
    throw Error(Fault::usage, tr("only the plan of today is kept"),
                tr("look at that of another day with --dry-run"));
  }
  const Appraiser appraiser(archive_, day);
  RetentionRecords all(archive_.catalogue());
  PlanTotals totals;
  const char* event = options.keep ? "retention.planned" : "retention.plan_shown";
  journal_while(archive_, actor, event, "retention", [&](std::int64_t& given) {
    VolumeId after;
    for (;;) {
      const std::vector<RetentionRecord> records = all.page(after, kPage);
      if (records.empty()) return;
      after = records.back().volume;
      PlanPage page(archive_, records, day);
      for (const RetentionRecord& each : records) {
        ++totals.volumes;
        const auto appraised = appraiser.appraise(each);
        if (!appraised) continue;
        const PlannedVolume planned = page.compare(each.volume, *appraised);
        ++totals.steps[static_cast<std::size_t>(planned.step)];
        if (planned.step != planned.before) ++totals.changed;
        if (planned.step == PlannedStep::none && planned.before == PlannedStep::none) continue;
        visit(planned);
        ++given;
      }
      if (options.keep) page.keep();
    }
  });
  return totals;
}

void ArchiveRetention::mark(const Actor& actor, std::string_view volume, const VolumeMark& mark) {
  archive_.policy().require(actor, Operation::plan_retention);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  if (mark.kind == VolumeMarkKind::written_off) {
    throw Error(Fault::usage, tr("a volume is written off by an act"),
                tr("say it with its number: fonds stock write-off"));
  }
  VolumeMark made = mark;
  made.basis = line_typed(mark.basis);
  if (made.basis.empty()) {
    throw Error(Fault::usage, tr("it is not said what paper shows the event"),
                tr("name it: --basis \"приказ № 12\""));
  }
  if (today() < made.day) {
    throw Error(Fault::usage, tr("the event would be one to come"),
                tr("say the day on which it happened: --on 15.11.2026"));
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "case.marked", subject_of(meant.id),
              Json{{"mark", name_of(made.kind)}}.dump());
  const Volume now = Volumes(archive_.catalogue()).find(meant.id).value();
  const bool judges =
      std::find(kJudgements.begin(), kJudgements.end(), made.kind) != kJudgements.end();
  if (judges) {
    expect_closed(now);
  } else {
    expect_here(now);
  }
  VolumeMarks(archive_.catalogue()).set(transaction, actor, meant.id, made);
  transaction.commit();
}

void ArchiveRetention::unmark(const Actor& actor, std::string_view volume, VolumeMarkKind kind) {
  archive_.policy().require(actor, Operation::plan_retention);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "case.unmarked", subject_of(meant.id),
              Json{{"mark", name_of(kind)}}.dump());
  if (!VolumeMarks(archive_.catalogue()).lift(transaction, meant.id, kind)) {
    throw Error(Fault::not_found, say(tr("volume {} has no such mark"), to_text(meant.key)),
                tr("`fonds retention explain` shows what counts"));
  }
  transaction.commit();
}

void ArchiveRetention::decide(const Actor& actor, std::string_view volume,
                              const CommissionDecision& decision) {
  archive_.policy().require(actor, Operation::plan_retention);
  const Volume meant = volume_meant(archive_, Viewer(archive_, actor), volume);
  CommissionDecision made = decision;
  made.protocol = line_typed(decision.protocol);
  if (made.protocol.empty()) {
    throw Error(Fault::usage, tr("the protocol of the commission is not named"),
                tr("say its number and day: --protocol \"№ 3 от 12.12.2026\""));
  }
  const bool prolongs = made.outcome == Appraisal::prolong;
  if (prolongs != made.until.has_value()) {
    throw Error(Fault::usage, tr("a last day belongs to a decision to prolong, and to no other"),
                tr("say --until 31.12.2030, or leave it out"));
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "case.appraised", subject_of(meant.id),
              Json{{"outcome", name_of(made.outcome)}}.dump());
  expect_closed(Volumes(archive_.catalogue()).find(meant.id).value());
  VolumeMarks(archive_.catalogue()).decide(transaction, actor, meant.id, made);
  transaction.commit();
}

}  // namespace fonds
