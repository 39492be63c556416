#include "retention/markup.h"

#include "base/xml_text.h"

namespace fonds {
void Markup::begin(std::string_view name, Attributes attributes) {
  text_.append(2 * open_.size(), ' ');
  text_ += '<';
  text_ += name;
  for (const auto& [attribute, value] : attributes) {
    text_ += ' ';
    text_ += attribute;
    text_ += "=\"";
    text_ += xml_escaped(value);
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
  text_ += xml_escaped(text);
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
