#include "ingest/document_kinds.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/data_file.h"
#include "base/error.h"
#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 15> kFields{
    "date",   "number", "level", "place",       "event",   "nomination",  "collective", "group",
    "issuer", "order",  "case",  "school_year", "control", "signatories", "persons"};

/// A kind as several files say it, before its patterns are made.
struct Draft {
  std::map<std::string, double> titles;
  std::map<std::string, double> anchors;
  PaperKind kind;
};

template <class Value, std::size_t Count>
Value one_of(const DataTable& entry, std::string_view key,
             const std::array<std::pair<std::string_view, Value>, Count>& known, Value standard) {
  if (!entry.has(key)) return standard;
  const std::string& text = entry.text(key);
  std::string names;
  for (const auto& [name, value] : known) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  entry.refuse(say(tr("'{}' is no value of '{}'"), text, key), say(tr("one of: {}"), names));
}

void read_weights(const DataTable& entry, std::string_view key,
                  std::map<std::string, double>& weights) {
  if (!entry.has(key)) return;
  const DataTable& table = entry.table(key);
  for (const std::string& words : table.keys()) {
    if (words.empty())
      table.refuse(tr("an entry without words"), tr("write the words or remove it"));
    weights[words] = table.number(words);
  }
}

void read_fields(const DataTable& entry, PaperKind& kind) {
  if (!entry.has("fields")) return;
  kind.fields = entry.texts("fields");
  for (const std::string& field : kind.fields) {
    if (std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
      entry.refuse(say(tr("there is no field '{}'"), field), tr("correct or remove it"));
    }
  }
}

void read_entry(const DataTable& entry, Draft& draft) {
  entry.expect_only({"id", "ru", "en", "named", "strong", "titles", "anchors", "sheet", "number",
                     "level", "item", "fields", "proves", "control", "book"});
  PaperKind& kind = draft.kind;
  kind.ru = kind.ru.empty() ? entry.text("ru") : entry.text_or("ru", kind.ru);
  kind.en = entry.text_or("en", kind.en.empty() ? kind.ru : kind.en);
  kind.sheet = one_of<SheetForm, 3>(
      entry, "sheet",
      {{{"award", SheetForm::award}, {"table", SheetForm::table}, {"text", SheetForm::text}}},
      kind.sheet);
  kind.number = one_of<NumberRule, 3>(
      entry, "number",
      {{{"sign", NumberRule::sign}, {"title", NumberRule::title}, {"order", NumberRule::order}}},
      kind.number);
  kind.own_level =
      one_of<bool, 2>(entry, "level", {{{"own", true}, {"contest", false}}}, kind.own_level);
  kind.book = entry.flag_or("book", kind.book);
  kind.case_item = entry.text_or("item", kind.case_item);
  kind.proves = one_of<Proof, 4>(entry, "proves",
                                 {{{"nobody", Proof::nobody},
                                   {"holder", Proof::holder},
                                   {"named", Proof::named},
                                   {"results", Proof::results}}},
                                 kind.proves);
  kind.control = one_of<std::optional<Control>, 3>(
      entry, "control",
      {{{"current", Control::current}, {"interim", Control::interim}, {"final", Control::final}}},
      kind.control);
  read_fields(entry, kind);
  constexpr double kStrong = 1.4;
  for (const auto& [list, weight] : {std::pair{"named", 1.0}, std::pair{"strong", kStrong}}) {
    if (!entry.has(list)) continue;
    for (const std::string& words : entry.texts(list)) draft.titles[words] = weight;
  }
  read_weights(entry, "titles", draft.titles);
  read_weights(entry, "anchors", draft.anchors);
}

bool is_plain_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

/// A paper that has a kind of its own in this institution is no longer one of the rest.
void leave_rest(std::vector<Draft>& drafts, const std::vector<std::string>& own) {
  const auto rest = std::find_if(drafts.begin(), drafts.end(),
                                 [](const Draft& draft) { return draft.kind.id == "other"; });
  if (rest == drafts.end()) return;
  for (const Draft& draft : drafts) {
    if (&draft == &*rest || std::find(own.begin(), own.end(), draft.kind.id) == own.end()) continue;
    for (const auto& [words, weight] : draft.titles) rest->titles.erase(words);
  }
}

PaperKind finished(Draft&& draft) {
  PaperKind kind = std::move(draft.kind);
  for (const auto& [words, weight] : draft.titles) {
    if (weight > 0) kind.titles.push_back({fold_letters(words), weight});
  }
  for (const auto& [words, weight] : draft.anchors) {
    if (weight != 0) kind.anchors.push_back({words, word_pattern(words), weight});
  }
  return kind;
}

}  // namespace

bool PaperKind::may_hold(std::string_view field) const {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

DocumentKinds::DocumentKinds(std::span<const Source> sources) {
  std::vector<Draft> drafts;
  for (const Source& source : sources) {
    const DataTable file = DataTable::parse(source.toml, source.name);
    file.expect_only({"kind"});
    std::vector<std::string> here;
    for (const DataTable& entry : file.tables("kind")) {
      const std::string& id = entry.text("id");
      if (!is_plain_id(id)) {
        entry.refuse(say(tr("'{}' cannot be the id of a kind"), id),
                     tr("use small Latin letters, digits and _"));
      }
      if (std::find(here.begin(), here.end(), id) != here.end()) {
        entry.refuse(say(tr("the kind '{}' stands twice"), id), tr("join the two entries"));
      }
      here.push_back(id);
      if (&source != sources.data()) own_.push_back(id);
      auto known = std::find_if(drafts.begin(), drafts.end(),
                                [&](const Draft& draft) { return draft.kind.id == id; });
      if (known == drafts.end()) {
        drafts.emplace_back();
        known = drafts.end() - 1;
        known->kind.id = id;
      }
      read_entry(entry, *known);
    }
  }
  leave_rest(drafts, own_);
  for (Draft& draft : drafts) {
    const std::string id = draft.kind.id;
    while_doing(say(tr("reading the kind '{}'"), id),
                [&] { kinds_.push_back(finished(std::move(draft))); });
  }
}

DocumentKinds DocumentKinds::shipped() {
  const std::array sources{Source{shipped_data("document_kinds.toml"), "document_kinds.toml"}};
  return DocumentKinds(sources);
}

DocumentKinds DocumentKinds::shipped_with(std::string_view toml, std::string_view name) {
  const std::array sources{Source{shipped_data("document_kinds.toml"), "document_kinds.toml"},
                           Source{toml, name}};
  return DocumentKinds(sources);
}

const PaperKind* DocumentKinds::find(std::string_view id) const {
  const auto found = std::find_if(kinds_.begin(), kinds_.end(),
                                  [&](const PaperKind& kind) { return kind.id == id; });
  return found == kinds_.end() ? nullptr : &*found;
}

Pattern word_pattern(std::string_view words) {
  std::string expression = R"((?<![\p{L}\p{N}])(?:)";
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == ' ') {
      // "a ?b": a space that may be absent.
      const bool counted = at + 1 < words.size() &&
                           std::string_view("?*+{").find(words[at + 1]) != std::string_view::npos;
      expression += counted ? R"(\s)" : R"(\s+)";
    } else {
      expression += words[at];
    }
  }
  return Pattern(expression + ")");
}

}  // namespace fonds
