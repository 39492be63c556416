/// The text files of a bag, line by line: declaration, manifests, bag-info.txt, fetch.txt
/// (RFC 8493 §2.1–2.3), written and read.
///
/// Reading takes what other programs write, too: any line ending, `*` or `./` before a path, white
/// space around a colon, versions before 1.0. What is malformed is a value, never a fault.
/// Threads: pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Calls `visit` with each line that is not blank, without its ending: LF, CR or CRLF (§2.3).
/// `number` counts from 1.
void for_each_line(std::string_view text,
                   const std::function<void(std::size_t number, std::string_view line)>& visit);

/// Bytes of a tag file as UTF-8, without a byte order mark. Nothing: they are not in the encoding
/// that the declaration names, or that is none of UTF-8, US-ASCII, ISO-8859-1, windows-1251,
/// UTF-16.
std::optional<std::string> tag_text(std::string_view bytes, std::string_view encoding);

struct BagDeclaration {
  int major = 1;
  int minor = 0;
  std::string encoding;  ///< of the other tag files, as written
};
std::string to_text(const BagDeclaration& declaration);
/// The content of bagit.txt: exactly its two lines, without a byte order mark.
std::optional<BagDeclaration> bag_declaration_from(std::string_view text);

/// A line of a manifest: a file and its checksum.
struct ManifestLine {
  std::string sum;   ///< lower-case hex digits
  std::string path;  ///< decoded: may hold any byte but NUL
};
/// With its line feed, as `sha256sum -c` reads it too. A path with CR, LF or '%' is encoded, which
/// only readers of bags undo.
std::string to_text(const ManifestLine& line);
std::optional<ManifestLine> manifest_line_from(std::string_view line);

/// The path of a line of fetch.txt, "url length path"; its url is nobody's business here.
std::optional<std::string> fetched_path_from(std::string_view line);

/// An element of bag-info.txt.
struct BagInfoField {
  std::string label;
  std::string value;
};
/// With its line feed. The value is made one line: no name can bring in a field of its own.
std::string to_text(const BagInfoField& field);
struct BagInfoText {
  std::vector<BagInfoField> fields;    ///< in their order
  std::vector<std::size_t> bad_lines;  ///< numbers, from 1
};
BagInfoText bag_info_from(std::string_view text);

/// Bytes and files of the payload, "279164409832.1198".
struct PayloadOxum {
  std::uint64_t bytes = 0;
  std::uint64_t files = 0;
  bool operator==(const PayloadOxum&) const = default;
};
std::string to_text(const PayloadOxum& oxum);
std::optional<PayloadOxum> payload_oxum_from(std::string_view text);

/// Whether a path is one of a file below data/, the payload.
bool is_payload_path(std::string_view path);
/// Whether a path given in a bag names something below the bag's folder on every system: relative,
/// no `..`, no `.`, no empty part, no `~` before it, no drive letter, `\` being a separator too
/// (§5.1).
bool stays_inside(std::string_view path);

}  // namespace fonds
