#include "support/hostile_images.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace fonds {
namespace {

using namespace std::string_literals;

void put(std::string& out, std::uint64_t value, int bytes, TiffForm form) {
  for (int i = 0; i < bytes; ++i) {
    const int shift = form == TiffForm::big_endian ? bytes - 1 - i : i;
    out += static_cast<char>(value >> (8 * shift) & 0xFF);
  }
}

std::string big(std::uint32_t value) {
  std::string out;
  put(out, value, 4, TiffForm::big_endian);
  return out;
}

std::string little(std::uint32_t value) {
  std::string out;
  put(out, value, 4, TiffForm::little);
  return out;
}

constexpr std::uint64_t kTiffTags[][2] = {{256, 8}, {257, 8}, {258, 8}, {259, 1}, {262, 1},
                                          {273, 0}, {277, 1}, {278, 8}, {279, 64}};
constexpr int kTiffTagCount = 9;

/// One directory whose pixels stand at `data` and whose successor at `next`.
std::string tiff_directory(std::uint64_t data, std::uint64_t next, TiffForm form) {
  const int word = form == TiffForm::bigtiff ? 8 : 4;
  std::string out;
  put(out, kTiffTagCount, form == TiffForm::bigtiff ? 8 : 2, form);
  for (const auto& [tag, value] : kTiffTags) {
    put(out, tag, 2, form);
    put(out, 4, 2, form);  // LONG
    put(out, 1, word, form);
    std::string field;
    put(field, tag == 273 ? data : value, 4, form);
    field.resize(static_cast<std::size_t>(word), '\0');
    out += field;
  }
  put(out, next, word, form);
  return out;
}

std::string tiff_header(TiffForm form) {
  std::string out = form == TiffForm::big_endian ? "MM" : "II";
  if (form == TiffForm::bigtiff) {
    put(out, 43, 2, form);
    put(out, 8, 2, form);
    put(out, 0, 2, form);
    put(out, 16, 8, form);
  } else {
    put(out, 42, 2, form);
    put(out, 8, 4, form);
  }
  return out;
}

std::string png_chunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  const uLong crc =
      crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big(static_cast<std::uint32_t>(data.size())) + body + big(static_cast<std::uint32_t>(crc));
}

std::string pack_rows(const std::string& row, std::uint32_t count) {
  z_stream stream{};
  deflateInit(&stream, 9);
  std::string packed;
  std::array<char, 65536> out{};
  for (std::uint32_t i = 0; i <= count; ++i) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(row.data()));
    stream.avail_in = i < count ? static_cast<uInt>(row.size()) : 0;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      deflate(&stream, i < count ? Z_NO_FLUSH : Z_FINISH);
      packed.append(out.data(), out.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  deflateEnd(&stream);
  return packed;
}

std::string segment(char marker, const std::string& body) {
  const std::size_t length = body.size() + 2;
  return "\xFF"s + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) +
         body;
}

}  // namespace

std::string small_tiff(int pages, TiffForm form) {
  std::string out = tiff_header(form);
  for (int page = 0; page < pages; ++page) {
    const std::size_t size = tiff_directory(0, 0, form).size();
    const std::uint64_t data = out.size() + size;
    const std::uint64_t next = page + 1 < pages ? data + 64 : 0;
    out += tiff_directory(data, next, form) + std::string(64, '\x80');
  }
  return out;
}

std::string looping_tiff() {
  const std::string header = tiff_header(TiffForm::little);
  const std::uint64_t data = header.size() + tiff_directory(0, 0, TiffForm::little).size();
  return header + tiff_directory(data, 8, TiffForm::little) + std::string(64, '\x80');
}

std::string white_png(std::uint32_t width, std::uint32_t height, PngColour colour) {
  const std::size_t row_bytes =
      colour == PngColour::rgb ? std::size_t{3} * width : (std::size_t{width} + 7) / 8;
  const std::string row = std::string(1, '\0') + std::string(row_bytes, '\xFF');
  const std::string form = colour == PngColour::rgb ? "\x08\x02\0\0\0"s : "\x01\0\0\0\0"s;
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", big(width) + big(height) + form) +
         png_chunk("IDAT", pack_rows(row, height)) + png_chunk("IEND", "");
}

std::string bare_jpeg() {
  return "\xFF\xD8"s + segment('\xE0', "JFIF\0\1\1\0\0\1\0\1\0\0"s) +
         segment('\xC0', "\x08\0\x08\0\x08\1\1\x11\0"s) + segment('\xDA', "\1\1\0\0\x3F\0"s) +
         "\x12\x34\xFF\0\x56\xFF\xD0\x78"s + "\xFF\xD9"s;
}

std::string phone_jpeg() {
  const std::string photo = "\xFF\xD8"s + segment('\xE1', "Exif\0\0"s + bare_jpeg()) +
                            segment('\xE2', "MPF\0"s) + bare_jpeg().substr(2);
  return photo + bare_jpeg();
}

std::string small_bmp() {
  const std::uint32_t pixels = 64;
  const std::uint32_t start = 14 + 40 + 1024;
  std::string palette;
  for (int grey = 0; grey < 256; ++grey) {
    palette += std::string(3, static_cast<char>(grey)) + '\0';
  }
  return "BM" + little(start + pixels) + little(0) + little(start) + little(40) + little(8) +
         little(8) + "\1\0\x08\0"s + little(0) + little(pixels) + little(0) + little(0) +
         little(256) + little(0) + palette + std::string(pixels, '\x80');
}

std::string bare_webp() {
  const std::string chunk = "VP8L" + little(6) + "\x2F\0\0\0\0\0"s;
  return "RIFF" + little(static_cast<std::uint32_t>(4 + chunk.size())) + "WEBP" + chunk;
}

std::string bare_jp2() {
  const auto box = [](const std::string& type, const std::string& body) {
    return big(static_cast<std::uint32_t>(8 + body.size())) + type + body;
  };
  return box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 \0\0\0\0jp2 "s) +
         box("jp2h", std::string(30, '\0')) + box("jp2c", "\xFF\x4F\xFF\x51 data \xFF\xD9");
}

}  // namespace fonds
