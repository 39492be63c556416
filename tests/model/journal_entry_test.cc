#include "model/journal_entry.h"

#include <gtest/gtest.h>
