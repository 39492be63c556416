#include "indexer/transliteration.h"

#include <algorithm>
#include <utility>

#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {

struct Transliteration::Walk {
  std::string_view latin;
  const Ask& ask;
  std::size_t most;
  std::size_t asked = 0;
  std::vector<std::string> found{};
};

Transliteration Transliteration::shipped() {
  constexpr std::string_view kFile = "transliteration.toml";
  return Transliteration(DataTable::parse(shipped_data(kFile), kFile));
}

Transliteration::Transliteration(const DataTable& data) {
  data.expect_only({"spelling", "silent"});
  silent_ = data.text("silent");
  for (const DataTable& each : data.tables("spelling")) {
    each.expect_only({"latin", "russian"});
    Spelling spelling{fold(each.text("latin")), {}};
    if (!is_latin(spelling.latin)) {
      each.refuse(say(tr("'{}' is not in Latin letters"), spelling.latin),
                  tr("write what people type, for example shch"));
    }
    for (const std::string& russian : each.texts("russian")) {
      spelling.russian.push_back(fold(russian));
    }
    spellings_.push_back(std::move(spelling));
  }
}

bool Transliteration::is_latin(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
  });
}

std::vector<std::string> Transliteration::readings(std::string_view latin, const Ask& ask,
                                                   std::size_t most) const {
  Walk walk{latin, ask, most};
  go_on(walk, 0, {});
  return std::move(walk.found);
}

void Transliteration::go_on(Walk& walk, std::size_t at, const std::string& russian) const {
  if (walk.found.size() >= walk.most || walk.asked >= kMostAsked) return;
  Held held{true, false};
  if (!russian.empty()) {
    ++walk.asked;
    held = walk.ask(russian);
  }
  if (at == walk.latin.size() && held.whole) {
    const bool known = std::find(walk.found.begin(), walk.found.end(), russian) != walk.found.end();
    if (!known) walk.found.push_back(russian);
  }
  if (!held.begins) return;
  for (const Spelling& spelling : spellings_) {
    if (!walk.latin.substr(at).starts_with(spelling.latin)) continue;
    for (const std::string& letters : spelling.russian) {
      go_on(walk, at + spelling.latin.size(), russian + letters);
    }
  }
  const bool may_be_silent = !silent_.empty() && !russian.empty() && !russian.ends_with(silent_);
  if (may_be_silent) go_on(walk, at, russian + silent_);
}

}  // namespace fonds
