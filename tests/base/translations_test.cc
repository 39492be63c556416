// Every text of the program stands in src/base/messages/ru.po, with the same blanks to fill in, and
// no other does.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/disk.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

const fs::path kRoot = FONDS_SOURCE_DIR;
const fs::path kCatalogue = kRoot / "src/base/messages/ru.po";

struct Text {
  std::string english;
  std::string plural;  ///< empty for tr()
  std::string where;
};

/// Reads adjacent string literals at `at`; leaves `at` behind them. Empty when there is none.
std::string read_literals(const std::string& source, std::size_t& at) {
  std::string text;
  for (;;) {
    while (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])) != 0) ++at;
    if (at >= source.size() || source[at] != '"') return text;
    for (++at; at < source.size() && source[at] != '"'; ++at) {
      if (source[at] != '\\') {
        text += source[at];
        continue;
      }
      ++at;
      text += source[at] == 'n' ? '\n' : source[at] == 't' ? '\t' : source[at];
    }
    ++at;
  }
}

/// All tr("…"), tr_later("…") and trn("…", "…") of one source.
void collect_texts(const std::string& source, const std::string& where, std::vector<Text>& texts) {
  const auto is_name = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  for (std::size_t at = source.find("tr"); at != std::string::npos;
       at = source.find("tr", at + 1)) {
    if (at > 0 && is_name(source[at - 1])) continue;
    std::size_t next = at + 2;
    const bool counted = source.compare(next, 1, "n") == 0;
    next += counted ? 1 : 0;
    if (source.compare(next, 6, "_later") == 0) next += 6;
    if (source.compare(next, 1, "(") != 0) continue;
    Text text;
    text.where = where;
    text.english = read_literals(source, ++next);
    if (text.english.empty()) continue;  // a text chosen elsewhere
    if (counted && source.compare(next, 1, ",") == 0) text.plural = read_literals(source, ++next);
    texts.push_back(std::move(text));
  }
}

/// All {{#t}}…{{/t}} of a template; a text may hold blanks of the template, {{name}}.
void collect_template_texts(const std::string& source, const std::string& where,
                            std::vector<Text>& texts) {
  const std::string begin = "{{#t}}";
  const std::string end = "{{/t}}";
  for (std::size_t at = source.find(begin); at != std::string::npos; at = source.find(begin, at)) {
    at += begin.size();
    const std::size_t to = source.find(end, at);
    ASSERT_NE(to, std::string::npos) << where << ": a text has no end";
    texts.push_back({source.substr(at, to - at), "", where});
  }
}

const std::vector<Text>& texts_of_the_program() {
  static const std::vector<Text> all = [] {
    std::vector<Text> texts;
    for (const char* folder : {"src", "indexer", "ingest", "retention"}) {
      if (!fs::exists(kRoot / folder)) continue;
      for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
        const std::string ending = entry.path().extension().string();
        const std::string where = entry.path().lexically_relative(kRoot).string();
        if (ending == ".mustache") collect_template_texts(read_file(entry.path()), where, texts);
        if (ending != ".cc" && ending != ".h") continue;
        if (where == "src/base/messages.h") continue;  // its examples are no texts
        collect_texts(read_file(entry.path()), where, texts);
      }
    }
    return texts;
  }();
  return all;
}

struct Entry {
  std::string plural;
  std::vector<std::string> russian;  ///< one, or one a plural form
};

/// msgid → entry; the header stands under "".
std::map<std::string, Entry> read_catalogue(const std::string& po) {
  std::map<std::string, Entry> entries;
  std::istringstream stream(po);
  std::string english;
  std::string* target = nullptr;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t quote = line.find('"');
    if (quote == std::string::npos || line.front() == '#') continue;
    std::size_t at = quote;
    const std::string value = read_literals(line, at);
    const std::string keyword = line.substr(0, line.find_first_of(" \""));
    if (keyword == "msgid") {
      english = value;
      target = &english;
    } else if (keyword == "msgid_plural") {
      target = &(entries[english].plural = value);
    } else if (keyword.starts_with("msgstr")) {
      target = &entries[english].russian.emplace_back(value);
    } else if (target != nullptr) {
      *target += value;  // a continued line
    }
  }
  return entries;
}

