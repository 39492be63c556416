// A ZIP or TAR as it came: members in order, named within the container, within the limits.
#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "base/text.h"
#include "base/unique_fd.h"
#include "fuzz_input.h"
#include "ingest/container.h"

namespace fonds {
namespace {

ContainerLimits small_limits() {
  ContainerLimits limits;
  limits.entries = 20;
  limits.member_bytes = 1U << 16;
  limits.total_bytes = 1U << 18;
  return limits;
}

class Careful : public MemberSink {
 public:
  void begin(const std::string& name) override {
    require(!open_ && is_valid_utf8(name) && name.front() != '/');
    require(("/" + name + "/").find("/../") == std::string::npos);
    open_ = true;
  }
  void write(std::string_view bytes) override {
    total_ += bytes.size();
    require(open_ && total_ <= small_limits().total_bytes);
  }
  void end() override {
    require(open_);
    open_ = false;
  }
  void refuse(const std::string& name, const std::string& why) override {
    require(name == printable(name) && !why.empty());
    open_ = false;
  }

 private:
  bool open_ = false;
  std::uint64_t total_ = 0;
};

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  static const UniqueFd file(::memfd_create("container", MFD_CLOEXEC));
  require(::ftruncate(file.get(), 0) == 0);
  require(::pwrite(file.get(), data, size, 0) == static_cast<ssize_t>(size));
  const auto told = tell_kind(input_of(data, size));
  const FileKind kind = told && entry_of(*told).container ? *told : FileKind::zip;
  Careful sink;
  runs({Fault::corrupt, Fault::usage},
       [&] { expand_container(file.get(), kind, small_limits(), sink); });
  return 0;
}
