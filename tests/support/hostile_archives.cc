#include "support/hostile_archives.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace fonds {
namespace {

template <class Number>
void put(std::string& out, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
  }
}

class Deflater {
 public:
  explicit Deflater(int window) {
    if (deflateInit2(&stream_, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::runtime_error("deflateInit2");
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  void add(std::string_view bytes) { run(bytes, Z_NO_FLUSH); }
  std::string finish() {
    run({}, Z_FINISH);
    return std::move(packed_);
  }

 private:
  void run(std::string_view bytes, int flush) {
    std::array<char, 16384> out{};
    // zlib's next_in is not const, yet never written through.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = static_cast<uInt>(out.size());
      deflate(&stream_, flush);
      packed_.append(out.data(), out.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  std::string packed_;
};

struct Packed {
  std::string bytes;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;
  std::uint64_t packed_size = 0;
};

Packed pack_zeros(std::uint64_t size, int window) {
  const std::string piece(1 << 20, '\0');
  Deflater deflater(window);
  uLong crc = crc32(0, nullptr, 0);
  for (std::uint64_t left = size; left > 0;) {
    const std::size_t step = std::min<std::uint64_t>(left, piece.size());
    deflater.add({piece.data(), step});
    crc = crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(step));
    left -= step;
  }
  std::string packed = deflater.finish();
  const std::uint64_t packed_size = packed.size();
  return {std::move(packed), static_cast<std::uint32_t>(crc), size, packed_size};
}

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

constexpr int kRawDeflate = -15;
constexpr int kGzip = 15 + 16;

Packed pack(const ZipMember& member) {
  Packed packed{member.bytes, crc_of(member.bytes), member.bytes.size(), member.bytes.size()};
  if (member.method == ZipMember::Method::deflate) {
    Deflater deflater(kRawDeflate);
    deflater.add(member.bytes);
    packed.bytes = deflater.finish();
    packed.packed_size = packed.bytes.size();
  }
  return packed;
}

std::string extra_of(const ZipMember& member) {
  std::string extra;
  if (member.unicode_name.empty()) return extra;
  put(extra, std::uint16_t{0x7075});
  put(extra, static_cast<std::uint16_t>(5 + member.unicode_name.size()));
  extra += '\x01';
  put(extra, crc_of(member.name));
  return extra + member.unicode_name;
}

/// What the local header and the directory have in common (APPNOTE 4.3.7, 4.3.12).
std::string common_header(const ZipMember& member, const Packed& packed) {
  std::string out;
  put(out, std::uint16_t{20});
  put(out, member.flags);
  put(out, static_cast<std::uint16_t>(member.method));
  put(out, std::uint32_t{0x5A210000});  // 2025-01-01
  put(out, packed.crc);
  put(out, static_cast<std::uint32_t>(packed.packed_size));
  put(out, static_cast<std::uint32_t>(packed.size));
  put(out, static_cast<std::uint16_t>(member.name.size()));
  put(out, static_cast<std::uint16_t>(extra_of(member).size()));
  return out;
}

std::string local_header(const ZipMember& member, const Packed& packed) {
  return "PK\x03\x04" + common_header(member, packed) + member.name + extra_of(member);
}

std::string directory_entry(const ZipMember& member, const Packed& packed, std::size_t offset) {
  std::string out = "PK\x01\x02";
  put(out, static_cast<std::uint16_t>(member.unix_mode != 0 ? 0x0314 : 20));
  out += common_header(member, packed);
  put(out, std::uint16_t{0});  // comment
  put(out, std::uint16_t{0});  // disk
  put(out, std::uint16_t{0});  // internal attributes
  put(out, member.unix_mode << 16);
  put(out, static_cast<std::uint32_t>(offset));
  return out + member.name + extra_of(member);
}

std::string end_record(std::size_t count, std::size_t size, std::size_t offset) {
  std::string out = "PK\x05\x06";
  put(out, std::uint32_t{0});
  put(out, static_cast<std::uint16_t>(count));
  put(out, static_cast<std::uint16_t>(count));
  put(out, static_cast<std::uint32_t>(size));
  put(out, static_cast<std::uint32_t>(offset));
  put(out, std::uint16_t{0});
  return out;
}

std::string tar_header(const TarMember& member, std::uint64_t size) {
  std::string header(512, '\0');
  const auto set = [&](std::size_t at, const std::string& text) {
    header.replace(at, text.size(), text);
  };
  const auto octal = [&](std::size_t at, int digits, std::uint64_t value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%0*llo", digits,
                  static_cast<unsigned long long>(value));
    set(at, text.data());
  };
  set(0, member.name.substr(0, 100));
  octal(100, 7, 0644);
  octal(108, 7, 0);
  octal(116, 7, 0);
  octal(124, 11, size);
  octal(136, 11, 1735689600);
  set(148, "        ");
  header[156] = member.type;
  set(157, member.link.substr(0, 100));
  set(257, std::string("ustar\00000", 8));
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  octal(148, 6, sum);
  header[154] = '\0';
  return header;
}

}  // namespace

std::string make_zip(const std::vector<ZipMember>& members) {
  std::string out;
  std::string directory;
  for (const ZipMember& member : members) {
    const Packed packed = pack(member);
    directory += directory_entry(member, packed, out.size());
    out += local_header(member, packed) + packed.bytes;
  }
  const std::string end = end_record(members.size(), directory.size(), out.size());
  return out + directory + end;
}

std::string make_tar(const std::vector<TarMember>& members) {
  std::string out;
  for (const TarMember& member : members) {
    out += tar_header(member, member.bytes.size()) + member.bytes;
    out.resize((out.size() + 511) / 512 * 512);
  }
  return out + std::string(1024, '\0');
}

std::string gzip(std::string_view bytes) {
  Deflater deflater(kGzip);
  deflater.add(bytes);
  return deflater.finish();
}

std::string gzip_of_zeros(std::uint64_t size) { return pack_zeros(size, kGzip).bytes; }

std::string zip_bomb(std::uint64_t size) {
  const Packed packed = pack_zeros(size, kRawDeflate);
  const ZipMember member{"page.bmp", "", ZipMember::Method::deflate};
  const std::string out = local_header(member, packed) + packed.bytes;
  const std::string directory = directory_entry(member, packed, 0);
  return out + directory + end_record(1, directory.size(), out.size());
}

std::string nested_zip_bomb(int depth) {
  std::string inner = zip_bomb(100ULL << 20);
  for (int i = 0; i < depth; ++i) inner = make_zip({{"inner.zip", std::move(inner)}});
  return inner;
}

std::string overlapping_zip(int count, std::uint64_t size) {
  // Written from the back: each member's stored body is all that follows its header.
  std::string out(size, '\0');
  std::vector<std::pair<Packed, std::size_t>> bodies;
  ZipMember member{"page-0000.bmp"};
  for (int i = 0; i < count; ++i) {
    out.insert(0, "page");  // else the body would be told for a ZIP itself
    const Packed body{"", crc_of(out), out.size(), out.size()};
    out.insert(0, local_header(member, body));
    bodies.emplace_back(body, out.size());
  }
  std::string directory;
  for (const auto& [body, from_end] : bodies) {
    directory += directory_entry(member, body, out.size() - from_end);
  }
  const std::string end = end_record(bodies.size(), directory.size(), out.size());
  return out + directory + end;
}

std::string lying_tar(std::uint64_t size) {
  return tar_header({"huge.tif"}, size) + std::string(1024, '\0');
}

}  // namespace fonds
