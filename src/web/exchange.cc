#include "web/exchange.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>

#include "archive/spool.h"
#include "base/error.h"
#include "base/text.h"
#include "web/server.h"

namespace fonds {
namespace {

constexpr std::size_t kFormBuffer = 64U << 10;

std::string lower(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return folded;
}

std::string address_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return "?";
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (info->client_addr->sa_family == AF_INET) {
    sockaddr_in address{};
    std::memcpy(&address, info->client_addr, sizeof address);
    inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size());
  } else if (info->client_addr->sa_family == AF_INET6) {
    sockaddr_in6 address{};
    std::memcpy(&address, info->client_addr, sizeof address);
    inet_ntop(AF_INET6, &address.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

/// A browser may send folders along, and anything else: the last part is its name.
std::string file_name_of(const char* sent) {
  std::string name = printable(sent);
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name.erase(0, slash + 1);
  return name.empty() || name == "." || name == ".." ? "file" : name;
}

Response too_large() { return plain_text(413, "the request is too large\n"); }
Response bad_request() { return plain_text(400, "the request is not well written\n"); }

}  // namespace

Exchange::Exchange(MHD_Connection* connection, const char* url, const char* method, bool secure)
    : connection_(connection) {
  request.secure = secure;
  request.address = address_of(connection);
  MHD_get_connection_values(connection, MHD_HEADER_KIND, &Exchange::collect_header, this);
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &Exchange::collect_query, this);
  const auto known = method_from(method);
  auto path = parse_path(url);
  const bool has_length = request.headers.contains("content-length");
  const bool is_chunked = request.headers.contains("transfer-encoding");
  has_body_ = is_chunked || (has_length && request.header("content-length") != "0");
  if (!known) {
    refusal = plain_text(501, "no such method here\n");
  } else if (!path) {
    refusal = plain_text(404, "no such page\n");
  } else if (broken_ || (has_length && is_chunked)) {
    refusal = bad_request();
  } else if (has_body_ && (*known == Method::get || *known == Method::head)) {
    refusal = bad_request();
  }
  if (known) request.method = *known;
  if (path) request.path = std::move(*path);
}

Exchange::~Exchange() {
  if (form_ != nullptr) MHD_destroy_post_processor(form_);
}

MHD_Result Exchange::collect_header(void* self, MHD_ValueKind, const char* key, const char* value) {
  auto& exchange = *static_cast<Exchange*>(self);
  const std::string name = lower(key == nullptr ? "" : key);
  const std::string text = value == nullptr ? "" : value;
  // Twice a length, a host or an encoding: two programs on the way could read two requests.
  const bool is_single = name == "content-length" || name == "transfer-encoding" ||
                         name == "host" || name == "content-type";
  if (!exchange.request.headers.emplace(name, text).second && is_single) exchange.broken_ = true;
  return MHD_YES;
}

MHD_Result Exchange::collect_query(void* self, MHD_ValueKind, const char* key, const char* value) {
  auto& exchange = *static_cast<Exchange*>(self);
  auto name = percent_decoded(key == nullptr ? "" : key, Plus::is_space);
  auto text = percent_decoded(value == nullptr ? "" : value, Plus::is_space);
  if (!name || !text) {
    exchange.broken_ = true;
    return MHD_NO;
  }
  exchange.request.query.emplace_back(std::move(*name), std::move(*text));
  return MHD_YES;
}

std::optional<Response> Exchange::begin_body(const BodyLimits& limits, UniqueFd append_to) {
  limits_ = limits;
  const std::string type = lower(request.header("content-type"));
  is_form_ = !append_to.valid() && type.starts_with("application/x-www-form-urlencoded");
  is_multipart_ = !append_to.valid() && type.starts_with("multipart/form-data");
  is_raw_file_ = append_to.valid() || type.starts_with("application/octet-stream");
  const bool is_json = type.starts_with("application/json");
  if (!is_form_ && !is_multipart_ && !is_raw_file_ && !is_json) {
    return plain_text(415, "send a form, JSON or application/octet-stream\n");
  }
  const std::int64_t most = is_multipart_ || is_raw_file_ ? limits.most_file_bytes
                                                          : static_cast<std::int64_t>(kLongestForm);
  const std::string_view length = request.header("content-length");
  std::int64_t announced = 0;
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), announced);
  if (!length.empty() &&
      (parsed.ec != std::errc() || parsed.ptr != length.data() + length.size() || announced < 0)) {
    return bad_request();
  }
  if (announced > most) return too_large();
  limits_.most_file_bytes = most;
  if (is_multipart_) {
    form_ = MHD_create_post_processor(connection_, kFormBuffer, &Exchange::collect_part, this);
    if (form_ == nullptr) return bad_request();
  }
  if (is_raw_file_) {
    UploadedFile file;
    file.fd = append_to.valid() ? std::move(append_to) : spool_file(limits_.spool);
    request.files.push_back(std::move(file));
  }
  return std::nullopt;
}

