#include "web/html_page.h"

#include <algorithm>
#include <array>
#include <set>

namespace fonds {
namespace {

constexpr std::array<std::string_view, 8> kVoid{"meta", "link", "input", "img",
                                                "br",   "hr",   "col",   "source"};

bool is_void(std::string_view name) {
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string unescaped(std::string_view text) {
  static const std::array<std::pair<std::string_view, std::string_view>, 8> kEntities{{
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&apos;", "'"},
      {"&#39;", "'"},
      {"&nbsp;", " "},
      {"&#x2F;", "/"},
  }};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& each) {
      return text.substr(at).starts_with(each.first);
    });
    if (entity == kEntities.end()) {
      plain += text[at++];
    } else {
      plain += entity->second;
      at += entity->first.size();
    }
  }
  return plain;
}

/// "<input name="a">" from its name on; where its '>' is: '>' in quotes is a sign as any other.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (text[at] == '"' || text[at] == '\'') {
      quote = text[at];
    } else if (text[at] == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

std::string_view name_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_blank(text[end]) && text[end] != '=' && text[end] != '/') ++end;
  return text.substr(0, end);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

/// What a browser sends for an element that is no field, or is not chosen: nothing.
bool is_sent(const HtmlPage::Element& field) {
  const std::string type = field.attribute("type");
  if (!field.has("name") || field.has("disabled")) return false;
  if (type == "checkbox" || type == "radio") return field.has("checked");
  return type != "submit" && type != "button" && type != "file";
}

}  // namespace

std::string HtmlPage::Element::attribute(std::string_view wanted) const {
  const auto found = attributes.find(wanted);
  return found == attributes.end() ? std::string() : found->second;
}

HtmlPage::HtmlPage(std::string_view text) {
  read(text);
  for (const std::size_t each : open_) complain("<" + elements_[each].name + "> is not closed");
  std::set<std::string> ids;
  for (const Element& each : elements_) {
    check_element(each);
    if (each.has("id") && !ids.insert(each.attribute("id")).second) {
      complain("the id " + each.attribute("id") + " stands twice");
    }
  }
  check_labels();
}

void HtmlPage::complain(const std::string& what) { problem_ += what + '\n'; }

void HtmlPage::read(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = std::min(text.find('<', at), text.size());
    add_text(text.substr(at, tag - at));
    if (tag == text.size()) return;
    if (text.substr(tag).starts_with("<!")) {
      at = std::min(text.find('>', tag), text.size() - 1) + 1;
    } else {
      at = text.substr(tag).starts_with("</") ? close(text, tag) : open(text, tag);
    }
  }
}

std::size_t HtmlPage::open(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_tag(text, at);
  if (end == std::string_view::npos) {
    complain("a tag is not ended");
    return text.size();
  }
  std::string_view rest = text.substr(at + 1, end - at - 1);
  Element element;
  element.name = name_at(rest);
  element.begin = at;
  element.end = end + 1;
  if (element.name.empty()) complain("a < that begins no tag");
  rest.remove_prefix(element.name.size());
  for (rest = without_blanks(rest); !rest.empty(); rest = without_blanks(rest)) {
    const std::string_view name = name_at(rest);
    if (name.empty()) {
      complain("<" + element.name + "> has a stray sign in it: " + std::string(rest));
      break;
    }
    rest.remove_prefix(name.size());
    std::string value;
    if (rest.starts_with('=')) {
      const std::size_t close = rest.starts_with("=\"") ? rest.find('"', 2) : std::string::npos;
      if (close == std::string::npos) {
        complain("<" + element.name + "> has an attribute without quotes: " + std::string(name));
        break;
      }
      value = unescaped(rest.substr(2, close - 2));
      rest.remove_prefix(close + 1);
    }
    if (!element.attributes.emplace(name, std::move(value)).second) {
      complain("<" + element.name + "> has twice " + std::string(name));
    }
  }
  const std::size_t number = elements_.size();
  element.parent = open_.empty() ? number : open_.back();
  const bool stays_open = !is_void(element.name);
  elements_.push_back(std::move(element));
  if (stays_open) open_.push_back(number);
  return end + 1;
}

