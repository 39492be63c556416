/// The act of selection for destruction (акт о выделении к уничтожению архивных документов, не
/// подлежащих хранению, form F7 of DOMAIN §3): what is destroyed, on what grounds, who agreed, and,
/// filled in afterwards, how it was destroyed and that the records were changed.
///
/// Columns: № п/п, заголовок дела (групповой заголовок документов), годы, номер описи, номер ед.
/// хр. по описи (индекс дела по номенклатуре), количество ед. хр., сроки хранения и номера статей
/// по перечню, примечание. Texts are as printed, valid UTF-8; what is empty is left to be written
/// by hand. Threads: pure, but for the language of the user. Faults: those of FormPdf.
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

struct DestructionActRow {
  std::string title;  ///< of a case, or of a group of like ones
  std::string years;
  std::string inventory;  ///< its number
  std::string unit;       ///< number in the inventory, or index by the nomenclature
  std::int64_t units = 1;
  std::string period;  ///< with the article
  std::string note;
};

/// Who has confirmed the inventories of the same years.
enum class InventoryConfirmation { by_authority, by_institution };

/// How the papers ended; known after the act is approved.
struct DestructionProof {
  std::optional<std::int64_t> units;
  std::string weight;   ///< of the paper, in kilograms
  FormPaper waybill;    ///< under which it was handed over
  std::string erasure;  ///< how the electronic ones were destroyed, after "путем"
};

struct DestructionActForm {
  std::string institution;
  FormPaper act;
  std::string place;
  FormSigner approval;
  std::string grounds;  ///< title and imprint of the list of periods, after "На основании"
  std::string fonds;    ///< its number
  std::string fonds_name;
  std::vector<DestructionActRow> rows;
  FormYears years;              ///< of what is destroyed
  FormYears inventories_years;  ///< whose inventories are confirmed
  InventoryConfirmation confirmation = InventoryConfirmation::by_authority;
  FormPaper confirmed;  ///< by this protocol
  FormSigner appraiser;
  FormPaper agreed;  ///< protocol of the institution's commission
  DestructionProof proof;
  FormSigner destroyer;  ///< who handed the papers over
  FormSigner recorder;   ///< who changed the records
  std::string journal;   ///< number and hash of the entry that stands for the act; empty: none
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_destruction_act(const DestructionActForm& facts);

}  // namespace fonds
