#include "retention/bag_reader.h"

#include <algorithm>
#include <memory>
#include <set>

#include "base/digest.h"
#include "base/disk.h"
#include "base/error.h"
#include "base/sha512.h"
#include "base/text.h"
#include "retention/bag_folder.h"
#include "retention/bag_manifests.h"

namespace fonds {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;
constexpr std::uint64_t kMostDeclarationBytes = 64 * 1024;
const std::string kDeclaration = "bagit.txt";
const std::string kInfo = "bag-info.txt";
const std::string kTagManifest = "tagmanifest-sha256.txt";

class Verification {
 public:
  Verification(const boost::filesystem::path& folder, const BagProgress& progress)
      : folder_(folder), progress_(progress) {}

  BagReport result() {
    content_ = folder_.content();
    for (const std::string& each : content_.others) report_.add(each, BagProblem::not_a_file);
    for (const std::string& each : content_.closed) report_.add(each, BagProblem::unreadable);
    read_declaration();
    all_ = read_manifests(folder_, content_, report_);
    require_elements();
    find_missing();
    find_unlisted();
    find_clashes();
    check_sums();
    check_total();
    if (content_.files.count(kTagManifest) != 0) {
      report_.tag_manifest = sha256(folder_.read(kTagManifest, kMostManifestBytes));
    }
    return std::move(report_);
  }

 private:
  void read_declaration() {
    report_.declaration = {1, 0, "UTF-8"};
    if (content_.files.count(kDeclaration) == 0) {
      report_.add(kDeclaration, BagProblem::no_declaration);
      return;
    }
    std::optional<BagDeclaration> found;
    try {
      found = bag_declaration_from(folder_.read(kDeclaration, kMostDeclarationBytes));
    } catch (const Error& error) {
      if (error.fault() != Fault::corrupt) {
        report_.add(kDeclaration, BagProblem::unreadable);
        return;
      }
    }
    if (!found) {
      report_.add(kDeclaration, BagProblem::bad_declaration);
      return;
    }
    report_.declaration = *found;
    if (found->major > 1) report_.add(kDeclaration, BagProblem::unsupported_version);
  }

  void require_elements() {
    if (!std::binary_search(content_.folders.begin(), content_.folders.end(), "data")) {
      report_.add("data", BagProblem::no_payload);
    }
    std::set<std::string> algorithms;
    bool listed = false;
    for (const BagManifest& each : all_.manifests) {
      listed = listed || !each.of_tags;
      if (each.is_known()) algorithms.insert(each.algorithm);
    }
    report_.algorithms.assign(algorithms.begin(), algorithms.end());
    if (!listed) report_.add("manifest-sha256.txt", BagProblem::no_manifest);
  }

  [[nodiscard]] bool is_there(const std::string& path) const {
    return content_.files.count(path) != 0 ||
           std::binary_search(content_.others.begin(), content_.others.end(), path);
  }

  void find_missing() {
    std::set<std::string_view> told;
    const auto tell = [&](const std::string& path) {
      if (is_there(path) || !told.insert(path).second) return;
      report_.add(path,
                  all_.fetched.count(path) != 0 ? BagProblem::not_fetched : BagProblem::missing);
    };
    for (const BagManifest& each : all_.manifests) {
      for (const auto& [path, sum] : each.sums) tell(path);
    }
    for (const std::string& path : all_.fetched) tell(path);
  }

  /// Before 1.0 one payload manifest is enough; since then it must be every one (§3).
  void find_unlisted() {
    const bool every = report_.declaration.major >= 1;
    for (const auto& [path, size] : content_.files) {
      const bool manifest = every && is_manifest(path);
      if (!is_payload_path(path) && !manifest) continue;
      std::size_t asked = 0;
      std::size_t listing = 0;
      for (const BagManifest& each : all_.manifests) {
        if (each.of_tags != manifest) continue;
        ++asked;
        listing += each.sums.count(path);
      }
      if (every ? listing < asked : listing == 0) report_.add(path, BagProblem::not_listed);
    }
  }

