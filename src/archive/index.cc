#include "archive/index.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "access/policy.h"
#include "archive/review_rules.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/blocks.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/leases.h"
#include "catalogue/students.h"
#include "indexer/compaction.h"
#include "indexer/follower.h"
#include "indexer/generations.h"
#include "indexer/inspect.h"
#include "indexer/rebuild.h"

namespace fonds {
namespace {

constexpr std::string_view kLease = "index";
constexpr std::chrono::seconds kLeaseTime{60};
constexpr std::chrono::milliseconds kPoll{100};

std::vector<std::string> pages_of(const std::string& text) {
  std::vector<std::string> pages;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find('\f', begin);
    pages.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return pages;
    begin = end + 1;
  }
}

/// The lease of the one writer, given back at the end.
class WriterLease {
 public:
  WriterLease(Database& database, std::string owner)
      : leases_(database),
        owner_(std::move(owner)),
        held_(leases_.acquire(kLease, owner_, kLeaseTime)) {}
  ~WriterLease() {
    try {
      if (held_) leases_.release(kLease, owner_);
    } catch (const Error&) {  // it runs out by itself
    }
  }
  WriterLease(const WriterLease&) = delete;
  WriterLease& operator=(const WriterLease&) = delete;

  [[nodiscard]] bool held() const { return held_; }
  /// Renews it when a good part of its time has passed. False when it was lost.
  bool keep() {
    const auto now = std::chrono::steady_clock::now();
    if (now - renewed_ < kLeaseTime / 4) return held_;
    renewed_ = now;
    return held_ = leases_.acquire(kLease, owner_, kLeaseTime);
  }

 private:
  Leases leases_;
  std::chrono::steady_clock::time_point renewed_ = std::chrono::steady_clock::now();
  std::string owner_;
  bool held_;
};

/// What counts of a card. A number is looked for even while it is not sure: finding decides
/// nothing.
IndexedCard indexed_card(const Card& card) {
  const ReviewRules& rules = ReviewRules::shipped();
  IndexedCard indexed;
  indexed.kind = rules.fact(card, "kind");
  indexed.date = date_span_from(rules.fact(card, "date"));
  if (const auto year = date_span_from(rules.fact(card, "school_year"))) {
    indexed.school_year = year->from.year;
  }
  for (const char* field : {"number", "order"}) {
    if (std::string number = text_of(card, field); !number.empty()) {
      indexed.numbers.push_back(std::move(number));
    }
  }
  indexed.level = rules.fact(card, "level");
  indexed.place = rules.fact(card, "place");
  indexed.case_index = rules.fact(card, "case");
  indexed.collective = rules.fact(card, "collective");
  indexed.event = rules.fact(card, "event");
  indexed.waits = rules.open(card).any();
  return indexed;
}

/// Whose paper it is, by what the register knows of them.
std::vector<IndexedStudent> indexed_students(Students& students, const Card& card) {
  std::vector<IndexedStudent> indexed;
  for (const StudentLink& link : card.links) {
    if (link.state != LinkState::linked) continue;
    const auto student = students.find(link.student);
    if (!student) continue;
    const auto mention = static_cast<std::size_t>(link.mention);
    const bool named = mention >= 1 && mention <= card.mentions.size();
    indexed.push_back({student->id, link.student, student->name, student->former_last_names,
                       student->gender, named ? card.mentions[mention - 1].source.page : 1,
                       student->birth_date});
  }
  return indexed;
}

/// All records that were ever one person with this one: their papers name each other's students.
std::set<StudentId> ever_one_with(Students& students, StudentId student) {
  std::set<StudentId> known{student};
  std::vector<StudentId> open{student};
  while (!open.empty()) {
    const StudentId next = open.back();
    open.pop_back();
    for (const StudentMerge& merge : students.merges(next)) {
      for (const StudentId each : {merge.kept, merge.merged}) {
        if (known.insert(each).second) open.push_back(each);
      }
    }
  }
  return known;
}

}  // namespace

ArchiveIndex::ArchiveIndex(Archive& archive) : archive_(archive), owner_(new_lease_owner()) {}

ArchiveIndex::~ArchiveIndex() = default;

std::optional<IndexedDocument> ArchiveIndex::load(DocumentId id) {
  const auto document = Documents(archive_.catalogue()).find(id);
  if (!document || document->run == 0 || document->tombstone) return std::nullopt;
  IndexedDocument indexed;
  indexed.id = document->id;
  indexed.accession = document->accession;
  indexed.accepted_at = document->accepted_at;
  const StoredCard stored = Cards(archive_.catalogue()).load(id);
  const std::string text = archive_.derived().read(id, document->run, kTextFile);
  indexed.pages = pages_of(corrected(text, stored.corrections));
  // What nothing can be read of has its description for a text already.
  if (!document->description.empty() && !is_unread(*document)) {
    indexed.pages.front() += '\n' + document->description;
  }
  indexed.card = indexed_card(stored.card);
  Students students(archive_.catalogue());
  indexed.card.students = indexed_students(students, stored.card);
  indexed.readers = readers_of(archive_, stored.card);
  indexed.blocked = Blocks(archive_.catalogue()).covers(id);
  indexed.scanned = std::any_of(document->originals.begin(), document->originals.end(),
                                [](const Original& each) { return shows_pages(each.kind); });
  return indexed;
}

