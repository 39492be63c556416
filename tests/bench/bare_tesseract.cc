/// A bare loop over the Tesseract API: what recognition costs when nothing else is done. The
/// yardstick of tests/bench/throughput: bare_tesseract JOBS IMAGE… prints one {"file","text"} a
/// line.
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

std::string read(tesseract::TessBaseAPI& engine, const std::string& file) {
  Pix* image = pixRead(file.c_str());
  if (image == nullptr) return {};
  engine.SetImage(image);
  const std::unique_ptr<char[]> text(engine.GetUTF8Text());
  engine.Clear();
  pixDestroy(&image);
  return text ? text.get() : "";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bare_tesseract JOBS IMAGE...\n");
    return 2;
  }
  setenv("OMP_THREAD_LIMIT", "1", 1);
  const std::vector<std::string> files(argv + 2, argv + argc);
  std::atomic<std::size_t> next{0};
  std::mutex output;
  std::vector<std::jthread> threads;
  for (int i = 0; i < std::atoi(argv[1]); ++i) {
    threads.emplace_back([&] {
      tesseract::TessBaseAPI engine;
      if (engine.Init(nullptr, "rus") != 0) std::exit(9);
      for (std::size_t mine = next++; mine < files.size(); mine = next++) {
        const std::string text = read(engine, files[mine]);
        const std::lock_guard lock(output);
        const auto slash = files[mine].rfind('/');
        std::puts(nlohmann::json{{"file", files[mine].substr(slash + 1)}, {"text", text}}
                      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      .c_str());
      }
    });
  }
}
