// Search and indexing at size, through the same door as everybody: src/archive.
//
//   search_bench FOLDER make [DOCUMENTS]     makes an archive of invented papers (100 000) and its
//                                            index; goes on where it was stopped
//   search_bench FOLDER rate                 `fonds index rebuild`, timed whole, against a bare
//                                            Xapian loop adding the same terms
//   search_bench FOLDER measure [QUERIES [KIND]]   how long searches take (300 of each kind)
//
// Archives are made without syncing, which is not measured; all else stands on a real disk.
#include <fmt/format.h>
#include <xapian.h>

#include <boost/filesystem/operations.hpp>
#include <cstdlib>
#include <string>

#include "archive/index.h"
#include "bench/hasty_disk.h"
#include "bench/invented_archive.h"
#include "bench/measure.h"
#include "bench/timed_searches.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"
#include "indexer/generations.h"

namespace {

using namespace fonds;
namespace fs = boost::filesystem;

/// What the README promises `fonds index rebuild` to stay below.
constexpr double kMemoryLimit = 128;  // MB

fs::path index_of(Archive& archive) {
  const Generations generations(archive.disk(), archive.index_root());
  return generations.folder_of(generations.current().value());
}

/// Adds the very terms, values and data of each document of `ours` to a Xapian database of its own;
/// only Xapian is timed, reading them is not.
void index_bare(const fs::path& ours, const fs::path& folder, Stopwatch& watch) {
  const Xapian::Database from(ours.string());
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  struct Term {
    std::string text;
    Xapian::termcount times = 0;
    std::vector<Xapian::termpos> places;
  };
  std::vector<Term> terms;
  std::vector<std::pair<Xapian::valueno, std::string>> values;
  for (auto id = from.postlist_begin(""); id != from.postlist_end(""); ++id) {
    terms.clear();
    values.clear();
    for (auto term = from.termlist_begin(*id); term != from.termlist_end(*id); ++term) {
      terms.push_back({*term, term.get_wdf(), {}});
      for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
        terms.back().places.push_back(*place);
      }
    }
    const Xapian::Document whole = from.get_document(*id);
    for (auto value = whole.values_begin(); value != whole.values_end(); ++value) {
      values.emplace_back(value.get_valueno(), *value);
    }
    const std::string data = whole.get_data();
    watch.start();
    Xapian::Document document;
    for (const Term& term : terms) {
      for (const Xapian::termpos place : term.places) document.add_posting(term.text, place);
      if (term.places.empty()) document.add_term(term.text, term.times);
    }
    for (const auto& [slot, value] : values) document.add_value(slot, value);
    document.set_data(data);
    database.add_document(document);
    watch.stop();
  }
  watch.start();
  database.commit();
  watch.stop();
}

Measured rebuild(const Archive::Ground& ground, const fs::path& folder, std::int64_t documents) {
  return in_child("fonds index rebuild", documents, [&](Stopwatch& watch) {
    Archive archive(ground, folder);
    watch.start();
    ArchiveIndex(archive).rebuild(local_archivist(), {}, {});
    watch.stop();
  });
}

void tell_size(Archive& archive) {
  const auto documents = static_cast<double>(Documents(archive.catalogue()).count());
  fmt::print("index: {:.0f} bytes a document, catalogue: {:.0f}\n",
             bytes_in(index_of(archive)) / documents,
             bytes_in(archive.folder() / "catalogue") / documents);
}

int make(const fs::path& folder, std::int64_t documents) {
  const SystemClock clock;
  HastyDisk hasty;
  LocalDisk disk;
  {
    const Archive::Ground ground{hasty, clock, {}};
    Archive::create(ground, folder, "");
    Archive archive(ground, folder);
    fill_archive(archive, papers_for(documents), documents);
  }
  const Archive::Ground ground{disk, clock, {}};
  rebuild(ground, folder, documents);
  Archive archive(ground, folder);
  tell_size(archive);
  return 0;
}

int compare_rates(const fs::path& folder) {
  const SystemClock clock;
  LocalDisk disk;
  const Archive::Ground ground{disk, clock, {}};
  const std::int64_t documents = Documents(Archive(ground, folder).catalogue()).count();
  const Measured ours = rebuild(ground, folder, documents);
  const fs::path ours_at = [&] {
    Archive archive(ground, folder);
    tell_size(archive);
    return index_of(archive);
  }();
  const fs::path bare_at = folder.string() + ".bare";
  fs::remove_all(bare_at);
  const Measured bare = in_child("bare Xapian, its own limit", documents,
                                 [&](Stopwatch& watch) { index_bare(ours_at, bare_at, watch); });
  fs::remove_all(bare_at);
  fmt::print("rate against bare Xapian: {:.2f} by wall time, {:.2f} by processor time\n",
             bare.wall / ours.wall, bare.processor / ours.processor);
  if (ours.peak <= kMemoryLimit) return 0;
  fmt::print("memory: {:.0f} MB is above the limit of {:.0f}\n", ours.peak, kMemoryLimit);
  return 1;
}

int measure(const fs::path& folder, std::size_t queries, const std::string& only) {
  const SystemClock clock;
  LocalDisk disk;
  Archive archive({disk, clock, {}}, folder);
  const InventedPapers papers(static_cast<std::size_t>(Students(archive.catalogue()).count()));
  time_searches(archive, papers, queries, only);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string verb = count > 2 ? arguments[2] : "";
  const std::int64_t number = count > 3 ? std::atoll(arguments[3]) : 0;
  if (verb == "make") return make(arguments[1], number > 0 ? number : 100'000);
  if (verb == "rate") return compare_rates(arguments[1]);
  if (verb == "measure") {
    return measure(arguments[1], number > 0 ? static_cast<std::size_t>(number) : 300,
                   count > 4 ? arguments[4] : "");
  }
  fmt::print(stderr, "usage: {} FOLDER make [DOCUMENTS] | rate | measure [QUERIES [KIND]]\n",
             arguments[0]);
  return 2;
}
