#include "support/faulty_disk.h"

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <stdexcept>
#include <utility>

#include "base/error.h"

namespace fonds {

using boost::filesystem::path;

/// A file or folder: what programs see, and what would survive a power cut.
struct FaultyDisk::Node {
  bool is_folder = false;
  std::string content;
  std::string durable_content;
  bool read_only = false;
  std::map<std::string, Node*> names;
  std::map<std::string, Node*> durable_names;
};

class FaultyDisk::File : public WritableFile {
 public:
  File(FaultyDisk& disk, Node& node, std::unique_ptr<WritableFile> file)
      : disk_(disk), node_(node), file_(std::move(file)) {}

  void write(std::string_view bytes) override {
    if (disk_.strikes(Needs::room)) {
      if (disk_.trouble_ == Trouble::no_space) put(bytes.substr(0, bytes.size() / 2));
      disk_.strike("write");
    }
    put(bytes);
  }
  void sync() override {
    disk_.step(Needs::room);
    node_.durable_content = node_.content;
  }
  void close() override {
    disk_.step(Needs::nothing);
    file_->close();
  }

 private:
  void put(std::string_view bytes) {
    file_->write(bytes);
    node_.content += bytes;
  }
  FaultyDisk& disk_;
  Node& node_;
  std::unique_ptr<WritableFile> file_;
};

FaultyDisk::FaultyDisk(path root) : root_(std::move(root)) {
  top_ = nodes_.emplace_back(std::make_unique<Node>()).get();
  top_->is_folder = true;
  adopt(*top_, root_);
}

FaultyDisk::~FaultyDisk() = default;

void FaultyDisk::adopt(Node& folder, const path& where) {
  for (const auto& entry : boost::filesystem::directory_iterator(where)) {
    Node& node = *nodes_.emplace_back(std::make_unique<Node>());
    folder.names[entry.path().filename().string()] = &node;
    node.is_folder = boost::filesystem::is_directory(entry.symlink_status());
    if (node.is_folder) {
      adopt(node, entry.path());
    } else {
      node.content = node.durable_content = read_file(entry.path());
    }
  }
  folder.durable_names = folder.names;
}

void FaultyDisk::fail_at(int operation, Trouble trouble) {
  fails_at_ = operations_ + operation;
  trouble_ = trouble;
  failing_ = false;
}

void FaultyDisk::heal() {
  fails_at_ = std::numeric_limits<int>::max();
  failing_ = false;
}

bool FaultyDisk::strikes(Needs needs) {
  ++operations_;
  if (operations_ < fails_at_) return false;
  if (operations_ == fails_at_ && (trouble_ != Trouble::no_space || needs == Needs::room)) {
    failing_ = true;
    return true;
  }
  if (trouble_ == Trouble::input_output) return false;
  if (trouble_ == Trouble::no_space && needs == Needs::nothing) return false;
  failing_ = true;
  return true;
}

void FaultyDisk::strike(const char* doing) const {
  switch (trouble_) {
    case Trouble::no_space:
      throw system_error(ENOSPC, doing);
    case Trouble::read_only:
      throw system_error(EROFS, doing);
    case Trouble::input_output:
    case Trouble::power_cut:
      break;
  }
  throw system_error(EIO, doing);
}

void FaultyDisk::step(Needs needs) {
  if (strikes(needs)) strike("disk operation");
}

FaultyDisk::Node* FaultyDisk::find(const path& where) {
  Node* node = top_;
  for (const path& part : where.lexically_relative(root_)) {
    if (part == ".") continue;
    const auto next = node->names.find(part.string());
    if (next == node->names.end()) return nullptr;
    node = next->second;
  }
  return node;
}

FaultyDisk::Node& FaultyDisk::folder_of(const path& where) {
  Node* folder = find(where.parent_path());
  if (folder == nullptr) throw system_error(ENOENT, "FaultyDisk " + where.string());
  return *folder;
}

std::unique_ptr<WritableFile> FaultyDisk::create(const path& where) {
  step(Needs::room);
  auto file = disk_.create(where);
  Node& node = *nodes_.emplace_back(std::make_unique<Node>());
  folder_of(where).names[where.filename().string()] = &node;
  return std::make_unique<File>(*this, node, std::move(file));
}

void FaultyDisk::rename(const path& from, const path& to) {
  step(Needs::room);
  disk_.rename(from, to);
  Node* node = find(from);
  folder_of(from).names.erase(from.filename().string());
  folder_of(to).names[to.filename().string()] = node;
}

void FaultyDisk::sync_folder(const path& folder) {
  step(Needs::room);  // the real disk need not be troubled: the model decides what survives
  Node* node = find(folder);
  if (node == nullptr) throw std::logic_error("folder made past FaultyDisk");
  node->durable_names = node->names;
}

void FaultyDisk::remove(const path& where) {
  step(Needs::nothing);
  disk_.remove(where);
  if (find(where) != nullptr) folder_of(where).names.erase(where.filename().string());
}

void FaultyDisk::make_read_only(const path& where) {
  step(Needs::nothing);
  disk_.make_read_only(where);
  find(where)->read_only = true;
}

/// As the real disk: one folder after the other, each name synced.
void FaultyDisk::make_folders(const path& folder) {
  if (find(folder) != nullptr) return;
  make_folders(folder.parent_path());
  step(Needs::room);
  boost::filesystem::create_directory(folder);
  Node& node = *nodes_.emplace_back(std::make_unique<Node>());
  node.is_folder = true;
  folder_of(folder).names[folder.filename().string()] = &node;
  sync_folder(folder.parent_path());
}

void FaultyDisk::restart_after_power_cut(UnsyncedNames names) {
  for (const auto& entry : boost::filesystem::directory_iterator(root_)) {
    boost::filesystem::remove_all(entry.path());
  }
  restore(*top_, root_, names);
  heal();
}

void FaultyDisk::restore(Node& node, const path& where, UnsyncedNames names) {
  if (names == UnsyncedNames::lost) node.names = node.durable_names;
  node.durable_names = node.names;
  for (const auto& [name, child] : node.names) {
    const path target = where / name;
    if (child->is_folder) {
      boost::filesystem::create_directory(target);
      restore(*child, target, names);
    } else {
      child->content = child->durable_content;
      boost::filesystem::ofstream(target, std::ios::binary) << child->content;
      if (child->read_only) LocalDisk().make_read_only(target);
    }
  }
}

}  // namespace fonds
