#include "ingest/image_header.h"

#include <array>
#include <cstdlib>
#include <set>

namespace fonds {
namespace {

enum class Order { little, big };

/// An unsigned number of `size` bytes at `at`; nothing when it lies outside.
std::optional<std::uint64_t> number_at(std::string_view bytes, std::uint64_t at, int size,
                                       Order order) {
  if (at > bytes.size() || bytes.size() - at < static_cast<std::size_t>(size)) return std::nullopt;
  std::uint64_t value = 0;
  for (int i = 0; i < size; ++i) {
    const auto position = at + (order == Order::big ? i : size - 1 - i);
    value = value << 8 | static_cast<unsigned char>(bytes[position]);
  }
  return value;
}

std::optional<Order> tiff_order(std::string_view bytes) {
  if (bytes.substr(0, 2) == "II") return Order::little;
  if (bytes.substr(0, 2) == "MM") return Order::big;
  return std::nullopt;
}

/// A directory of a TIFF: its orientation and where the next one lies (0: nowhere).
struct Directory {
  int orientation = 1;
  std::uint64_t next = 0;
};

std::optional<Directory> read_directory(std::string_view bytes, std::uint64_t at, Order order,
                                        bool wide) {
  const auto entries = number_at(bytes, at, wide ? 8 : 2, order);
  if (!entries || *entries > 65535) return std::nullopt;
  constexpr int kOrientation = 274;
  const int entry_size = wide ? 20 : 12;
  Directory found;
  std::uint64_t entry = at + (wide ? 8 : 2);
  for (std::uint64_t i = 0; i < *entries; ++i, entry += entry_size) {
    const auto tag = number_at(bytes, entry, 2, order);
    if (!tag) return std::nullopt;
    if (*tag == kOrientation) {
      const auto value = number_at(bytes, entry + (wide ? 12 : 8), 2, order);
      if (value) found.orientation = static_cast<int>(*value);
    }
  }
  found.next = number_at(bytes, entry, wide ? 8 : 4, order).value_or(0);
  return found;
}

/// Calls `visit(marker, body)` for each segment of a JPEG until it returns false or the picture
/// data begin; returns the place after the last visited segment.
template <class Visit>
std::size_t walk_jpeg_header(std::string_view bytes, Visit visit) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const auto length = number_at(bytes, at + 2, 2, Order::big).value_or(0);
    if (length < 2 || at + 2 + length > bytes.size()) break;
    if (!visit(marker, bytes.substr(at + 4, length - 2))) return at;
    at += 2 + length;
  }
  return at;
}

/// The directories of a TIFF, and whether their chain came to its end or to `at_most`.
struct Chain {
  std::vector<int> orientations;
  bool whole = false;
};

Chain follow_directories(std::string_view bytes, int at_most) {
  Chain chain;
  const auto order = tiff_order(bytes);
  if (!order) return chain;
  const bool wide = number_at(bytes, 2, 2, *order) == 43U;  // BigTIFF
  auto at = number_at(bytes, wide ? 8 : 4, wide ? 8 : 4, *order);
  std::set<std::uint64_t> seen;
  while (at && *at != 0 && static_cast<int>(chain.orientations.size()) < at_most) {
    if (!seen.insert(*at).second) return chain;
    const auto directory = read_directory(bytes, *at, *order, wide);
    if (!directory) return chain;
    chain.orientations.push_back(directory->orientation);
    at = directory->next;
  }
  chain.whole = at.has_value();
  return chain;
}

}  // namespace

std::optional<ImageSize> bmp_size(std::string_view bytes) {
  const auto header = number_at(bytes, 14, 4, Order::little);
  if (!header || bytes.substr(0, 2) != "BM") return std::nullopt;
  const bool core = *header == 12;  // OS/2 header: 16-bit sizes
  const auto width = number_at(bytes, 18, core ? 2 : 4, Order::little);
  const auto height = number_at(bytes, core ? 20 : 22, core ? 2 : 4, Order::little);
  if (!width || !height) return std::nullopt;
  const auto signed_of = [core](std::uint64_t value) {
    return core ? static_cast<std::int64_t>(value)
                : static_cast<std::int64_t>(static_cast<std::int32_t>(value));
  };
  return ImageSize{signed_of(*width), std::abs(signed_of(*height))};
}

std::optional<ImageSize> jp2_size(std::string_view bytes) {
  using namespace std::string_view_literals;
  const auto start = bytes.find("\xFF\x4F\xFF\x51"sv);
  if (start == std::string_view::npos) return std::nullopt;
  std::array<std::uint64_t, 4> values{};  // right, bottom, left, top of the reference grid
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = number_at(bytes, start + 8 + 4 * i, 4, Order::big);
    if (!value) return std::nullopt;
    values[i] = *value;
  }
  return ImageSize{static_cast<std::int64_t>(values[0]) - static_cast<std::int64_t>(values[2]),
                   static_cast<std::int64_t>(values[1]) - static_cast<std::int64_t>(values[3])};
}

int turn_of_orientation(int orientation) {
  switch (orientation) {
    case 3:
    case 4:
      return 180;
    case 5:
    case 6:
      return 90;
    case 7:
    case 8:
      return 270;
    default:
      return 0;
  }
}

int jpeg_turn(std::string_view bytes) {
  using namespace std::string_view_literals;
  int turn = 0;
  walk_jpeg_header(bytes, [&turn](int marker, std::string_view body) {
    if (marker == 0xDA) return false;
    if (marker == 0xE1 && body.substr(0, 6) == "Exif\0\0"sv) {
      const auto tiff = body.substr(6);
      const auto found = tiff_directories(tiff, 1);
      if (!found.empty()) turn = turn_of_orientation(found.front());
      return false;
    }
    return true;
  });
  return turn;
}

bool jpeg_is_whole(std::string_view bytes) {
  // Headers are walked by their lengths: the end marker of a preview inside one does not count.
  std::size_t at =
      walk_jpeg_header(bytes, [](int marker, std::string_view) { return marker != 0xDA; });
  bool scan_seen = false;
  while (at + 1 < bytes.size()) {
    if (bytes[at] != '\xFF') {
      ++at;
      continue;
    }
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xD9) return scan_seen;
    const bool stuffed = marker == 0x00 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7);
    if (stuffed) {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    scan_seen = scan_seen || marker == 0xDA;
    const auto length = number_at(bytes, at + 2, 2, Order::big);
    if (!length) return false;
    at += 2 + *length;
  }
  return false;
}

bool webp_is_whole(std::string_view bytes) {
  const auto size = number_at(bytes, 4, 4, Order::little);
  return size && *size + 8 <= bytes.size() + 1;  // an odd last chunk may lack its padding byte
}

std::vector<int> tiff_directories(std::string_view bytes, int at_most) {
  return follow_directories(bytes, at_most).orientations;
}

bool tiff_chain_is_whole(std::string_view bytes, int at_most) {
  return follow_directories(bytes, at_most).whole;
}

}  // namespace fonds
