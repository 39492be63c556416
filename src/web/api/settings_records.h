/// SettingsRecords: the settings of an archive, and what the institution's own files add, in JSON.
/// Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "base/config_file.h"
#include "forms/form_captions.h"
#include "ingest/document_kinds.h"
#include "web/api/json.h"

namespace fonds {

/// Of the type the setting has.
Json value_of(const Setting& setting, const ConfigFile& settings);
/// What it is for is said in the chosen language.
Json record_of(const Setting& setting, const ConfigFile& settings);
/// `is_added`: the kind is the institution's own; false: it changes one Fonds knows.
Json record_of(const PaperKind& kind, bool is_added);
Json record_of(FormKind form, const FormCaption& caption);

}  // namespace fonds
