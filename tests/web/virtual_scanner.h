/// VirtualScanner: programs started while it lives find SANE's own scanner for tests (a feeder of
/// ten sheets, a glass), or with another name of a backend none.
///
/// Threads: of its test; it sets SANE_CONFIG_DIR of the process.
#pragma once

#include <cstdlib>
#include <string>

#include "support/temp_folder.h"

namespace fonds {

class VirtualScanner {
 public:
  explicit VirtualScanner(const std::string& backend = "test") {
    const auto list = folder_.file("dll.conf", backend + "\n");
    (void)folder_.file("test.conf", "number_of_devices 1\n");
    ::setenv("SANE_CONFIG_DIR", list.parent_path().c_str(), 1);
  }
  ~VirtualScanner() { ::unsetenv("SANE_CONFIG_DIR"); }
  VirtualScanner(const VirtualScanner&) = delete;
  VirtualScanner& operator=(const VirtualScanner&) = delete;

 private:
  TempFolder folder_;
};

}  // namespace fonds
