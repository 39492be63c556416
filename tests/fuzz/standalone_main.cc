// Runs a fuzz target without a fuzzing engine: every file of the folder given, and mutations of
// each, the same on every run. Ends with 1 when there is no seed: a target without seeds tests
// nothing.
#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <cstdio>
#include <random>
#include <set>
#include <string>

#include "base/disk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutationsOfASeed = 500;

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// One to four small harms: a bit turned, bytes set to an extreme, a piece cut out or doubled.
std::string mutate(std::string bytes, std::mt19937& random) {
  for (unsigned harms = 1 + random() % 4; harms > 0 && !bytes.empty(); --harms) {
    const std::size_t at = random() % bytes.size();
    const std::size_t length = 1 + random() % std::min<std::size_t>(bytes.size() - at, 16);
    switch (random() % 5) {
      case 0:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random() % 8));
        break;
      case 1:
        bytes.replace(at, length, length, random() % 2 == 0 ? '\xFF' : '\0');
        break;
      case 2:
        bytes.erase(at, length);
        break;
      case 3:
        bytes.insert(at, bytes.substr(at, length));
        break;
      default:
        bytes.resize(at);
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 1;
  std::set<boost::filesystem::path> seeds;
  for (const auto& entry : boost::filesystem::directory_iterator(arguments[1])) {
    seeds.insert(entry.path());
  }
  if (seeds.empty()) return 1;
  std::mt19937 random(20260901);
  run({});
  for (const boost::filesystem::path& seed : seeds) {
    const std::string bytes = fonds::read_file(seed);
    run(bytes);
    for (int i = 0; i < kMutationsOfASeed; ++i) run(mutate(bytes, random));
  }
  std::printf("%zu seeds, %d mutations of each\n", seeds.size(), kMutationsOfASeed);
  return 0;
}
