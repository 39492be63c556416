#include "bench/measure.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <utility>
#include <vector>

#include "indexer/terms.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using Seconds = std::chrono::duration<double>;

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The words of a text, as typed.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(text)) {
    if (token.form == Token::Form::word) {
      words.push_back(text.substr(token.begin, token.end - token.begin));
    }
  }
  return words;
}

/// `word` with two letters in its middle exchanged; Cyrillic ones are two bytes each.
std::string mistyped(const std::string& word) {
  constexpr std::size_t kLetter = 2;
  const std::size_t at = word.size() / 2 / kLetter * kLetter;
  if (at < kLetter || at + kLetter > word.size()) return word;
  return word.substr(0, at - kLetter) + word.substr(at, kLetter) +
         word.substr(at - kLetter, kLetter) + word.substr(at + kLetter);
}

void time_queries(const char* name, Searcher& searcher, const std::vector<std::string>& queries,
                  bool facets = false) {
  std::vector<double> milliseconds;
  std::int64_t hits = 0;
  for (const int round : {0, 1}) {  // the first one warms
    for (const std::string& query : queries) {
      Stopwatch watch;
      watch.start();
      SearchRequest request{query, 0, 20, 240};
      request.facets = facets;
      hits += searcher.search(request, Visible::everything()).total;
      watch.stop();
      if (round == 1) milliseconds.push_back(watch.wall() * 1000);
    }
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  const auto at = [&](double part) {
    return milliseconds[static_cast<std::size_t>(part * static_cast<double>(queries.size() - 1))];
  };
  fmt::print("{:<12} p50 {:6.2f} ms  p99 {:6.2f} ms  most {:6.2f} ms  mean total {}\n", name,
             at(0.5), at(0.99), at(1.0), hits / 2 / static_cast<std::int64_t>(queries.size()));
}

}  // namespace

void Stopwatch::start() {
  wall_from_ = std::chrono::steady_clock::now();
  processor_from_ = processor_time();
}

void Stopwatch::stop() {
  wall_ += Seconds(std::chrono::steady_clock::now() - wall_from_).count();
  processor_ += processor_time() - processor_from_;
}

Measured in_child(const char* name, std::int64_t documents,
                  const std::function<void(Stopwatch&)>& work) {
  std::fflush(stdout);
  int channel[2] = {-1, -1};
  if (::pipe(channel) != 0) std::exit(1);
  Measured measured;
  const pid_t child = ::fork();
  if (child == 0) {
    Stopwatch watch;
    work(watch);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    measured = {watch.wall(), watch.processor(), static_cast<double>(usage.ru_maxrss) / 1024};
    const bool told = ::write(channel[1], &measured, sizeof measured) == sizeof measured;
    ::_exit(told ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0 || ::read(channel[0], &measured, sizeof measured) != sizeof measured) {
    std::exit(1);
  }
  ::close(channel[0]);
  ::close(channel[1]);
  fmt::print("{:<28} {:7.1f} s wall {:7.1f} s cpu {:8.0f} documents/s of cpu  peak {:.0f} MB\n",
             name, measured.wall, measured.processor,
             static_cast<double>(documents) / measured.processor, measured.peak);
  return measured;
}

void index_bare(const TextGenerator& generator, const fs::path& folder, std::int64_t documents,
                Stopwatch& watch) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Stems stems;
  std::vector<std::pair<std::string, Xapian::termpos>> terms;
  for (std::int64_t id = 1; id <= documents; ++id) {
    terms.clear();
    for (const Token& token : tokens_of(generator.text(static_cast<std::uint64_t>(id)))) {
      terms.emplace_back(token.text, position_of(1, token.place));
      if (token.form == Token::Form::word) {
        terms.emplace_back("Z" + stems.of(token.text), 0);
      }
    }
    const std::string number = std::to_string(id);
    watch.start();
    Xapian::Document document;
    for (const auto& [term, position] : terms) {
      if (position == 0) {
        document.add_term(term);
      } else {
        document.add_posting(term, position);
      }
    }
    document.add_boolean_term("Q" + number);
    document.add_boolean_term("Y2026");
    document.add_boolean_term("XA2026-" + number);
    document.add_value(0, number);
    document.add_value(1, "2026-03-01T09:00:00.000Z");
    document.add_value(2, "2026");
    document.set_data("1\n2026-03-01T09:00:00.000Z\n2026-" + number);
    database.add_document(document);
    watch.stop();
  }
  watch.start();
  database.commit();
  watch.stop();
}

void time_searches(const TextGenerator& generator, std::int64_t documents, std::size_t queries,
                   const fs::path& index_root, TextSourceForSnippets& texts) {
  std::vector<std::string> one;
  std::vector<std::string> two;
  std::vector<std::string> phrase;
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i < queries; ++i) {
    const std::size_t document = i * 7919 % static_cast<std::size_t>(documents) + 1;
    const std::vector<std::string> words = words_of(generator.text(document));
    const std::size_t at = i * 31 % (words.size() - 40);
    one.push_back(words[at]);
    two.push_back(words[at] + " " + words[at + 37]);
    wrong.push_back(mistyped(words[at]));
    phrase.push_back("\"" + words[at] + " " + words[at + 1] + "\"");
  }
  Searcher searcher(index_root, texts);
  time_queries("one word", searcher, one);
  time_queries("two words", searcher, two);
  time_queries("phrase", searcher, phrase);
  time_queries("mistyped", searcher, wrong);
  time_queries("two, facets", searcher, two, true);
}

double megabytes_in(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    bytes += static_cast<double>(fs::file_size(entry.path()));
  }
  return bytes / (1 << 20);
}

}  // namespace fonds
