/// HtmlPage: a page of the desk taken apart, as far as tests ask: whether it is well written, its
/// elements, the fields of its forms.
///
/// Threads: a value type.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "web/http.h"

namespace fonds {

class HtmlPage {
 public:
  struct Element {
    std::string name;
    std::map<std::string, std::string, std::less<>> attributes;
    std::string text;        ///< in it and in all it holds, blanks made one, entities read
    std::size_t begin = 0;   ///< its place among the bytes of the page
    std::size_t end = 0;     ///< where it is closed
    std::size_t parent = 0;  ///< its number; its own when it has none
    [[nodiscard]] std::string attribute(std::string_view wanted) const;
    [[nodiscard]] bool has(std::string_view wanted) const { return attributes.contains(wanted); }
  };

  explicit HtmlPage(std::string_view text);

  /// What is wrong with it: elements that are not closed, or closed that were not open, attributes
  /// without quotes, inline script or style, an id twice, a field without a label. Empty: nothing.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  [[nodiscard]] std::vector<Element> all(std::string_view name) const;
  /// All words of the page; those of scripts and of its head are left out.
  [[nodiscard]] std::string words() const;
  /// What a browser sends for the form with that action when nobody changes anything in it; empty
  /// when there is no such form.
  [[nodiscard]] FormFields form(std::string_view action) const;
  [[nodiscard]] bool has_form(std::string_view action) const;
  /// Where its links lead, each once.
  [[nodiscard]] std::vector<std::string> links() const;

 private:
  void read(std::string_view text);
  std::size_t open(std::string_view text, std::size_t at);
  std::size_t close(std::string_view text, std::size_t at);
  void add_text(std::string_view text);
  void check_element(const Element& element);
  void check_labels();
  void complain(const std::string& what);
  [[nodiscard]] bool is_inside(std::size_t element, std::string_view name) const;
  std::vector<Element> elements_;
  std::vector<std::size_t> open_;  ///< numbers of those that are open, the innermost last
  std::string problem_;
};

}  // namespace fonds
