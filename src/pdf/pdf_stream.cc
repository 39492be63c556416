#include "pdf/pdf_stream.h"

#include <qpdf/Pipeline.hh>
#include <stdexcept>
#include <utility>

#include "pdf/pixel_packer.h"

namespace fonds {
namespace {

class BytesOnce : public QPDFObjectHandle::StreamDataProvider {
 public:
  explicit BytesOnce(std::string bytes) : bytes_(std::move(bytes)) {}
  void provideStreamData(QPDFObjGen const& /*object*/, Pipeline* pipeline) override {
    if (given_) throw std::logic_error("a stream was asked for twice");
    given_ = true;
    pipeline->write(reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    pipeline->finish();
    std::string().swap(bytes_);
  }

 private:
  std::string bytes_;
  bool given_ = false;
};

}  // namespace

QPDFObjectHandle make_stream(QPDF& pdf, std::string bytes, const QPDFObjectHandle& filter,
                             const QPDFObjectHandle& parameters) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
  stream.replaceStreamData(std::make_shared<BytesOnce>(std::move(bytes)), filter, parameters);
  return stream;
}

QPDFObjectHandle make_flate_stream(QPDF& pdf, std::string_view bytes) {
  return make_stream(pdf, deflate_bytes(bytes), QPDFObjectHandle::newName("/FlateDecode"));
}

}  // namespace fonds
