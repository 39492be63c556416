/// PrivatePostgres: a PostgreSQL server of a test program's own, from Debian's package, in a
/// temporary folder, reached by a Unix socket only. It promises nothing across a power cut.
///
/// Threads: one.
#pragma once

#include <sys/types.h>

#include <boost/filesystem/path.hpp>
#include <memory>
#include <string>
#include <vector>

namespace fonds {

class PrivatePostgres {
 public:
  /// The server of this program, started at first use and stopped at its end.
  static PrivatePostgres& of_this_program();
  ~PrivatePostgres();
  PrivatePostgres(const PrivatePostgres&) = delete;
  PrivatePostgres& operator=(const PrivatePostgres&) = delete;

  /// Why there is no server; empty when there is one.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// Makes an empty place for a catalogue (a schema: quicker than a database) and returns its
  /// address for Database.
  std::string new_database();
  /// Runs SQL as the server's administrator.
  void run_sql(const std::string& sql);
  void stop();
  void start();

 private:
  PrivatePostgres();
  boost::filesystem::path folder_;
  std::string problem_;
  pid_t server_ = -1;
  int databases_ = 0;
};

}  // namespace fonds
