/// Request and Response: what a browser or a program asks of the web desk and what it is told, as
/// plain values; and the texts of HTTP they are written in.
///
/// A path, a query and a form come percent-decoded and are valid UTF-8 without NUL; what is not so
/// is refused before a Request is made. Names of headers are in lower case.
/// Threads: value types; pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/unique_fd.h"

namespace fonds {

enum class Method { get, head, post, put, patch, del, options };
/// As it stands in a request; empty for what we do not answer.
std::optional<Method> method_from(std::string_view name);
std::string_view name_of(Method method);

/// Fields of a query or form, in their order; a name may come more than once.
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// A file of a form or a request's whole body: unnamed on the archive's disk, gone when dropped.
struct UploadedFile {
  std::string field;  ///< the name of its input
  std::string name;   ///< as the browser calls it, printable; folders in it are cut off
  std::int64_t size = 0;
  UniqueFd fd;
};

struct Request {
  Method method = Method::get;
  std::vector<std::string> path;  ///< its segments; none: "/"
  FormFields query;
  FormFields form;
  std::vector<UploadedFile> files;
  std::string body;  ///< of JSON requests
  std::map<std::string, std::string, std::less<>> headers;
  std::string address;  ///< of whoever asks
  bool secure = false;  ///< came by TLS

  /// The first field of that name in the query, then in the form; empty: there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
  [[nodiscard]] std::string_view header(std::string_view name) const;
  /// Empty: there is none.
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
  /// "/find?q=…": where the browser is, to come back to.
  [[nodiscard]] std::string target() const;
};

class EventStream;

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  UniqueFd file;  ///< in place of the body: sent from its beginning to its end
  std::shared_ptr<EventStream> events{};  ///< in place of the body: sent as they come

  void set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }
};

/// "303 See Other" to a path of ours.
Response see_other(std::string path);
Response plain_text(int status, std::string text);

/// %41 → A, and in forms + → space; nothing: not written so, no UTF-8, or with a NUL in it.
enum class Plus { is_space, is_plus };
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);
/// All but letters, digits and -._~ of ASCII as %XX.
std::string percent_encoded(std::string_view text);
/// "a=1&b=2"; nothing: a part of it is not well written.
std::optional<FormFields> parse_form(std::string_view text);
std::string written_form(const FormFields& fields);
/// Segments between slashes, decoded; empty ones are left out; nothing: "." or ".." or badly
/// written.
std::optional<std::vector<std::string>> parse_path(std::string_view raw);
/// `path` when it leads to a page of ours ("/find?q=1"), else "/": nobody is sent elsewhere.
std::string own_path(std::string_view path);
/// As HTTP writes a moment: "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7).
std::string http_date(Moment moment);
/// attachment or inline, with the name in both spellings (RFC 6266, RFC 8187).
std::string content_disposition(std::string_view kind, std::string_view file_name);

}  // namespace fonds
