/// What the tests of the worker's two sides share: the program to start, sinks that keep what they
/// are given, files to hand over.
///
/// Threads: one test, one thread.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "ingest/worker.h"
#include "support/temp_folder.h"

namespace fonds {

inline const boost::filesystem::path kWorkerProgram =
    boost::filesystem::path(FONDS_BINARY_DIR) / "tests/ingest/fonds_test_worker";

inline WorkerOptions good_worker() {
  WorkerOptions options;
  options.program = kWorkerProgram;
  return options;
}

struct Pages : RecognitionSink {
  void page(RecognisedPage&& page, std::string&& thumbnail) override {
    pages.push_back(std::move(page));
    thumbnails.push_back(std::move(thumbnail));
  }
  void alto(std::string_view bytes) override {
    ++altos;
    alto_xml = bytes;
  }
  void access_copy(std::string_view bytes) override { pdf += bytes; }

  std::vector<RecognisedPage> pages;
  std::vector<std::string> thumbnails;
  int altos = 0;
  std::string alto_xml;
  std::string pdf;
};

struct Members : MemberSink {
  void begin(const std::string& name) override { names.push_back(name); }
  void write(std::string_view bytes) override { content += bytes; }
  void end() override { ++ended; }
  void refuse(const std::string& name, const std::string&) override { refused.push_back(name); }

  std::vector<std::string> names;
  std::vector<std::string> refused;
  std::string content;
  int ended = 0;
};

inline std::size_t open_descriptors() {
  return static_cast<std::size_t>(
      std::distance(boost::filesystem::directory_iterator("/proc/self/fd"),
                    boost::filesystem::directory_iterator()));
}

inline Error error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return {Fault::bug, "nothing was thrown"};
}

class WorkerTest : public testing::Test {
 protected:
  UniqueFd file_of(std::string_view bytes) {
    return open_for_reading(folder_.file("file" + std::to_string(++files_), bytes));
  }
  /// A worker that misbehaves as `kind` says.
  WorkerOptions bad(const std::string& kind) {
    const boost::filesystem::path link = folder_.path() / kind;
    boost::filesystem::create_symlink(kWorkerProgram, link);
    WorkerOptions options;
    options.program = link;
    options.per_page = std::chrono::seconds(1);
    return options;
  }
  /// The error of asking such a worker to recognise; it is gone afterwards.
  Error asked(const WorkerOptions& options) {
    WorkerHandle handle(options);
    const UniqueFd file = file_of("x");
    Pages pages;
    Error error = error_of([&] {
      handle.recognise({{file.get(), FileKind::jpeg}}, "", WorkerHandle::Products::everything,
                       pages);
    });
    EXPECT_FALSE(handle.alive());
    return error;
  }

  TempFolder folder_;
  int files_ = 0;
};

}  // namespace fonds
