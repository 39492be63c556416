#include "ingest/wire.h"

#include <bit>
#include <cmath>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {

void refuse_message(std::string_view why) {
  throw Error(Fault::unavailable, say(tr("the reading process answered nonsense: {}"), why));
}

void WireWriter::number(std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) {
    bytes_ += static_cast<char>((value >> shift) & 0xFF);
  }
}

void WireWriter::real(double value) { number(std::bit_cast<std::uint64_t>(value)); }

void WireWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t WireReader::number() {
  if (rest_.size() < 8) refuse_message("cut short");
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
  }
  rest_.remove_prefix(8);
  return value;
}

std::int64_t WireReader::number(std::int64_t least, std::int64_t most) {
  const auto value = static_cast<std::int64_t>(number());
  if (value < least || value > most) refuse_message("a number out of range");
  return value;
}

double WireReader::real(double least, double most) {
  const auto value = std::bit_cast<double>(number());
  if (!(value >= least && value <= most)) refuse_message("a number out of range");  // and NaN
  return value;
}

std::string_view WireReader::bytes(std::size_t longest) {
  const std::uint64_t size = number();
  if (size > longest || size > rest_.size()) refuse_message("a text too long");
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::string WireReader::text(std::size_t longest) { return printable(bytes(longest)); }

std::size_t WireReader::count(std::size_t most, std::size_t each) {
  const std::uint64_t value = number();
  if (value > most || value > rest_.size() / each) refuse_message("a count out of range");
  return value;
}

void WireReader::end() const {
  if (!rest_.empty()) refuse_message("something left over");
}

}  // namespace fonds
