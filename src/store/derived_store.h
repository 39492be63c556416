/// DerivedStore keeps what recognition made of a document: ALTO, text, thumbnails, access copy.
/// ROOT/<id/1000>/<id>/run-<n>/<name>. Everything here can be made again from the originals.
///
/// Invariant: a run folder is complete or absent: it is filled in ROOT/.incoming, synced, renamed;
///            removed, it first goes to ROOT/.outgoing in one step.
/// Threads:   different documents concurrently, also from several processes.
/// Faults:    io, not_found.
#pragma once

#include <boost/filesystem/path.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/unique_fd.h"
#include "model/ids.h"

namespace fonds {

/// Names inside a run folder.
inline constexpr std::string_view kAltoFile = "recognised.alto.xml";
inline constexpr std::string_view kTextFile = "text.txt";  ///< pages parted by form feeds
inline constexpr std::string_view kAccessCopyFile = "access.pdf";
std::string thumbnail_file(int page);  ///< "thumbnail-0001.jpg"

class DerivedStore {
 public:
  DerivedStore(Disk& disk, boost::filesystem::path root);

  /// A run being filled; forgotten (and removed) when destroyed without publish().
  class Draft {
   public:
    virtual ~Draft() = default;
    /// Starts file `name`; write() goes to the file begun last.
    virtual void begin(std::string_view name) = 0;
    virtual void write(std::string_view bytes) = 0;
    /// Syncs all, renames the folder into place; returns when durable. An older folder of the same
    /// run (from a crash between publish and record) is replaced.
    virtual void publish() = 0;
  };
  std::unique_ptr<Draft> begin_run(DocumentId document, int run);

  [[nodiscard]] bool contains(DocumentId document, int run, std::string_view name) const;
  [[nodiscard]] UniqueFd open(DocumentId document, int run, std::string_view name) const;
  [[nodiscard]] std::string read(DocumentId document, int run, std::string_view name) const;
  [[nodiscard]] std::vector<int> runs_of(DocumentId document) const;
  /// Returns when the run's files are gone for good. An absent run is no failure.
  void remove_run(DocumentId document, int run);
  /// Returns when nothing made of the document is left, drafts included: nobody may be filling one.
  void remove_document(DocumentId document);
  /// Whether anything of it is there, drafts and half-removed runs included.
  [[nodiscard]] bool has_any(DocumentId document) const;
  /// Removes unfinished drafts older than an hour and half-removed runs, left by a crash. Returns
  /// how many.
  int remove_leftovers();

 private:
  class RunDraft;
  Disk& disk_;
  boost::filesystem::path root_;
};

}  // namespace fonds
