/// What `fonds case` and `fonds hold` say: a line for people, a record for programs.
///
/// Threads: main only.
#pragma once

#include "archive/cases.h"
#include "archive/filing.h"
#include "archive/holds.h"
#include "archive/loans.h"
#include "cli/session.h"

namespace fonds {

/// "02-05/2026/1  open  Protocols …  · 10 лет ЭК  · documents 3, sheets 7".
void print_volume(const Session& session, const ShownVolume& shown);
void print_filing(const Session& session, const ShownFiling& shown);
void print_filed(const Session& session, const FiledPaper& filed);
void print_inbox(const Session& session, const InboxPaper& paper);
void print_loan(const Session& session, const ShownLoan& loan);
void print_hold(const Session& session, const ShownHold& hold);

}  // namespace fonds
