#include "ingest/photograph.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <new>

#include "model/calendar_date.h"

namespace fonds {
namespace {

constexpr std::string_view kShape = "0000-00-00T00:00:00";

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// "2024:05:15 18:30:05" (Exif 2.32, 4.6.5).
std::string moment_from(std::string text) {
  text.resize(std::min(text.size(), kShape.size()));
  if (text.size() != kShape.size() || text[4] != ':' || text[7] != ':' || text[10] != ' ')
    return {};
  text[4] = text[7] = '-';
  text[10] = 'T';
  return is_photograph_moment(text) ? text : std::string{};
}

}  // namespace

bool is_photograph_moment(std::string_view text) {
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) return false;
  }
  return calendar_date_from(text.substr(0, 10)) && two_digits(text, 11) < 24 &&
         two_digits(text, 14) < 60 && two_digits(text, 17) < 60;
}

std::string photographed_at(std::string_view picture) {
  try {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);  // it would quote the file
    const auto image = Exiv2::ImageFactory::open(
        reinterpret_cast<const Exiv2::byte*>(picture.data()), static_cast<long>(picture.size()));
    image->readMetadata();
    const Exiv2::ExifData& exif = image->exifData();
    for (const char* key : {"Exif.Photo.DateTimeOriginal", "Exif.Image.DateTimeOriginal"}) {
      const auto found = exif.findKey(Exiv2::ExifKey(key));
      if (found == exif.end()) continue;
      if (std::string moment = moment_from(found->toString()); !moment.empty()) return moment;
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // no Exif that could be read
  }
  return {};
}

}  // namespace fonds
