#include "archive/intake.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <utility>

#include "access/policy.h"
#include "archive/spool.h"
#include "archive/told_file.h"
#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

using boost::filesystem::path;

/// Faults that are the paper's own: the delivery goes on with the next one.
bool is_of_the_paper(Fault fault) {
  return fault == Fault::corrupt || fault == Fault::usage || fault == Fault::not_found ||
         fault == Fault::unavailable;
}

}  // namespace

/// Spools each member of a container and takes it in like a file.
class ArchiveIntake::MemberTaker : public MemberSink {
 public:
  MemberTaker(ArchiveIntake& intake, std::string container)
      : intake_(intake), container_(std::move(container)) {}

  void begin(const std::string& name) override {
    name_ = container_ + "!/" + name;
    spool_ = spool_file(intake_.archive_.incoming());
  }
  void write(std::string_view bytes) override { write_all(spool_.get(), bytes); }
  void end() override {
    rewind(spool_.get());
    intake_.take(spool_.get(), name_, {}, Containers::refuse);
    spool_.reset();
  }
  void refuse(const std::string& name, const std::string& why) override {
    intake_.refuse(container_ + "!/" + name, {}, Error(Fault::usage, why));
  }

 private:
  ArchiveIntake& intake_;
  std::string container_;
  std::string name_;
  UniqueFd spool_;
};

ArchiveIntake::ArchiveIntake(Archive& archive, Actor actor, Delivery delivery, Report report)
    : archive_(archive),
      actor_(std::move(actor)),
      delivery_(std::move(delivery)),
      report_(std::move(report)) {
  archive_.policy().require(actor_, Operation::take_in);
}

ArchiveIntake::~ArchiveIntake() = default;

void ArchiveIntake::add(const path& file, const std::stop_token& stop) {
  boost::system::error_code error;
  if (boost::filesystem::is_directory(file, error)) {
    add_folder(file, stop);
  } else {
    add_file(file, FollowLinks::yes);
  }
}

void ArchiveIntake::add(int fd, const std::string& name) { take(fd, printable(name), {}); }

void ArchiveIntake::add_folder(const path& folder, const std::stop_token& stop) {
  std::vector<path> entries;
  boost::system::error_code error;
  for (boost::filesystem::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    entries.push_back(each->path());
  }
  if (error) {
    return refuse(printable(folder.string()), folder,
                  system_error(error.value(), tr("cannot read the folder")));
  }
  std::sort(entries.begin(), entries.end());
  for (const path& entry : entries) {
    if (stop.stop_requested()) return;
    if (entry.filename().string().front() == '.') continue;  // .taken, .DS_Store: not papers
    if (boost::filesystem::symlink_status(entry, error).type() ==
        boost::filesystem::directory_file) {
      add_folder(entry, stop);
    } else {
      add_file(entry, FollowLinks::no);
    }
  }
}

void ArchiveIntake::add_file(const path& file, FollowLinks follow) {
  const std::string name = printable(file.filename().string());
  UniqueFd fd;
  try {
    fd = open_for_reading(file, follow);
  } catch (const Error& error) {
    return refuse(name, file, error);
  }
  take(fd.get(), name, file);
}

void ArchiveIntake::take(int fd, const std::string& name, const path& file, Containers containers) {
  check_free_space();
  try {
    const FileKind kind = tell_file(fd, name, [&]() -> WorkerHandle& { return worker(); });
    if (kind == FileKind::other) {
      if (delivery_.description.empty()) throw why_not_read(fd, name);
      deposit(fd, kind, {}, name, file);
    } else if (!entry_of(kind).container) {
      take_paper(fd, kind, name, file);
    } else if (containers == Containers::expand) {
      take_container(fd, kind, name);
    } else {
      throw Error(Fault::usage,
                  tr("it is an archive inside the archive; unpack it and add what is inside"));
    }
  } catch (const Error& error) {
    if (!is_of_the_paper(error.fault())) throw;
    if (error.fault() == Fault::unavailable) worker_.reset();
    refuse(name, file, error);
  }
}

