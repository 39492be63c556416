#include "retention/bag_writer.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <set>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "forms/csv_text.h"
#include "retention/package_description.h"
#include "retention/package_index.h"
#include "retention/package_layout.h"
#include "retention/package_record.h"
#include "store/folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;

constexpr std::size_t kBuffer = 256 * 1024;
constexpr std::string_view kUnfinished = ".fonds-unfinished";
constexpr std::uint64_t kKilobyte = 1000;
constexpr std::uint64_t kMegabyte = 1'000'000;

path parent_of(const path& folder) {
  return folder.parent_path().empty() ? path(".") : folder.parent_path();
}

/// For people; Payload-Oxum is exact.
std::string spoken_size(std::uint64_t bytes) {
  if (bytes < kMegabyte) return fmt::format("{} KB", (bytes + kKilobyte - 1) / kKilobyte);
  return fmt::format("{}.{} MB", bytes / kMegabyte, bytes % kMegabyte / (kMegabyte / 10));
}

Error is_there(const path& entry) {
  return {Fault::usage, say(tr("{} is there already"), entry.string()),
          tr("give the name of a folder that is not there yet")};
}

/// The bag while it is filled; what is not finished is removed.
class BagDraft {
 public:
  BagDraft(Disk& disk, const path& target)
      : disk_(disk), target_(target), folder_(target.string() + std::string(kUnfinished)) {
    const EntryKind left = kind_of(folder_);
    if (left != EntryKind::absent && left != EntryKind::folder) throw is_there(folder_);
    remove_folder(disk_, folder_);
    disk_.make_folders(folder_);
    folders_.insert(folder_);
  }

  ~BagDraft() {
    if (durable_) return;
    try {
      file_.reset();
      // Never piece by piece under the final name.
      if (renamed_) disk_.rename(target_, folder_);
      remove_folder(disk_, folder_);
    } catch (const Error&) {
      // The next writing to this target will.
    }
  }
  BagDraft(const BagDraft&) = delete;
  BagDraft& operator=(const BagDraft&) = delete;

  void begin(const std::string& name) {
    const path file = folder_ / name;
    if (folders_.insert(file.parent_path()).second) {
      disk_.make_folders(file.parent_path());
      for (path up = file.parent_path(); up != folder_; up = up.parent_path()) folders_.insert(up);
    }
    file_ = disk_.create(file);
    name_ = name;
    hash_ = Sha256();
    size_ = 0;
  }
  void write(std::string_view bytes) {
    file_->write(bytes);
    hash_.add(bytes);
    size_ += bytes.size();
  }
  /// Returns the SHA-256 of the file.
  std::string end() {
    file_->sync();
    file_->close();
    file_.reset();
    std::string sum = hash_.finish();
    auto& sums = is_payload_path(name_) ? payload_ : tags_;
    sums.emplace(name_, sum);
    if (is_payload_path(name_)) {
      total_.bytes += size_;
      ++total_.files;
    }
    return sum;
  }
  std::string put(std::string_view name, std::string_view bytes) {
    begin(std::string(name));
    write(bytes);
    return end();
  }

  void publish() {
    for (const path& each : folders_) disk_.sync_folder(each);
    disk_.rename(folder_, target_);
    renamed_ = true;
    disk_.sync_folder(parent_of(target_));
    durable_ = true;
  }

  [[nodiscard]] const PayloadOxum& total() const { return total_; }
  [[nodiscard]] std::string manifest() const { return lines_of(payload_); }
  [[nodiscard]] std::string tag_manifest() const { return lines_of(tags_); }

 private:
  static std::string lines_of(const std::map<std::string, std::string>& sums) {
    std::string text;
    for (const auto& [name, sum] : sums) text += to_text(ManifestLine{sum, name});
    return text;
  }

  Disk& disk_;
  path target_;
  path folder_;
  std::set<path> folders_;  ///< made, to be synced
  std::unique_ptr<WritableFile> file_;
  std::string name_;
  Sha256 hash_;
  std::uint64_t size_ = 0;
  PayloadOxum total_;
  std::map<std::string, std::string> payload_;
  std::map<std::string, std::string> tags_;
  bool renamed_ = false;
  bool durable_ = false;
};

class BagWriting {
 public:
  BagWriting(Disk& disk, const TransferPackage& package, const path& target,
             const BagProgress& progress)
      : package_(package),
        progress_(progress),
        to_do_(extent_of(package).bytes),
        draft_(disk, target) {}

  WrittenBag result() {
    put_record(kPackageRecord, package_record(package_));
    for (const PackageVolume& volume : package_.volumes) {
      put_record(path_of(volume) + std::string(kVolumeRecord), volume_record(volume));
      for (const PackageDocument& document : volume.documents) put_document(volume, document);
    }
    draft_.put(kPackageInventory, csv_text(package_inventory(package_)));
    draft_.begin(std::string(kPackageIndex));
    write_package_page(package_, [&](std::string_view piece) { draft_.write(piece); });
    draft_.end();
    return seal();
  }

