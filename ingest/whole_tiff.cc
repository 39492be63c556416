#include "ingest/whole_tiff.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace fonds {
namespace {

constexpr std::size_t kMostDirectories = 65536;
constexpr std::size_t kMostEntries = 65535;
/// Padding behind the last byte a directory speaks of.
constexpr std::uint64_t kPadding = 4096;

enum Tag : std::uint16_t {
  kStripOffsets = 273,
  kStripByteCounts = 279,
  kTileOffsets = 324,
  kTileByteCounts = 325,
  kSubDirectories = 330,
  kJpegOffset = 513,
  kJpegLength = 514,
  kExif = 34665,
  kGps = 34853,
  kInteroperability = 40965,
};

/// Bytes of one value of a field type; 0 for a type unknown.
std::uint64_t size_of_type(std::uint64_t type) {
  constexpr std::array<std::uint64_t, 19> kSizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4,
                                                 8, 4, 8, 4, 0, 0, 8, 8, 8};
  return type < kSizes.size() ? kSizes[type] : 0;
}

/// The values of one directory entry, by where they stand.
struct Values {
  std::uint64_t count = 0;
  std::uint64_t width = 0;  ///< bytes of one value
  std::uint64_t at = 0;     ///< place in the file
};

class Walk {
 public:
  explicit Walk(FileBytes& file) : file_(file) {}

  bool whole() {
    if (!read_header()) return false;
    while (!pending_.empty()) {
      const Pending one = pending_.back();
      pending_.pop_back();
      if (!visited_.insert(one.offset).second) {
        if (one.link == Link::next) return false;  // a chain that loops
        continue;
      }
      if (visited_.size() > kMostDirectories || !read_directory(one.offset)) return false;
    }
    return file_.size() - end_ <= kPadding;
  }

 private:
  enum class Link { next, sub };
  struct Pending {
    std::uint64_t offset;
    Link link;
  };

  std::uint64_t number(std::string_view bytes) const {
    return big_ ? big_endian(bytes) : little_endian(bytes);
  }

  std::optional<std::uint64_t> number_at(std::uint64_t offset, std::size_t width) {
    const auto bytes = file_.get(offset, width);
    if (!bytes) return std::nullopt;
    return number(*bytes);
  }

  /// Takes note that the file speaks of these bytes; false when they are not all there.
  bool reaches(std::uint64_t offset, std::uint64_t size) {
    if (offset > file_.size() || size > file_.size() - offset) return false;
    end_ = std::max(end_, offset + size);
    return true;
  }

  bool read_header();
  bool read_directory(std::uint64_t offset);
  bool read_entry(std::string_view entry, std::uint64_t at);
  bool queue_directories(const Values& values, Link link);
  bool check_data(const Values& offsets, const Values& lengths);

  FileBytes& file_;
  bool big_ = false;       ///< most significant byte first
  std::size_t word_ = 4;   ///< bytes of an offset: 8 in BigTIFF
  std::uint64_t end_ = 0;  ///< behind the last byte spoken of
  std::vector<Pending> pending_;
  std::set<std::uint64_t> visited_;
  Values strip_offsets_, strip_lengths_, tile_offsets_, tile_lengths_, jpeg_offset_, jpeg_length_;
};

bool Walk::read_header() {
  const auto start = file_.get(0, 4);
  if (!start) return false;
  big_ = start->front() == 'M';
  if (number(start->substr(2)) == 43) word_ = 8;
  const std::uint64_t place = word_ == 8 ? 8 : 4;
  const auto first = number_at(place, word_);
  // The first offset stays 0 until the first page is done.
  if (!first || *first == 0) return false;
  end_ = place + word_;
  pending_.push_back({*first, Link::next});
  return true;
}

bool Walk::read_directory(std::uint64_t offset) {
  const std::size_t count_width = word_ == 8 ? 8 : 2;
  const std::size_t entry_width = 4 + 2 * word_;
  const auto count = number_at(offset, count_width);
  if (!count || *count == 0 || *count > kMostEntries) return false;
  const std::uint64_t entries = offset + count_width;
  if (!reaches(offset, count_width + *count * entry_width + word_)) return false;

  strip_offsets_ = strip_lengths_ = tile_offsets_ = tile_lengths_ = jpeg_offset_ =
      jpeg_length_ = {};
  for (std::uint64_t i = 0; i < *count; ++i) {
    const std::uint64_t at = entries + i * entry_width;
    const auto bytes = file_.get(at, entry_width);
    if (!bytes || !read_entry(std::string(*bytes), at)) return false;
  }
  if (!check_data(strip_offsets_, strip_lengths_) || !check_data(tile_offsets_, tile_lengths_) ||
      !check_data(jpeg_offset_, jpeg_length_)) {
    return false;
  }
  const auto next = number_at(entries + *count * entry_width, word_);
  if (!next) return false;
  if (*next != 0) pending_.push_back({*next, Link::next});
  return true;
}

bool Walk::read_entry(std::string_view entry, std::uint64_t at) {
  Values values;
  values.width = size_of_type(number(entry.substr(2, 2)));
  values.count = number(entry.substr(4, word_));
  if (values.width == 0) return true;  // a type of a later version: not ours to judge
  if (values.count > file_.size()) return false;
  values.at = at + 4 + word_;
  if (values.count * values.width > word_) {
    values.at = number(entry.substr(4 + word_, word_));
    if (!reaches(values.at, values.count * values.width)) return false;
  }
  switch (number(entry.substr(0, 2))) {
    case kStripOffsets:
      strip_offsets_ = values;
      return true;
    case kStripByteCounts:
      strip_lengths_ = values;
      return true;
    case kTileOffsets:
      tile_offsets_ = values;
      return true;
    case kTileByteCounts:
      tile_lengths_ = values;
      return true;
    case kJpegOffset:
      jpeg_offset_ = values;
      return true;
    case kJpegLength:
      jpeg_length_ = values;
      return true;
    case kSubDirectories:
    case kExif:
    case kGps:
    case kInteroperability:
      return queue_directories(values, Link::sub);
    default:
      return true;
  }
}

bool Walk::queue_directories(const Values& values, Link link) {
  if (values.width < 4 || values.count > kMostDirectories) return false;
  for (std::uint64_t i = 0; i < values.count; ++i) {
    const auto offset = number_at(values.at + i * values.width, values.width);
    if (!offset || pending_.size() > kMostDirectories) return false;
    if (*offset != 0) pending_.push_back({*offset, link});
  }
  return true;
}

bool Walk::check_data(const Values& offsets, const Values& lengths) {
  constexpr std::uint64_t kPiece = 1024;
  std::vector<std::uint64_t> places;
  for (std::uint64_t i = 0; i < offsets.count; i += kPiece) {
    // One list after the other: they stand apart and share one window of the file.
    const std::uint64_t piece = std::min(kPiece, offsets.count - i);
    places.clear();
    for (std::uint64_t j = i; j < i + piece; ++j) {
      const auto place = number_at(offsets.at + j * offsets.width, offsets.width);
      if (!place) return false;
      places.push_back(*place);
    }
    for (std::uint64_t j = i; j < i + piece; ++j) {
      std::uint64_t length = 0;
      if (j < lengths.count) {
        const auto stated = number_at(lengths.at + j * lengths.width, lengths.width);
        if (!stated) return false;
        length = *stated;
      }
      if (!reaches(places[j - i], length)) return false;
    }
  }
  return true;
}

}  // namespace

bool tiff_is_whole(FileBytes& file) { return Walk(file).whole(); }

}  // namespace fonds
