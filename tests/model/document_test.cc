#include "model/document.h"

#include <gtest/gtest.h>
