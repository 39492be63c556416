#include "archive/checks.h"

#include <algorithm>
#include <set>

#include "access/policy.h"
#include "archive/index.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/frozen_banks.h"
#include "indexer/generations.h"
#include "indexer/inspect.h"

namespace fonds {
namespace {

void add(CheckResult& result, CheckFinding::Weight weight, const char* area, std::string subject,
         std::string what) {
  result.findings.push_back({weight, area, std::move(subject), std::move(what)});
}

constexpr auto kNote = CheckFinding::Weight::note;
constexpr auto kProblem = CheckFinding::Weight::problem;

/// Calls `visit` for every document.
template <class Visit>
void each_document(Documents& documents, Visit&& visit) {
  constexpr int kPage = 500;
  DocumentId after;
  for (;;) {
    const auto page = documents.list(after, kPage);
    for (const Document& document : page) visit(document);
    if (page.size() < kPage) return;
    after = page.back().id;
  }
}

}  // namespace

bool CheckResult::clean() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const CheckFinding& each) { return each.weight == kProblem; });
}

CheckResult ArchiveChecks::check(const Actor& actor, const Progress& progress) {
  archive_.policy().require(actor, Operation::verify);
  CheckResult result;
  if (const std::string problem = archive_.catalogue().integrity_problem(); !problem.empty()) {
    add(result, kProblem, "database", "catalogue",
        say(tr("the database is damaged ({}); restore it from the last backup"), problem));
    return result;  // whatever else it says cannot be trusted
  }
  check_store(result, progress);
  check_documents(result, progress);
  check_index(result);
  check_snapshots(result);
  check_journal(result, progress);
  return result;
}

void ArchiveChecks::check_store(CheckResult& result, const Progress& progress) {
  Documents documents(archive_.catalogue());
  const std::int64_t total = documents.count();
  ObjectStore& store = archive_.originals();
  store.for_each(
      [&](const std::string& sha256) {
        ++result.originals;
        if (progress) progress("store", result.originals, std::max(total, result.originals));
        if (store.check(sha256) != ObjectStore::Fixity::intact) {
          add(result, kProblem, "store", sha256,
              tr("the file's bytes no longer match its name; restore it from a backup"));
        }
        if (!documents.names(sha256)) {
          add(result, kNote, "store", sha256,
              tr("belongs to no document (an intake was cut off before its record); harmless, add "
                 "the paper again"));
        }
      },
      [&](const boost::filesystem::path& stray) {
        add(result, kNote, "store", stray.filename().string(),
            tr("is no original; harmless, may be removed"));
      });
}

void ArchiveChecks::check_documents(CheckResult& result, const Progress& progress) {
  Documents documents(archive_.catalogue());
  const std::int64_t total = documents.count();
  each_document(documents, [&](const Document& document) {
    ++result.documents;
    if (progress) progress("catalogue", result.documents, total);
    for (const Original& original : document.originals) {
      if (!archive_.originals().contains(original.sha256)) {
        add(result, kProblem, "catalogue", document.accession,
            say(tr("its original {} is missing; restore it from a backup"), original.sha256));
      }
    }
    if (document.run == 0) return;
    for (const std::string_view name : {kAltoFile, kTextFile, kAccessCopyFile}) {
      if (name == kAccessCopyFile && !has_pictures(document)) continue;
      if (!archive_.derived().contains(document.id, document.run, name)) {
        add(result, kProblem, "derived", document.accession,
            say(tr("its {} is missing; make it again with `fonds jobs retry`"), name));
      }
    }
  });
}

void ArchiveChecks::check_index(CheckResult& result) {
  const Generations generations(archive_.disk(), archive_.index_root());
  Documents documents(archive_.catalogue());
  const auto recognised = documents.count(DocumentState::recognised);
  const auto current = generations.current();
  const char* rebuild = tr("rebuild it with `fonds index rebuild`");
  if (!current) {
    if (recognised > 0)
      add(result, kNote, "index", "index", say("{}; {}", tr("there is none yet"), rebuild));
    return;
  }
  const auto folder = generations.folder_of(*current);
  if (const std::string problem = index_problem(folder); !problem.empty()) {
    return add(result, kProblem, "index", "index", fmt::format("{}; {}", problem, rebuild));
  }
  const EntryNumber lag = ArchiveIndex(archive_).lag();
  if (lag > 0) {
    return add(result, kNote, "index", "index",
               say(tr("is {} journal entries behind; the next worker brings it level"), lag));
  }
  std::set<std::int64_t> indexed;
  for_each_document(folder, [&](DocumentId id) { indexed.insert(id.value); });
  each_document(documents, [&](const Document& document) {
    const bool expected = document.run > 0 && !document.tombstone;
    if (expected != (indexed.erase(document.id.value) == 1)) {
      add(result, kProblem, "index", document.accession,
          fmt::format("{}; {}", tr("the index and the catalogue differ on it"), rebuild));
    }
  });
  for (const std::int64_t id : indexed) {
    add(result, kProblem, "index", std::to_string(id),
        fmt::format("{}; {}", tr("is in the index but not in the catalogue"), rebuild));
  }
}

void ArchiveChecks::check_snapshots(CheckResult& result) {
  FrozenBanks banks(archive_.catalogue());
  for (const FrozenBank& bank : banks.list()) {
    try {
      banks.records(bank);
    } catch (const Error& error) {
      if (error.fault() != Fault::corrupt) throw;
      add(result, kProblem, "achievements", std::to_string(bank.number),
          fmt::format("{}; {}", error.message(), error.hint()));
    }
  }
}

void ArchiveChecks::check_journal(CheckResult& result, const Progress& progress) {
  const Journal::Verification chain =
      Journal(archive_.catalogue()).verify([&](EntryNumber done, EntryNumber total) {
        if (progress) progress("journal", done, total);
      });
  result.journal_entries = chain.checked;
  result.journal_head = chain.head_hash;
  if (!chain.problem.empty()) {
    add(result, kProblem, "journal", std::to_string(chain.broken_at.value_or(0)),
        say(tr("the chain is broken: {}; compare with the last backup"), chain.problem));
  }
}

Journal::Verification ArchiveChecks::verify_journal(const Actor& actor, const Progress& progress) {
  archive_.policy().require(actor, Operation::verify);
  return Journal(archive_.catalogue()).verify([&](EntryNumber done, EntryNumber total) {
    if (progress) progress("journal", done, total);
  });
}

}  // namespace fonds
