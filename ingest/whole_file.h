/// Whether the end of a file says that it was written to the end, told from its structure without
/// any decoder: PDF %%EOF, TIFF directories, JPEG EOI, PNG IEND, ZIP end record, lengths of BMP,
/// WebP and JPEG 2000, the zeros that end a TAR. A gzip does not say; kinds unknown are taken as
/// whole.
///
/// A file may be whole and still damaged inside: that is for recognition to find out.
/// Threads: pure. Faults: what reading throws. Sources: ISO 32000-1 7.5.5, annex F; ITU-T T.81
/// annex B; PNG 1.2; APPNOTE.TXT 6.3.9; ISO 15444-1 annex I; POSIX.1-2017 pax.
#pragma once

#include "ingest/file_bytes.h"

namespace fonds {

bool is_whole(FileBytes& file);

}  // namespace fonds