DocumentsOfStudent ArchiveIndex::documents_of_students() {
  return [this](StudentId student, const std::function<void(DocumentId)>& visit) {
    constexpr int kPage = 500;
    Cards cards(archive_.catalogue());
    Students students(archive_.catalogue());
    for (const StudentId record : ever_one_with(students, student)) {
      std::vector<DocumentId> page;
      DocumentId after;
      do {
        page = cards.of_student(record, after, kPage);
        for (const DocumentId document : page) visit(document);
        if (!page.empty()) after = page.back();
      } while (page.size() == kPage);
    }
  };
}

DocumentLoader ArchiveIndex::loader() {
  return [this](DocumentId id) { return load(id); };
}

ArchiveIndex::Following ArchiveIndex::catch_up() {
  Journal journal(archive_.catalogue());
  const EntryNumber head = journal.head();
  if (head == level_at_) return Following::level;
  WriterLease lease(archive_.catalogue(), owner_);
  if (!lease.held()) return Following::somebody_else_writes;
  Generations generations(archive_.disk(), archive_.index_root());
  const auto current = generations.current();
  // The first index of an archive is a rebuild of nothing much.
  if (!current) {
    Documents documents(archive_.catalogue());
    rebuild_index(generations, documents, journal, archive_.clock(), loader());
  } else {
    IndexWriter writer(generations.folder_of(*current));
    Follower(journal, writer, archive_.clock(), loader(), documents_of_students()).catch_up([&] {
      return !lease.keep();
    });
  }
  level_at_ = head;
  return Following::level;
}

void ArchiveIndex::wait_until_level(const std::stop_token& stop) {
  while (!stop.stop_requested() && lag() > 0) {
    if (catch_up() == Following::level) return;
    std::this_thread::sleep_for(kPoll);
  }
}

void ArchiveIndex::make_anew(const Actor& actor, std::string_view event,
                             const std::stop_token& stop, const Making& make) {
  archive_.policy().require(actor, Operation::rebuild_index);
  WriterLease lease(archive_.catalogue(), owner_);
  if (!lease.held()) {
    throw Error(Fault::busy, tr("another process writes the index"),
                tr("stop `fonds work`, or wait a minute, and repeat"));
  }
  struct Stopped {};
  Generations generations(archive_.disk(), archive_.index_root());
  try {
    make(generations, [&] {
      if (stop.stop_requested() || !lease.keep()) throw Stopped{};
    });
  } catch (const Stopped&) {
    if (stop.stop_requested()) return;
    throw Error(Fault::busy, tr("another process has taken the index over"),
                tr("repeat: the rebuild goes on where it stopped"));
  }
  const auto current = generations.current();
  if (!current) return;
  const IndexSize size = index_size(generations.folder_of(*current));
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, event, "index",
              nlohmann::ordered_json{{"documents", size.documents}, {"bytes", size.bytes}}.dump());
  transaction.commit();
}

void ArchiveIndex::rebuild(const Actor& actor,
                           const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::stop_token& stop) {
  make_anew(actor, "index.rebuilt", stop,
            [&](Generations& generations, const std::function<void()>& alive) {
              Documents documents(archive_.catalogue());
              Journal journal(archive_.catalogue());
              RebuildOptions options;
              options.alive = alive;
              options.progress = [&](std::int64_t done, std::int64_t total) {
                alive();  // stopped, the next rebuild goes on from the last checkpoint
                if (progress) progress(done, total);
              };
              rebuild_index(generations, documents, journal, archive_.clock(), loader(), options);
            });
}

void ArchiveIndex::compact(const Actor& actor, const std::stop_token& stop) {
  make_anew(actor, "index.compacted", stop,
            [](Generations& generations, const std::function<void()>& alive) {
              const auto current = generations.current();
              if (!current) return;
              // Stopped, the half-made copy goes with the next.
              compact_index(generations.folder_of(*current), generations.new_copy(), alive);
              generations.serve(generations.adopt_copy());
            });
}

void ArchiveIndex::purge(const Actor& actor) {
  const auto deadline = std::chrono::steady_clock::now() + kLeaseTime;
  for (;;) {
    wait_until_level({});
    try {
      return compact(actor, {});
    } catch (const Error& error) {  // a follower holds the lease for moments only
      const bool late = std::chrono::steady_clock::now() > deadline;
      if (error.fault() != Fault::busy || late) throw;
    }
    std::this_thread::sleep_for(kPoll);
  }
}

EntryNumber ArchiveIndex::lag() {
  const Generations generations(archive_.disk(), archive_.index_root());
  const auto current = generations.current();
  EntryNumber at = current ? index_position(generations.folder_of(*current)) : 0;
  Journal journal(archive_.catalogue());
  EntryNumber behind = 0;
  constexpr int kBatch = 1000;
  for (;;) {
    const std::vector<JournalEntry> entries = journal.after(at, kBatch);
    // Looks and searches are entries too, but none the index must know of.
    for (const JournalEntry& entry : entries) behind += changes_index(entry.event) ? 1 : 0;
    if (entries.size() < kBatch) return behind;
    at = entries.back().number;
  }
}

}  // namespace fonds
