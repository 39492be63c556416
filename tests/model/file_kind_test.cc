#include "model/file_kind.h"

#include <gtest/gtest.h>
