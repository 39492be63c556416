/// InZone: the program's time zone, for as long as the object lives. Process-wide.
#pragma once

#include <cstdlib>
#include <ctime>
#include <string>

namespace fonds {

class InZone {
 public:
  /// A POSIX zone, "KAM-12"; its sign is the other way round than people's.
  explicit InZone(const char* name) {
    if (const char* was = std::getenv("TZ")) was_ = was;
    set(name);
  }
  ~InZone() { set(was_.empty() ? nullptr : was_.c_str()); }
  InZone(const InZone&) = delete;
  InZone& operator=(const InZone&) = delete;

 private:
  static void set(const char* name) {
    name == nullptr ? unsetenv("TZ") : setenv("TZ", name, 1);
    tzset();
  }
  std::string was_;
};

}  // namespace fonds
