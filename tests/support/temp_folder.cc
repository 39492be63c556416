#include "support/temp_folder.h"

#include <unistd.h>

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <string>

namespace fonds {

namespace {

boost::filesystem::path parent_for(TempFolder::Where where) {
  const boost::filesystem::path memory = "/dev/shm";
  if (where == TempFolder::Where::memory && ::access(memory.c_str(), W_OK) == 0) return memory;
  return boost::filesystem::temp_directory_path();
}

}  // namespace

TempFolder::TempFolder(Where where)
    : path_(parent_for(where) / boost::filesystem::unique_path("fonds-test-%%%%-%%%%-%%%%")) {
  boost::filesystem::create_directories(path_);
}

TempFolder::~TempFolder() {
  boost::system::error_code ignored;
  boost::filesystem::remove_all(path_, ignored);
}

boost::filesystem::path TempFolder::operator/(std::string_view name) const {
  return path_ / std::string(name);
}

boost::filesystem::path TempFolder::file(std::string_view name, std::string_view bytes) const {
  auto target = *this / name;
  boost::filesystem::ofstream(target, std::ios::binary) << bytes;
  return target;
}

}  // namespace fonds
