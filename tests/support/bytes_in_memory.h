/// FileBytes over a string, as tests and fuzz targets use it. Threads: one.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "ingest/file_bytes.h"

namespace fonds {

inline FileBytes bytes_in_memory(std::string content) {
  const std::uint64_t size = content.size();
  return {size,
          [content = std::move(content)](std::uint64_t offset, char* buffer, std::size_t wanted) {
            const std::size_t start = std::min<std::uint64_t>(offset, content.size());
            const std::size_t count = std::min(wanted, content.size() - start);
            std::memcpy(buffer, content.data() + start, count);
            return count;
          }};
}

}  // namespace fonds