const std::map<std::string, Entry>& catalogue() {
  static const std::map<std::string, Entry> entries = read_catalogue(read_file(kCatalogue));
  return entries;
}

/// The replacement fields of a format, sorted: a translation may turn them round only by number.
std::vector<std::string> blanks_of(const std::string& format) {
  std::vector<std::string> blanks;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '{' && format[at] != '}') continue;
    if (format.compare(at, 2, std::string(2, format[at])) == 0) {
      ++at;  // a brace that is meant
      continue;
    }
    const std::size_t end = std::min(format.find('}', at), format.size() - 1);
    blanks.push_back(format.substr(at, end - at + 1));
    at = end;
  }
  const bool numbered = std::all_of(blanks.begin(), blanks.end(), [](const std::string& blank) {
    return std::isdigit(static_cast<unsigned char>(blank[1])) != 0;
  });
  if (numbered) std::sort(blanks.begin(), blanks.end());
  return blanks;
}

TEST(Translations, TextsAreFoundInTheSources) {
  std::vector<Text> texts;
  collect_texts(R"cc(
                  str("no");
                  tr(name);
                  tr("one");
                  tr("two, "
                     "continued {}");
                  trn("{} page", "{} pages", n);
                  tr("a \"quoted\" word");
                )cc",
                "here", texts);

  ASSERT_EQ(texts.size(), 4U);
  EXPECT_EQ(texts[0].english, "one");
  EXPECT_EQ(texts[1].english, "two, continued {}");
  EXPECT_EQ(texts[2].english, "{} page");
  EXPECT_EQ(texts[2].plural, "{} pages");
  EXPECT_EQ(texts[3].english, "a \"quoted\" word");
  EXPECT_GT(texts_of_the_program().size(), 20U);
}

TEST(Translations, TextsAreFoundInTheTemplates) {
  std::vector<Text> texts;
  collect_template_texts("<h1>{{#t}}One{{/t}}</h1>{{#x}}{{#t}}Two, {{name}}{{/t}}{{/x}}", "here",
                         texts);
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_EQ(texts[0].english, "One");
  EXPECT_EQ(texts[1].english, "Two, {{name}}");
  const auto& all = texts_of_the_program();
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Text& text) {
    return text.where.ends_with("sign_in.mustache") && text.english == "Sign in";
  }));
}

TEST(Translations, EveryTextHasItsRussian) {
  for (const Text& text : texts_of_the_program()) {
    const auto found = catalogue().find(text.english);
    if (found == catalogue().end()) {
      ADD_FAILURE() << text.where << ": not in ru.po: \"" << text.english << '"';
      continue;
    }
    const std::size_t forms = text.plural.empty() ? 1 : 3;
    EXPECT_EQ(found->second.russian.size(), forms) << text.where << ": \"" << text.english << '"';
    EXPECT_EQ(found->second.plural, text.plural) << text.where << ": \"" << text.english << '"';
    for (const std::string& russian : found->second.russian) {
      EXPECT_FALSE(russian.empty()) << text.where << ": \"" << text.english << '"';
    }
  }
}

TEST(Translations, NoTextOutlivesItsUse) {
  std::set<std::string> used;
  for (const Text& text : texts_of_the_program()) used.insert(text.english);
  for (const auto& [english, entry] : catalogue()) {
    if (english.empty()) continue;  // the header
    EXPECT_EQ(used.count(english), 1U)
        << "in ru.po, but in no tr(), tr_later() or {{#t}}: \"" << english << '"';
  }
}

TEST(Translations, ATranslationHasTheSameBlanks) {
  for (const auto& [english, entry] : catalogue()) {
    if (english.empty()) continue;
    for (const std::string& russian : entry.russian) {
      const std::string& model = entry.plural.empty() ? english : entry.plural;
      EXPECT_EQ(blanks_of(russian).size(), blanks_of(model).size()) << english << " → " << russian;
      if (blanks_of(russian) == blanks_of(model)) continue;
      for (const std::string& blank : blanks_of(russian)) {
        EXPECT_TRUE(std::isdigit(static_cast<unsigned char>(blank[1])) != 0)
            << english << " → " << russian << ": number the blanks to change their order";
      }
    }
  }
}

}  // namespace
}  // namespace fonds
