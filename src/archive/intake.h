/// ArchiveIntake: takes files, folders, ZIP and TAR batches and scanned pages into the archive.
///
/// Every file ends in exactly one report: accepted, duplicate or refused; a refused file stays
/// where it was. Files are looked into only by the sandboxed worker. Threads: one per Archive.
/// Faults: denied; io (full or read-only disk) ends the delivery, what was reported accepted stays;
/// the rest is a report.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "archive/documents.h"
#include "base/error.h"
#include "ingest/page_source.h"

namespace fonds {

struct IntakeReport {
  enum class Outcome { accepted, duplicate, refused };
  Outcome outcome = Outcome::accepted;
  std::string name;              ///< of the file as delivered, printable
  boost::filesystem::path path;  ///< of the file; empty for members and scans
  Document document;             ///< accepted: the new one; duplicate: the earlier one
  int pages = 0;                 ///< accepted
  std::string problem;           ///< refused: why
  std::string hint;              ///< refused: what to do
  Fault fault = Fault::usage;    ///< refused: of what kind
};

class ArchiveIntake {
 public:
  using Report = std::function<void(const IntakeReport&)>;

  ArchiveIntake(Archive& archive, Actor actor, Delivery delivery, Report report);
  ~ArchiveIntake();

  /// Takes in a file, or a folder with everything below it in order of name.
  void add(const boost::filesystem::path& path, const std::stop_token& stop = {});
  /// Takes in a file that was opened elsewhere (sent by a browser), from its beginning; a batch
  /// with everything in it. `name`: what it is called, printable. It stays the caller's.
  void add(int fd, const std::string& name);
  enum class Paging { one_document_a_page, one_document };
  /// Takes pages until the source ends. Each is durable before the next is asked for; with
  /// one_document they become one paper at the end, whatever ended the source.
  void scan(PageSource& source, Paging paging, const std::stop_token& stop = {});
  /// What the papers became a part of; 0 before the first. A batch is a delivery of its own.
  [[nodiscard]] IntakeId delivery() const { return delivery_.intake; }

 private:
  class MemberTaker;
  void add_file(const boost::filesystem::path& path, FollowLinks follow);
  void add_folder(const boost::filesystem::path& folder, const std::stop_token& stop);
  enum class Containers { expand, refuse };
  void take(int fd, const std::string& name, const boost::filesystem::path& path,
            Containers containers = Containers::expand);
  void take_container(int fd, FileKind kind, const std::string& name);
  void take_paper(int fd, FileKind kind, const std::string& name,
                  const boost::filesystem::path& path);
  void deposit(int fd, FileKind kind, const Probe& probe, const std::string& name,
               const boost::filesystem::path& path);
  void refuse(const std::string& name, const boost::filesystem::path& path, const Error& error);
  void check_free_space();
  WorkerHandle& worker();

  Archive& archive_;
  Actor actor_;
  Delivery delivery_;
  Report report_;
  std::unique_ptr<WorkerHandle> worker_;
};

}  // namespace fonds
