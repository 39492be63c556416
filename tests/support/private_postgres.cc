#include "support/private_postgres.h"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace fonds {
namespace {

using boost::filesystem::path;
using namespace std::chrono_literals;

constexpr auto kPatience = 30s;

/// The newest of Debian's servers, "/usr/lib/postgresql/15/bin"; empty when none is installed.
path program_folder() {
  path found;
  int newest = 0;
  boost::system::error_code none;
  for (boost::filesystem::directory_iterator next("/usr/lib/postgresql", none), end;
       !none && next != end; next.increment(none)) {
    const int version = std::atoi(next->path().filename().c_str());
    if (version > newest && boost::filesystem::exists(next->path() / "bin" / "initdb")) {
      newest = version;
      found = next->path() / "bin";
    }
  }
  return found;
}

/// PostgreSQL refuses to run as root: then its own account runs it.
const passwd* other_account() { return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr; }

pid_t start_program(const std::vector<std::string>& words, const path& log) {
  const passwd* account = other_account();
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGINT);  // a test program that crashes leaves no server behind
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  ::dup2(out, 1);
  ::dup2(out, 2);
  if (::chdir("/") != 0) ::_exit(126);
  if (account != nullptr && (::setgid(account->pw_gid) != 0 || ::setuid(account->pw_uid) != 0)) {
    ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGINT);  // setuid clears it
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

int run(const std::vector<std::string>& words, const path& log) {
  const pid_t child = start_program(words, log);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

PrivatePostgres& PrivatePostgres::of_this_program() {
  static PrivatePostgres server;
  return server;
}

PrivatePostgres::PrivatePostgres() {
  if (program_folder().empty()) {
    problem_ = "no PostgreSQL server is installed (Debian package postgresql)";
    return;
  }
  if (::geteuid() == 0 && other_account() == nullptr) {
    problem_ = "running as root, and there is no account postgres to run the server";
    return;
  }
  // A short path: the name of a Unix socket has 107 bytes.
  folder_ = path("/tmp") / boost::filesystem::unique_path("fonds-pg-%%%%%%%%");
  boost::filesystem::create_directory(folder_);
  if (const passwd* account = other_account()) {
    if (::chown(folder_.c_str(), account->pw_uid, account->pw_gid) != 0) {
      problem_ = "cannot give the server's folder to its account";
      return;
    }
  }
  if (run({(program_folder() / "initdb").string(), "-D", (folder_ / "data").string(), "-U", "fonds",
           "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"},
          folder_ / "log") != 0) {
    problem_ = "initdb failed";
    return;
  }
  start();
}

PrivatePostgres::~PrivatePostgres() {
  stop();
  boost::system::error_code ignored;
  if (!folder_.empty()) boost::filesystem::remove_all(folder_, ignored);
}

void PrivatePostgres::start() {
  server_ =
      start_program({(program_folder() / "postgres").string(), "-D", (folder_ / "data").string(),
                     "-k", folder_.string(), "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                     "shared_buffers=16MB", "-c", "max_connections=40"},
                    folder_ / "log");
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (run({(program_folder() / "pg_isready").string(), "-q", "-h", folder_.string(), "-U",
              "fonds", "-d", "postgres"},
             "/dev/null") != 0) {
    if (std::chrono::steady_clock::now() > deadline || ::waitpid(server_, nullptr, WNOHANG) != 0) {
      problem_ = "the PostgreSQL server does not start";
      return;
    }
    std::this_thread::sleep_for(20ms);
  }
}

void PrivatePostgres::stop() {
  if (server_ <= 0) return;
  ::kill(server_, SIGINT);  // "fast": ends the connections
  ::waitpid(server_, nullptr, 0);
  server_ = -1;
}

void PrivatePostgres::run_sql(const std::string& sql) {
  if (run({(program_folder() / "psql").string(), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h",
           folder_.string(), "-U", "fonds", "-d", "postgres", "-c", sql},
          folder_ / "log") != 0) {
    throw std::runtime_error("psql failed: " + sql);
  }
}

std::string PrivatePostgres::new_database() {
  const std::string name = "catalogue" + std::to_string(++databases_);
  run_sql("CREATE SCHEMA " + name);
  return "postgresql:host=" + folder_.string() +
         " user=fonds dbname=postgres options='-c search_path=" + name + "'";
}

}  // namespace fonds
