// Whatever was recognised on a paper: the extractor takes any text in bounded time, and what it
// says keeps the promises of a Decision.
#include <chrono>
#include <sstream>
#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/extractor.h"

namespace {

using namespace fonds;

constexpr std::size_t kMostBytes = 64U << 10;
/// Far more than an honest page takes, with sanitizers and on a busy machine.
constexpr std::chrono::seconds kMostTime{20};

std::vector<RecognisedPage> pages_of(const std::string& text) {
  std::vector<RecognisedPage> pages(1);
  pages.back().geometry.width = 2000;
  pages.back().geometry.height = 2800;
  std::istringstream lines(text);
  int top = 0;
  for (std::string printed; std::getline(lines, printed); top += 40) {
    if (printed.find('\f') != std::string::npos) {
      pages.emplace_back();
      pages.back().number = static_cast<int>(pages.size());
    }
    Line line;
    std::istringstream words(printed);
    int left = 0;
    for (std::string word; words >> word; left += 100) {
      line.words.push_back({word, {left, top, 90, 20 + static_cast<int>(word.size() % 40)}, 0.9});
    }
    if (!line.words.empty()) pages.back().lines.push_back(line);
  }
  return pages;
}

template <class Value>
void check(const Decision<Value>& decision) {
  require(decision.confidence >= 0 && decision.confidence <= 1);
  if (!decision.value) return;
  require(decision.confidence > 0 && !decision.reasons.empty());
  for (const Reason& reason : decision.reasons) require(!in_words(reason).empty());
}

void check_text(const Decision<std::string>& decision) {
  check(decision);
  if (decision.value) require(!decision.value->empty() && is_valid_utf8(*decision.value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Extractor kExtractor = Extractor::shipped();
  const std::string text = to_valid_utf8(input_of(data, std::min(size, kMostBytes)));
  const auto started = std::chrono::steady_clock::now();
  const PaperReading reading = kExtractor.extract(pages_of(text));
  require(std::chrono::steady_clock::now() - started < kMostTime);
  for (const auto* decision :
       {&reading.kind, &reading.number, &reading.event, &reading.nomination, &reading.collective,
        &reading.group, &reading.issuer, &reading.order, &reading.case_index}) {
    check_text(*decision);
  }
  check(reading.date);
  check(reading.level);
  check(reading.place);
  check(reading.school_year);
  if (reading.date.value) {
    require(is_real(reading.date.value->from) && is_real(reading.date.value->to));
    require(reading.date.value->from <= reading.date.value->to);
  }
  return 0;
}
