#include "web/api/settings_records.h"

#include "base/messages.h"

namespace fonds {

Json value_of(const Setting& setting, const ConfigFile& settings) {
  switch (setting.standard.index()) {
    case 0:
      return settings.integer(setting.key);
    case 1:
      return settings.number(setting.key);
    case 2:
      return settings.flag(setting.key);
    default:
      return settings.text(setting.key);
  }
}

Json record_of(const Setting& setting, const ConfigFile& settings) {
  return {{"setting", setting.key},
          {"value", value_of(setting, settings)},
          {"help", tr(setting.help.data())}};
}

Json record_of(const PaperKind& kind, bool is_added) {
  return {{"kind", kind.id},
          {"title", language() == Language::english ? kind.en : kind.ru},
          {"added", is_added}};
}

Json record_of(FormKind form, const FormCaption& caption) {
  return {{"form", kFormKinds[static_cast<std::size_t>(form)]},
          {"annex", caption.annex},
          {"title", caption.title}};
}

}  // namespace fonds
