/// What applications and disclosures look like on paper: the words of the extract (выписка, F14)
/// and of the register (журнал учета предоставления сведений, F15; DOMAIN §3).
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/disclosures.h"
#include "forms/disclosure_register.h"
#include "forms/extract_form.h"
#include "model/actor.h"

namespace fonds {

/// `disclosure` as it is issued by `actor`.
ExtractFacts extract_facts(Archive& archive, const Actor& actor, const Disclosure& disclosure,
                           const DisclosureContent& content);
/// "extract of 5 papers; copies: 2026-000001, 2026-000003", for the register.
std::string given_in_words(const DisclosureContent& content);
/// "Кравец Ольга Петровна, мать, паспорт; свидетельство о рождении".
std::string applicant_in_words(const Applicant& applicant);
/// "с 01.09.2025 по 31.08.2026"; empty without either.
std::string period_in_words(const std::optional<CalendarDate>& from,
                            const std::optional<CalendarDate>& to);
/// "Диплом № 15 от 15.05.2024".
std::string paper_in_words(const DisclosedPaper& paper);

DisclosureRegister register_of(Archive& archive, const std::vector<ListedDisclosure>& listed,
                               const DisclosureFilter& filter);

}  // namespace fonds
