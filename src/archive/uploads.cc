#include "archive/uploads.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <nlohmann/json.hpp>

#include "archive/spool.h"
#include "archive/viewer.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

using nlohmann::json;

constexpr std::size_t kIdBytes = 16;
constexpr std::uint64_t kLongestRecord = 16U << 20;
constexpr std::string_view kRecordEnding = ".json";

bool is_id(std::string_view id) {
  return id.size() == 2 * kIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Error no_such_upload() {
  return {Fault::not_found, tr("there is no such upload"),
          tr("it is over, was removed, or was never begun: begin it anew")};
}

std::string_view outcome_name(IntakeReport::Outcome outcome) {
  switch (outcome) {
    case IntakeReport::Outcome::accepted:
      return "accepted";
    case IntakeReport::Outcome::duplicate:
      return "duplicate";
    case IntakeReport::Outcome::refused:
      break;
  }
  return "refused";
}

/// What others brought may be hidden from whoever brings it again.
UploadedPaper paper_of(const IntakeReport& report, const Viewer& viewer) {
  const bool is_told =
      report.outcome == IntakeReport::Outcome::accepted ||
      (report.outcome == IntakeReport::Outcome::duplicate && viewer.sees(report.document.id));
  return {std::string(outcome_name(report.outcome)), report.name,
          is_told ? report.document.accession : "", report.problem, report.hint};
}

/// Nothing: it is not there.
std::optional<std::int64_t> length_of(const boost::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_size;
}

/// Invalid: somebody else has it open.
UniqueFd locked(const boost::filesystem::path& path) {
  UniqueFd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  if (!fd.valid()) {
    if (errno == ENOENT) throw no_such_upload();
    throw system_error(errno, tr("cannot open an upload"));
  }
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) return {};
  return fd;
}

}  // namespace

struct ArchiveUploads::Record {
  std::string id;
  std::string login;
  NewUpload file;
  Moment begun_at{};
  bool ended = false;
  std::vector<UploadedPaper> papers;
};

ArchiveUploads::ArchiveUploads(Archive& archive) : archive_(archive), folder_(archive.uploads()) {}

boost::filesystem::path ArchiveUploads::data_path(std::string_view id) const {
  return folder_ / std::string(id);
}

boost::filesystem::path ArchiveUploads::record_path(std::string_view id) const {
  return folder_ / (std::string(id) + std::string(kRecordEnding));
}

Upload ArchiveUploads::begin(const Actor& actor, const NewUpload& file) {
  archive_.policy().require(actor, Operation::take_in);
  if (file.size <= 0 || file.name.empty()) {
    throw Error(Fault::usage, tr("an upload needs a name and a length"),
                tr("say how the file is called and how many bytes it has"));
  }
  archive_.disk().make_folders(folder_);
  remove_old();
  if (count_of(actor.login) >= kMostUploads) {
    throw Error(Fault::usage, say(tr("{} uploads of yours are under way"), kMostUploads),
                tr("end or remove some before you begin another"));
  }
  if (static_cast<std::uint64_t>(file.size) > free_space(folder_)) {
    throw Error(Fault::io, tr("the archive's disk has no room for this file"),
                tr("tell whoever looks after the archive; nothing was taken in"));
  }
  Record record{random_hex(kIdBytes), actor.login, file, archive_.clock().now(), false, {}};
  const auto data = archive_.disk().create(data_path(record.id));
  data->sync();
  data->close();
  write(record);  // what has no record is no upload: it comes last, and syncs the folder
  return shown(record);
}

Upload ArchiveUploads::look(const Actor& actor, std::string_view id) {
  Record record = read(actor, id);
  if (!record.ended && length_of(data_path(id)) == record.file.size) {
    const UniqueFd fd = locked(data_path(id));
    if (fd.valid()) take_in(actor, record, fd.get());
  }
  return shown(record);
}

UniqueFd ArchiveUploads::open(const Actor& actor, std::string_view id, std::int64_t offset) {
  const Record record = read(actor, id);
  if (record.ended) {
    throw Error(Fault::busy, tr("this file is whole and was taken in"),
                tr("ask what became of it"));
  }
  UniqueFd fd = locked(data_path(id));
  if (!fd.valid()) {
    throw Error(Fault::busy, tr("somebody is sending this file"),
                tr("wait until that connection has ended, then ask how far it came"));
  }
  const off_t end = ::lseek(fd.get(), 0, SEEK_END);
  if (end < 0) throw system_error(errno, tr("cannot read an upload"));
  if (end != offset) {
    throw Error(Fault::busy, say(tr("{} bytes of this file are here, not {}"), end, offset),
                tr("ask how far it came, and go on from there"));
  }
  return fd;
}

