// `fonds index rebuild` at size: an archive of N invented papers (100 000) of about 150 words, with
// a real catalogue and journal and the derived files of each, against a bare Xapian loop adding the
// same terms in the same run. Ours is timed whole: catalogue, files, words, checkpoints, compaction
// and swap; of the bare loop only Xapian's own calls are. Then searches through ArchiveSearch's
// parts.
//
//   rebuild_bench FOLDER [DOCUMENTS] [QUERIES]
//
// The archive in FOLDER is kept and used again; it is made without syncing, which is not measured.
#include <fmt/format.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <string>

#include "archive/archive.h"
#include "archive/index.h"
#include "base/digest.h"
#include "base/disk.h"
#include "bench/measure.h"
#include "bench/text_generator.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"

namespace {

using namespace fonds;
namespace fs = boost::filesystem;

/// What the README promises `fonds index rebuild` to stay below.
constexpr double kMemoryLimit = 128;  // MB

/// A disk that never waits for the medium.
class HastyDisk : public LocalDisk {
 public:
  std::unique_ptr<WritableFile> create(const fs::path& path) override {
    return std::make_unique<File>(LocalDisk::create(path));
  }
  void sync_folder(const fs::path&) override {}

 private:
  class File : public WritableFile {
   public:
    explicit File(std::unique_ptr<WritableFile> file) : file_(std::move(file)) {}
    void write(std::string_view bytes) override { file_->write(bytes); }
    void sync() override {}
    void close() override { file_->close(); }

   private:
    std::unique_ptr<WritableFile> file_;
  };
};

/// One word of ALTO, so that the folders are as full as real ones; nothing here reads it.
std::string alto_of(const std::string& text) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alto><String CONTENT=\"" +
         text.substr(0, text.find(' ')) + "\"/></alto>\n";
}

void record(Archive& archive, Transaction& transaction, const TextGenerator& generator,
            std::int64_t number) {
  Documents documents(archive.catalogue());
  Journal journal(archive.catalogue());
  const IntakeId intake = documents.add_intake(transaction, "file", "");
  Original original;
  original.sha256 = sha256(std::to_string(number));
  original.size = 1;
  original.source_name = fmt::format("лист {}.jpg", number);
  const DocumentId id = documents.add(transaction, intake, {original}).id;
  const std::string subject = fmt::format("document/{}", id.value);
  journal.append(transaction, local_archivist(), "document.accepted", subject);
  const std::string text = generator.text(static_cast<std::uint64_t>(id.value));
  const auto draft = archive.derived().begin_run(id, 1);
  draft->begin(kTextFile);
  draft->write(text);
  draft->begin(kAltoFile);
  draft->write(alto_of(text));
  draft->publish();
  PageRecord page;
  page.number = 1;
  page.width = 2480;
  page.height = 3508;
  page.words = 150;
  page.confidence = 0.9;
  page.source = "recognised";
  documents.record_recognition(transaction, id, 1, {page}, 0.9, 1);
  journal.append(transaction, local_archivist(), "document.recognised", subject);
}

void fill(Archive& archive, const TextGenerator& generator, std::int64_t documents) {
  constexpr std::int64_t kAtOnce = 1000;
  std::int64_t there = Documents(archive.catalogue()).count();
  while (there < documents) {
    Transaction transaction(archive.catalogue());
    for (std::int64_t i = 0; i < kAtOnce && there < documents; ++i) {
      record(archive, transaction, generator, ++there);
    }
    transaction.commit();
  }
}

/// The texts as `fonds search` reads them for its snippets.
struct Texts : TextSourceForSnippets {
  explicit Texts(DerivedStore& store) : derived(store) {}
  std::string text_of(DocumentId document) override { return derived.read(document, 1, kTextFile); }
  DerivedStore& derived;
};

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
  const SystemClock clock;
  {
    HastyDisk disk;
    const Archive::Ground ground{disk, clock, {}};
    Archive::create(ground, folder / "archive", "");
    Archive archive(ground, folder / "archive");
    fill(archive, generator, documents);
  }
  LocalDisk disk;
  const Archive::Ground ground{disk, clock, {}};
  const Measured ours = in_child("fonds index rebuild", documents, [&](Stopwatch& watch) {
    Archive archive(ground, folder / "archive");
    watch.start();
    ArchiveIndex(archive).rebuild(local_archivist(), {}, {});
    watch.stop();
  });
  fs::remove_all(folder / "bare");
  const Measured bare = in_child("bare Xapian, its own limit", documents, [&](Stopwatch& watch) {
    index_bare(generator, folder / "bare", documents, watch);
  });
  fs::remove_all(folder / "bare");
  fmt::print("rate against bare Xapian: {:.2f} by wall time, {:.2f} by processor time\n",
             bare.wall / ours.wall, bare.processor / ours.processor);
  Archive archive(ground, folder / "archive");
  Texts texts(archive.derived());
  time_searches(generator, documents, queries, archive.index_root(), texts);
  if (ours.peak > kMemoryLimit) {
    fmt::print("memory: {:.0f} MB is above the limit of {:.0f}\n", ours.peak, kMemoryLimit);
    return 1;
  }
  return 0;
}
