/// ArchivePages: the pages of a paper to look at: their pictures, and what stands where on them.
///
/// Pages count from 1 through all files of a document. Pictures are made by a sandboxed process
/// that is started for the first of them and kept. Threads: one per Archive; the thread that asks
/// for the first picture must live as long as this object.
/// Faults: denied, not_found (also: no such page), usage, corrupt and unavailable as
/// WorkerHandle's, and those of catalogue and store.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/page_words.h"
#include "ingest/worker.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

struct PagePicture {
  DocumentId document;
  std::string jpeg;  ///< upright, without Exif and comments
};

struct PageWords {
  DocumentId document;
  std::vector<ShownLine> lines;  ///< in reading order; none: a blank page
};

class ArchivePages {
 public:
  explicit ArchivePages(Archive& archive) : archive_(archive) {}

  /// A picture of the page, scaled down (never up) to at most `longest_side` pixels on its longer
  /// side: kLeastPictureSide … kMostPictureSide. Before recognition it lies as it was scanned.
  /// Fault usage: the page of an electronic document, which has none. Journalled as a read.
  PagePicture picture(const Actor& actor, std::string_view reference, int page, int longest_side);
  /// The small picture recognition has made: 320 px on the longer side; not_found when there is
  /// none. For lists, whose search or listing is journalled: not journalled again.
  PagePicture thumbnail(const Actor& actor, std::string_view reference, int page);
  /// The words of the page, people's corrections laid over them; not_found before recognition.
  /// Journalled as a read.
  PageWords words(const Actor& actor, std::string_view reference, int page);

 private:
  struct PageInFile {
    const Original* original = nullptr;
    int page = 0;  ///< within the file, from 0
  };
  PageInFile place_of(const Document& document, int page);
  int count_pages(const Document& document, const Original& original);
  WorkerHandle& worker();

  Archive& archive_;
  std::unique_ptr<WorkerHandle> worker_;
};

}  // namespace fonds
