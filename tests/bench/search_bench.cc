// Search and indexing at size: N invented documents (100 000) of about 150 words.
//
// 1. Indexing through IndexWriter, with a checkpoint every 5 000 documents as rebuild_index() does,
//    against a bare Xapian loop adding the same terms; each in a process of its own, so that peak
//    memory is its own. Only the calls are timed: making the texts is not, and for the bare loop
//    neither is making the terms.
// 2. Whole Searcher calls, warm, 20 hits with snippets; texts are read with pread from one file.
//
//   search_bench FOLDER [DOCUMENTS] [QUERIES]
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "bench/text_generator.h"
#include "indexer/fields.h"
#include "indexer/generations.h"
#include "indexer/index_writer.h"
#include "indexer/search.h"
#include "indexer/terms.h"

namespace {

using namespace fonds;
namespace fs = boost::filesystem;
using Seconds = std::chrono::duration<double>;

/// Wall and processor time of the parts between start() and stop().
class Stopwatch {
 public:
  void start() { wall_from_ = std::chrono::steady_clock::now(), cpu_from_ = cpu(); }
  void stop() {
    wall_ += Seconds(std::chrono::steady_clock::now() - wall_from_).count();
    cpu_ += cpu() - cpu_from_;
  }
  [[nodiscard]] double wall() const { return wall_; }
  [[nodiscard]] double processor() const { return cpu_; }

 private:
  static double cpu() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  }
  std::chrono::steady_clock::time_point wall_from_;
  double cpu_from_ = 0;
  double wall_ = 0;
  double cpu_ = 0;
};

struct Texts : TextSourceForSnippets {
  std::string text_of(DocumentId document) override {
    const auto i = static_cast<std::size_t>(document.value - 1);
    std::string text(offsets[i + 1] - offsets[i], '\0');
    if (::pread(file.get(), text.data(), text.size(), static_cast<off_t>(offsets[i])) !=
        static_cast<ssize_t>(text.size())) {
      throw Error(Fault::io, "texts");
    }
    return text;
  }
  UniqueFd file;
  std::vector<std::size_t> offsets{0};
};

/// Runs `work` in a child process; prints its time, rate and peak memory.
void in_child(const char* name, std::int64_t documents,
              const std::function<void(Stopwatch&)>& work) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    Stopwatch watch;
    work(watch);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:<28} {:7.1f} s wall {:7.1f} s cpu {:8.0f} documents/s of cpu  peak {} MB\n", name,
               watch.wall(), watch.processor(), static_cast<double>(documents) / watch.processor(),
               usage.ru_maxrss / 1024);
    std::fflush(stdout);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0) std::exit(1);
}

void index_ours(const TextGenerator& generator, const fs::path& folder, std::int64_t documents,
                Stopwatch& watch) {
  IndexWriter writer(folder);
  for (std::int64_t id = 1; id <= documents; ++id) {
    const IndexedDocument document{DocumentId{id},
                                   fmt::format("2026-{:06}", id),
                                   {generator.text(static_cast<std::uint64_t>(id))},
                                   moment_from_text("2026-03-01T09:00:00.000Z")};
    watch.start();
    writer.put(document);
    if (id % 5000 == 0) writer.commit(IndexWriter::Checkpoint{DocumentId{id}, 1});
    watch.stop();
  }
  watch.start();
  writer.commit(EntryNumber{1});
  watch.stop();
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

void time_queries(const char* name, Searcher& searcher, const std::vector<std::string>& queries) {
  std::vector<double> milliseconds;
  std::int64_t hits = 0;
  for (const int round : {0, 1}) {  // the first one warms
    for (const std::string& query : queries) {
      Stopwatch watch;
      watch.start();
      hits += searcher.search({query, 0, 20, 240}).total;
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

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: {} FOLDER [DOCUMENTS] [QUERIES]\n", arguments[0]);
    return 2;
  }
  const fs::path folder = arguments[1];
  const std::int64_t documents = count > 2 ? std::atoll(arguments[2]) : 100'000;
  const std::size_t queries = count > 3 ? static_cast<std::size_t>(std::atoll(arguments[3])) : 500;
  const TextGenerator generator;
  LocalDisk disk;
  Generations generations(disk, folder / "index");
  fs::remove_all(folder / "index");
  fs::remove_all(folder / "bare");
  const int generation = generations.begin_rebuild();
  in_child("IndexWriter, limit 64 MB", documents, [&](Stopwatch& watch) {
    index_ours(generator, generations.folder_of(generation), documents, watch);
  });
  generations.serve(generation);
  in_child("bare Xapian, its own limit", documents,
           [&](Stopwatch& watch) { index_bare(generator, folder / "bare", documents, watch); });

  Texts texts;
  {
    const fs::path path = folder / "texts";
    disk.remove(path);
    auto file = disk.create(path);
    for (std::int64_t id = 1; id <= documents; ++id) {
      const std::string text = generator.text(static_cast<std::uint64_t>(id));
      file->write(text);
      texts.offsets.push_back(texts.offsets.back() + text.size());
    }
    file->close();
    texts.file = open_for_reading(path);
  }
  std::vector<std::string> one;
  std::vector<std::string> two;
  std::vector<std::string> phrase;
  for (std::size_t i = 0; i < queries; ++i) {
    const std::size_t document = i * 7919 % static_cast<std::size_t>(documents) + 1;
    const std::vector<std::string> words = words_of(generator.text(document));
    const std::size_t at = i * 31 % (words.size() - 40);
    one.push_back(words[at]);
    two.push_back(words[at] + " " + words[at + 37]);
    phrase.push_back("\"" + words[at] + " " + words[at + 1] + "\"");
  }
  Searcher searcher(folder / "index", texts);
  time_queries("one word", searcher, one);
  time_queries("two words", searcher, two);
  time_queries("phrase", searcher, phrase);
  return 0;
}
