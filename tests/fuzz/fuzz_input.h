/// What the fuzz targets share.
///
/// Threads: one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "base/error.h"

namespace fonds {

inline std::string_view input_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A promise of the code under test: the fuzzer keeps the input that breaks it.
inline void require(bool kept) {
  if (!kept) std::abort();
}

/// Runs `action`; whether it came to its end. Only an Error of one of `allowed` may end it early.
template <class Action>
bool runs(std::initializer_list<Fault> allowed, Action&& action) {
  try {
    action();
    return true;
  } catch (const Error& error) {
    require(std::find(allowed.begin(), allowed.end(), error.fault()) != allowed.end());
    return false;
  }
}

}  // namespace fonds
