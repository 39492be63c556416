#include "ingest/png_writer.h"

#include <zlib.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <new>

#include "base/error.h"

namespace fonds {
namespace {

constexpr std::size_t kHeaderAt = 8;   ///< place of the IHDR chunk
constexpr int kLevel = 5;              ///< faster than any scanner; 9 saves some 1 % more
constexpr std::size_t kPiece = 65536;  ///< bytes of an IDAT chunk

void put_32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
  }
}

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

std::string chunk(std::string_view type, std::string_view data) {
  std::string out;
  put_32(out, static_cast<std::uint32_t>(data.size()));
  out += type;
  out += data;
  const uLong crc =
      crc32(0, bytes_of(std::string_view(out).substr(4)), static_cast<uInt>(out.size() - 4));
  put_32(out, static_cast<std::uint32_t>(crc));
  return out;
}

std::string header_of(const PngWriter::Form& form, int height) {
  std::string data;
  put_32(data, static_cast<std::uint32_t>(form.width));
  put_32(data, static_cast<std::uint32_t>(height));
  data += static_cast<char>(form.depth);
  data += static_cast<char>(form.channels == 3 ? 2 : 0);
  data += std::string(3, '\0');
  return chunk("IHDR", data);
}

std::string resolution_of(double dpi) {
  std::string data;
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  put_32(data, per_metre);
  put_32(data, per_metre);
  data += '\1';
  return chunk("pHYs", data);
}

/// The Paeth predictor (PNG 1.2, 6.6).
int paeth(int left, int above, int corner) {
  const int guess = left + above - corner;
  const int to_left = std::abs(guess - left);
  const int to_above = std::abs(guess - above);
  const int to_corner = std::abs(guess - corner);
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

}  // namespace

struct PngWriter::Packer {
  Packer() {
    if (deflateInit(&stream, kLevel) != Z_OK) throw std::bad_alloc();
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  ~Packer() { deflateEnd(&stream); }

  /// Packs `bytes`; whole pieces go to `out` as IDAT chunks, with Z_FINISH the rest too.
  void run(std::string_view bytes, int flush, std::string& out) {
    stream.next_in = const_cast<Bytef*>(bytes_of(bytes));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(bytes.size());
    for (;;) {
      stream.next_out = piece.data() + used;
      stream.avail_out = static_cast<uInt>(piece.size() - used);
      const int status = deflate(&stream, flush);
      used = piece.size() - stream.avail_out;
      const bool last = flush == Z_FINISH && status == Z_STREAM_END;
      if (used == piece.size() || last) {
        out += chunk("IDAT", {reinterpret_cast<const char*>(piece.data()), used});
        used = 0;
      }
      if (last || (flush != Z_FINISH && stream.avail_in == 0 && stream.avail_out != 0)) return;
    }
  }

  z_stream stream{};
  std::array<Bytef, kPiece> piece{};
  std::size_t used = 0;
};

PngWriter::PngWriter(const Form& form)
    : form_(form),
      row_bytes_((static_cast<std::size_t>(form.width) * static_cast<std::size_t>(form.channels) *
                      static_cast<std::size_t>(form.depth) +
                  7) /
                 8),
      step_(std::size_t{1} * static_cast<std::size_t>(form.channels) * (form.depth == 16 ? 2 : 1)),
      above_(row_bytes_, '\0'),
      packer_(std::make_unique<Packer>()) {
  out_ = "\x89PNG\r\n\x1A\n" + header_of(form_, 0);
  if (form_.dpi > 0) out_ += resolution_of(form_.dpi);
}

PngWriter::~PngWriter() = default;

void PngWriter::add(std::string_view row) {
  if (row.size() != row_bytes_) throw Error(Fault::bug, "PngWriter: a row of the wrong length");
  if (form_.depth == 1) {
    filtered_.assign(1, '\0');
    filtered_ += row;
  } else {
    filtered_.assign(1, '\4');
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int left = i < step_ ? 0 : static_cast<unsigned char>(row[i - step_]);
      const int above = static_cast<unsigned char>(above_[i]);
      const int corner = i < step_ ? 0 : static_cast<unsigned char>(above_[i - step_]);
      filtered_ +=
          static_cast<char>(static_cast<unsigned char>(row[i]) - paeth(left, above, corner));
    }
    above_.assign(row);
  }
  packer_->run(filtered_, Z_NO_FLUSH, out_);
  ++rows_;
}

std::string PngWriter::finish() {
  packer_->run({}, Z_FINISH, out_);
  const std::string header = header_of(form_, rows_);
  out_.replace(kHeaderAt, header.size(), header);
  out_ += chunk("IEND", {});
  return std::move(out_);
}

}  // namespace fonds
