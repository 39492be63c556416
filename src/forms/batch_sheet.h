/// The sheet that is laid before papers in the scanner: what it says stands on it for people in
/// large letters, and for the reader in two symbologies, so that a fold or a weak toner that spoils
/// one leaves the other.
///
/// Threads: pure. Faults: usage (a count or a title beyond what a sheet can say).
#pragma once

#include "forms/printed_form.h"
#include "model/sheet_code.h"

namespace fonds {

/// One page of A4 as PDF, in the language of the user.
PrintedForm printed_batch_sheet(const SheetCode& sheet);

}  // namespace fonds
