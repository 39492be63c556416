#include "indexer/generations.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <string>
#include <string_view>

#include "indexer/xapian_error.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
constexpr std::string_view kBeginning = "generation-";
constexpr const char* kCurrent = "current";
constexpr const char* kCopy = "copy";  ///< of a generation, unfinished

/// The number in "generation-<n>", nothing for any other name.
std::optional<int> generation_from(std::string_view name) {
  if (!name.starts_with(kBeginning)) return std::nullopt;
  name.remove_prefix(kBeginning.size());
  int number = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (problem != std::errc() || end != name.data() + name.size() || number < 1) return std::nullopt;
  if (name.front() == '0') return std::nullopt;
  return number;
}

void check(const boost::system::error_code& problem, const fs::path& path) {
  if (problem) throw system_error(problem.value(), path.string());
}

}  // namespace

Generations::Generations(Disk& disk, fs::path root) : disk_(disk), root_(std::move(root)) {}

fs::path Generations::folder_of(int generation) const {
  return root_ / (std::string(kBeginning) + std::to_string(generation));
}

std::optional<int> Generations::current() const {
  boost::system::error_code problem;
  const fs::file_status status = fs::status(root_ / kCurrent, problem);
  if (status.type() == fs::file_not_found) return std::nullopt;
  check(problem, root_ / kCurrent);
  std::string line = read_file(root_ / kCurrent, 4096);
  if (line.ends_with('\n')) line.pop_back();
  const std::optional<int> generation = generation_from(line);
  if (!generation) throw unusable_index((root_ / kCurrent).string());
  return generation;
}

std::vector<int> Generations::all() const {
  std::vector<int> found;
  boost::system::error_code problem;
  if (fs::status(root_, problem).type() == fs::file_not_found) return found;
  fs::directory_iterator entry(root_, problem);
  check(problem, root_);
  for (const fs::directory_iterator end; entry != end; entry.increment(problem)) {
    check(problem, root_);
    if (const auto number = generation_from(entry->path().filename().string())) {
      found.push_back(*number);
    }
  }
  check(problem, root_);
  std::sort(found.begin(), found.end());
  return found;
}

int Generations::begin_rebuild() {
  // A damaged `current` is what a rebuild is to cure: then nothing serves.
  int serving = 0;
  const std::vector<int> existing = all();
  try {
    serving = current().value_or(0);
  } catch (const Error& error) {
    if (error.fault() != Fault::corrupt) throw;
    serving = existing.empty() ? 0 : existing.back();
  }
  int generation = serving + 1;
  if (!existing.empty() && existing.back() > serving) generation = existing.back();
  disk_.make_folders(folder_of(generation));
  return generation;
}

fs::path Generations::new_copy() {
  remove_with_files(root_ / kCopy);
  return root_ / kCopy;
}

int Generations::adopt_copy() {
  const std::vector<int> existing = all();
  const int generation = (existing.empty() ? 0 : existing.back()) + 1;
  disk_.sync_folder(root_ / kCopy);
  disk_.rename(root_ / kCopy, folder_of(generation));
  disk_.sync_folder(root_);
  return generation;
}

void Generations::serve(int generation) {
  disk_.sync_folder(folder_of(generation));
  write_atomically(disk_, root_ / kCurrent, folder_of(generation).filename().string() + "\n");
  for (const int other : all()) {
    if (other != generation) discard(other);
  }
  remove_with_files(root_ / kCopy);
}

void Generations::discard(int generation) { remove_with_files(folder_of(generation)); }

void Generations::remove_with_files(const fs::path& folder) {
  boost::system::error_code problem;
  fs::directory_iterator entry(folder, problem);
  if (problem == boost::system::errc::no_such_file_or_directory) return;
  check(problem, folder);
  std::vector<fs::path> files;
  for (const fs::directory_iterator end; entry != end; entry.increment(problem)) {
    check(problem, folder);
    files.push_back(entry->path());
  }
  check(problem, folder);
  for (const fs::path& file : files) disk_.remove(file);
  fs::remove(folder, problem);
  check(problem, folder);
  disk_.sync_folder(root_);
}

}  // namespace fonds
