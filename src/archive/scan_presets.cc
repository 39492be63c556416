#include "archive/scan_presets.h"

#include "access/policy.h"
#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

constexpr std::size_t kLongestTitle = 60;  // letters
/// More are no help: a list to be read before each stack.
constexpr std::size_t kMost = 30;

constexpr const char* kSubject = "scan_presets";

}  // namespace

ScanPreset ArchiveScanPresets::save(const Actor& actor, ScanPreset preset) {
  archive_.policy().require(actor, Operation::take_in);
  preset.title = line_typed(preset.title);
  if (preset.title.empty() || count_characters(preset.title) > kLongestTitle) {
    throw Error(Fault::usage, tr("settings can not be kept without a title"),
                say(tr("give them one of at most {} letters"), kLongestTitle));
  }
  ScanPresets presets(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  presets.set(transaction, actor.login, preset);
  if (presets.list().size() > kMost) {
    throw Error(Fault::usage, say(tr("{} presets are kept already"), kMost),
                tr("remove one that nobody needs any more"));
  }
  Journal(archive_.catalogue()).append(transaction, actor, "scan.preset_saved", kSubject);
  transaction.commit();
  return preset;
}

void ArchiveScanPresets::remove(const Actor& actor, std::string_view title) {
  archive_.policy().require(actor, Operation::take_in);
  Transaction transaction(archive_.catalogue());
  if (!ScanPresets(archive_.catalogue()).remove(transaction, line_typed(title))) {
    throw Error(Fault::not_found, say(tr("there is no preset “{}”"), printable(title)),
                tr("somebody has removed it: load the page again"));
  }
  Journal(archive_.catalogue()).append(transaction, actor, "scan.preset_forgotten", kSubject);
  transaction.commit();
}

std::vector<ScanPreset> ArchiveScanPresets::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::take_in);
  return ScanPresets(archive_.catalogue()).list();
}

}  // namespace fonds
