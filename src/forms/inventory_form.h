/// The inner inventory of a volume (внутренняя опись документов дела, form F2 of DOMAIN §3): every
/// document that lies in it, and their number in figures and words. It is printed when the volume
/// is closed and filed before its documents; its own sheets are numbered apart.
///
/// Columns: № п/п, регистрационный индекс, дата, заголовок документа, номера листов дела,
/// примечание. Texts are as printed, valid UTF-8; what is empty is left to be written by hand.
/// Threads: pure, but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

struct InventoryFormRow {
  std::string number;  ///< registration number
  std::string day;
  std::string title;
  std::string sheets;  ///< of the volume, as "1–3"
  std::string note;
};

struct InventoryForm {
  std::string institution;
  FormVolume volume;
  std::string title;  ///< of the case
  std::vector<InventoryFormRow> rows;
  std::optional<std::int64_t> own_sheets;  ///< of the inventory itself
  FormSigner signer;
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_inventory(const InventoryForm& facts);

}  // namespace fonds
