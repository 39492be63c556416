#include "ingest/sample_pictures.h"

#include <tiffio.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
// jpeglib.h wants FILE and size_t declared before it.
#include <jpeglib.h>

#include "base/disk.h"
#include "support/hostile_pdfs.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

void bar(Pix* pix, int left, int top, int width, int height, l_uint32 colour) {
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) pixSetPixel(pix, x, y, colour);
  }
}

PixPtr sheet() {
  PixPtr pix(pixCreate(kSampleWidth, kSampleHeight, 32));
  pixSetAll(pix.get());
  for (int y = 40; y < 200; ++y) {
    for (int x = 40; x < 240; ++x) {
      l_uint32 pixel = 0;
      composeRGBPixel(255 - x, y + 20, (x + y) / 2, &pixel);
      pixSetPixel(pix.get(), x, y, pixel);
    }
  }
  for (int line = 0; line < 12; ++line) {
    bar(pix.get(), 40, 240 + 30 * line, 150 + 20 * line, 14, 0x00000000);
  }
  bar(pix.get(), 400, 20, 60, 40, 0xC0102000);  // the corner mark, red
  pixSetResolution(pix.get(), kSampleDpi, kSampleDpi);
  return pix;
}

PixPtr grey_of(const PixPtr& pix) {
  PixPtr grey(pixConvertRGBToGray(pix.get(), 0.3F, 0.5F, 0.2F));
  pixSetResolution(grey.get(), kSampleDpi, kSampleDpi);
  return grey;
}

PixPtr bilevel_of(const PixPtr& pix) {
  PixPtr bilevel(pixThresholdToBinary(grey_of(pix).get(), 128));
  pixSetResolution(bilevel.get(), kSampleDpi, kSampleDpi);
  return bilevel;
}

PixPtr seen(const PixPtr& pix) { return PixPtr(pixConvertTo32(pix.get())); }

using MemoryWriter = l_int32 (*)(l_uint8**, std::size_t*, Pix*);

std::string take(l_uint8* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return bytes;
}

std::string jpeg_of(const PixPtr& pix, int progressive = 0) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&data, &size, pix.get(), 92, progressive);
  return take(data, size);
}

std::string tiff_of(const PixPtr& pix, int compression) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemTiff(&data, &size, pix.get(), compression);
  return take(data, size);
}

std::string bytes_of(const PixPtr& pix, int format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix.get(), format);
  return take(data, size);
}

SamplePage page_of(std::string name, FileKind kind, std::string bytes, const PixPtr& upright,
                   double tolerance) {
  SamplePage page;
  page.name = std::move(name);
  page.file = {kind, std::move(bytes)};
  page.geometry.width = kSampleWidth;
  page.geometry.height = kSampleHeight;
  page.geometry.dpi = kSampleDpi;
  page.upright = seen(upright);
  page.tolerance = tolerance;
  return page;
}

SamplePage kept_whole(SamplePage page) {
  page.kept = page.file.bytes;
  return page;
}

