#include "forms/form_captions.h"

#include "base/data_file.h"
#include "base/messages.h"
#include "model/named.h"

namespace fonds {

FormCaptions FormCaptions::from_toml(std::string_view toml_text, std::string_view file) {
  const DataTable data = DataTable::parse(toml_text, file);
  FormCaptions made;
  for (const std::string& name : data.keys()) {
    const DataTable& table = data.table(name);
    const auto kind = named<FormKind>(kFormKinds, name);
    if (!kind) {
      std::string known;
      for (const std::string_view each : kFormKinds) {
        known += known.empty() ? "" : ", ";
        known += each;
      }
      table.refuse(say(tr("there is no form '{}'"), name), known);
    }
    table.expect_only({"annex", "title"});
    made.captions_[*kind] = {table.text_or("annex", ""), table.text_or("title", ""), ""};
  }
  return made;
}

FormCaption FormCaptions::of(FormKind kind) const {
  const auto found = captions_.find(kind);
  return found == captions_.end() ? FormCaption{} : found->second;
}

}  // namespace fonds
