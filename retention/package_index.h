/// What people see of a transfer package: the inventory as a table, and a page for a browser.
///
/// The page needs no script and no network, works from a folder, and links to the files by their
/// relative names; every text on it is one printable line. In the language of the user.
/// Threads: pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/table.h"
#include "retention/transfer_package.h"

namespace fonds {

/// A row for each document, and one for each volume without any.
Table package_inventory(const TransferPackage& package);

/// Gives the page piece by piece, a volume at a time.
void write_package_page(const TransferPackage& package,
                        const std::function<void(std::string_view)>& write);

}  // namespace fonds
