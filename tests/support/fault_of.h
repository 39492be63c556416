/// fault_of: the fault with which an action ends; a test whose action ends well fails.
///
/// Threads: pure.
#pragma once

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {

template <class Action>
Fault fault_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.fault();
  }
  ADD_FAILURE() << "no Error";
  return Fault::bug;
}

}  // namespace fonds
