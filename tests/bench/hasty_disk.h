/// HastyDisk: a disk that never waits for the medium, for making archives that are to be measured.
///
/// Threads: as LocalDisk. Faults: as LocalDisk.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "base/disk.h"

namespace fonds {

class HastyDisk : public LocalDisk {
 public:
  std::unique_ptr<WritableFile> create(const boost::filesystem::path& path) override {
    return std::make_unique<File>(LocalDisk::create(path));
  }
  void sync_folder(const boost::filesystem::path&) override {}

 private:
  class File : public WritableFile {
   public:
    explicit File(std::unique_ptr<WritableFile> file) : file_(std::move(file)) {}
    void write(std::string_view bytes) override { file_->write(bytes); }
    void sync() override {}
    void close() override { file_->close(); }

   private:
    std::unique_ptr<WritableFile> file_;
  };
};

}  // namespace fonds
