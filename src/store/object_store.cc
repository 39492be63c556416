#include "store/object_store.h"

#include <array>
#include <charconv>
#include <chrono>

#include "base/clock.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "store/folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;

constexpr std::size_t kBuffer = 256 * 1024;
constexpr auto kLeftoverAge = std::chrono::hours(1);
constexpr std::string_view kIncoming = ".incoming";

/// Number of the folder that the first `digits` (2 or 4) of a name stand for.
std::size_t folder_number(std::string_view sha256, std::size_t digits) {
  std::size_t number = 0;
  std::from_chars(sha256.data(), sha256.data() + digits, number, 16);
  return digits == 2 ? number : 256 + number;
}

}  // namespace

/// Bytes on their way in; what was not settled is removed.
class ObjectStore::Arrival {
 public:
  Arrival(Disk& disk, const path& root)
      : disk_(disk), path_(root / kIncoming.data() / unique_name("")) {
    disk_.make_folders(path_.parent_path());
    file_ = disk_.create(path_);
  }
  ~Arrival() {
    if (settled_) return;
    try {
      disk_.remove(path_);
    } catch (const Error&) {
      // remove_leftovers() will.
    }
  }
  Arrival(const Arrival&) = delete;
  Arrival& operator=(const Arrival&) = delete;

  void write(std::string_view bytes) {
    hash_.add(bytes);
    file_->write(bytes);
    size_ += bytes.size();
  }

  /// Makes the bytes durable and read-only; returns their name.
  std::string finish() {
    disk_.make_read_only(path_);  // before sync(), which makes the rights durable too
    file_->sync();
    file_->close();
    return hash_.finish();
  }

  void move_to(const path& target) {
    disk_.rename(path_, target);
    settled_ = true;
  }

  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  Disk& disk_;
  path path_;
  std::unique_ptr<WritableFile> file_;
  Sha256 hash_;
  std::uint64_t size_ = 0;
  bool settled_ = false;
};

ObjectStore::ObjectStore(Disk& disk, path root) : disk_(disk), root_(std::move(root)) {
  if (kind_of(root_) != EntryKind::folder) {
    throw Error(Fault::not_found, say(tr("there is no store of originals at {}"), root_.string()),
                tr("check the archive's folder; make a new archive with `fonds init`"));
  }
}

ObjectStore::Stored ObjectStore::put(int fd, std::string_view name_for_messages) {
  Arrival arrival(disk_, root_);
  std::string buffer(kBuffer, '\0');
  while (const auto got = read_some(fd, buffer.data(), buffer.size(), name_for_messages)) {
    arrival.write({buffer.data(), got});
  }
  return settle(arrival);
}

ObjectStore::Stored ObjectStore::put(std::string_view bytes) {
  Arrival arrival(disk_, root_);
  arrival.write(bytes);
  return settle(arrival);
}

ObjectStore::Stored ObjectStore::settle(Arrival& arrival) {
  Stored stored;
  stored.sha256 = arrival.finish();
  stored.size = arrival.size();
  const path target = path_of(stored.sha256);
  disk_.make_folders(target.parent_path());
  switch (check(stored.sha256)) {
    case Fixity::intact:
      stored.was_there = true;
      break;
    case Fixity::missing:
      // Another process may put the same bytes just now: one of two equal files remains.
      arrival.move_to(target);
      break;
    case Fixity::altered:
      throw Error(Fault::corrupt, say(tr("the stored original {} is damaged"), stored.sha256),
                  tr("restore it from a backup, then repeat; see `fonds check`"));
  }
  make_durable(stored.sha256);
  return stored;
}

/// Also needed when the file was there: whoever stored it may not have come that far.
void ObjectStore::make_durable(const std::string& sha256) {
  const path inner = path_of(sha256).parent_path();
  disk_.sync_folder(inner);
  const std::array<std::pair<std::size_t, path>, 2> names{
      {{folder_number(sha256, 4), inner.parent_path()}, {folder_number(sha256, 2), root_}}};
  for (const auto& [number, holder] : names) {
    {
      const std::lock_guard lock(mutex_);
      if (durable_.test(number)) continue;
    }
    disk_.sync_folder(holder);
    const std::lock_guard lock(mutex_);
    durable_.set(number);
  }
}

bool ObjectStore::contains(std::string_view sha256) const {
  return kind_of(path_of(sha256)) == EntryKind::file;
}

UniqueFd ObjectStore::open(std::string_view sha256) const {
  return open_for_reading(path_of(sha256), FollowLinks::no);
}

void ObjectStore::remove(std::string_view sha256) {
  const path file = path_of(sha256);
  if (kind_of(file.parent_path()) == EntryKind::absent) return;
  disk_.remove(file);
  // Also when it was not there: whoever removed it may not have come that far.
  disk_.sync_folder(file.parent_path());
}

path ObjectStore::path_of(std::string_view sha256) const {
  if (!is_sha256(sha256)) {
    throw Error(Fault::usage, say(tr("'{}' is not the name of an original"), sha256),
                tr("give 64 hexadecimal digits"));
  }
  return root_ / std::string(sha256.substr(0, 2)) / std::string(sha256.substr(2, 2)) /
         std::string(sha256);
}

ObjectStore::Fixity ObjectStore::check(std::string_view sha256) const {
  const path file = path_of(sha256);
  switch (kind_of(file)) {
    case EntryKind::absent:
      return Fixity::missing;
    case EntryKind::file:
      break;
    default:
      return Fixity::altered;
  }
  const UniqueFd fd = open_for_reading(file, FollowLinks::no);
  Sha256 hash;
  std::string buffer(kBuffer, '\0');
  while (const auto got = read_some(fd.get(), buffer.data(), buffer.size(), file.string())) {
    hash.add({buffer.data(), got});
  }
  return hash.finish() == sha256 ? Fixity::intact : Fixity::altered;
}

void ObjectStore::for_each(const std::function<void(const std::string& sha256)>& visit,
                           const std::function<void(const path&)>& stray) const {
  const auto is_prefix = [](const std::string& name) {
    return name.size() == 2 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
  };
  for (const path& outer : entries_of(root_)) {
    if (outer.filename().string() == kIncoming) continue;
    if (!is_prefix(outer.filename().string()) || kind_of(outer) != EntryKind::folder) {
      stray(outer);
      continue;
    }
    for (const path& inner : entries_of(outer)) {
      if (!is_prefix(inner.filename().string()) || kind_of(inner) != EntryKind::folder) {
        stray(inner);
        continue;
      }
      for (const path& file : entries_of(inner)) {
        const std::string name = file.filename().string();
        const bool ours =
            is_sha256(name) && path_of(name) == file && kind_of(file) == EntryKind::file;
        ours ? visit(name) : stray(file);
      }
    }
  }
}

int ObjectStore::remove_leftovers() {
  const path incoming = root_ / kIncoming.data();
  if (kind_of(incoming) == EntryKind::absent) return 0;
  const Moment limit = SystemClock().now() - kLeftoverAge;
  int removed = 0;
  for (const path& file : entries_of(incoming)) {
    if (last_written(file) > limit) continue;
    disk_.remove(file);
    ++removed;
  }
  return removed;
}

}  // namespace fonds
