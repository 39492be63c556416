/// TempFolder: a folder of a test's own, removed with all in it at the end.
///
/// Threads: a value of the test that made it.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string_view>

namespace fonds {

class TempFolder {
 public:
  /// `memory`: in main memory where the machine offers that, for thousands of small files whose
  /// survival is not the question.
  enum class Where { disk, memory };
  explicit TempFolder(Where where = Where::disk);
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const boost::filesystem::path& path() const { return path_; }
  [[nodiscard]] boost::filesystem::path operator/(std::string_view name) const;
  /// Writes a file with `bytes` into the folder and returns its path.
  [[nodiscard]] boost::filesystem::path file(std::string_view name, std::string_view bytes) const;

 private:
  boost::filesystem::path path_;
};

}  // namespace fonds
