/// The certifying sheet of a volume (лист-заверитель дела, form F3 of DOMAIN §3): how many sheets
/// are bound in it, in figures and words, and what is peculiar about them. It is printed when the
/// volume is closed and bound in behind its documents.
///
/// Columns: особенности физического состояния и формирования дела, номера листов; some rows are
/// left to be written by hand, for a volume changes. Texts are valid UTF-8; what is empty is left
/// to write, too. Threads: pure, but for the language of the user. Faults: those of FormPdf.
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

struct CertificateFormRow {
  std::string feature;  ///< envelopes, photographs, large sheets, pages glued together
  std::string sheets;
};

struct CertificateForm {
  std::string institution;
  FormVolume volume;
  std::optional<std::int64_t> sheets;  ///< without those of the inner inventory
  std::string lettered;                ///< numbers such as "12а"; of none, say so
  std::string missing;                 ///< numbers that no sheet bears
  std::optional<std::int64_t> inventory_sheets;
  std::vector<CertificateFormRow> features;
  FormSigner signer;
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_certificate(const CertificateForm& facts);

}  // namespace fonds
