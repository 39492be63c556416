#include "web/api/stock_records.h"

#include "web/api/records.h"

namespace fonds {

Json record_of(const MissingVolume& missing) {
  return {{"volume", to_text(missing.key)},
          {"heading", missing.heading},
          {"state", name_of(missing.mark.kind)},
          {"since", to_text(missing.mark.day)},
          {"why", missing.mark.basis}};
}

Json record_of(const StockCheckState& state) {
  return {{"check", name_of(state.check)},
          {"last", day_or_null(state.last)},
          {"act", state.act},
          {"due_by", to_text(state.due_by)}};
}

}  // namespace fonds
