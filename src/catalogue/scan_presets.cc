#include "catalogue/scan_presets.h"

#include <tuple>

#include "base/text.h"
#include "catalogue/sql.h"

namespace fonds {

void ScanPresets::set(Transaction& transaction, std::string_view login, const ScanPreset& preset) {
  remove(transaction, preset.title);
  change(database_,
         "INSERT INTO scan_presets (name, title, device, source, dpi, mode, sheet, one_paper, "
         "saved_at, saved_by) VALUES (:name, :title, :device, :source, :dpi, :mode, :sheet, "
         ":one_paper, :saved_at, :saved_by)",
         fold(preset.title), preset.title, preset.device, preset.source, preset.dpi, preset.mode,
         preset.sheet, preset.one_paper ? 1 : 0, to_text(database_.clock().now()), login);
}

bool ScanPresets::remove(Transaction& /*transaction*/, std::string_view title) {
  return change(database_, "DELETE FROM scan_presets WHERE name = :name", fold(title)) > 0;
}

std::vector<ScanPreset> ScanPresets::list() {
  std::vector<ScanPreset> found;
  ScanPreset preset;
  int one_paper = 0;
  each_row(
      database_,
      "SELECT title, device, source, dpi, mode, sheet, one_paper FROM scan_presets ORDER BY name",
      std::tie(preset.title, preset.device, preset.source, preset.dpi, preset.mode, preset.sheet,
               one_paper),
      [&] {
        preset.one_paper = one_paper != 0;
        found.push_back(preset);
      });
  return found;
}

}  // namespace fonds
