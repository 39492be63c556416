/// The register of the documents of an electronic case (реестр документов электронного дела, the
/// annex of an inventory of electronic cases, form F12 of DOMAIN §3): every file, its size, its
/// format and the digest by which it is known to be the same.
///
/// Columns: № п/п, рег. индекс, дата, заголовок, имя контейнера/файла, объем, формат, хэш,
/// примечание. Texts are as printed, valid UTF-8; what is empty is left to be written by hand.
/// Threads: pure, but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

struct ElectronicRegisterRow {
  std::string number;  ///< registration number
  std::string day;
  std::string title;
  std::string file;    ///< or container
  std::string extent;  ///< size, format, digest
  std::string note;
};

struct ElectronicRegisterForm {
  std::string institution;
  FormVolume volume;
  std::string title;  ///< of the case
  std::vector<ElectronicRegisterRow> rows;
  FormSigner signer;
  FormCaption caption{};
};

/// A4, turned, as PDF, in the language of the user.
PrintedForm printed_electronic_register(const ElectronicRegisterForm& facts);

}  // namespace fonds
