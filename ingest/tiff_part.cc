#include "ingest/tiff_part.h"

#include <algorithm>
#include <array>
#include <new>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/pix.h"
#include "ingest/tiff_memory.h"

namespace fonds {
namespace {

Error damaged() {
  return {Fault::corrupt, tr("the picture is damaged or incomplete"),
          tr("scan the paper again or ask for the file once more")};
}

/// Compressions whose strips and tiles stand on their own, with the tags of their page.
constexpr std::array<std::uint16_t, 13> kCopied{
    COMPRESSION_NONE,          COMPRESSION_CCITTRLE, COMPRESSION_CCITTRLEW, COMPRESSION_CCITTFAX3,
    COMPRESSION_CCITTFAX4,     COMPRESSION_LZW,      COMPRESSION_JPEG,      COMPRESSION_DEFLATE,
    COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS, COMPRESSION_LZMA,      COMPRESSION_ZSTD,
    COMPRESSION_WEBP};

constexpr std::uint32_t kNumbers32[] = {TIFFTAG_SUBFILETYPE, TIFFTAG_IMAGEWIDTH,
                                        TIFFTAG_IMAGELENGTH, TIFFTAG_ROWSPERSTRIP,
                                        TIFFTAG_TILEWIDTH,   TIFFTAG_TILELENGTH};
/// The compression first: it decides which other tags there are.
constexpr std::uint32_t kNumbers16[] = {
    TIFFTAG_COMPRESSION,      TIFFTAG_BITSPERSAMPLE,  TIFFTAG_SAMPLESPERPIXEL,
    TIFFTAG_PHOTOMETRIC,      TIFFTAG_PLANARCONFIG,   TIFFTAG_FILLORDER,
    TIFFTAG_ORIENTATION,      TIFFTAG_RESOLUTIONUNIT, TIFFTAG_THRESHHOLDING,
    TIFFTAG_SAMPLEFORMAT,     TIFFTAG_MINSAMPLEVALUE, TIFFTAG_MAXSAMPLEVALUE,
    TIFFTAG_YCBCRPOSITIONING, TIFFTAG_INKSET};
constexpr std::uint32_t kReals[] = {TIFFTAG_XRESOLUTION, TIFFTAG_YRESOLUTION, TIFFTAG_XPOSITION,
                                    TIFFTAG_YPOSITION};
constexpr std::uint32_t kTexts[] = {
    TIFFTAG_DATETIME,         TIFFTAG_MAKE,   TIFFTAG_MODEL,     TIFFTAG_SOFTWARE,
    TIFFTAG_IMAGEDESCRIPTION, TIFFTAG_ARTIST, TIFFTAG_COPYRIGHT, TIFFTAG_PAGENAME};
constexpr std::uint32_t kRealLists[] = {TIFFTAG_WHITEPOINT, TIFFTAG_PRIMARYCHROMATICITIES,
                                        TIFFTAG_YCBCRCOEFFICIENTS, TIFFTAG_REFERENCEBLACKWHITE};
constexpr std::uint32_t kPairs[] = {TIFFTAG_HALFTONEHINTS, TIFFTAG_DOTRANGE};

/// Copies the tags of the page both stand on. libtiff checks the values as it reads and takes
/// them; its setters answer 0 for what they refuse.
class TagCopy {
 public:
  TagCopy(TIFF* from, TIFF* to) : from_(from), to_(to) {}

  void run() {
    for (const std::uint32_t tag : kNumbers16) value<std::uint16_t>(tag);
    for (const std::uint32_t tag : kNumbers32) value<std::uint32_t>(tag);
    for (const std::uint32_t tag : kReals) value<float>(tag);
    for (const std::uint32_t tag : kTexts) value<const char*>(tag);
    for (const std::uint32_t tag : kRealLists) value<const float*>(tag);
    for (const std::uint32_t tag : kPairs) pair(tag);
    of_the_compression();
    counted<std::uint16_t, std::uint16_t>(TIFFTAG_EXTRASAMPLES);
    counted<std::uint32_t, void>(TIFFTAG_ICCPROFILE);
    colours();
  }

  [[nodiscard]] std::uint16_t number(std::uint32_t tag) const {
    std::uint16_t found = 0;
    return TIFFGetFieldDefaulted(from_, tag, &found) == 1 ? found : std::uint16_t{0};
  }

 private:
  void expect(int set) {
    if (set != 1) throw damaged();
  }

  template <class Value>
  void value(std::uint32_t tag) {
    Value found{};
    if (TIFFGetField(from_, tag, &found) == 1) expect(TIFFSetField(to_, tag, found));
  }
  void pair(std::uint32_t tag) {
    std::uint16_t a = 0;
    std::uint16_t b = 0;
    if (TIFFGetField(from_, tag, &a, &b) == 1) expect(TIFFSetField(to_, tag, a, b));
  }
  template <class Count, class Item>
  void counted(std::uint32_t tag) {
    Count count = 0;
    Item* items = nullptr;
    if (TIFFGetField(from_, tag, &count, &items) == 1 && items != nullptr) {
      expect(TIFFSetField(to_, tag, count, items));
    }
  }

