#include "ingest/tiff_memory.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

namespace fonds {
namespace {

toff_t moved(toff_t at, toff_t size, toff_t offset, int whence) {
  if (whence == SEEK_SET) return offset;
  return (whence == SEEK_CUR ? at : size) + offset;
}

tmsize_t read_bytes(std::string_view bytes, toff_t& at, void* to, tmsize_t size) {
  if (size < 0 || at > bytes.size()) return 0;
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(size), bytes.size() - at);
  std::memcpy(to, bytes.data() + at, count);
  at += count;
  return static_cast<tmsize_t>(count);
}

TiffSource* source(thandle_t handle) { return static_cast<TiffSource*>(handle); }
TiffTarget* target(thandle_t handle) { return static_cast<TiffTarget*>(handle); }

tmsize_t read_source(thandle_t handle, void* to, tmsize_t size) {
  return read_bytes(source(handle)->bytes, source(handle)->at, to, size);
}
tmsize_t refuse_write(thandle_t /*handle*/, void* /*from*/, tmsize_t /*size*/) { return 0; }
toff_t seek_source(thandle_t handle, toff_t offset, int whence) {
  TiffSource& file = *source(handle);
  return file.at = moved(file.at, file.bytes.size(), offset, whence);
}
toff_t size_of_source(thandle_t handle) { return source(handle)->bytes.size(); }

tmsize_t read_target(thandle_t handle, void* to, tmsize_t size) {
  return read_bytes(target(handle)->bytes, target(handle)->at, to, size);
}
tmsize_t write_target(thandle_t handle, void* from, tmsize_t size) {
  TiffTarget& file = *target(handle);
  const auto count = static_cast<std::uint64_t>(size);
  if (size < 0 || file.at > file.most || count > file.most - file.at) return 0;
  try {
    if (file.bytes.size() < file.at + count) file.bytes.resize(file.at + count);
  } catch (const std::bad_alloc&) {  // libtiff is C: nothing may fly through it
    file.out_of_memory = true;
    return 0;
  }
  std::memcpy(file.bytes.data() + file.at, from, count);
  file.at += count;
  return size;
}
toff_t seek_target(thandle_t handle, toff_t offset, int whence) {
  TiffTarget& file = *target(handle);
  return file.at = moved(file.at, file.bytes.size(), offset, whence);
}
toff_t size_of_target(thandle_t handle) { return target(handle)->bytes.size(); }

int close_nothing(thandle_t /*handle*/) { return 0; }

}  // namespace

TiffPtr open_tiff(TiffSource& source) {
  // m: no memory map; c: strips as they are.
  return TiffPtr(TIFFClientOpen("page", "rmc", &source, read_source, refuse_write, seek_source,
                                close_nothing, size_of_source, nullptr, nullptr));
}

TiffPtr create_tiff(TiffTarget& target, const char* mode) {
  return TiffPtr(TIFFClientOpen("part", mode, &target, read_target, write_target, seek_target,
                                close_nothing, size_of_target, nullptr, nullptr));
}

}  // namespace fonds
