/// SinkPipeline: where qpdf writes a file that is passed on in pieces.
///
/// Included by this folder only (shows qpdf). Threads: one. Faults: none while qpdf writes; those
/// of the receiver by rethrow().
#pragma once

#include <exception>
#include <functional>
#include <qpdf/Pipeline.hh>
#include <string>
#include <string_view>

namespace fonds {

/// A fault of the receiver waits until qpdf has returned: qpdf ends the program when a pipeline
/// throws while it cleans up.
class SinkPipeline : public Pipeline {
 public:
  /// `sink` must outlive it.
  explicit SinkPipeline(const std::function<void(std::string_view)>& sink)
      : Pipeline("sink", nullptr), sink_(sink) {}
  void write(unsigned char const* data, std::size_t length) override {
    buffer_.append(reinterpret_cast<const char*>(data), length);
    if (buffer_.size() >= kPiece) flush();
  }
  void finish() override { flush(); }
  void rethrow() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  static constexpr std::size_t kPiece = 1 << 18;
  void flush() {
    try {
      if (!fault_ && !buffer_.empty()) sink_(buffer_);
    } catch (...) {  // whatever the receiver threw is its caller's: kept, and thrown again later
      fault_ = std::current_exception();
    }
    buffer_.clear();
  }
  const std::function<void(std::string_view)>& sink_;
  std::string buffer_;
  std::exception_ptr fault_;
};

}  // namespace fonds
