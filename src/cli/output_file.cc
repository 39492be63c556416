#include "cli/output_file.h"

#include <unistd.h>

#include <array>
#include <boost/filesystem/operations.hpp>

#include "base/error.h"
#include "base/messages.h"
#include "base/unique_fd.h"

namespace fonds {

void refuse_terminal() {
  if (::isatty(STDOUT_FILENO) != 1) return;
  throw Error(Fault::usage, tr("the file would be printed on the terminal"),
              tr("name a file with -o FILE, or send the output somewhere"));
}

void expect_new_file(const boost::filesystem::path& target) {
  if (!boost::filesystem::exists(target)) return;
  throw Error(Fault::usage, say(tr("{} already exists"), target.string()),
              tr("name another file; nothing was overwritten"));
}

void expect_empty_folder(const boost::filesystem::path& folder) {
  if (!boost::filesystem::is_directory(folder)) return expect_new_file(folder);
  if (boost::filesystem::is_empty(folder)) return;
  throw Error(Fault::usage, say(tr("{} is not empty"), folder.string()),
              tr("name a new or an empty folder"));
}

void write_new_file(Session& session, const boost::filesystem::path& target,
                    const std::function<void(const ByteSink&)>& fill) {
  expect_new_file(target);
  const auto file = session.disk.create(target);
  try {
    fill([&](std::string_view bytes) { file->write(bytes); });
    file->sync();
    file->close();
  } catch (...) {  // nothing of it stays: half a file looks like a whole one; the fault is told
    boost::system::error_code ignored;
    boost::filesystem::remove(target, ignored);
    throw;
  }
  if (session.json) print(Json{{"file", target.string()}});
  tell(session, say(tr("Written: {}"), target.string()));
}

void expect_place_for_bytes(const boost::filesystem::path& target) {
  if (target.empty()) {
    refuse_terminal();
  } else {
    expect_new_file(target);
  }
}

void give_bytes(Session& session, const boost::filesystem::path& target, std::string_view bytes) {
  if (target.empty()) return print_bytes(bytes);
  write_new_file(session, target, [&](const ByteSink& sink) { sink(bytes); });
}

void copy_all(int fd, const ByteSink& sink) {
  std::array<char, 65536> buffer{};
  while (const std::size_t got = read_some(fd, buffer.data(), buffer.size(), tr("the document"))) {
    sink(std::string_view(buffer.data(), got));
  }
}

}  // namespace fonds
