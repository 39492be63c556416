#include "retention/bag_manifests.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr std::string_view kManifest = "manifest-";
constexpr std::string_view kTagManifest = "tagmanifest-";
constexpr std::string_view kEnding = ".txt";

/// The algorithm a name of the form <prefix><algorithm>.txt gives; empty: it has another form.
std::string_view algorithm_of(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(kEnding) ||
      name.size() <= prefix.size() + kEnding.size()) {
    return {};
  }
  const std::string_view algorithm =
      name.substr(prefix.size(), name.size() - prefix.size() - kEnding.size());
  return algorithm.find('/') == std::string_view::npos ? algorithm : std::string_view();
}

/// Reads tag files until all of them together are too large.
class ManifestReader {
 public:
  ManifestReader(const BagFolder& folder, BagReport& report) : folder_(folder), report_(report) {}
  std::string read(const std::string& name) {
    std::string text = read_tag_file(folder_, name, report_, std::min(kMostManifestBytes, left_));
    left_ -= std::min<std::uint64_t>(text.size(), left_);
    return text;
  }

 private:
  const BagFolder& folder_;
  BagReport& report_;
  std::uint64_t left_ = kMostManifestsBytes;
};

bool has_right_length(const BagManifest& manifest, std::string_view sum) {
  return !manifest.is_known() || sum.size() == (manifest.algorithm == "sha256" ? 64U : 128U);
}

void read_lines(const std::string& text, BagManifest& manifest, BagReport& report) {
  for_each_line(text, [&](std::size_t number, std::string_view line) {
    auto entry = manifest_line_from(line);
    if (!entry || !has_right_length(manifest, entry->sum) || entry->path.size() > kLongestBagPath) {
      report.add(manifest.name, BagProblem::bad_line, number);
      return;
    }
    if (!stays_inside(entry->path)) {
      report.add(entry->path, BagProblem::unsafe_path);
      return;
    }
    const bool belongs = manifest.of_tags ? !is_payload_path(entry->path) &&
                                                algorithm_of(entry->path, kTagManifest).empty()
                                          : is_payload_path(entry->path);
    if (!belongs) {
      report.add(entry->path, BagProblem::misplaced);
    } else if (manifest.sums.size() == kMostBagFiles) {
      report.add(manifest.name, BagProblem::too_large, number);
    } else if (!manifest.sums.emplace(entry->path, std::move(entry->sum)).second) {
      report.add(entry->path, BagProblem::listed_twice);
    }
  });
}

void read_fetched(ManifestReader& reader, BagManifests& all, BagReport& report) {
  const std::string name = "fetch.txt";
  for_each_line(reader.read(name), [&](std::size_t number, std::string_view line) {
    auto path = fetched_path_from(line);
    if (!path || path->size() > kLongestBagPath) {
      report.add(name, BagProblem::bad_line, number);
    } else if (!stays_inside(*path)) {
      report.add(*path, BagProblem::unsafe_path);
    } else if (!is_payload_path(*path)) {
      report.add(*path, BagProblem::misplaced);
    } else if (all.fetched.size() == kMostBagFiles) {
      report.add(name, BagProblem::too_large, number);
    } else {
      all.fetched.insert(std::move(*path));
    }
  });
}

/// Where one kind of manifests can be computed at all, others of that kind are left unchecked.
void tell_unknown(const BagManifests& all, bool of_tags, BagReport& report) {
  bool known = false;
  for (const BagManifest& each : all.manifests) {
    known = known || (each.of_tags == of_tags && each.is_known());
  }
  for (const BagManifest& each : all.manifests) {
    if (each.of_tags != of_tags || each.is_known()) continue;
    if (known) {
      report.unchecked.push_back(each.name);
    } else {
      report.add(each.name, BagProblem::unknown_algorithm);
    }
  }
}

}  // namespace

std::string read_tag_file(const BagFolder& folder, const std::string& name, BagReport& report,
                          std::uint64_t limit) {
  std::string bytes;
  try {
    bytes = folder.read(name, limit);
  } catch (const Error& error) {
    report.add(name,
               error.fault() == Fault::corrupt ? BagProblem::too_large : BagProblem::unreadable);
    return {};
  }
  auto text = tag_text(bytes, report.declaration.encoding);
  if (!text) {
    report.add(name, BagProblem::unsupported_encoding);
    return {};
  }
  return std::move(*text);
}

BagManifests read_manifests(const BagFolder& folder, const BagFolderContent& content,
                            BagReport& report) {
  BagManifests all;
  ManifestReader reader(folder, report);
  for (const auto& [name, size] : content.files) {
    BagManifest manifest{name, std::string(algorithm_of(name, kManifest)), false, {}};
    if (manifest.algorithm.empty()) {
      manifest.algorithm = algorithm_of(name, kTagManifest);
      manifest.of_tags = true;
    }
    if (manifest.algorithm.empty()) continue;
    manifest.algorithm = fold_case(to_valid_utf8(manifest.algorithm));
    read_lines(reader.read(name), manifest, report);
    all.manifests.push_back(std::move(manifest));
  }
  tell_unknown(all, false, report);
  tell_unknown(all, true, report);
  if (content.files.count("fetch.txt") != 0) read_fetched(reader, all, report);
  return all;
}

}  // namespace fonds
