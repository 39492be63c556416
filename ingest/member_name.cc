#include "ingest/member_name.h"

#include <algorithm>
#include <vector>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Longest name kept, in characters: longer ones keep their end, where the file's own name is.
constexpr std::size_t kLongestName = 500;

bool has_drive_letter(std::string_view name) {
  if (name.size() < 2 || name[1] != ':') return false;
  const char lower = static_cast<char>(name[0] | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// The folders and the file of `name`, without the empty and "." parts that mean nothing.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, end);
    if (!part.empty() && part != ".") parts.push_back(part);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts;
}

bool is_clutter(const std::vector<std::string_view>& parts) {
  if (std::find(parts.begin(), parts.end(), "__MACOSX") != parts.end()) return true;
  const std::string file = fold(parts.back());
  return file == ".ds_store" || file == "thumbs.db" || file == "desktop.ini" ||
         file.substr(0, 2) == "._";
}

std::string join(const std::vector<std::string_view>& parts) {
  std::string joined;
  for (const std::string_view part : parts) {
    if (!joined.empty()) joined += '/';
    joined += part;
  }
  return joined;
}

std::string last_characters(const std::string& text, std::size_t count) {
  const std::size_t all = count_characters(text);
  if (all <= count) return text;
  return text.substr(first_characters(text, all - count).size());
}

std::optional<std::string> why_refused(std::string_view name,
                                       const std::vector<std::string_view>& parts) {
  if (name.front() == '/' || has_drive_letter(name)) {
    return tr("its name begins at the root of a disk; pack the folder again with relative names");
  }
  if (std::find(parts.begin(), parts.end(), "..") != parts.end()) {
    return tr("its name leads out of the archive (\"..\"); pack the folder again");
  }
  return std::nullopt;
}

}  // namespace

MemberName judge_member_name(std::string_view raw, int number) {
  std::string name = printable(decode_file_name(raw));
  std::replace(name.begin(), name.end(), '\\', '/');
  const std::vector<std::string_view> parts = parts_of(name);

  MemberName judged;
  if (!name.empty()) judged.refusal = why_refused(name, parts);
  if (judged.refusal) {
    judged.text = last_characters(name, kLongestName);
  } else if (parts.empty()) {
    judged.text = "unnamed-" + std::to_string(number);
  } else {
    judged.clutter = is_clutter(parts);
    judged.text = last_characters(join(parts), kLongestName);
    if (judged.text.front() == '/') judged.text.erase(0, 1);  // cut right before a folder's end
  }
  return judged;
}

}  // namespace fonds
