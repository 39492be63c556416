// retention_bench: verdicts a second on one core (Google Benchmark), over any rules and facts.
#include <benchmark/benchmark.h>

#include <vector>

#include "retention/evaluate.h"
#include "support/any_retention.h"

namespace fonds {
namespace {

void evaluate_cases(benchmark::State& state) {
  struct Case {
    RetentionRule rule;
    RetentionFacts facts;
  };
  constexpr std::size_t kCases = 100'000;
  AnyRetention any;
  std::vector<Case> cases;
  for (std::size_t i = 0; i < kCases; ++i) cases.push_back({any.rule(), any.facts()});
  const CalendarDate today{2026, 1, 1};
  for (auto _ : state) {
    for (const Case& each : cases) {
      benchmark::DoNotOptimize(evaluate(each.rule, each.facts, today));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kCases));
}
BENCHMARK(evaluate_cases)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace fonds

BENCHMARK_MAIN();
