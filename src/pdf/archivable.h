/// A PDF that a drawing library has made, as PDF/A-1b (ISO 19005-1): for forms.
///
/// Pages look as before and their content streams stay as they are; what is added or taken away is
/// all around them: output intent, metadata, ID, what is to be told of fonts, transparency groups.
/// A picture that shines through in parts (an emoji) gets hard edges.
///
/// The same content under the same title gives the same bytes: when and with what it was drawn is
/// not kept.
///
/// Threads: pure. Faults: bug (no whole PDF, or one with what PDF/A-1b forbids: it was not drawn
/// for the archive). Not for files of others.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// `title` goes to the metadata as far as it can be printed.
std::string as_pdf_a(std::string_view pdf, std::string_view title);

}  // namespace fonds
