#include "web/api/block_records.h"

namespace fonds {

Json record_of(const Block& block) {
  return {{"subject", name_of(block.subject)},
          {"id", block.id},
          {"reason", block.reason},
          {"blocked_at", block.blocked_at},
          {"blocked_by", block.blocked_by}};
}

}  // namespace fonds
