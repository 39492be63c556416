// matcher_bench: the index of a large register and one name against it (Google Benchmark).
// FONDS_BENCH_STUDENTS sets how many students; 1 000 000 unless set. Counters: bytes a student,
// and the median and 99th percentile of a name in milliseconds.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "registry/matcher.h"
#include "support/noisy_names.h"

namespace fonds {
namespace {

std::size_t students() {
  const char* set = std::getenv("FONDS_BENCH_STUDENTS");
  return set == nullptr ? 1'000'000 : std::strtoull(set, nullptr, 10);
}

const SyntheticRegister& synthetic() {
  static const SyntheticRegister all(students(), 1);
  return all;
}

StudentIndex built() {
  StudentIndex::Builder builder;
  for (const Student& each : synthetic().students()) builder.add(each);
  return std::move(builder).build();
}

void build_index(benchmark::State& state) {
  (void)synthetic();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = built().memory_bytes();
  state.counters["bytes_a_student"] =
      static_cast<double>(bytes) / static_cast<double>(synthetic().students().size());
}
BENCHMARK(build_index)->Unit(benchmark::kMillisecond)->Iterations(1);

void match_name(benchmark::State& state) {
  static const NameGrammar grammar = NameGrammar::shipped();
  static const StudentIndex index = built();
  const Matcher matcher(index, grammar, MatcherSettings::shipped());
  NoisyNames noisy(synthetic(), grammar, 2);
  std::vector<double> each;
  for (auto _ : state) {
    state.PauseTiming();
    NoisyPaper paper = noisy.next();
    state.ResumeTiming();
    const auto from = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(matcher.match(paper.mentions, paper.context));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    each.push_back(took.count() / static_cast<double>(paper.mentions.size()));
  }
  std::sort(each.begin(), each.end());
  state.counters["p50_ms"] = each[each.size() / 2];
  state.counters["p99_ms"] = each[each.size() * 99 / 100];
  state.counters["slowest_ms"] = each.back();
}
BENCHMARK(match_name)->Unit(benchmark::kMillisecond)->Iterations(300);

}  // namespace
}  // namespace fonds

BENCHMARK_MAIN();
