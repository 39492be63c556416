/// IndexFixture: an index in a folder of its own with documents given as pages of text.
///
/// Threads: a value of the test that made it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "indexer/generations.h"
#include "indexer/index_writer.h"
#include "indexer/search.h"
#include "support/temp_folder.h"

namespace fonds {

/// Texts of documents, as the derived store would give them.
class TextsInMemory : public TextSourceForSnippets {
 public:
  std::string text_of(DocumentId document) override {
    const auto found = texts.find(document);
    if (found == texts.end()) throw Error(Fault::not_found, "no text");
    return found->second;
  }
  std::map<DocumentId, std::string> texts;
};

inline IndexedDocument paper(std::int64_t id, std::vector<std::string> pages,
                             std::string_view accepted_at = "2026-03-01T09:00:00.000Z") {
  std::string number = std::to_string(id);
  number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
  return {DocumentId{id}, "2026-" + number, std::move(pages), moment_from_text(accepted_at)};
}

class IndexFixture : public testing::Test {
 protected:
  /// An index that serves, with one document for each list of pages, numbered from 1.
  void index(const std::vector<std::vector<std::string>>& documents) {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    std::int64_t id = 0;
    for (const auto& pages : documents) add(writer, paper(++id, pages));
    writer.commit(EntryNumber{id});
    generations.serve(generation);
  }
  void add(IndexWriter& writer, const IndexedDocument& document) {
    writer.put(document);
    std::string& text = texts.texts[document.id];
    text.clear();
    for (const std::string& page : document.pages) text += (text.empty() ? "" : "\f") + page;
  }
  [[nodiscard]] boost::filesystem::path serving() const {
    return generations.folder_of(generations.current().value());
  }
  SearchResult search(std::string query) {
    SearchRequest request;
    request.query = std::move(query);
    return searcher.search(request, Visible::everything());
  }
  /// Ids of the hits, ascending.
  std::vector<std::int64_t> found(std::string query) {
    std::vector<std::int64_t> ids;
    const SearchResult result = search(std::move(query));
    if (result.relaxed) return ids;
    for (const SearchHit& hit : result.hits) ids.push_back(hit.document.value);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  TempFolder folder;
  LocalDisk disk;
  boost::filesystem::path root = folder / "index";
  Generations generations{disk, root};
  TextsInMemory texts;
  Searcher searcher{root, texts};
};

using Ids = std::vector<std::int64_t>;

/// The fault of the Error that `action` ends in; nothing when it ends well.
template <class Action>
std::optional<Fault> fault_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.fault();
  }
  return std::nullopt;
}

}  // namespace fonds
