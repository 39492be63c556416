/// ArchiveCaseForms: what is printed of a volume: its cover (F4), inner inventory (F2), certifying
/// sheet (F3), substitute card, and the book of issue (F9).
///
/// A form is whole or not given: who may not see all papers of a volume prints no inventory of it.
/// Every print is journalled as a read. Threads: one per Archive. Faults: denied, not_found, usage,
/// and those of the catalogue.
#pragma once

#include <string_view>

#include "archive/archive.h"
#include "archive/cases.h"
#include "forms/certificate_form.h"
#include "forms/cover_form.h"
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
  /// That stands in the volume's place while it is out.
  SubstituteCard substitute_card(const Actor& actor, std::string_view volume);
  IssueBook issue_book(const Actor& actor);

 private:
  ShownVolume printed(const Actor& actor, std::string_view volume);
  Archive& archive_;
};

}  // namespace fonds
