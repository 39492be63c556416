#include "model/page.h"

#include <gtest/gtest.h>
