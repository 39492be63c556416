/// PDF files written object by object, so that tests can make the ones no program makes.
///
/// Threads: pure. Source: ISO 32000-1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// A PDF of `objects`, numbered from 1 (the first is the catalogue), with its cross-reference
/// table.
std::string write_pdf(const std::vector<std::string>& objects);
/// A stream object of `bytes`; `entries` go into its dictionary beside the length.
std::string pdf_stream(std::string_view bytes, std::string_view entries = "");

/// `pages` pages with a line of Latin text each, in one flat tree; 100 000 pages are some 8 MB.
std::string small_pdf(int pages = 1);
/// A page tree whose node is its own kid.
std::string looping_page_tree_pdf();
/// An outline, a font and a form that contain themselves; `Length` of a stream that names itself.
std::string recursive_objects_pdf();
/// One page, locked by a user password (AES-256, R6): "secret".
std::string encrypted_pdf();

}  // namespace fonds
