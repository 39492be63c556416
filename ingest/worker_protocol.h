/// The messages between a WorkerHandle and its process, as bytes and back.
///
/// The handle decodes what a process sends that may have been taken over by a hostile file: every
/// decode checks lengths, counts, UTF-8 and ranges, and throws Fault unavailable; boxes are cut to
/// their page. Numbers are little-endian, texts are a 32-bit length and bytes. Both ends are one
/// build of one program, so there are no versions. Threads: pure. Faults: unavailable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "ingest/table_reader.h"
#include "ingest/worker.h"

namespace fonds {

/// Longest body of a message; what is longer travels in pieces.
inline constexpr std::size_t kLongestBody = 16U << 20;
inline constexpr std::size_t kPieceBytes = 1U << 20;

enum class MessageType : std::uint8_t {
  // handle to process
  hello = 1,
  input,  ///< with a descriptor; collected until the request
  probe,
  recognise,
  expand,
  // process to handle
  ready,
  probed,
  page,
  alto_piece,
  access_copy_piece,
  member_begin,
  member_bytes,
  member_end,
  member_refused,
  done,    ///< the request went well
  failed,  ///< the request did not; the process is good for the next
  // of a table: the request to the process, the answers of it
  tables,
  table_begin,  ///< a sheet's name
  table_rows,
  // pages as a file of their own: the request to the process, the answers of it
  part,
  part_piece,
  // a page to look at: the request to the process, the answers of it
  picture,
  picture_piece,
};

/// The first message: how to work.
struct Hello {
  std::int32_t parent = 0;
  ReadOptions reading;
  std::uint64_t memory = 0;
  bool allow_unsandboxed = false;
  bool russian = false;
  std::string catalogue_folder;
};

struct RecogniseRequest {
  std::string title;
  WorkerHandle::Products products = WorkerHandle::Products::everything;
};

struct PartRequest {
  int first = 0;  ///< from 0
  int count = 1;
};

struct SentPage {
  RecognisedPage page;
  std::string thumbnail;
};

struct RefusedMember {
  std::string name;
  std::string why;
};

std::string encode(const Hello& hello);
Hello decode_hello(std::string_view body);
std::string encode(FileKind kind);
FileKind decode_kind(std::string_view body);
std::string encode(const RecogniseRequest& request);
RecogniseRequest decode_request(std::string_view body);
std::string encode(const PartRequest& request);
PartRequest decode_part(std::string_view body);
std::string encode(const PictureRequest& request);
PictureRequest decode_picture(std::string_view body);

std::string encode(const Probe& probe);
Probe decode_probe(std::string_view body);
std::string encode(const RecognisedPage& page, std::string_view thumbnail);
SentPage decode_page(std::string_view body);
/// A member's name: relative, inside its container, printable.
std::string decode_member_name(std::string_view body);
std::string encode(const RefusedMember& refused);
RefusedMember decode_refused(std::string_view body);
std::string decode_sheet_name(std::string_view body);
std::string encode(const std::vector<TableRow>& rows);
std::vector<TableRow> decode_rows(std::string_view body, const TableLimits& limits);
std::string encode(const WorkerUsage& usage);
WorkerUsage decode_usage(std::string_view body);
std::string encode(const Error& error);
/// What went wrong in the process, as an Error of this one: corrupt, usage, or else unavailable,
/// for a fault of this side's own disk or program is not the process's to claim.
Error decode_error(std::string_view body);

}  // namespace fonds