  /// Only where the compression has them: a pseudo tag of another one would be refused.
  void of_the_compression() {
    switch (number(TIFFTAG_COMPRESSION)) {
      case COMPRESSION_CCITTFAX3:
        value<std::uint32_t>(TIFFTAG_GROUP3OPTIONS);
        return fax();
      case COMPRESSION_CCITTFAX4:
        value<std::uint32_t>(TIFFTAG_GROUP4OPTIONS);
        return fax();
      case COMPRESSION_CCITTRLE:
      case COMPRESSION_CCITTRLEW:
        return fax();
      case COMPRESSION_JPEG:
        return counted<std::uint32_t, void>(TIFFTAG_JPEGTABLES);
      case COMPRESSION_LZW:
      case COMPRESSION_DEFLATE:
      case COMPRESSION_ADOBE_DEFLATE:
      case COMPRESSION_ZSTD:
      case COMPRESSION_LZMA:
        return value<std::uint16_t>(TIFFTAG_PREDICTOR);
      default:
        return;
    }
  }
  void fax() {
    value<std::uint32_t>(TIFFTAG_BADFAXLINES);
    value<std::uint16_t>(TIFFTAG_CLEANFAXDATA);
    value<std::uint32_t>(TIFFTAG_CONSECUTIVEBADFAXLINES);
  }

  void colours() {
    std::array<std::uint16_t*, 3> table{};
    if (TIFFGetField(from_, TIFFTAG_COLORMAP, table.data(), &table[1], &table[2]) == 1) {
      expect(TIFFSetField(to_, TIFFTAG_COLORMAP, table[0], table[1], table[2]));
    }
    table = {};
    if (TIFFGetField(from_, TIFFTAG_TRANSFERFUNCTION, table.data(), &table[1], &table[2]) == 1) {
      expect(TIFFSetField(to_, TIFFTAG_TRANSFERFUNCTION, table[0], table[1], table[2]));
    }
    if (number(TIFFTAG_PHOTOMETRIC) != PHOTOMETRIC_YCBCR) return;
    std::uint16_t across = 0;
    std::uint16_t down = 0;
    // Defaulted: for JPEG libtiff then says what the data really are.
    if (TIFFGetFieldDefaulted(from_, TIFFTAG_YCBCRSUBSAMPLING, &across, &down) == 1) {
      expect(TIFFSetField(to_, TIFFTAG_YCBCRSUBSAMPLING, across, down));
    }
  }

  TIFF* from_;
  TIFF* to_;
};

/// False when the part cannot be written.
bool copy_data(TIFF* from, TIFF* to, std::uint64_t file_size) {
  const bool tiled = TIFFIsTiled(from) != 0;
  const std::uint32_t count = tiled ? TIFFNumberOfTiles(from) : TIFFNumberOfStrips(from);
  if (count != (tiled ? TIFFNumberOfTiles(to) : TIFFNumberOfStrips(to))) throw damaged();
  std::string data;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t size = TIFFGetStrileByteCount(from, i);
    if (size == 0 || size > file_size) throw damaged();
    data.resize(size);
    const auto wanted = static_cast<tmsize_t>(size);
    const tmsize_t got = tiled ? TIFFReadRawTile(from, i, data.data(), wanted)
                               : TIFFReadRawStrip(from, i, data.data(), wanted);
    if (got != wanted) throw damaged();
    const tmsize_t put = tiled ? TIFFWriteRawTile(to, i, data.data(), wanted)
                               : TIFFWriteRawStrip(to, i, data.data(), wanted);
    if (put != wanted) return false;
  }
  return true;
}

struct PageNumber {
  int number = 0;  ///< from 0
  int count = 0;
};

bool copy_page(TIFF* from, TIFF* to, const PageNumber& page, std::uint64_t file_size) {
  TagCopy tags(from, to);
  const std::uint16_t compression = tags.number(TIFFTAG_COMPRESSION);
  if (std::find(kCopied.begin(), kCopied.end(), compression) == kCopied.end() ||
      TIFFIsCODECConfigured(compression) == 0) {
    throw Error(Fault::usage,
                say(tr("the TIFF is compressed in a way that does not let its pages be parted "
                       "unchanged (compression {})"),
                    compression),
                tr("save it anew with LZW or G4 compression and add that file, or keep it whole, "
                   "as one paper"));
  }
  tags.run();
  std::uint16_t old_number = 0;
  std::uint16_t old_count = 0;
  if (TIFFGetField(from, TIFFTAG_PAGENUMBER, &old_number, &old_count) == 1) {
    TIFFSetField(to, TIFFTAG_PAGENUMBER, page.number, page.count);
  }
  return copy_data(from, to, file_size) && TIFFWriteDirectory(to) == 1;
}

std::string mode_of(TIFF* source) {
  std::string mode = TIFFIsBigEndian(source) != 0 ? "wb" : "wl";
  if (TIFFIsBigTIFF(source) != 0) mode += '8';
  return mode;
}

}  // namespace

std::string tiff_pages(const std::string& bytes, int first, int count) {
  silence_image_libraries();
  if (first < 0 || count < 1) throw Error(Fault::bug, "pages outside the TIFF");
  TiffSource source{bytes};
  const TiffPtr from = open_tiff(source);
  if (!from) throw damaged();
  // Pages may share strips, but a part is no longer than its whole: twice, for wider offsets.
  constexpr std::uint64_t kSlack = 1U << 20;
  TiffTarget target{{}, 2 * bytes.size() + kSlack};
  TiffPtr to = create_tiff(target, mode_of(from.get()).c_str());
  for (int i = 0; to && i < count; ++i) {
    const int found = i == 0 ? TIFFSetDirectory(from.get(), static_cast<tdir_t>(first))
                             : TIFFReadDirectory(from.get());
    if (found != 1) throw damaged();
    if (!copy_page(from.get(), to.get(), {i, count}, bytes.size())) to.reset();
  }
  if (target.out_of_memory) throw std::bad_alloc();
  if (!to) throw damaged();
  to.reset();
  return std::move(target.bytes);
}

}  // namespace fonds
