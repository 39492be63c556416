#include "base/digest.h"

#include <gtest/gtest.h>