Upload ArchiveUploads::written(const Actor& actor, std::string_view id, int fd) {
  Record record = read(actor, id);
  if (::fdatasync(fd) != 0) throw system_error(errno, tr("cannot write an upload"));
  if (!record.ended && length_of(data_path(id)) == record.file.size) {
    take_in(actor, record, fd);
  }
  return shown(record);
}

void ArchiveUploads::take_in(const Actor& actor, Record& record, int fd) {
  // Somebody may have done it between our reading and the lock.
  record = read(actor, record.id);
  if (record.ended) return;
  rewind(fd);
  const Viewer viewer(archive_, actor);
  ArchiveIntake intake(
      archive_, actor, {"file", record.file.label, record.file.description},
      [&](const IntakeReport& report) { record.papers.push_back(paper_of(report, viewer)); });
  intake.add(fd, record.file.name);
  record.ended = true;
  write(record);
  archive_.disk().remove(data_path(record.id));
}

void ArchiveUploads::remove(const Actor& actor, std::string_view id) {
  const Record record = read(actor, id);
  const UniqueFd fd = record.ended ? UniqueFd() : locked(data_path(id));
  if (!record.ended && !fd.valid()) {
    throw Error(Fault::busy, tr("somebody is sending this file"),
                tr("wait until that connection has ended"));
  }
  archive_.disk().remove(record_path(id));
  archive_.disk().remove(data_path(id));
}

ArchiveUploads::Record ArchiveUploads::read(const Actor& actor, std::string_view id) {
  archive_.policy().require(actor, Operation::take_in);
  if (!is_id(id) || !length_of(record_path(id))) throw no_such_upload();
  const json told = json::parse(read_file(record_path(id), kLongestRecord), nullptr, false);
  if (!told.is_object()) {
    throw Error(Fault::corrupt, tr("what is known of this upload can not be read"),
                tr("begin it anew"));
  }
  Record record;
  record.id = std::string(id);
  record.login = told.value("login", "");
  if (record.login != actor.login) throw no_such_upload();
  record.file = {told.value("name", ""), told.value("size", std::int64_t{0}),
                 told.value("label", ""), told.value("description", "")};
  record.begun_at = moment_from_text(told.value("begun_at", ""));
  record.ended = told.value("ended", false);
  for (const json& each : told.value("papers", json::array())) {
    record.papers.push_back({each.value("outcome", ""), each.value("name", ""),
                             each.value("accession", ""), each.value("problem", ""),
                             each.value("hint", "")});
  }
  return record;
}

void ArchiveUploads::write(const Record& record) {
  json told{{"login", record.login},
            {"name", record.file.name},
            {"size", record.file.size},
            {"label", record.file.label},
            {"description", record.file.description},
            {"begun_at", to_text(record.begun_at)},
            {"ended", record.ended},
            {"papers", json::array()}};
  for (const UploadedPaper& each : record.papers) {
    told["papers"].push_back({{"outcome", each.outcome},
                              {"name", each.name},
                              {"accession", each.accession},
                              {"problem", each.problem},
                              {"hint", each.hint}});
  }
  write_atomically(archive_.disk(), record_path(record.id), told.dump());
}

void ArchiveUploads::remove_old() {
  const auto oldest = archive_.clock().now() - std::chrono::hours(24 * kUploadDays);
  std::vector<boost::filesystem::path> old;
  for (const auto& entry : boost::filesystem::directory_iterator(folder_)) {
    struct stat status {};
    if (::stat(entry.path().c_str(), &status) != 0) continue;
    if (Moment(std::chrono::seconds(status.st_mtime)) < oldest) old.push_back(entry.path());
  }
  for (const auto& path : old) archive_.disk().remove(path);
}

int ArchiveUploads::count_of(const std::string& login) {
  int count = 0;
  for (const auto& entry : boost::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() != std::string(kRecordEnding)) continue;
    const json told = json::parse(read_file(entry.path(), kLongestRecord), nullptr, false);
    if (told.is_object() && told.value("login", "") == login && !told.value("ended", false)) {
      ++count;
    }
  }
  return count;
}

Upload ArchiveUploads::shown(const Record& record) {
  Upload upload{record.id,        record.file,
                record.file.size, record.begun_at + std::chrono::hours(24 * kUploadDays),
                record.ended,     record.papers};
  if (!record.ended) upload.offset = length_of(data_path(record.id)).value_or(0);
  return upload;
}

}  // namespace fonds