void ArchiveIntake::take_container(int fd, FileKind kind, const std::string& name) {
  // A process of its own: the members it gives are looked into by the usual one meanwhile.
  WorkerHandle expander(archive_.worker_options());
  MemberTaker taker(*this, name);
  // A batch is a delivery of its own: what its sheets say is not of the files beside it.
  Delivery around =
      std::exchange(delivery_, Delivery{delivery_.source, delivery_.label, delivery_.description});
  try {
    expander.expand({fd, kind}, taker);
  } catch (...) {  // what follows belongs to the delivery around it, whatever became of the batch
    delivery_ = std::move(around);
    throw;
  }
  delivery_ = std::move(around);
}

void ArchiveIntake::take_paper(int fd, FileKind kind, const std::string& name, const path& file) {
  const Probe probe = worker().probe({fd, kind});
  rewind(fd);
  deposit(fd, kind, probe, name, file);
}

void ArchiveIntake::deposit(int fd, FileKind kind, const Probe& probe, const std::string& name,
                            const path& file) {
  const ObjectStore::Stored stored = archive_.originals().put(fd, name);
  Original original;
  original.sha256 = stored.sha256;
  original.size = static_cast<std::int64_t>(stored.size);
  original.kind = kind;
  original.source_name = name;
  original.made_at = probe.made_at;
  Deposit deposit = ArchiveDocuments(archive_).deposit(actor_, delivery_, {original});
  IntakeReport report;
  report.outcome =
      deposit.duplicate ? IntakeReport::Outcome::duplicate : IntakeReport::Outcome::accepted;
  report.name = name;
  report.path = file;
  report.document = std::move(deposit.document);
  report.pages = probe.pages;
  report_(report);
}

void ArchiveIntake::scan(PageSource& source, Paging paging, const std::stop_token& stop) {
  std::vector<Original> sheets;
  const auto deposit = [&](const std::vector<Original>& originals) {
    // Two sheets the scanner saw alike are two sheets.
    const Deposit made = ArchiveDocuments(archive_).deposit(actor_, delivery_, originals,
                                                            Identical::is_another_paper);
    IntakeReport report;
    report.name = originals.front().source_name;
    report.document = made.document;
    report.pages = static_cast<int>(originals.size());
    report_(report);
  };
  const auto finish = [&] {
    if (!sheets.empty()) deposit(sheets);
  };
  try {
    while (!stop.stop_requested()) {
      check_free_space();
      const std::optional<ScannedPage> page = source.next();
      if (!page) break;
      const ObjectStore::Stored stored = archive_.originals().put(page->png);
      Original original{stored.sha256,
                        static_cast<std::int64_t>(stored.size),
                        FileKind::png,
                        fmt::format("scan-{:04}.png", sheets.size() + 1),
                        {}};
      if (paging == Paging::one_document_a_page) {
        deposit({original});
      } else {
        sheets.push_back(std::move(original));
      }
    }
  } catch (...) {  // what was scanned before the jam is a paper all the same
    finish();
    throw;
  }
  finish();
}

void ArchiveIntake::refuse(const std::string& name, const path& file, const Error& error) {
  IntakeReport report;
  report.outcome = IntakeReport::Outcome::refused;
  report.name = name;
  report.path = file;
  report.problem = error.message();
  report.hint = error.hint();
  report.fault = error.fault();
  report_(report);
}

void ArchiveIntake::check_free_space() {
  const auto reserve =
      static_cast<std::uint64_t>(archive_.settings().integer("intake.reserve_megabytes")) << 20U;
  if (free_space(archive_.folder()) < reserve) {
    throw Error(Fault::io,
                say(tr("less than {} MB are free on the archive's disk"), reserve >> 20U),
                tr("free some space and add the rest again; what was accepted is safe"));
  }
}

WorkerHandle& ArchiveIntake::worker() {
  if (!worker_ || !worker_->alive()) {
    worker_ = std::make_unique<WorkerHandle>(archive_.worker_options());
  }
  return *worker_;
}

}  // namespace fonds
