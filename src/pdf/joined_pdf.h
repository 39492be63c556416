/// JoinedPdf puts PDF/A-1b files that were written here (access copies, printed forms) one behind
/// the other into one PDF/A-1b file.
///
/// Pages look as before: contents and pictures are copied as they are, never decoded. Titles and
/// metadata of the single files go; links, outlines and the like such files do not have. The same
/// files under the same title give the same bytes.
/// Memory:  the structure of every file, no page's data: they are read from the files while the
///          whole is written. Not for files of others: those may hold what PDF/A-1b forbids.
/// Threads: an object is used by one thread.
/// Faults:  corrupt (a file is damaged), and those of the receiver.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/unique_fd.h"

namespace fonds {

class JoinedPdf {
 public:
  JoinedPdf();
  ~JoinedPdf();

  /// An open file that stands behind those added before; it stays open until the object is gone.
  /// Returns how many pages it has.
  int add(UniqueFd file);
  /// Gives the whole to `sink` in pieces, the pages of `front`, a whole file, first. `title` goes
  /// to the metadata. Returns how many pages there are. Call once.
  int finish(std::string_view front, const std::string& title,
             const std::function<void(std::string_view)>& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
