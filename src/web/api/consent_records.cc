#include "web/api/consent_records.h"

#include "web/api/records.h"

namespace fonds {

Json record_of(const ListedConsent& listed) {
  const Consent& consent = listed.consent;
  return {{"id", consent.id},
          {"student", consent.student.value},
          {"name", listed.name},
          {"scope", name_of(consent.scope)},
          {"given_by", text_or_null(consent.given_by)},
          {"given_on", to_text(consent.given_on)},
          {"until", day_or_null(consent.until)},
          {"withdrawn_on", day_or_null(listed.withdrawn_on)},
          {"document", id_or_null(consent.document)},
          {"recorded_by", consent.recorded_by},
          {"holds", listed.holds}};
}

Json record_of(const ConsentOffer& offer) {
  const bool is_withdrawal = offer.reading.says == ConsentSays::withdrawal;
  return {{"document", offer.document.value},
          {"accession", offer.accession},
          {"student", offer.student.value},
          {"name", offer.name},
          {"certain", offer.certain},
          {"says", is_withdrawal ? "withdrawal" : "publication"},
          {"words", offer.reading.words},
          {"date", day_or_null(offer.date)},
          {"until", day_or_null(offer.reading.until)}};
}

}  // namespace fonds