/// A JPEG with four inks as Adobe's programs write it (inverted), or with bare RGB.
std::string jpeg_in(const PixPtr& pix, J_COLOR_SPACE space) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &data, &size);
  const bool inks = space != JCS_RGB;
  info.image_width = kSampleWidth;
  info.image_height = kSampleHeight;
  info.input_components = inks ? 4 : 3;
  info.in_color_space = inks ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_colorspace(&info, space);
  info.write_Adobe_marker = static_cast<boolean>(inks);
  jpeg_set_quality(&info, 95, TRUE);
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row(static_cast<std::size_t>(kSampleWidth) * 4);
  while (info.next_scanline < info.image_height) {
    const int y = static_cast<int>(info.next_scanline);
    for (int x = 0; x < kSampleWidth; ++x) {
      l_uint32 pixel = 0;
      pixGetPixel(pix.get(), x, y, &pixel);
      const auto step = static_cast<std::ptrdiff_t>(info.input_components);
      unsigned char* to = row.data() + step * x;
      to[0] = static_cast<unsigned char>(pixel >> L_RED_SHIFT & 0xFF);
      to[1] = static_cast<unsigned char>(pixel >> L_GREEN_SHIFT & 0xFF);
      to[2] = static_cast<unsigned char>(pixel >> L_BLUE_SHIFT & 0xFF);
      if (inks) to[3] = 255;  // no black; inverted cyan is red
    }
    unsigned char* rows = row.data();
    jpeg_write_scanlines(&info, &rows, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return take(data, size);
}

/// The JPEG with an EXIF orientation, as a phone writes it.
std::string with_orientation(std::string jpeg, char orientation) {
  using namespace std::string_literals;
  const std::string tiff =
      "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto length = static_cast<char>(body.size() + 2);
  return jpeg.insert(2, "\xFF\xE1\0"s + length + body);
}

// ---- TIFF written strip by strip ----------------------------------------------------------------

struct TiffShape {
  std::uint16_t photometric = PHOTOMETRIC_MINISWHITE;
  std::uint16_t fill_order = FILLORDER_MSB2LSB;
  std::uint32_t rows_per_strip = kSampleHeight;
  double down = kSampleDpi;  ///< vertical resolution
};

std::string g4_tiff(const PixPtr& bilevel, const TiffShape& shape) {
  const TempFolder folder;
  const auto path = folder / "g4.tif";
  TIFF* tiff = TIFFOpen(path.c_str(), "w");
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kSampleWidth);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kSampleHeight);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, shape.photometric);
  TIFFSetField(tiff, TIFFTAG_FILLORDER, shape.fill_order);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, shape.rows_per_strip);
  TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
  TIFFSetField(tiff, TIFFTAG_XRESOLUTION, static_cast<double>(kSampleDpi));
  TIFFSetField(tiff, TIFFTAG_YRESOLUTION, shape.down);
  std::vector<std::uint8_t> row(kSampleWidth / 8);
  for (int y = 0; y < kSampleHeight; ++y) {
    const l_uint32* line =
        pixGetData(bilevel.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(bilevel.get());
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto byte = static_cast<std::uint8_t>(GET_DATA_BYTE(line, i));
      row[i] =
          shape.photometric == PHOTOMETRIC_MINISWHITE ? byte : static_cast<std::uint8_t>(~byte);
    }
    TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0);
  }
  TIFFClose(tiff);
  return read_file(path);
}

/// The bytes of the only strip.
std::string strip_of(const std::string& tiff) {
  const TempFolder folder;
  TIFF* in = TIFFOpen(folder.file("g4.tif", tiff).c_str(), "r");
  std::string strip(static_cast<std::size_t>(TIFFRawStripSize(in, 0)), '\0');
  TIFFReadRawStrip(in, 0, strip.data(), static_cast<tmsize_t>(strip.size()));
  TIFFClose(in);
  return strip;
}

// ---- PDF originals ------------------------------------------------------------------------------

struct ScannedPdf {
  std::string image;    ///< the whole image object
  std::string content;  ///< operators of the page; /I is the picture
  std::string page = "/MediaBox [0 0 240 312]";
};

std::string scanned_pdf(const ScannedPdf& parts) {
  return write_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /I 5 0 "
                    "R >> /Font << /F 6 0 R >> >> " +
                        parts.page + " >>",
                    pdf_stream(parts.content), parts.image,
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
}

std::string image_object(const std::string& data, const std::string& entries, int width,
                         int height) {
  return pdf_stream(data, "/Type /XObject /Subtype /Image /Width " + std::to_string(width) +
                              " /Height " + std::to_string(height) + " " + entries);
}

/// The geometry a reader finds for a page of a PDF: at 300 dpi.
SamplePage pdf_page(std::string name, std::string bytes, const PixPtr& upright, double tolerance) {
  SamplePage page = page_of(std::move(name), FileKind::pdf, std::move(bytes), upright, tolerance);
  page.geometry.width = 1000;
  page.geometry.height = 1300;
  page.geometry.dpi = 300;
  return page;
}

constexpr const char* kWhole = "q 240 0 0 312 0 0 cm /I Do Q";

void add_jpegs(std::vector<SamplePage>& pages, const PixPtr& rgb, const PixPtr& grey) {
  const auto jpeg = FileKind::jpeg;
  pages.push_back(kept_whole(page_of("jpeg-rgb", jpeg, jpeg_of(rgb), rgb, 3)));
  pages.push_back(kept_whole(page_of("jpeg-grey", jpeg, jpeg_of(grey), grey, 3)));
  pages.push_back(kept_whole(page_of("jpeg-progressive", jpeg, jpeg_of(rgb, 1), rgb, 3)));
  pages.push_back(kept_whole(page_of("jpeg-untransformed", jpeg, jpeg_in(rgb, JCS_RGB), rgb, 3)));
  pages.push_back(page_of("jpeg-cmyk", jpeg, jpeg_in(rgb, JCS_CMYK), rgb, 4));
  pages.push_back(page_of("jpeg-ycck", jpeg, jpeg_in(rgb, JCS_YCCK), rgb, 4));
  const struct {
    int turn;
    char exif;
  } turns[] = {{90, 6}, {180, 3}, {270, 8}};
  for (const auto& [turn, exif] : turns) {
    const PixPtr stored(pixRotateOrth(rgb.get(), 4 - turn / 90));
    SamplePage page = kept_whole(page_of("jpeg-turned-" + std::to_string(turn), jpeg,
                                         with_orientation(jpeg_of(stored), exif), rgb, 3));
    page.geometry.rotation = turn;
    page.geometry.width = pixGetWidth(stored.get());
    page.geometry.height = pixGetHeight(stored.get());
    pages.push_back(std::move(page));
  }
}

