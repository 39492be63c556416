/// XML and HTML as text: elements nested and indented, everything between them escaped
/// (base/xml_text.h).
///
/// Names of elements and attributes are ours and are not checked. The same calls give the same
/// bytes. Threads: one object, one thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fonds {

class Markup {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// `head` stands before the first element: the XML declaration, a document type.
  explicit Markup(std::string_view head) : text_(head) {}

  /// Opens an element that holds others.
  Markup& open(std::string_view name, Attributes attributes = {});
  /// Closes the element opened last.
  Markup& close();
  /// An element that holds `text` only; with an empty text, too.
  Markup& element(std::string_view name, std::string_view text, Attributes attributes = {});
  /// The same; none when `text` is empty.
  Markup& known(std::string_view name, std::string_view text, Attributes attributes = {});
  /// An element of HTML that holds nothing and is not closed.
  Markup& lone(std::string_view name, Attributes attributes);
  /// Everything written since the last call; elements may still be open.
  std::string take();

 private:
  void begin(std::string_view name, Attributes attributes);

  std::string text_;
  std::vector<std::string> open_;
};

}  // namespace fonds
