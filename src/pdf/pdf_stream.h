/// Streams of a PDF that is being made. Each gives its bytes once and lets them go, so that writing
/// a long document does not hold it twice: write the file once, and read no stream before.
///
/// Included by this folder only (shows qpdf). Threads: one. Faults: none of its own.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace fonds {

/// `bytes` are as the filter `filter` wants them; a null object is none.
QPDFObjectHandle make_stream(QPDF& pdf, std::string bytes,
                             const QPDFObjectHandle& filter = QPDFObjectHandle::newNull(),
                             const QPDFObjectHandle& parameters = QPDFObjectHandle::newNull());
/// Compresses `bytes`.
QPDFObjectHandle make_flate_stream(QPDF& pdf, std::string_view bytes);

}  // namespace fonds
