/// ArchiveUploads: large files that are sent in pieces, over broken connections and restarts.
///
/// What came stands in DIR/uploads: an upload is as far as its file is long. When it is whole it is
/// taken in like any other file, and what became of it is told until kUploadDays are over. If the
/// program ends between the two, asking for it takes it in: a paper that is safe already is
/// reported as a duplicate then. An upload is there for whoever began it alone.
/// Threads: one per Archive; of two who are at one upload the second is told so (busy).
/// Faults:  denied, not_found, usage (what may be is said), busy, io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/intake.h"
#include "base/unique_fd.h"
#include "model/actor.h"

namespace fonds {

/// An upload is removed so many days after it was begun.
inline constexpr int kUploadDays = 7;
/// Most uploads of one user that are under way at once.
inline constexpr int kMostUploads = 50;

struct NewUpload {
  std::string name;         ///< of the file, printable
  std::int64_t size = 0;    ///< bytes
  std::string label;        ///< of the delivery
  std::string description;  ///< of its papers
};

/// What became of a paper of an upload; see IntakeReport.
struct UploadedPaper {
  std::string outcome;    ///< accepted, duplicate, refused
  std::string name;       ///< of the file, or of the member of a batch
  std::string accession;  ///< empty: refused, or a duplicate the sender does not see
  std::string problem;
  std::string hint;
};

struct Upload {
  std::string id;  ///< 32 hex digits
  NewUpload file;
  std::int64_t offset = 0;  ///< bytes that are here
  Moment expires_at{};
  bool ended = false;  ///< it was taken in, or refused: `papers` say
  std::vector<UploadedPaper> papers;
};

class ArchiveUploads {
 public:
  explicit ArchiveUploads(Archive& archive);

  /// Removes what is too old, too.
  Upload begin(const Actor& actor, const NewUpload& file);
  /// How far it is. One that is whole and was not taken in yet (the program ended) is taken in.
  Upload look(const Actor& actor, std::string_view id);
  /// A descriptor at the end of what is here, to write the next bytes to; nobody else gets one
  /// while it is open. Fault busy when `offset` is not where it ends.
  UniqueFd open(const Actor& actor, std::string_view id, std::int64_t offset);
  /// After writing to what open() gave: makes it durable, and takes the file in when it is whole.
  Upload written(const Actor& actor, std::string_view id, int fd);
  void remove(const Actor& actor, std::string_view id);

 private:
  struct Record;
  [[nodiscard]] boost::filesystem::path data_path(std::string_view id) const;
  [[nodiscard]] boost::filesystem::path record_path(std::string_view id) const;
  Record read(const Actor& actor, std::string_view id);
  void write(const Record& record);
  void take_in(const Actor& actor, Record& record, int fd);
  void remove_old();
  int count_of(const std::string& login);
  Upload shown(const Record& record);

  Archive& archive_;
  boost::filesystem::path folder_;
};

}  // namespace fonds
