/// The act of handing over documents for keeping (акт приема-передачи архивных документов на
/// хранение, form F8 of DOMAIN §3): which inventories one side gives and the other takes, with how
/// many units. It is drawn up for another archive, at liquidation, and when the archivist changes.
///
/// Columns: № п/п, название, номер описи, кол-во экз. описи, кол-во ед. хр., примечание. Texts are
/// as printed, valid UTF-8; what is empty is left to be written by hand. Threads: pure, but for the
/// language of the user. Faults: those of FormPdf.
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

struct TransferActRow {
  std::string inventory;  ///< title and number
  std::optional<std::int64_t> copies;
  std::int64_t units = 0;
  std::string note;
};

/// One of the two sides.
struct TransferSide {
  std::string name;     ///< of the institution or archive
  FormSigner approval;  ///< of its head
  FormSigner signer;    ///< who gives or takes
};

struct TransferActForm {
  TransferSide giver;
  TransferSide taker;
  FormPaper act;
  std::string place;
  std::string grounds;
  std::string fonds_name;
  std::vector<TransferActRow> rows;
  std::string fonds;    ///< the number the taker gives it
  FormSigner recorder;  ///< who changed the records
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_transfer_act(const TransferActForm& facts);

}  // namespace fonds