std::size_t HtmlPage::close(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('>', at), text.size() - 1);
  const std::string_view name = text.substr(at + 2, end - at - 2);
  if (open_.empty() || elements_[open_.back()].name != name) {
    const std::string open = open_.empty() ? "nothing" : "<" + elements_[open_.back()].name + ">";
    complain("</" + std::string(name) + "> where " + open + " is open");
  } else {
    elements_[open_.back()].end = end + 1;
    open_.pop_back();
    if (name == "td" || name == "th") add_text(" ");  // cells do not run together
  }
  return end + 1;
}

void HtmlPage::add_text(std::string_view text) {
  const std::string plain = unescaped(text);
  for (const std::size_t each : open_) {
    std::string& words = elements_[each].text;
    const bool as_it_stands = elements_[each].name == "textarea";
    for (const char c : plain) {
      if (as_it_stands || !is_blank(c)) {
        words += c;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
  }
}

void HtmlPage::check_element(const Element& element) {
  for (const auto& [name, value] : element.attributes) {
    if (name == "style" || name.starts_with("on")) complain("inline " + name + ": " + value);
    if (name == "href" && value.starts_with("javascript:")) complain("a link that is a script");
  }
  if (element.name == "style") complain("an inline style sheet");
  if (element.name == "script" && !element.has("src")) complain("an inline script");
  if (element.name == "img" && !element.has("alt")) complain("a picture without alt");
  if (element.name == "th" && !element.has("scope")) complain("a th without scope");
}

bool HtmlPage::is_inside(std::size_t element, std::string_view name) const {
  while (elements_[element].parent != element) {
    element = elements_[element].parent;
    if (elements_[element].name == name) return true;
  }
  return false;
}

/// Every field says what it is for, to those who do not see where it stands, too.
void HtmlPage::check_labels() {
  std::set<std::string> labelled;
  for (const Element& label : all("label")) labelled.insert(label.attribute("for"));
  for (std::size_t at = 0; at < elements_.size(); ++at) {
    const Element& field = elements_[at];
    const bool is_field = field.name == "select" || field.name == "textarea" ||
                          (field.name == "input" && field.attribute("type") != "hidden" &&
                           field.attribute("type") != "submit");
    const bool has_label = field.has("aria-label") || field.has("aria-labelledby") ||
                           (field.has("id") && labelled.contains(field.attribute("id"))) ||
                           is_inside(at, "label");
    if (is_field && !has_label) complain("a field without a label: " + field.attribute("name"));
  }
}

std::vector<HtmlPage::Element> HtmlPage::all(std::string_view name) const {
  std::vector<Element> found;
  std::copy_if(elements_.begin(), elements_.end(), std::back_inserter(found),
               [&](const Element& each) { return each.name == name; });
  return found;
}

std::string HtmlPage::words() const {
  std::string words;
  for (const Element& body : all("body")) words += body.text;
  return words;
}

bool HtmlPage::has_form(std::string_view action) const {
  return std::any_of(elements_.begin(), elements_.end(), [&](const Element& each) {
    return each.name == "form" && each.attribute("action") == action;
  });
}

FormFields HtmlPage::form(std::string_view action) const {
  FormFields fields;
  const auto found = std::find_if(elements_.begin(), elements_.end(), [&](const Element& each) {
    return each.name == "form" && each.attribute("action") == action;
  });
  if (found == elements_.end()) return fields;
  std::string choice;        // the name of the <select> we are in
  bool first_of_it = false;  // a browser sends the first when none is chosen
  for (auto each = found; each != elements_.end() && each->begin < found->end; ++each) {
    if (each->name == "input" && is_sent(*each)) {
      const bool ticked = each->attribute("type") == "checkbox" && !each->has("value");
      fields.emplace_back(each->attribute("name"), ticked ? "on" : each->attribute("value"));
    } else if (each->name == "textarea" && each->has("name")) {
      fields.emplace_back(each->attribute("name"), each->text);
    } else if (each->name == "select") {
      choice = each->attribute("name");
      first_of_it = true;
    } else if (each->name == "option" && !choice.empty()) {
      const std::string value = each->has("value") ? each->attribute("value") : each->text;
      if (first_of_it) fields.emplace_back(choice, value);
      if (!first_of_it && each->has("selected")) fields.back().second = value;
      first_of_it = false;
    }
  }
  return fields;
}

std::vector<std::string> HtmlPage::links() const {
  std::set<std::string> targets;
  for (const Element& link : all("a")) targets.insert(link.attribute("href"));
  return {targets.begin(), targets.end()};
}

}  // namespace fonds
