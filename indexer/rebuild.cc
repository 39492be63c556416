#include "indexer/rebuild.h"

#include <memory>

#include "base/error.h"
#include "indexer/compaction.h"

namespace fonds {
namespace {

constexpr int kListed = 100;  ///< documents asked of the catalogue at a time

/// A writer on the generation to be filled. One that cannot be gone on with (damaged, or of
/// another format) is thrown away: it never served.
std::unique_ptr<IndexWriter> open_generation(Generations& generations, int& generation,
                                             std::uint64_t memory_limit) {
  generation = generations.begin_rebuild();
  try {
    return std::make_unique<IndexWriter>(generations.folder_of(generation), memory_limit);
  } catch (const Error& error) {
    if (error.fault() != Fault::corrupt) throw;
  }
  generations.discard(generation);
  generation = generations.begin_rebuild();
  return std::make_unique<IndexWriter>(generations.folder_of(generation), memory_limit);
}

/// Everything above the checkpoint, in order of id; returns the last checkpoint.
void fill(IndexWriter& writer, Documents& documents, const DocumentLoader& load,
          IndexWriter::Checkpoint checkpoint, const RebuildOptions& options,
          RebuildResult& result) {
  const std::int64_t total = documents.count();
  std::int64_t done = result.resumed ? writer.document_count() : 0;
  int since_checkpoint = 0;
  while (true) {
    const std::vector<Document> listed = documents.list(checkpoint.done, kListed);
    if (listed.empty()) break;
    for (const Document& document : listed) {
      if (auto problem = refresh(writer, load, document.id)) result.problems.push_back(*problem);
      checkpoint.done = document.id;
      if (++since_checkpoint >= options.checkpoint_every) {
        writer.commit(checkpoint);
        since_checkpoint = 0;
      }
      if (options.progress) options.progress(++done, total);
    }
  }
}

void catch_up(IndexWriter& writer, Journal& journal, const Clock& clock, const DocumentLoader& load,
              RebuildResult& result) {
  Follower follower(journal, writer, clock, load);
  follower.catch_up();
  result.problems.insert(result.problems.end(), follower.problems().begin(),
                         follower.problems().end());
  result.documents = writer.document_count();
}

/// Writes generation `result.generation` and brings it up to the journal.
void fill_generation(Generations& generations, Documents& documents, Journal& journal,
                     const Clock& clock, const DocumentLoader& load, const RebuildOptions& options,
                     RebuildResult& result) {
  const auto writer = open_generation(generations, result.generation, options.memory_limit);
  // A generation with a position was filled to the end; only what follows is left.
  std::optional<IndexWriter::Checkpoint> checkpoint = writer->checkpoint();
  result.resumed = checkpoint.has_value() || writer->position() > 0;
  if (checkpoint || writer->position() == 0) {
    if (!checkpoint) {
      checkpoint = IndexWriter::Checkpoint{DocumentId{0}, journal.head()};
      writer->commit(*checkpoint);
    }
    fill(*writer, documents, load, *checkpoint, options, result);
    writer->commit(checkpoint->head);
  }
  catch_up(*writer, journal, clock, load, result);
}

/// Makes the filled generation a denser one, which has caught up too.
void compact(Generations& generations, Journal& journal, const Clock& clock,
             const DocumentLoader& load, const RebuildOptions& options, RebuildResult& result) {
  compact_index(generations.folder_of(result.generation), generations.new_copy(), options.alive);
  result.generation = generations.adopt_copy();
  IndexWriter writer(generations.folder_of(result.generation), options.memory_limit);
  catch_up(writer, journal, clock, load, result);
}

}  // namespace

RebuildResult rebuild_index(Generations& generations, Documents& documents, Journal& journal,
                            const Clock& clock, const DocumentLoader& load,
                            const RebuildOptions& options) {
  RebuildResult result;
  fill_generation(generations, documents, journal, clock, load, options, result);
  if (result.documents >= options.compact_from) {
    compact(generations, journal, clock, load, options, result);
  }
  if (options.alive) options.alive();
  generations.serve(result.generation);
  return result;
}

}  // namespace fonds
