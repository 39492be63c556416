/// inspect_files: recognition alone, without an archive: what `fonds recognise` prints.
///
/// Files are read by sandboxed workers, several at once; results come in the order of the files.
/// Threads: called from one thread; `sink` is called from it too.
/// Faults:  unavailable (no worker can be started); a file's fault is part of its result.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.h"
#include "ingest/worker.h"

namespace fonds {

struct InspectedFile {
  std::string name;  ///< file name; a member as "batch.zip!/page.jpg"
  std::vector<RecognisedPage> pages;
  double seconds = 0;
  std::string alto;
  std::string problem;  ///< empty when read
  std::string hint;
  Fault fault = Fault::corrupt;  ///< of the problem
};

enum class WithAlto { no, yes };

void inspect_files(const WorkerOptions& options, int jobs,
                   const std::vector<boost::filesystem::path>& files, WithAlto with_alto,
                   const std::function<void(const InspectedFile&)>& sink,
                   std::stop_token stop = {});

}  // namespace fonds
