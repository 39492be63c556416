/// recognise_document: one leased recognition job from the originals to the record.
///
/// Order: derived files durable, then record, card, job and journal in one transaction.
/// Threads: one per Archive. Faults: the paper's (corrupt, usage), the worker's (unavailable), or
/// those of catalogue and store; busy when stopped or when the lease was lost. Nothing is
/// recorded then.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>

#include "archive/archive.h"
#include "archive/register_view.h"
#include "catalogue/jobs.h"
#include "ingest/worker.h"
#include "model/actor.h"

namespace fonds {

void recognise_document(Archive& archive, const Actor& actor, WorkerHandle& process, const Job& job,
                        const std::string& owner, RegisterView& understanding,
                        const std::stop_token& stop);

/// Records that a job failed: back in the queue, or the document quarantined with `problem`.
void record_failure(Archive& archive, const Actor& actor, const Job& job, const std::string& owner,
                    const std::string& problem, Jobs::Retry retry);

/// How long a lease lasts without a sign of life; each page renews it.
inline constexpr std::chrono::seconds kLeaseTime{900};

}  // namespace fonds
