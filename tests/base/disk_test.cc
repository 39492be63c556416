#include "base/disk.h"

#include <gtest/gtest.h>
