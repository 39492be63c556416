#include "archive/index_care.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/index.h"
#include "base/error.h"
#include "base/log.h"
#include "catalogue/journal.h"
#include "indexer/generations.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

IndexSize size_in(const Json& details) {
  return {details.value("documents", std::int64_t{0}), details.value("bytes", std::uint64_t{0})};
}

/// What the journal says of the index.
void read_history(Archive& archive, IndexStatus& status) {
  for (const JournalEntry& entry : Journal(archive.catalogue()).about("index")) {
    const Json details = Json::parse(entry.details);
    if (entry.event == "index.checked") {
      status.checked_at = entry.at;
      status.sound = details.value("sound", true);
    } else if (entry.event == "index.rebuilt" || entry.event == "index.compacted") {
      status.sound = true;  // another one since
      if (details.contains("bytes")) status.when_made = size_in(details);
    }
  }
}

double bytes_per_document(const IndexSize& size) {
  return size.documents > 0 ? static_cast<double>(size.bytes) / static_cast<double>(size.documents)
                            : 0;
}

bool has_outgrown(const IndexStatus& status, const IndexCareLimits& limits) {
  if (!status.when_made || status.size.bytes < limits.least_bytes) return false;
  const double once = bytes_per_document(*status.when_made);
  return once > 0 && bytes_per_document(status.size) > limits.growth * once;
}

}  // namespace

IndexCareLimits index_care_limits(const Archive& archive) {
  IndexCareLimits limits;
  limits.check_days = static_cast<int>(archive.settings().integer("index.check_days"));
  return limits;
}

IndexStatus ArchiveIndexCare::now() {
  IndexStatus status;
  read_history(archive_, status);
  const Generations generations(archive_.disk(), archive_.index_root());
  status.generation = generations.current();
  if (!status.generation) return status;
  try {
    status.size = index_size(generations.folder_of(*status.generation));
    status.lag = ArchiveIndex(archive_).lag();
  } catch (const Error& error) {
    if (error.fault() != Fault::corrupt) throw;
    status.problem = error.message();
    status.sound = false;
  }
  return status;
}

IndexStatus ArchiveIndexCare::status(const Actor& actor) {
  archive_.policy().require(actor, Operation::verify);
  return now();
}

std::string ArchiveIndexCare::check(const Actor& actor) {
  archive_.policy().require(actor, Operation::verify);
  return look_at_all(actor);
}

std::string ArchiveIndexCare::look_at_all(const Actor& actor) {
  const Generations generations(archive_.disk(), archive_.index_root());
  const auto current = generations.current();
  if (!current) return {};
  const auto folder = generations.folder_of(*current);
  std::string problem = index_problem(folder);
  Json details{{"sound", problem.empty()}};
  if (problem.empty()) {
    const IndexSize size = index_size(folder);
    details["documents"] = size.documents;
    details["bytes"] = size.bytes;
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "index.checked", "index", details.dump());
  transaction.commit();
  return problem;
}

ArchiveIndexCare::Did ArchiveIndexCare::do_what_is_due(const Actor& actor,
                                                       const IndexCareLimits& limits,
                                                       Suspicion suspicion,
                                                       const std::stop_token& stop) {
  archive_.policy().require(actor, Operation::rebuild_index);
  const IndexStatus status = now();
  if (!status.generation) return Did::nothing;
  Journal journal(archive_.catalogue());
  // An archive that was never looked at is as old as its journal.
  const std::vector<JournalEntry> first = journal.after(0, 1);
  const Moment since = status.checked_at ? *status.checked_at
                       : first.empty()   ? archive_.clock().now()
                                         : first.front().at;
  const bool due = limits.check_days > 0 &&
                   archive_.clock().now() - since >= std::chrono::hours(24) * limits.check_days;
  if (due || suspicion == Suspicion::damaged || !status.problem.empty()) {
    if (suspicion == Suspicion::none) {
      const std::string problem = look_at_all(actor);
      if (problem.empty()) return Did::checked;
      spdlog::warn("the index is damaged and is rebuilt: {}", problem);
    }
    ArchiveIndex(archive_).rebuild(actor, {}, stop);
    return Did::rebuilt;
  }
  if (!has_outgrown(status, limits)) return Did::nothing;
  spdlog::warn("the index has outgrown its documents and is compacted: {} bytes of {} documents",
               status.size.bytes, status.size.documents);
  ArchiveIndex(archive_).compact(actor, stop);
  return Did::compacted;
}

}  // namespace fonds
