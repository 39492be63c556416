/// Exchange: one request on its way through the server: its head, its body as it comes, its answer.
///
/// Threads: the connection's thread, or while the connection is suspended the working thread.
#pragma once

#include <microhttpd.h>

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "web/http.h"

namespace fonds {

/// How much of a body is taken.
struct BodyLimits {
  boost::filesystem::path spool;
  std::int64_t most_file_bytes = 0;
};

class Exchange {
 public:
  enum class Phase {
    head,      ///< nothing of the body came yet
    body,      ///< it comes
    working,   ///< a working thread has it
    answered,  ///< `response` is to be sent
  };

  /// Reads the head; `refusal` is set when it can not be answered otherwise.
  Exchange(MHD_Connection* connection, const char* url, const char* method, bool secure);
  ~Exchange();
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  [[nodiscard]] bool has_body() const { return has_body_; }
  /// Says how the body is to be read; an answer when it will not be. `append_to`: see Admission.
  std::optional<Response> begin_body(const BodyLimits& limits, UniqueFd append_to);
  /// Takes a piece of it. False: it is more than may be, or no form: the connection is to be
  /// closed.
  bool take(const char* data, std::size_t size);
  /// The body is whole. An answer when it is none.
  std::optional<Response> end_body();

  Phase phase = Phase::head;
  bool owed = false;  ///< it was read whole: a stopping server waits until its answer is sent
  Request request;
  Response response;
  std::optional<Response> refusal;

 private:
  static MHD_Result collect_header(void* self, MHD_ValueKind kind, const char* key,
                                   const char* value);
  static MHD_Result collect_query(void* self, MHD_ValueKind kind, const char* key,
                                  const char* value);
  static MHD_Result collect_part(void* self, MHD_ValueKind kind, const char* key,
                                 const char* file_name, const char* type, const char* encoding,
                                 const char* data, std::uint64_t offset, std::size_t size);
  bool take_part(const char* key, const char* file_name, const char* data, std::uint64_t offset,
                 std::size_t size);

  MHD_Connection* connection_;
  MHD_PostProcessor* form_ = nullptr;
  BodyLimits limits_;
  bool has_body_ = false;
  bool is_form_ = false;  ///< urlencoded: kept in memory, parsed at the end
  bool is_multipart_ = false;
  bool is_raw_file_ = false;  ///< the whole body is one file
  bool broken_ = false;
  std::int64_t taken_ = 0;     ///< bytes of the body
  std::size_t in_memory_ = 0;  ///< of fields
  std::string last_key_;       ///< of the field whose pieces come
};

}  // namespace fonds
