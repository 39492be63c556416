#include "pdf/joined_pdf.h"

#include <cerrno>
#include <cstdio>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "base/error.h"
#include "base/messages.h"
#include "pdf/pdf_a_marks.h"
#include "pdf/sink_pipeline.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

Error damaged() {
  return {Fault::corrupt, tr("a copy that is to be joined is damaged"),
          tr("have it read again: `fonds recognise --again`")};
}

/// What qpdf throws at a file that is not whole becomes an Error.
template <class Deed>
auto reading(const Deed& deed) {
  try {
    return deed();
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    throw damaged();
  }
}

void append(QPDF& whole, QPDF& part) {
  // What a page inherits from the tree of its file it is given before it leaves it.
  part.pushInheritedAttributesToPage();
  for (const Handle& page : part.getAllPages()) whole.addPage(page, false);
}

}  // namespace

struct JoinedPdf::State {
  std::vector<std::unique_ptr<QPDF>> parts;
};

JoinedPdf::JoinedPdf() : state_(std::make_unique<State>()) {}
JoinedPdf::~JoinedPdf() = default;

int JoinedPdf::add(UniqueFd file) {
  std::FILE* stream = ::fdopen(file.get(), "rb");
  if (stream == nullptr) throw system_error(errno, tr("cannot read the file"));
  (void)file.release();  // the stream closes it, and qpdf the stream
  return reading([&] {
    auto part = std::make_unique<QPDF>();
    part->setSuppressWarnings(true);
    part->processFile("copy", stream, true);
    const std::size_t pages = part->getAllPages().size();
    if (pages == 0 || part->anyWarnings()) throw damaged();
    state_->parts.push_back(std::move(part));
    return static_cast<int>(pages);
  });
}

int JoinedPdf::finish(std::string_view front, const std::string& title,
                      const std::function<void(std::string_view)>& sink) {
  SinkPipeline pipeline(sink);
  const int pages = reading([&] {
    QPDF first;
    first.setSuppressWarnings(true);
    first.processMemoryFile("front", front.data(), front.size());
    QPDF whole;
    whole.setSuppressWarnings(true);
    whole.emptyPDF();
    append(whole, first);
    for (const std::unique_ptr<QPDF>& part : state_->parts) append(whole, *part);
    mark_as_pdf_a(whole, title);
    write_pdf_a(whole, pipeline);
    // Data that could not be read are found while they are copied; a part tells it, or the whole.
    bool unsound = whole.anyWarnings() || first.anyWarnings();
    for (const std::unique_ptr<QPDF>& part : state_->parts) {
      unsound = unsound || part->anyWarnings();
    }
    if (unsound) throw damaged();
    return static_cast<int>(whole.getAllPages().size());
  });
  pipeline.rethrow();
  return pages;
}

}  // namespace fonds
