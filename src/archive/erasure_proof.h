/// ErasureProof: what is left anywhere of the documents an act has destroyed.
///
/// Asked are all places that ever held them: originals, derived files, rows of the catalogue, the
/// serving index, and whether index and database were written anew since. Bytes that another
/// document has, too, are no remains. Threads: as Archive. Faults: those of stores, index and
/// catalogue.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace fonds {

struct ErasureProof {
  struct Remains {
    std::string place;    ///< "originals", "derived", "catalogue", "index"
    std::string subject;  ///< accession number or hash
  };
  std::int64_t documents = 0;  ///< that were looked for
  std::int64_t shared = 0;     ///< files whose bytes another document has, too: they stay
  std::vector<Remains> remains;
};

/// Of the act's documents that are gone.
ErasureProof proof_of_erasure(Archive& archive, std::int64_t act);

}  // namespace fonds
