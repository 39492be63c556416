/// Json: the one JSON type of records and page models; keys keep the order they were put in.
///
/// Threads: value type.
#pragma once

#include <nlohmann/json.hpp>

namespace fonds {

using Json = nlohmann::ordered_json;

}  // namespace fonds
