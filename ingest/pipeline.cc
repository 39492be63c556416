#include "ingest/pipeline.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <new>

#include "base/disk.h"
#include "base/messages.h"
#include "base/version.h"
#include "ingest/access_copy.h"
#include "ingest/alto.h"
#include "ingest/container.h"
#include "ingest/file_part.h"
#include "ingest/recogniser.h"

namespace fonds {
namespace {

SourceFile load(const OpenOriginal& original) {
  const std::uint64_t size = size_of(original.file.get(), tr("the file"));
  if (size > kLongestOriginal) {
    throw Error(
        Fault::usage,
        say(tr("the file has {} MB, more than {} can be read"), size >> 20, kLongestOriginal >> 20),
        tr("scan it again at a lower resolution, or in parts"));
  }
  SourceFile file{original.kind, std::string(size, '\0')};
  std::size_t have = 0;
  while (have < size) {
    // By position: the descriptor is shared with the one who handed it over.
    const ssize_t got = ::pread(original.file.get(), file.bytes.data() + have, size - have,
                                static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error(errno, tr("reading the file"));
    if (got == 0) throw Error(Fault::corrupt, tr("the file became shorter while it was read"));
    have += static_cast<std::size_t>(got);
  }
  return file;
}

}  // namespace

Reader& ReadingPipeline::reader() {
  if (!reader_) reader_ = std::make_unique<Reader>(options_);
  return *reader_;
}

Probe ReadingPipeline::probe(const OpenOriginal& original) {
  return reader().probe(load(original));
}

void ReadingPipeline::recognise(const std::vector<OpenOriginal>& originals,
                                const std::string& title, WorkerHandle::Products products,
                                RecognitionSink& sink) {
  const bool everything = products == WorkerHandle::Products::everything;
  std::vector<RecognisedPage> pages;
  int next_number = 1;
  AccessCopy copy;
  for (std::size_t i = 0; i < originals.size(); ++i) {
    const SourceFile file = load(originals[i]);
    reader().read(file, static_cast<int>(i), next_number, [&](ReadPage&& read) {
      ++next_number;
      if (everything && !is_office(file.kind)) copy.add(file, read);
      if (everything) pages.push_back(read.page);
      sink.page(std::move(read.page), std::move(read.thumbnail));
    });
  }
  if (!everything) return;
  const AltoMakers makers{{"Fonds", std::string(program_version())},
                          {"Tesseract", engine_version()}};
  sink.alto(write_alto(pages, title, makers));
  // An electronic document is its own copy: there is no picture to make one of.
  const bool drawn = std::any_of(originals.begin(), originals.end(),
                                 [](const OpenOriginal& each) { return !is_office(each.kind); });
  if (!drawn) return;
  copy.finish(title, [&](std::string_view piece) { sink.access_copy(piece); });
}

void ReadingPipeline::expand(const OpenOriginal& container, MemberSink& sink) {
  expand_container(container.file.get(), container.kind, ContainerLimits{}, sink);
}

void ReadingPipeline::tables(const OpenOriginal& file, TableSink& sink) {
  read_tables(load(file).bytes, TableLimits{}, sink);
}

void ReadingPipeline::part(const OpenOriginal& file, int first, int count,
                           const std::function<void(std::string_view)>& sink) const {
  sink(part_of(load(file), first, count, options_.limits));
}

std::string ReadingPipeline::picture(const OpenOriginal& file,
                                     const PictureRequest& request) const {
  return page_picture(load(file), request, options_.limits);
}

std::optional<Error> attempt(const std::function<void()>& step) {
  try {
    step();
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    ::_exit(kExitOutOfMemory);
  } catch (const std::exception& error) {
    return Error(Fault::bug, fmt::format("reading a file: {}", error.what()));
  }
}

}  // namespace fonds
