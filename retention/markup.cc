#include "retention/markup.h"

#include "base/text.h"

namespace fonds {
namespace {

/// U+FFFE and U+FFFF: valid UTF-8, but no characters of XML.
constexpr std::string_view kNoCharacter = "\xEF\xBF\xBE";
constexpr std::string_view kNoCharacterEither = "\xEF\xBF\xBF";

}  // namespace

std::string markup_escaped(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const char c = valid[i];
    const std::string_view rest = std::string_view(valid).substr(i, kNoCharacter.size());
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\r') {
      out += "&#13;";  // bare, a parser would make it a line feed
    } else if (rest == kNoCharacter || rest == kNoCharacterEither) {
      i += kNoCharacter.size() - 1;
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

void Markup::begin(std::string_view name, Attributes attributes) {
  text_.append(2 * open_.size(), ' ');
  text_ += '<';
  text_ += name;
  for (const auto& [attribute, value] : attributes) {
    text_ += ' ';
    text_ += attribute;
    text_ += "=\"";
    text_ += markup_escaped(value);
    text_ += '"';
  }
}

Markup& Markup::open(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  text_ += ">\n";
  open_.emplace_back(name);
  return *this;
}

Markup& Markup::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  text_.append(2 * open_.size(), ' ');
  text_ += "</" + name + ">\n";
  return *this;
}

Markup& Markup::element(std::string_view name, std::string_view text, Attributes attributes) {
  begin(name, attributes);
  text_ += '>';
  text_ += markup_escaped(text);
  text_ += "</";
  text_ += name;
  text_ += ">\n";
  return *this;
}

Markup& Markup::known(std::string_view name, std::string_view text, Attributes attributes) {
  return text.empty() ? *this : element(name, text, attributes);
}

Markup& Markup::lone(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  text_ += ">\n";
  return *this;
}

std::string Markup::take() { return std::exchange(text_, {}); }

}  // namespace fonds
