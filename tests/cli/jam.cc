// fonds_cli_jam: loaded before SANE, it lets a scanner fail in the middle of a batch, which SANE's
// test backend cannot (its status holds for every page).
//
//   FONDS_JAM_SHEET=n       the sheet that fails, from 1
//   FONDS_JAM_STATUS=code   the number of the SANE status it fails with
//   FONDS_JAM_READS=n       after so many pieces of that sheet; 0: before it begins to move
//
// The programs this one starts find neither the variables nor the library in their environment.
#include <dlfcn.h>

#include <cstdlib>
#include <initializer_list>

namespace {

struct Plan {
  int sheet = 0;  // 0: nothing fails
  int status = 0;
  int reads = 0;
};

Plan plan;  // filled once, before main
int sheet = 0;
int pieces = 0;

int number(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? 0 : std::atoi(value);
}

__attribute__((constructor)) void read_plan() {
  plan = {number("FONDS_JAM_SHEET"), number("FONDS_JAM_STATUS"), number("FONDS_JAM_READS")};
  for (const char* name :
       {"FONDS_JAM_SHEET", "FONDS_JAM_STATUS", "FONDS_JAM_READS", "LD_PRELOAD"}) {
    ::unsetenv(name);
  }
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// NOLINTBEGIN(readability-identifier-naming)
extern "C" {

int sane_start(void* handle);
int sane_read(void* handle, unsigned char* data, int most, int* length);

int sane_start(void* handle) {
  pieces = 0;
  if (++sheet == plan.sheet && plan.reads == 0) return plan.status;
  return real<decltype(&sane_start)>("sane_start")(handle);
}

int sane_read(void* handle, unsigned char* data, int most, int* length) {
  if (sheet == plan.sheet && pieces++ >= plan.reads) {
    *length = 0;
    return plan.status;
  }
  return real<decltype(&sane_read)>("sane_read")(handle, data, most, length);
}

}  // extern "C"
// NOLINTEND(readability-identifier-naming)
