#include "retention/package_reader.h"

#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "retention/bag_folder.h"
#include "retention/bag_manifests.h"
#include "retention/package_layout.h"
#include "retention/package_record_reader.h"

namespace fonds {
namespace {

const std::string kManifest = "manifest-sha256.txt";

Error not_sound(const std::string& what) {
  return {Fault::corrupt, what,
          tr("the package was not made by Fonds or was changed; ask for it again")};
}

class PackageReading {
 public:
  explicit PackageReading(const boost::filesystem::path& bag)
      : folder_(std::make_shared<BagFolder>(bag)), content_(folder_->content()) {
    BagReport report;
    report.declaration = {1, 0, "UTF-8"};
    for (BagManifest& each : read_manifests(*folder_, content_, report).manifests) {
      if (each.name == kManifest) sums_ = std::move(each.sums);
    }
    if (sums_.empty()) throw not_sound(say(tr("{} is not in the package"), kManifest));
  }

  TransferPackage result() {
    TransferPackage package = package_from(record(std::string(kPackageRecord)));
    for (PackageVolume& volume : package.volumes) {
      volume = volume_from(record(path_of(volume) + std::string(kVolumeRecord)), volume.key);
      for (PackageDocument& document : volume.documents) {
        const std::string folder = path_of(volume, document);
        document =
            document_from(record(folder + std::string(kDocumentRecord)), volume.key, document);
        take(folder + std::string(kDocumentDescription));
        const std::vector<std::string> names = file_names_of(document);
        for (std::size_t i = 0; i < document.files.size(); ++i) {
          find(document.files[i], folder + names[i]);
        }
        if (++documents_ > kMostPackageDocuments) throw not_sound(tr("it has too many documents"));
      }
    }
    take(std::string(kPackageInventory));
    take(std::string(kPackageIndex));
    refuse_others();
    check_layout_as_read(package);
    return package;
  }

 private:
  /// Marks a file of the payload as known.
  void take(const std::string& path) {
    if (content_.files.count(path) == 0 || sums_.erase(path) == 0) {
      throw not_sound(say(tr("{} is not in the package"), path));
    }
  }

  std::string record(const std::string& path) {
    take(path);
    const std::uint64_t room = kMostRecordsBytes - read_;
    std::string text = folder_->read(path, std::min<std::uint64_t>(kMostRecordBytes, room));
    read_ += text.size();
    return text;
  }

  void find(PackageFile& file, const std::string& path) {
    const auto sum = sums_.find(path);
    if (sum != sums_.end() && sum->second != file.sha256) {
      throw not_sound(say(tr("{}: the checksum is another than its record says"), path));
    }
    take(path);
    if (content_.files.at(path) != file.size) {
      throw not_sound(say(tr("{}: the size is another than its record says"), path));
    }
    file.open = [folder = folder_, path] { return folder->open(path); };
  }

  void refuse_others() const {
    if (!sums_.empty()) {
      throw not_sound(say(tr("{} belongs to no document"), printable(sums_.begin()->first)));
    }
  }

  /// What a person may put right in our own records is damage in those of others.
  static void check_layout_as_read(const TransferPackage& package) {
    try {
      check_layout(package);
    } catch (const Error& error) {
      throw not_sound(error.message());
    }
  }

  std::shared_ptr<BagFolder> folder_;
  BagFolderContent content_;
  std::map<std::string, std::string, std::less<>> sums_;  ///< of files no record has named yet
  std::uint64_t read_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace

TransferPackage read_package(const boost::filesystem::path& bag) {
  return PackageReading(bag).result();
}

}  // namespace fonds
