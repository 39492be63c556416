#include "support/sane_backend.h"

#include <dlfcn.h>
#include <glob.h>
#include <png.h>
#include <unistd.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "ingest/sane_session.h"

/// Asked by the leak checker, where there is one.
extern "C" const char* __lsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libsane-\nleak:libfontconfig\n";
}

namespace fonds {

namespace {

/// SANE asks for its folder once in the life of a process.
const TempFolder& config_folder() {
  static const TempFolder folder;
  return folder;
}

/// Keeps the backend loaded after SANE let it go, so that the leak checker can tell whose the
/// memory is that the test backends forget.
void keep_loaded(const std::string& name) {
  glob_t found{};
  const std::string pattern = "/usr/lib/*/sane/libsane-" + name + ".so.1";
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    ::dlopen(found.gl_pathv[0], RTLD_NOW | RTLD_NODELETE);
  }
  ::globfree(&found);
}

}  // namespace

namespace {

/// Ends a test program that left a page, before the handlers that would wait for ever.
void end_without_handlers(int status, void* /*unused*/) {
  if (!SaneSession::is_page_left()) return;
  std::fflush(nullptr);
  ::_exit(status);
}

}  // namespace

SaneBackend::SaneBackend(const std::string& name) {
  static const int registered = ::on_exit(end_without_handlers, nullptr);
  (void)registered;
  keep_loaded(name);
  (void)config_folder().file("dll.conf", name + "\n");
  (void)config_folder().file("test.conf", "number_of_devices 1\n");
  ::setenv("SANE_CONFIG_DIR", config_folder().path().c_str(), 1);
}

SaneBackend::~SaneBackend() { (void)config_folder().file("dll.conf", ""); }

const TempFolder& SaneBackend::folder() const { return config_folder(); }

std::string make_pnm(int width, int height, PnmColour colour, const std::string& samples) {
  return std::string(colour == PnmColour::rgb ? "P6" : "P5") + "\n" + std::to_string(width) + " " +
         std::to_string(height) + "\n255\n" + samples;
}

UnpackedPng unpack_png(const std::string& bytes) {
  struct Source {
    const std::string& bytes;
    std::size_t at = 0;
  } source{bytes};
  png_structp png = png_create_read_struct(
      PNG_LIBPNG_VER_STRING, nullptr,
      [](png_structp, png_const_charp message) { throw std::runtime_error(message); },
      [](png_structp, png_const_charp message) { throw std::runtime_error(message); });
  png_infop info = png_create_info_struct(png);
  png_set_read_fn(png, &source, [](png_structp reader, png_bytep out, std::size_t count) {
    auto& from = *static_cast<Source*>(png_get_io_ptr(reader));
    if (from.bytes.size() - from.at < count) throw std::runtime_error("PNG cut short");
    std::memcpy(out, from.bytes.data() + from.at, count);
    from.at += count;
  });
  png_read_info(png, info);
  UnpackedPng unpacked;
  unpacked.width = static_cast<int>(png_get_image_width(png, info));
  unpacked.height = static_cast<int>(png_get_image_height(png, info));
  unpacked.channels = png_get_channels(png, info);
  unpacked.depth = png_get_bit_depth(png, info);
  unpacked.dpi = png_get_x_pixels_per_meter(png, info) * 0.0254;
  const std::size_t row = png_get_rowbytes(png, info);
  unpacked.samples.resize(row * static_cast<std::size_t>(unpacked.height));
  for (int y = 0; y < unpacked.height; ++y) {
    png_read_row(png,
                 reinterpret_cast<png_bytep>(&unpacked.samples[row * static_cast<std::size_t>(y)]),
                 nullptr);
  }
  png_read_end(png, info);
  png_destroy_read_struct(&png, &info, nullptr);
  return unpacked;
}

}  // namespace fonds
