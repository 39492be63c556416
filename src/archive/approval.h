/// Approvals and signatures: who may approve, and papers and signers as people name them, parted
/// for the forms that print them.
///
/// Threads: as Archive; the rest is pure. Faults: denied.
#pragma once

#include <string>
#include <string_view>

#include "archive/archive.h"
#include "forms/form_block.h"
#include "forms/form_words.h"
#include "model/actor.h"

namespace fonds {

/// Returns when the actor may approve what `author` drew up: another person, unless the institution
/// has set retention.two_persons to false.
void expect_another_person(const Archive& archive, const Actor& actor, std::string_view author);

/// "№ 3 от 12.12.2026" by its parts; anything else is a number as it stands.
FormPaper paper_typed(const std::string& text);
/// "методист, И. И. Примерова": office and name; without a comma all of it is the office.
FormSigner signer_typed(const std::string& text);

}  // namespace fonds