void add_tiffs(std::vector<SamplePage>& pages, const PixPtr& rgb, const PixPtr& grey,
               const PixPtr& bilevel) {
  const auto tiff = FileKind::tiff;
  const auto g4 = [&](const std::string& name, const TiffShape& shape) {
    SamplePage page = page_of(name, tiff, g4_tiff(bilevel, shape), bilevel, 0.01);
    const bool whole = shape.rows_per_strip == kSampleHeight;
    if (whole && shape.fill_order == FILLORDER_MSB2LSB) page.kept = strip_of(page.file.bytes);
    pages.push_back(std::move(page));
  };
  g4("g4-one-strip", {});
  g4("g4-min-is-black", {PHOTOMETRIC_MINISBLACK});
  g4("g4-reversed-bits", {PHOTOMETRIC_MINISWHITE, FILLORDER_LSB2MSB});
  g4("g4-strips", {PHOTOMETRIC_MINISWHITE, FILLORDER_MSB2LSB, 64});
  g4("g4-strips-min-is-black", {PHOTOMETRIC_MINISBLACK, FILLORDER_MSB2LSB, 64});
  g4("g4-oblong", {PHOTOMETRIC_MINISWHITE, FILLORDER_MSB2LSB, kSampleHeight, kSampleDpi / 2.0});
  PixPtr tall(pixScaleBySampling(pages.back().upright.get(), 1, 2));
  pages.back().upright = std::move(tall);
  pages.back().tolerance = 5;  // drawn with smoothed edges
  pages.push_back(page_of("tiff-lzw-rgb", tiff, tiff_of(rgb, IFF_TIFF_LZW), rgb, 3));
  pages.push_back(page_of("tiff-zip-grey", tiff, tiff_of(grey, IFF_TIFF_ZIP), grey, 3));
  pages.push_back(page_of("tiff-jpeg", tiff, tiff_of(rgb, IFF_TIFF_JPEG), rgb, 4));
  pages.push_back(page_of("tiff-g3", tiff, tiff_of(bilevel, IFF_TIFF_G3), bilevel, 0.01));
}

void add_other_pictures(std::vector<SamplePage>& pages, const PixPtr& rgb, const PixPtr& grey,
                        const PixPtr& bilevel) {
  const auto png = FileKind::png;
  pages.push_back(page_of("png-rgb", png, bytes_of(rgb, IFF_PNG), rgb, 3));
  pages.push_back(page_of("png-1-bit", png, bytes_of(bilevel, IFF_PNG), bilevel, 0.01));
  PixPtr clear(pixCopy(nullptr, rgb.get()));
  pixSetSpp(clear.get(), 4);
  pixSetComponentArbitrary(clear.get(), L_ALPHA_CHANNEL, 255);
  for (int y = 560; y < kSampleHeight; ++y) {  // wholly transparent: white paper
    for (int x = 0; x < kSampleWidth; ++x) pixSetPixel(clear.get(), x, y, 0);
  }
  PixPtr on_white(pixCopy(nullptr, rgb.get()));
  bar(on_white.get(), 0, 560, kSampleWidth, kSampleHeight - 560, 0xFFFFFF00);
  pages.push_back(page_of("png-alpha", png, bytes_of(clear, IFF_PNG), on_white, 3));
  const PixPtr palette(pixOctreeColorQuant(rgb.get(), 128, 0));
  const PixPtr flat(pixRemoveColormap(palette.get(), REMOVE_CMAP_TO_FULL_COLOR));
  pages.push_back(page_of("png-palette", png, bytes_of(palette, IFF_PNG), flat, 3));
  const PixPtr deep(pixConvert8To16(grey.get(), 8));
  pages.push_back(page_of("png-16-bit", png, bytes_of(deep, IFF_PNG), grey, 3));
  pages.push_back(page_of("bmp", FileKind::bmp, bytes_of(rgb, IFF_BMP), rgb, 3));
  pages.push_back(page_of("webp", FileKind::webp, bytes_of(rgb, IFF_WEBP), rgb, 5));
  pages.push_back(page_of("jp2", FileKind::jp2, bytes_of(rgb, IFF_JP2), rgb, 5));
}

