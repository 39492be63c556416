#include "store/derived_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/clock.h"
#include "base/error.h"
#include "base/messages.h"
#include "store/folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;

constexpr auto kLeftoverAge = std::chrono::hours(1);
constexpr std::string_view kRun = "run-";

path incoming(const path& root) { return root / ".incoming"; }
path outgoing(const path& root) { return root / ".outgoing"; }

path folder_of(const path& root, DocumentId document) {
  return root / std::to_string(document.value / 1000) / std::to_string(document.value);
}

path run_folder(const path& root, DocumentId document, int run) {
  return folder_of(root, document) / fmt::format("{}{}", kRun, run);
}

void check_name(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.find('/') != std::string_view::npos) {
    throw Error(Fault::bug, fmt::format("'{}' is no name of a derived file", name));
  }
}

/// Makes the names of `folder` and of all folders above it up to `root` durable: make_folders()
/// does so only for those it makes itself, and their maker may have died before.
void sync_up_to(Disk& disk, path folder, const path& root) {
  for (; folder != root; folder = folder.parent_path()) disk.sync_folder(folder);
  disk.sync_folder(root);
}

/// Prefix of what a half-removed run is called: "123-run-1-".
std::string parting_prefix(DocumentId document, int run) {
  return fmt::format("{}-{}{}-", document.value, kRun, run);
}

/// Takes a run away in one step; returns where to.
path set_aside(Disk& disk, const path& root, DocumentId document, int run) {
  disk.make_folders(outgoing(root));
  path target = outgoing(root) / unique_name(parting_prefix(document, run));
  disk.rename(run_folder(root, document, run), target);
  return target;
}

}  // namespace

std::string thumbnail_file(int page) { return fmt::format("thumbnail-{:04}.jpg", page); }

class DerivedStore::RunDraft : public DerivedStore::Draft {
 public:
  RunDraft(Disk& disk, const path& root, DocumentId document, int run)
      : disk_(disk),
        root_(root),
        document_(document),
        run_(run),
        folder_(incoming(root) / unique_name(parting_prefix(document, run))) {
    disk_.make_folders(folder_);
  }

  ~RunDraft() override {
    if (published_) return;
    try {
      file_.reset();
      remove_folder(disk_, folder_);
    } catch (const Error&) {
      // remove_leftovers() will.
    }
  }

  void begin(std::string_view name) override {
    check_name(name);
    finish_file();
    file_ = disk_.create(folder_ / std::string(name));
  }

  void write(std::string_view bytes) override {
    if (!file_) throw Error(Fault::bug, "write to a draft without a file begun");
    file_->write(bytes);
  }

  void publish() override {
    finish_file();
    disk_.sync_folder(folder_);
    const path target = run_folder(root_, document_, run_);
    disk_.make_folders(target.parent_path());
    path old;
    if (kind_of(target) != EntryKind::absent) old = set_aside(disk_, root_, document_, run_);
    disk_.rename(folder_, target);
    published_ = true;
    sync_up_to(disk_, target.parent_path(), root_);
    // Only now: a draft whose old name came back could outlive the document's destruction.
    disk_.sync_folder(incoming(root_));
    if (!old.empty()) remove_folder(disk_, old);
  }

 private:
  void finish_file() {
    if (!file_) return;
    file_->sync();
    file_->close();
    file_.reset();
  }

  Disk& disk_;
  path root_;
  DocumentId document_;
  int run_;
  path folder_;
  std::unique_ptr<WritableFile> file_;
  bool published_ = false;
};

DerivedStore::DerivedStore(Disk& disk, path root) : disk_(disk), root_(std::move(root)) {
  if (kind_of(root_) != EntryKind::folder) {
    throw Error(Fault::not_found,
                say(tr("there is no store of recognised texts at {}"), root_.string()),
                tr("check the archive's folder; make a new archive with `fonds init`"));
  }
}

