#include "base/clock.h"

#include <gtest/gtest.h>
