#include "support/sample_papers.h"

#include <algorithm>
#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/text.h"

namespace fonds {
namespace {

constexpr int kSheetWidth = 2480;
constexpr int kSheetHeight = 3508;
constexpr int kMargin = 150;
constexpr int kLinePitch = 70;

constexpr std::string_view kAlso = "_also";

bool is_known_key(std::string_view key) {
  static const std::set<std::string_view> keys{
      "kind",       "date",       "number", "level",  "place", "degree", "event",
      "nomination", "collective", "group",  "issuer", "order", "case",   "school_year"};
  if (key.ends_with(kAlso)) key.remove_suffix(kAlso.size());
  return keys.contains(key);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, separator);) pieces.push_back(trimmed(piece));
  return pieces;
}

SamplePerson person_from(const std::string& value) {
  auto pieces = split(value, '|');
  if (pieces.size() < 4 || pieces.size() > 6) throw std::runtime_error("a person has 4 to 6 parts");
  pieces.resize(6);
  SamplePerson person;
  bool known = false;
  for (const PersonRole role : {PersonRole::holder, PersonRole::listed, PersonRole::other}) {
    if (name_of(role) != pieces[0]) continue;
    person.role = role;
    known = true;
  }
  if (!known) throw std::runtime_error("no such role: " + pieces[0]);
  person.grammatical_case = pieces[1];
  person.printed = pieces[2];
  person.nominative = pieces[3];
  person.result = pieces[4];
  person.birth = pieces[5];
  return person;
}

void take_head_line(const std::string& line, SamplePaper& paper) {
  const auto colon = line.find(": ");
  if (colon == std::string::npos) throw std::runtime_error("expected `key: value`: " + line);
  const std::string key = line.substr(0, colon);
  const std::string value = trimmed(line.substr(colon + 2));
  if (value.empty()) throw std::runtime_error("no value: " + line);
  if (key == "person") {
    paper.persons.push_back(person_from(value));
  } else if (key == "signatory") {
    const auto bar = value.find('|');
    if (bar == std::string::npos) throw std::runtime_error("a signatory has 2 parts");
    paper.signatories.push_back({trimmed(value.substr(0, bar)), trimmed(value.substr(bar + 1))});
  } else if (key == "noisy") {
    paper.noisy = value == "1";
  } else if (is_known_key(key)) {
    if (!key.ends_with(kAlso) && paper.head.contains(key)) {
      throw std::runtime_error("said twice: " + key);
    }
    paper.head.emplace(key, value);
  } else {
    throw std::runtime_error("no such key: " + key);
  }
}

/// Large type: few words, all of them in capitals.
bool is_title(const std::string& line) {
  return count_characters(line) <= 40 && count_characters(line) >= 4 && fold(line) != line &&
         std::none_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         [&line] {
           std::istringstream in(line);
           for (std::string word; in >> word;) {
             // Only the first letter of a capitalised word changes; all of one in capitals do.
             const std::string rest = word.substr(first_characters(word, 1).size());
             if (!rest.empty() && fold(rest) == rest && count_characters(rest) > 1) return false;
           }
           return true;
         }();
}

Line laid_out(const std::string& text, int top, bool centred) {
  const bool title = is_title(text);
  const int letters = static_cast<int>(count_characters(text));
  const int letter = std::min(title ? 36 : 22, (kSheetWidth - 2 * kMargin) / std::max(letters, 1));
  const int height = title ? 56 : 34;
  int left = centred ? (kSheetWidth - letters * letter) / 2 : kMargin;
  Line line;
  line.box = {left, top, letters * letter, height};
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const int width = letter * static_cast<int>(count_characters(word));
    line.words.push_back({word, {left, top, width, height}, 0.93});
    left += width + letter;
  }
  return line;
}

RecognisedPage blank_page(int number) {
  RecognisedPage page;
  page.number = number;
  page.geometry.width = kSheetWidth;
  page.geometry.height = kSheetHeight;
  page.geometry.content = {0, 0, kSheetWidth, kSheetHeight};
  page.source = TextSource::recognised;
  page.languages = "rus";
  page.confidence = 0.93;
  return page;
}

}  // namespace

std::optional<std::string> SamplePaper::said(const std::string& key) const {
  const auto found = head.find(key);
  return found == head.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> SamplePaper::accepted(const std::string& key) const {
  std::vector<std::string> answers;
  if (const auto value = said(key)) answers.push_back(*value);
  const auto [from, to] = head.equal_range(key + "_also");
  for (auto also = from; also != to; ++also) {
    if (also->second != "null") answers.push_back(also->second);
  }
  return answers;
}

bool SamplePaper::may_be_left_out(const std::string& key) const {
  if (!said(key)) return true;
  const auto [from, to] = head.equal_range(key + "_also");
  return std::any_of(from, to, [](const auto& also) { return also.second == "null"; });
}

SamplePaper sample_paper_from(const std::string& text, const std::string& name) {
  SamplePaper paper;
  paper.number = std::stoi(name);
  std::istringstream in(text);
  std::string line;
  for (int at = 1; std::getline(in, line) && !line.empty(); ++at) {
    try {
      take_head_line(line, paper);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(name + ":" + std::to_string(at) + ": " + error.what());
    }
  }
  if (!paper.said("kind")) throw std::runtime_error(name + ": no kind");
  static const std::set<std::string> awards{"diploma",     "honor_certificate", "gratitude",
                                            "certificate", "testimony",         "credential"};
  const bool centred = awards.contains(*paper.said("kind"));
  paper.pages.push_back(blank_page(1));
  int top = 250;
  while (std::getline(in, line)) {
    if (line == "\f") {
      paper.pages.push_back(blank_page(static_cast<int>(paper.pages.size()) + 1));
      top = 250;
      continue;
    }
    paper.pages.back().lines.push_back(laid_out(line, top, centred));
    top += kLinePitch;
  }
  return paper;
}

std::vector<SamplePaper> load_sample_papers(const boost::filesystem::path& folder) {
  std::vector<SamplePaper> papers;
  for (const auto& entry : boost::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".paper") continue;
    boost::filesystem::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    papers.push_back(sample_paper_from(text, entry.path().filename().string()));
  }
  std::sort(papers.begin(), papers.end(),
            [](const SamplePaper& a, const SamplePaper& b) { return a.number < b.number; });
  return papers;
}

}  // namespace fonds
