/// page_levels: the picture of a paper's page, and the sizes it can be had in, for a page of the
/// desk that shows it: the smallest as it comes first, the larger ones for whoever looks closely.
///
/// Threads: pure. Faults: none.
#pragma once

#include "model/document.h"
#include "web/visit.h"

namespace fonds {

/// Where there is a picture of the page, adds
/// {"picture": its path, "large": that of the largest, "width", "height": in pixels of the original
/// as
///  it stands upright, when they are known; "levels": JSON text, [{"path", "width", "height"}] from
///  the smallest, none larger than the original; "viewer": page_viewer_path(), when there is one}.
void tell_picture(const Document& document, int page, Json& model);

}  // namespace fonds
