// Names inside archives: whatever the bytes, what comes out is one printable line that stays
// inside.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "ingest/member_name.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fonds::MemberName name =
      fonds::judge_member_name({reinterpret_cast<const char*>(data), size}, 1);
  const bool outside =
      name.text.front() == '/' || ("/" + name.text + "/").find("/../") != std::string::npos;
  if (name.text.empty() || name.text != fonds::printable(name.text)) std::abort();
  if (!name.refusal && outside) std::abort();
  return 0;
}
