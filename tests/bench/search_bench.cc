// Search and indexing at size: N invented documents (100 000) of about 150 words.
//
// 1. Indexing through IndexWriter, with a checkpoint every 5 000 documents as rebuild_index() does,
//    against a bare Xapian loop adding the same terms; each in a process of its own, so that peak
//    memory is its own. Only the calls are timed: making the texts is not, and for the bare loop
//    neither is making the terms.
// 2. Whole Searcher calls, warm, 20 hits with snippets; texts are read with pread from one file.
//    Before the index is compacted and after.
//
//   search_bench FOLDER [DOCUMENTS] [QUERIES]
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "bench/measure.h"
#include "bench/text_generator.h"
#include "indexer/compaction.h"
#include "indexer/generations.h"
#include "indexer/index_writer.h"
#include "indexer/search.h"

namespace {

using namespace fonds;
namespace fs = boost::filesystem;

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
  fmt::print("{:.0f} MB as written\n", megabytes_in(generations.folder_of(generation)));
  time_searches(generator, documents, queries, folder / "index", texts);
  Stopwatch compaction;
  compaction.start();
  compact_index(generations.folder_of(generation), generations.new_copy());
  generations.serve(generations.adopt_copy());
  compaction.stop();
  fmt::print("{:.0f} MB compacted, in {:.1f} s\n",
             megabytes_in(generations.folder_of(*generations.current())), compaction.wall());
  time_searches(generator, documents, queries, folder / "index", texts);
  return 0;
}