std::unique_ptr<DerivedStore::Draft> DerivedStore::begin_run(DocumentId document, int run) {
  return std::make_unique<RunDraft>(disk_, root_, document, run);
}

bool DerivedStore::contains(DocumentId document, int run, std::string_view name) const {
  check_name(name);
  return kind_of(run_folder(root_, document, run) / std::string(name)) == EntryKind::file;
}

UniqueFd DerivedStore::open(DocumentId document, int run, std::string_view name) const {
  check_name(name);
  return open_for_reading(run_folder(root_, document, run) / std::string(name), FollowLinks::no);
}

std::string DerivedStore::read(DocumentId document, int run, std::string_view name) const {
  check_name(name);
  return read_file(run_folder(root_, document, run) / std::string(name));
}

std::vector<int> DerivedStore::runs_of(DocumentId document) const {
  std::vector<int> runs;
  const path folder = folder_of(root_, document);
  if (kind_of(folder) == EntryKind::absent) return runs;
  for (const path& entry : entries_of(folder)) {
    const std::string name = entry.filename().string();
    int run = 0;
    if (!name.starts_with(kRun)) continue;
    const char* digits = name.data() + kRun.size();
    const auto read = std::from_chars(digits, name.data() + name.size(), run);
    if (read.ec == std::errc() && read.ptr == name.data() + name.size()) runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

void DerivedStore::remove_run(DocumentId document, int run) {
  if (kind_of(run_folder(root_, document, run)) != EntryKind::absent) {
    set_aside(disk_, root_, document, run);
    disk_.sync_folder(folder_of(root_, document));
  }
  if (kind_of(outgoing(root_)) == EntryKind::absent) return;
  // Also what an earlier, interrupted removal left.
  for (const path& entry : entries_of(outgoing(root_))) {
    if (entry.filename().string().starts_with(parting_prefix(document, run))) {
      remove_folder(disk_, entry);
    }
  }
  disk_.sync_folder(outgoing(root_));
}

namespace {

/// Drafts and half-removed runs of a document, in one of the two folders of them.
std::vector<path> passing(const path& folder, DocumentId document) {
  std::vector<path> found;
  if (kind_of(folder) == EntryKind::absent) return found;
  const std::string prefix = fmt::format("{}-{}", document.value, kRun);
  for (const path& entry : entries_of(folder)) {
    if (entry.filename().string().starts_with(prefix)) found.push_back(entry);
  }
  return found;
}

}  // namespace

void DerivedStore::remove_document(DocumentId document) {
  for (const int run : runs_of(document)) remove_run(document, run);
  for (const path& folder : {incoming(root_), outgoing(root_)}) {
    if (kind_of(folder) == EntryKind::absent) continue;
    for (const path& each : passing(folder, document)) remove_folder(disk_, each);
    disk_.sync_folder(folder);
  }
  const path folder = folder_of(root_, document);
  if (kind_of(folder.parent_path()) == EntryKind::absent) return;
  remove_folder(disk_, folder);
  disk_.sync_folder(folder.parent_path());
}

bool DerivedStore::has_any(DocumentId document) const {
  return kind_of(folder_of(root_, document)) != EntryKind::absent ||
         !passing(incoming(root_), document).empty() || !passing(outgoing(root_), document).empty();
}

int DerivedStore::remove_leftovers() {
  int removed = 0;
  const Moment limit = SystemClock().now() - kLeftoverAge;
  if (kind_of(incoming(root_)) != EntryKind::absent) {
    for (const path& draft : entries_of(incoming(root_))) {
      if (last_written(draft) > limit) continue;
      remove_folder(disk_, draft);
      ++removed;
    }
  }
  if (kind_of(outgoing(root_)) != EntryKind::absent) {
    for (const path& run : entries_of(outgoing(root_))) {
      remove_folder(disk_, run);
      ++removed;
    }
  }
  return removed;
}

}  // namespace fonds
