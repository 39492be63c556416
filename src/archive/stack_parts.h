/// The parts of a stack: which pages they have, their files, their records.
///
/// The files are made by the worker, without loss (ingest/file_part.h), and are durable before
/// anything is recorded; all is recorded in one transaction. The parts wait for recognition like
/// any paper. Threads: as the Archive. Faults: usage (the file can not be parted: says why),
/// corrupt, unavailable (the worker died), and those of catalogue and store.
#pragma once

#include <vector>

#include "archive/archive.h"
#include "archive/understanding.h"
#include "ingest/worker.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

/// The papers that begin on page 1 and on `first_pages`, blank pages at their ends left out.
/// `blank`: one a page.
std::vector<StackPart> parted_at(const std::vector<int>& first_pages,
                                 const std::vector<bool>& blank);

/// A part whose files are in the object store.
struct MadePart {
  StackPart part;
  std::vector<Original> originals;
};
/// Makes the files of the parts. Slow: outside of a transaction.
std::vector<MadePart> make_parts(Archive& archive, WorkerHandle& process, const Document& stack,
                                 const std::vector<StackPart>& parts);
/// The papers and sheets that sheets part the document into; none when it stays whole. It does when
/// its file can not be parted, and where people have said things of it that would be lost: then
/// `paper` proposes it.
std::vector<MadePart> parts_between_sheets(Archive& archive, WorkerHandle& process,
                                           const Document& document, UnderstoodPaper& paper);
/// Records that the document is a stack with these parts, and which of them are sheets, so that
/// nothing has to be read a second time for what they say. Journalled as document.parted.
void record_parts(Archive& archive, Transaction& transaction, const Actor& actor,
                  const Document& stack, const std::vector<MadePart>& parts);

}  // namespace fonds
