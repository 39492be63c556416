/// metadata.xml: the description of a document in a transfer package in the words of archives, for
/// programs that know nothing of Fonds.
///
///   Dublin Core 1.1 elements            the document itself: title, date, subject, identifier …
///   ISAD(G) levels (general international standard archival description, 2nd edition): fonds,
///     series (section of the nomenclature), file (volume) and item, each with its elements
///     3.1.1 reference code, 3.1.2 title, 3.1.3 dates, 3.1.5 extent,
///     3.2.1 creator, 3.3.2 appraisal
///   PREMIS 3.0                           each file as an object with fixity, size, format and what
///     it was made from; each journal entry as an event; who did it as an agent
///
/// The envelope around them has the namespace urn:fonds:transfer:1. Well-formed UTF-8; the same
/// document gives the same bytes. Threads: pure.
#pragma once

#include <string>

#include "retention/transfer_package.h"

namespace fonds {

std::string document_description(const TransferPackage& package, const PackageVolume& volume,
                                 const PackageDocument& document);

}  // namespace fonds
