#include "base/config_file.h"

#include <gtest/gtest.h>