bool Exchange::take(const char* data, std::size_t size) {
  taken_ += static_cast<std::int64_t>(size);
  if (taken_ > limits_.most_file_bytes) return false;
  try {
    if (is_multipart_) return MHD_post_process(form_, data, size) == MHD_YES && !broken_;
    if (is_raw_file_) {
      write_all(request.files.front().fd.get(), {data, size});
      request.files.front().size += static_cast<std::int64_t>(size);
    } else {
      request.body.append(data, size);
    }
  } catch (const Error&) {
    return false;  // no room on the disk: the connection ends, nothing was accepted
  }
  return true;
}

MHD_Result Exchange::collect_part(void* self, MHD_ValueKind, const char* key, const char* file_name,
                                  const char*, const char*, const char* data, std::uint64_t offset,
                                  std::size_t size) {
  auto& exchange = *static_cast<Exchange*>(self);
  try {
    if (exchange.take_part(key, file_name, data, offset, size)) return MHD_YES;
  } catch (const Error&) {
    // as in take()
  }
  exchange.broken_ = true;
  return MHD_NO;
}

bool Exchange::take_part(const char* key, const char* file_name, const char* data,
                         std::uint64_t offset, std::size_t size) {
  const std::string name = key == nullptr ? "" : key;
  if (!is_valid_utf8(name)) return false;
  if (file_name != nullptr) {
    if (offset == 0) {
      if (*file_name == '\0' && size == 0) return true;  // an input that was left empty
      if (request.files.size() >= kMostFiles) return false;
      UploadedFile file;
      file.field = name;
      file.name = file_name_of(file_name);
      file.fd = spool_file(limits_.spool);
      request.files.push_back(std::move(file));
    }
    if (request.files.empty()) return false;
    write_all(request.files.back().fd.get(), {data, size});
    request.files.back().size += static_cast<std::int64_t>(size);
    return true;
  }
  in_memory_ += size + name.size();
  if (in_memory_ > kLongestForm) return false;
  if (offset == 0) request.form.emplace_back(name, std::string());
  if (request.form.empty()) return false;
  request.form.back().second.append(data, size);
  return true;
}

std::optional<Response> Exchange::end_body() {
  if (broken_) return bad_request();
  if (form_ != nullptr) {
    const MHD_Result whole = MHD_destroy_post_processor(form_);
    form_ = nullptr;
    const bool is_empty = request.form.empty() && request.files.empty();
    if (whole != MHD_YES || (is_empty && taken_ > 0)) return bad_request();
    for (const auto& [name, text] : request.form) {
      if (!is_valid_utf8(text) || text.find('\0') != std::string::npos) return bad_request();
    }
  }
  if (is_form_) {
    auto fields = parse_form(request.body);
    if (!fields) return bad_request();
    request.form = std::move(*fields);
    request.body.clear();
  }
  for (const UploadedFile& file : request.files) rewind(file.fd.get());
  return std::nullopt;
}

}  // namespace fonds
