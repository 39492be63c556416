/// ZIP, TAR and gzip files written byte by byte, so that tests can make the ones no packer makes.
///
/// Threads: pure. Sources: APPNOTE.TXT 6.3.9 (ZIP), POSIX.1-2017 pax (ustar), RFC 1952 (gzip).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct ZipMember {
  std::string name{};  ///< raw bytes
  std::string bytes{};
  enum class Method : std::uint16_t { store = 0, deflate = 8, unknown = 97 } method = Method::store;
  std::uint16_t flags = 0;      ///< kZipUtf8, kZipEncrypted
  std::uint32_t unix_mode = 0;  ///< S_IFLNK | 0777 and so on; 0: made by DOS
  std::string unicode_name{};   ///< Info-ZIP Unicode Path extra field, UTF-8
};
inline constexpr std::uint16_t kZipUtf8 = 0x0800;
inline constexpr std::uint16_t kZipEncrypted = 0x0001;

std::string make_zip(const std::vector<ZipMember>& members);

struct TarMember {
  std::string name{};
  std::string bytes{};
  char type =
      '0';  ///< '0' file, '1' hard link, '2' symbolic link, '3'/'4' device, '5' folder, '6' FIFO
  std::string link{};
};
std::string make_tar(const std::vector<TarMember>& members);

std::string gzip(std::string_view bytes);
/// A gzip of `size` zero bytes, made without holding them.
std::string gzip_of_zeros(std::uint64_t size);

/// One member of `size` zero bytes: packed to about a thousandth.
std::string zip_bomb(std::uint64_t size);
/// A ZIP in a ZIP in a ZIP …, `depth` deep, a bomb inside.
std::string nested_zip_bomb(int depth);
/// `count` stored members that overlap: the body of each is the next member whole, the innermost is
/// `size` zero bytes. Packed to little more than `size`, unpacked to `count` times that.
std::string overlapping_zip(int count, std::uint64_t size);
/// A TAR whose one member says it is `size` bytes long and holds none of them.
std::string lying_tar(std::uint64_t size);

}  // namespace fonds
