#include "ingest/file_bytes.h"

#include <algorithm>
#include <utility>

namespace fonds {
namespace {

constexpr std::uint64_t kLeastBudget = 64ULL << 20;

}  // namespace

FileBytes::FileBytes(std::uint64_t size, ReadAt read)
    : size_(size), read_(std::move(read)), budget_(kLeastBudget + 2 * size) {}

std::optional<std::string_view> FileBytes::get(std::uint64_t offset, std::size_t count) {
  const std::string_view got = get_some(offset, count);
  if (got.size() < count) return std::nullopt;
  return got;
}

std::string_view FileBytes::get_some(std::uint64_t offset, std::size_t count) {
  if (offset >= size_) return {};
  count = static_cast<std::size_t>(std::min<std::uint64_t>({count, kMost, size_ - offset}));
  const bool inside = offset >= window_at_ && offset - window_at_ <= window_.size() &&
                      window_.size() - (offset - window_at_) >= count;
  if (!inside) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(kMost, size_ - offset));
    if (wanted > budget_) return {};
    budget_ -= wanted;
    window_.resize(wanted);
    window_.resize(read_(offset, window_.data(), wanted));
    window_at_ = offset;
  }
  return std::string_view(window_).substr(static_cast<std::size_t>(offset - window_at_), count);
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace fonds
