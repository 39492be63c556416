#include "web/http.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace fonds {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> kMethods{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::del, "DELETE"},
    {Method::options, "OPTIONS"},
}};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

std::optional<Method> method_from(std::string_view name) {
  for (const auto& [method, known] : kMethods) {
    if (known == name) return method;
  }
  return std::nullopt;
}

std::string_view name_of(Method method) {
  for (const auto& [known, name] : kMethods) {
    if (known == method) return name;
  }
  return "GET";
}

std::string_view Request::value(std::string_view name) const {
  for (const FormFields* fields : {&query, &form}) {
    for (const auto& [key, text] : *fields) {
      if (key == name) return text;
    }
  }
  return {};
}

bool Request::has(std::string_view name) const {
  const auto is_it = [&](const auto& field) { return field.first == name; };
  return std::any_of(query.begin(), query.end(), is_it) ||
         std::any_of(form.begin(), form.end(), is_it);
}

std::vector<std::string> Request::values(std::string_view name) const {
  std::vector<std::string> found;
  for (const FormFields* fields : {&query, &form}) {
    for (const auto& [key, text] : *fields) {
      if (key == name) found.push_back(text);
    }
  }
  return found;
}

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
      return pair.substr(name.size() + 1);
    }
  }
  return {};
}

std::string Request::target() const {
  std::string text;
  for (const std::string& segment : path) text += '/' + percent_encoded(segment);
  if (text.empty()) text = "/";
  if (!query.empty()) text += '?' + written_form(query);
  return text;
}

Response see_other(std::string path) {
  Response response;
  response.status = 303;
  response.set("Location", std::move(path));
  return response;
}

Response plain_text(int status, std::string text) {
  Response response;
  response.status = status;
  response.body = std::move(text);
  response.set("Content-Type", "text/plain; charset=utf-8");
  return response;
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && plus == Plus::is_space) {
      decoded += ' ';
    } else if (text[at] != '%') {
      decoded += text[at];
    } else {
      const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
      const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  if (!is_valid_utf8(decoded) || decoded.find('\0') != std::string::npos) return std::nullopt;
  return decoded;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return encoded;
}

std::optional<FormFields> parse_form(std::string_view text) {
  FormFields fields;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = percent_decoded(part.substr(0, equals), Plus::is_space);
    auto value = percent_decoded(part.substr(std::min(equals + 1, part.size())), Plus::is_space);
    if (!name || !value) return std::nullopt;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

std::string written_form(const FormFields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += percent_encoded(name) + '=' + percent_encoded(value);
  }
  return text;
}

std::optional<std::vector<std::string>> parse_path(std::string_view raw) {
  std::vector<std::string> segments;
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find('/'), raw.size());
    auto segment = percent_decoded(raw.substr(0, end), Plus::is_plus);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (!segment || *segment == "." || *segment == "..") return std::nullopt;
    if (!segment->empty()) segments.push_back(std::move(*segment));
  }
  return segments;
}

std::string own_path(std::string_view path) {
  // Browsers read \ as / and leave tabs and line ends out: "/<tab>/evil.test" is "//evil.test".
  const bool leads_away =
      path.empty() || path.front() != '/' || path.starts_with("//") ||
      std::any_of(path.begin(), path.end(), [](unsigned char c) { return c < ' ' || c == '\\'; });
  return leads_away ? "/" : std::string(path);
}

std::string content_disposition(std::string_view kind, std::string_view file_name) {
  std::string plain;
  for (const char c : file_name) {
    const bool is_harmless = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%';
    plain += is_harmless ? c : '_';
  }
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", kind, plain,
                     percent_encoded(file_name));
}

std::string http_date(Moment moment) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", seconds);
}

}  // namespace fonds