void add_pdfs(std::vector<SamplePage>& pages, const PixPtr& rgb, const PixPtr& bilevel) {
  const std::string jpeg = jpeg_of(rgb);
  const std::string rgb_jpeg = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
  const std::string image = image_object(jpeg, rgb_jpeg, kSampleWidth, kSampleHeight);
  const auto add = [&](const std::string& name, const ScannedPdf& parts, const std::string& kept,
                       double tolerance = 3) {
    pages.push_back(pdf_page(name, scanned_pdf(parts), rgb, tolerance));
    pages.back().kept = kept;
  };
  add("pdf-scan", {image, kWhole}, jpeg);
  add("pdf-scan-with-old-text",
      {image, "q 240 0 0 312 0 0 cm /I Do Q BT 3 Tr /F 9 Tf 20 100 Td (old text) Tj ET"}, jpeg);
  add("pdf-scan-cropped",
      {image, "q 1 0 0 1 30 50 cm q 240 0 0 312 0 0 cm /I Do Q Q",
       "/MediaBox [0 0 300 400] /CropBox [30 50 270 362]"},
      jpeg);
  add("pdf-scan-upside-down",
      {image, "q -240 0 0 -312 240 312 cm /I Do Q", "/MediaBox [0 0 240 312] /Rotate 180"}, jpeg);
  const PixPtr lying(pixRotateOrth(rgb.get(), 1));
  const std::string lying_jpeg = jpeg_of(lying);
  add("pdf-scan-rotated",
      {image_object(lying_jpeg, rgb_jpeg, kSampleHeight, kSampleWidth),
       "q 312 0 0 240 0 0 cm /I Do Q", "/MediaBox [0 0 312 240] /Rotate 270"},
      lying_jpeg);
  // Seen things beside the picture: must be rendered.
  add("pdf-stamped", {image, std::string(kWhole) + " 400 400 9 9 re f"}, "", 4);
  const std::string strip = strip_of(g4_tiff(bilevel, {}));
  const std::string fax = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 480 >> ";
  for (const auto& [name, entries] :
       {std::pair{"pdf-g4", "/ColorSpace /DeviceGray /BitsPerComponent 1"},
        std::pair{"pdf-g4-stencil", "/ImageMask true"}}) {
    const std::string object = image_object(strip, fax + entries, kSampleWidth, kSampleHeight);
    pages.push_back(pdf_page(name, scanned_pdf({object, kWhole}), bilevel, 0.01));
    pages.back().kept = strip;
  }
}

void add_drawn_pdf(std::vector<SamplePage>& pages) {
  PixPtr paper(pixCreate(kSampleWidth, kSampleHeight, 32));
  pixSetAll(paper.get());
  bar(paper.get(), 100, 240, 200, 100, 0xFF000000);
  const std::string drawn = "1 0 0 rg 50 142 100 50 re f";
  ScannedPdf parts{pdf_stream("", "/Type /XObject /Subtype /Image"), drawn};
  pages.push_back(pdf_page("pdf-born-digital", scanned_pdf(parts), paper, 0.5));
}

}  // namespace

std::vector<SamplePage> sample_pages() {
  silence_image_libraries();
  const PixPtr rgb = sheet();
  const PixPtr grey = grey_of(rgb);
  const PixPtr bilevel = bilevel_of(rgb);
  std::vector<SamplePage> pages;
  add_jpegs(pages, rgb, grey);
  add_tiffs(pages, rgb, grey, bilevel);
  add_other_pictures(pages, rgb, grey, bilevel);
  add_pdfs(pages, rgb, bilevel);
  add_drawn_pdf(pages);
  return pages;
}

double difference(const PixPtr& a, const PixPtr& b) {
  const PixPtr left = seen(a);
  const PixPtr right = seen(b);
  const int width = pixGetWidth(left.get());
  const int height = pixGetHeight(left.get());
  if (width != pixGetWidth(right.get()) || height != pixGetHeight(right.get())) return 255;
  double sum = 0;
  for (int y = 0; y < height; ++y) {
    const l_uint32* p = pixGetData(left.get()) + static_cast<std::ptrdiff_t>(y) * width;
    const l_uint32* q = pixGetData(right.get()) + static_cast<std::ptrdiff_t>(y) * width;
    for (int x = 0; x < width; ++x) {
      for (const int shift : {L_RED_SHIFT, L_GREEN_SHIFT, L_BLUE_SHIFT}) {
        sum += std::abs(static_cast<int>(p[x] >> shift & 0xFF) -
                        static_cast<int>(q[x] >> shift & 0xFF));
      }
    }
  }
  return sum / (3.0 * width * height);
}

PixPtr read_pix(std::string_view bytes) {
  return PixPtr(pixReadMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size()));
}

}  // namespace fonds
