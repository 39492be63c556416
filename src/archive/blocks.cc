#include "archive/blocks.h"

#include <fmt/format.h>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

std::string subject_of(BlockSubject subject, std::int64_t id) {
  return fmt::format("{}/{}", name_of(subject), id);
}

}  // namespace

std::int64_t ArchiveBlocks::meant(const Actor& actor, BlockSubject subject,
                                  std::string_view reference) {
  if (subject == BlockSubject::document) {
    return ArchiveDocuments(archive_).find(reference).id.value;
  }
  return student_meant(archive_, actor, Operation::block_records, reference).value;
}

Block ArchiveBlocks::block(const Actor& actor, BlockSubject subject, std::string_view reference,
                           std::string_view reason) {
  archive_.policy().require(actor, Operation::block_records);
  const std::string why = line_typed(reason);
  if (why.empty()) {
    throw Error(Fault::usage, tr("a block needs its reason"),
                tr("say why: --reason \"consent withdrawn on …\""));
  }
  const std::int64_t id = meant(actor, subject, reference);
  Blocks blocks(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, fmt::format("{}.blocked", name_of(subject)),
              subject_of(subject, id));
  blocks.set(transaction, actor, subject, id, why);
  transaction.commit();
  for (Block& each : blocks.list()) {
    if (each.subject == subject && each.id == id) return std::move(each);
  }
  throw Error(Fault::bug, "a block that was set is not there");
}

bool ArchiveBlocks::lift(const Actor& actor, BlockSubject subject, std::string_view reference) {
  archive_.policy().require(actor, Operation::block_records);
  const std::int64_t id = meant(actor, subject, reference);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, fmt::format("{}.unblocked", name_of(subject)),
              subject_of(subject, id));
  if (!Blocks(archive_.catalogue()).lift(transaction, subject, id)) return false;
  transaction.commit();
  return true;
}

std::vector<Block> ArchiveBlocks::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::block_records);
  return Blocks(archive_.catalogue()).list();
}

}  // namespace fonds