  /// Of the payload: those that every tag manifest must list.
  [[nodiscard]] bool is_manifest(std::string_view path) const {
    return std::any_of(all_.manifests.begin(), all_.manifests.end(),
                       [&](const BagManifest& each) { return !each.of_tags && each.name == path; });
  }

  void find_clashes() {
    std::set<std::string_view> paths;
    for (const auto& [path, size] : content_.files) paths.insert(path);
    for (const BagManifest& each : all_.manifests) {
      for (const auto& [path, sum] : each.sums) paths.insert(path);
    }
    std::set<std::string> folded;
    for (const std::string_view path : paths) {
      if (!folded.insert(fold_case(to_valid_utf8(path))).second) {
        report_.add(std::string(path), BagProblem::name_clash);
      }
    }
  }

  /// Sums that `path` must have, of known algorithms.
  [[nodiscard]] std::vector<std::pair<bool, std::string_view>> promised(
      const std::string& path) const {
    std::vector<std::pair<bool, std::string_view>> sums;  // whether it is SHA-512
    for (const BagManifest& each : all_.manifests) {
      const auto found = each.sums.find(path);
      if (each.is_known() && found != each.sums.end()) {
        sums.emplace_back(each.algorithm == "sha512", found->second);
      }
    }
    return sums;
  }

  void check_sums() {
    std::uint64_t total = 0;
    for (const auto& [path, size] : content_.files) total += promised(path).empty() ? 0 : size;
    for (const auto& [path, size] : content_.files) {
      const auto sums = promised(path);
      if (sums.empty()) continue;
      try {
        if (!has_sums(path, sums, total)) report_.add(path, BagProblem::altered);
      } catch (const Error& error) {
        if (error.fault() != Fault::io && error.fault() != Fault::denied &&
            error.fault() != Fault::not_found && error.fault() != Fault::corrupt) {
          throw;
        }
        report_.add(path, BagProblem::unreadable);
      }
    }
  }

  bool has_sums(const std::string& path, const std::vector<std::pair<bool, std::string_view>>& sums,
                std::uint64_t total) {
    const UniqueFd fd = folder_.open(path);
    const std::string name = printable(path);
    Sha256 sha256;
    Sha512 sha512;
    const bool wants_512 = std::any_of(sums.begin(), sums.end(), [](auto& s) { return s.first; });
    std::string buffer(kBuffer, '\0');
    while (const std::size_t got = read_some(fd.get(), buffer.data(), buffer.size(), name)) {
      sha256.add({buffer.data(), got});
      if (wants_512) sha512.add({buffer.data(), got});
      done_ += got;
      if (progress_) progress_(std::min(done_, total), total);
    }
    const std::string of_256 = sha256.finish();
    const std::string of_512 = wants_512 ? sha512.finish() : std::string();
    return std::all_of(sums.begin(), sums.end(), [&](const auto& promise) {
      return promise.second == (promise.first ? of_512 : of_256);
    });
  }

  void check_total() {
    for (const auto& [path, size] : content_.files) {
      if (!is_payload_path(path)) continue;
      report_.payload.bytes += size;
      ++report_.payload.files;
    }
    if (content_.files.count(kInfo) == 0) return;
    BagInfoText info = bag_info_from(read_tag_file(folder_, kInfo, report_));
    for (const std::size_t line : info.bad_lines) report_.add(kInfo, BagProblem::bad_line, line);
    std::size_t totals = 0;
    for (const BagInfoField& field : info.fields) {
      if (fold_case(to_valid_utf8(field.label)) != "payload-oxum") continue;
      const auto oxum = payload_oxum_from(field.value);
      if (++totals > 1 || oxum != report_.payload) report_.add(kInfo, BagProblem::wrong_total);
    }
    report_.info = std::move(info.fields);
  }

  BagFolder folder_;
  const BagProgress& progress_;
  BagFolderContent content_;
  BagManifests all_;
  BagReport report_;
  std::uint64_t done_ = 0;
};

}  // namespace

BagReport verify_bag(const boost::filesystem::path& folder, const BagProgress& progress) {
  return Verification(folder, progress).result();
}

}  // namespace fonds
