/// TransferRecords: packages that are made for another archive, verified, looked into and accepted,
/// and transfers on record, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include <string>

#include "archive/transfer_intake.h"
#include "archive/transfers.h"
#include "model/transfer.h"
#include "retention/bag_report.h"
#include "retention/transfer_package.h"
#include "web/api/json.h"

namespace fonds {

/// `folder`: the package, as it was named.
Json record_of(const MadePackage& made, const std::string& folder);
Json record_of(const BagReport& report, const std::string& folder);
Json record_of(const PackageVolume& volume);
/// `package`: that it came in.
Json record_of(const AcceptedPackage::Unit& unit, const AcceptedPackage& package);
Json record_of(const Transfer& transfer);

}  // namespace fonds
