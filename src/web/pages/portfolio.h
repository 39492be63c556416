/// A student's portfolio as it is taken away; browsers and programs are given the same.
///
/// Threads: as Visit. Faults: those of ArchivePortfolio.
#pragma once

#include "archive/portfolio.h"
#include "web/visit.h"

namespace fonds {

enum class PortfolioForm { pdf, zip };

Response portfolio_download(Visit& visit, StudentId student, PortfolioForm form,
                            const PortfolioWishes& wishes);

}  // namespace fonds