 private:
  void put_record(std::string_view name, const std::string& text) {
    records_ += text.size();
    if (records_ > kMostRecordsBytes) {
      throw Error(Fault::usage, tr("the records of the package are too large"),
                  tr("hand over fewer documents in one package"));
    }
    draft_.put(name, text);
  }

  void put_document(const PackageVolume& volume, PackageDocument document) {
    const std::string folder = path_of(volume, document);
    while_doing(say(tr("document {}"), document.accession), [&] {
      const std::vector<std::string> names = file_names_of(document);
      for (std::size_t i = 0; i < names.size(); ++i) {
        document.files[i].sha256 = copy(document.files[i], folder + names[i]);
      }
    });
    put_record(folder + std::string(kDocumentRecord), document_record(volume, document));
    draft_.put(folder + std::string(kDocumentDescription),
               document_description(package_, volume, document));
  }

  /// Returns its SHA-256.
  std::string copy(const PackageFile& file, const std::string& name) {
    const auto altered = [&] {
      return Error(Fault::corrupt, say(tr("{} has other bytes than are on record"), name),
                   tr("restore it from a backup, then repeat; see `fonds check`"));
    };
    const UniqueFd fd = file.open();
    draft_.begin(name);
    std::uint64_t size = 0;
    std::string buffer(kBuffer, '\0');
    while (const std::size_t got = read_some(fd.get(), buffer.data(), buffer.size(), name)) {
      size += got;
      if (size > file.size) throw altered();
      draft_.write({buffer.data(), got});
      done_ += got;
      if (progress_) progress_(done_, to_do_);
    }
    std::string sum = draft_.end();
    const bool differs = !file.sha256.empty() && sum != file.sha256;
    if (differs || size != file.size) throw altered();
    return sum;
  }

  /// The tag files, the manifest of them last.
  WrittenBag seal() {
    draft_.put("bagit.txt", to_text(BagDeclaration{1, 0, "UTF-8"}));
    draft_.put("bag-info.txt", info());
    draft_.put("manifest-sha256.txt", draft_.manifest());
    WrittenBag written{draft_.total(), {}};
    written.tag_manifest = draft_.put("tagmanifest-sha256.txt", draft_.tag_manifest());
    draft_.publish();
    return written;
  }

  /// bag-info.txt (RFC 8493 §2.2.2); fields of ours come last.
  std::string info() const {
    const PayloadOxum& total = draft_.total();
    const std::string journal =
        package_.journal_hash.empty()
            ? std::string()
            : fmt::format("{} {}", package_.journal_entry, package_.journal_hash);
    std::string text;
    for (const BagInfoField& field : {
             BagInfoField{"Source-Organization", package_.institution},
             BagInfoField{"Organization-Address", package_.address},
             BagInfoField{"Contact-Name", package_.contact_name},
             BagInfoField{"Contact-Phone", package_.contact_phone},
             BagInfoField{"Contact-Email", package_.contact_email},
             BagInfoField{"External-Description", package_.fonds_title},
             BagInfoField{"External-Identifier", package_.id},
             BagInfoField{"Bagging-Date", to_text(package_.day)},
             BagInfoField{"Bag-Size", spoken_size(total.bytes)},
             BagInfoField{"Payload-Oxum", to_text(total)},
             BagInfoField{"Bag-Software-Agent", package_.program},
             BagInfoField{"Receiving-Organization", package_.receiver},
             BagInfoField{"Fonds-Number", package_.fonds_number},
             BagInfoField{"Transfer-Act", package_.act},
             BagInfoField{"Journal-Head", journal},
         }) {
      if (!field.value.empty()) text += to_text(field);
    }
    return text;
  }

  const TransferPackage& package_;
  const BagProgress& progress_;
  std::uint64_t to_do_;
  std::uint64_t done_ = 0;
  std::uint64_t records_ = 0;
  BagDraft draft_;
};

path checked_target(const path& given) {
  path target = given.lexically_normal();
  target.remove_trailing_separator();
  if (target.filename_is_dot() && target.has_parent_path()) target = target.parent_path();
  if (target.empty() || target.filename_is_dot() || target.filename_is_dot_dot() ||
      !target.has_filename() || target == target.root_path()) {
    throw Error(Fault::usage, say(tr("“{}” is not the name of a new folder"), given.string()),
                tr("give the name of a folder that is not there yet"));
  }
  if (kind_of(target) != EntryKind::absent) throw is_there(target);
  return target;
}

}  // namespace

WrittenBag write_bag(Disk& disk, const TransferPackage& package, const path& target,
                     const BagProgress& progress) {
  check_layout(package);
  return BagWriting(disk, package, checked_target(target), progress).result();
}

}  // namespace fonds
