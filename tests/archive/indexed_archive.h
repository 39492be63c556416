/// IndexedArchive: an archive with one recognised paper that its index finds, and a way to spoil
/// the index.
///
/// Threads: of the test that made it.
#pragma once

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "archive/search.h"
#include "catalogue/journal.h"
#include "indexer/generations.h"
#include "support/temp_archive.h"

namespace fonds {

class IndexedArchive : public ::testing::Test {
 protected:
  Archive& archive() { return temp_.archive(); }
  std::int64_t found() {
    return ArchiveSearch(archive()).search(local_archivist(), {"протокол", 0, 20, 240}).total;
  }
  std::vector<JournalEntry> about_index() { return Journal(archive().catalogue()).about("index"); }

  /// The serving index loses its largest table.
  void spoil_index() {
    const Generations generations(archive().disk(), archive().index_root());
    const auto table = generations.folder_of(generations.current().value()) / "postlist.glass";
    // Another file in its place: the old one may be open.
    boost::filesystem::remove(table);
    std::ofstream(table.string(), std::ios::binary) << "";
  }
  TempArchive temp_{quick_sample()};
};

}  // namespace fonds
