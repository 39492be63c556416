/// AsNobody: while it lives, the test has the rights of an ordinary user, also when root runs it:
/// root may read everything.
///
/// Threads: of the test; it changes the rights of the whole process.
#pragma once

#include <unistd.h>

#include <stdexcept>

namespace fonds {

class AsNobody {
 public:
  AsNobody() {
    constexpr uid_t kNobody = 65534;
    if (user_ == 0 && ::seteuid(kNobody) != 0) throw std::runtime_error("seteuid");
  }
  ~AsNobody() { (void)!::seteuid(user_); }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  uid_t user_ = ::geteuid();
};

}  // namespace fonds
