/// ArchiveCaseForms: what is printed of a volume: its cover (F4), inner inventory (F2), certifying
/// sheet (F3), register of electronic documents (F12), substitute card,
/// sheet of use and the book of issue (F9).
///
/// A form is whole or not given: who may not see all papers of a volume prints no inventory of it.
/// Every print is journalled as a read. Threads: one per Archive. Faults: denied, not_found, usage,
/// and those of the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/cases.h"
#include "forms/certificate_form.h"
#include "forms/cover_form.h"
#include "forms/electronic_register_form.h"
#include "forms/inventory_form.h"
#include "forms/issue_forms.h"
#include "model/actor.h"

namespace fonds {

class ArchiveCaseForms {
 public:
  explicit ArchiveCaseForms(Archive& archive) : archive_(archive) {}

  CoverForm cover(const Actor& actor, std::string_view volume);
  InventoryForm inventory(const Actor& actor, std::string_view volume);
  CertificateForm certificate(const Actor& actor, std::string_view volume);
  /// Its documents with their files: name, size, format, hash.
  ElectronicRegisterForm electronic_register(const Actor& actor, std::string_view volume);
  /// That stands in the volume's place while it is out.
  SubstituteCard substitute_card(const Actor& actor, std::string_view volume);
  /// Who used the volume: what the journal knows of looks at its papers and of copies taken out,
  /// and who had it in hand, by the day.
  UseSheet use_sheet(const Actor& actor, std::string_view volume);
  IssueBook issue_book(const Actor& actor);

 private:
  /// All papers of it, or refused.
  std::vector<ShownFiling> whole(const Actor& actor, const ShownVolume& shown);
  ShownVolume printed(const Actor& actor, std::string_view volume);
  Archive& archive_;
};

}  // namespace fonds
