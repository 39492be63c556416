/// Which use cases there are, by the headers of src/archive.
///
/// Threads: pure.
#pragma once

#include <boost/filesystem/operations.hpp>
#include <set>
#include <string>

#include "base/disk.h"

namespace fonds {

/// "Class::method" of every public method (and constructor) that takes an Actor.
inline std::set<std::string> use_cases_in_headers() {
  std::set<std::string> found;
  for (const auto& entry : boost::filesystem::directory_iterator(
           boost::filesystem::path(FONDS_SOURCE_DIR) / "src/archive")) {
    if (entry.path().extension() != ".h") continue;
    std::string name;
    bool is_public = false;
    const std::string text = read_file(entry.path());
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string line = text.substr(begin, end - begin);
      begin = end + 1;
      if (line.starts_with("class ") && line.ends_with("{")) {
        name = line.substr(6, line.find_first_of(" {", 6) - 6);
        is_public = false;
      }
      if (line.starts_with("};")) name.clear();
      if (line == " public:") is_public = true;
      if (line == " private:") is_public = false;
      const bool takes_actor = line.find("const Actor& actor") != std::string::npos ||
                               line.find(", Actor actor") != std::string::npos;
      const std::size_t open = line.find('(');
      if (name.empty() || !is_public || !takes_actor || open == std::string::npos) continue;
      const std::size_t from = line.find_last_of(" *&", open) + 1;
      found.insert(name + "::" + line.substr(from, open - from));
    }
  }
  return found;
}

}  // namespace fonds
