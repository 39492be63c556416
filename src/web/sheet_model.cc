#include "web/sheet_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/messages.h"
#include "base/text.h"
#include "web/card_model.h"
#include "web/page_levels.h"

namespace fonds {
namespace {

using Marks = std::vector<Snippet::Mark>;

/// A page's lines as one text, and where in it each word stands.
struct PageText {
  std::string text;
  struct Placed {
    std::size_t begin = 0;
    std::size_t end = 0;
    UprightBox box;
  };
  std::vector<Placed> words;
};

PageText text_of(const std::vector<ShownLine>& lines) {
  PageText page;
  for (const ShownLine& line : lines) {
    for (const ShownWord& word : line.words) {
      const std::size_t begin = page.text.size();
      page.text += word.text;
      page.words.push_back({begin, page.text.size(), word.box});
      page.text += ' ';
    }
    page.text += '\n';
  }
  return page;
}

bool is_marked(const Marks& marks, const PageText::Placed& word) {
  return std::any_of(marks.begin(), marks.end(), [&](const Snippet::Mark& mark) {
    return mark.begin < word.end && word.begin < mark.end;
  });
}

/// The texts of all pages, with corrections; as many as the paper has pages.
std::vector<std::string> texts_of(Visit& visit, const Document& document) {
  const std::string whole = ArchiveReview(visit.archive()).text(visit.actor(), document);
  std::vector<std::string> pages(1);
  for (const char c : whole) {
    if (c == '\f') {
      pages.emplace_back();
    } else {
      pages.back() += c;
    }
  }
  pages.resize(document.pages.size());
  return pages;
}

/// What is marked of each page when the paper was searched for; `shown`: the page in sight.
std::vector<Marks> marks_of(Visit& visit, const Document& document, const WantedSheet& wanted,
                            const PageText& shown) {
  if (wanted.query.empty() || document.pages.empty() || !visit.may(Operation::search)) return {};
  std::vector<std::string> pages = texts_of(visit, document);
  pages[static_cast<std::size_t>(wanted.page) - 1] = shown.text;
  return visit.place.search.marks(visit.actor(), wanted.query, pages);
}

std::set<std::string> folded_words(const std::string& text) {
  std::set<std::string> words;
  std::istringstream stream(fold(to_valid_utf8(text)));
  for (std::string word; stream >> word;) words.insert(word);
  return words;
}

std::string address(const Document& document, const WantedSheet& wanted, int page) {
  FormFields fields;
  if (!wanted.query.empty()) fields.emplace_back("q", wanted.query);
  fields.emplace_back("page", std::to_string(page));
  return path_of(document) + '?' + written_form(fields);
}

Json box_of(const Json& place, std::string_view kind, bool now, const std::string& title) {
  return {{"left", place["left"]},
          {"top", place["top"]},
          {"width", place["width"]},
          {"height", place["height"]},
          {"kind", kind},
          {"now", now},
          {"title", title}};
}

/// Places of the card's values on this page, and of names that were searched for.
void add_card_boxes(const Json& card, const WantedSheet& wanted, Json& boxes) {
  const auto is_here = [&](const Json& place) {
    return place.is_object() && place["page"] == wanted.page;
  };
  for (const Json& field : card["fields"]) {
    if (!field["known"].get<bool>() || !is_here(field["place"])) continue;
    boxes.push_back(box_of(field["place"], "field", field["name"] == wanted.mark,
                           fmt::format("{}: {}", field["title"].get<std::string>(),
                                       field["value"].get<std::string>())));
  }
  const std::set<std::string> searched = folded_words(wanted.query);
  for (const Json& mention : card["mentions"]) {
    if (!is_here(mention["place"])) continue;
    const bool now = fmt::format("name-{}", mention["number"].get<int>()) == wanted.mark;
    bool is_hit = false;
    for (const Json& student : mention["students"]) {
      for (const std::string& word : folded_words(student["name"])) {
        is_hit = is_hit || (!student["refused"].get<bool>() && searched.count(word) > 0);
      }
    }
    if (now || is_hit) {
      boxes.push_back(box_of(mention["place"], is_hit ? "hit" : "field", now, mention["printed"]));
    }
  }
}

Json lines_model(const std::vector<ShownLine>& lines, const Marks& marks) {
  Json model = Json::array();
  const PageText page = text_of(lines);
  std::size_t at = 0;
  for (const ShownLine& line : lines) {
    Json parts = Json::array();
    for (std::size_t i = 0; i < line.words.size(); ++i, ++at) {
      const bool mark = is_marked(marks, page.words[at]);
      const std::string text = printable(line.words[i].text);
      if (!parts.empty() && parts.back()["mark"] == mark) {
        parts.back()["text"] = parts.back()["text"].get<std::string>() + ' ' + text;
      } else {
        if (!parts.empty()) parts.back()["space"] = true;
        parts.push_back({{"text", text}, {"mark", mark}});
      }
    }
    model.push_back({{"parts", std::move(parts)}, {"corrected_by", line.corrected_by}});
  }
  return model;
}

/// Where the other pages are, and those with hits.
void tell_pages(const Document& document, const WantedSheet& wanted,
                const std::vector<Marks>& marks, Json& model) {
  const int count = count_pages(document);
  model["pages"] = Json::array();
  model["several"] = count > 1;
  for (int page = 1; page <= count; ++page) {
    const auto at = static_cast<std::size_t>(page) - 1;
    const std::size_t hits = at < marks.size() ? marks[at].size() : 0;
    const std::string path = address(document, wanted, page);
    model["pages"].push_back(
        {{"number", page},
         {"path", path},
         {"thumbnail", document.pages.empty() || !has_pictures(document)
                           ? Json(false)
                           : Json(fmt::format("{}/thumbnails/{}", path_of(document), page))},
         {"here", page == wanted.page},
         {"hits", hits > 0 ? Json(hits) : Json(false)}});
    if (page == wanted.page - 1) model["previous"] = path;
    if (page == wanted.page + 1) model["next"] = path;
    if (hits > 0 && page < wanted.page) model["previous_hit"] = path;
    if (hits > 0 && page > wanted.page && !model.contains("next_hit")) model["next_hit"] = path;
  }
}

}  // namespace

int count_pages(const Document& document) {
  return static_cast<int>(std::max(
      document.pages.empty() ? document.originals.size() : document.pages.size(), std::size_t{1}));
}

std::string path_of(const Document& document) { return "/documents/" + document.accession; }

WantedSheet wanted_sheet(const Visit& visit, const Document& document) {
  return {visit.number("page", 1, 1, count_pages(document)), std::string(visit.request.value("q")),
          std::string(visit.request.value("mark"))};
}

Json sheet_model(Visit& visit, const Reviewed& reviewed, const Json& card,
                 const WantedSheet& wanted) {
  const Document& document = reviewed.document;
  Json model{{"page", wanted.page}, {"count", count_pages(document)}, {"boxes", Json::array()}};
  tell_picture(document, wanted.page, model);
  std::vector<ShownLine> lines;
  if (!document.pages.empty()) {
    lines = visit.place.pages.words(visit.actor(), document.accession, wanted.page).lines;
  }
  const PageText shown = text_of(lines);
  const std::vector<Marks> marks = marks_of(visit, document, wanted, shown);
  const Marks here = marks.empty() ? Marks() : marks[static_cast<std::size_t>(wanted.page) - 1];
  for (const PageText::Placed& word : shown.words) {
    if (word.box.width > 0 && is_marked(here, word)) {
      model["boxes"].push_back(box_of(box_model(word.box), "hit", false, ""));
    }
  }
  add_card_boxes(card, wanted, model["boxes"]);
  model["lines"] = lines_model(lines, here);
  model["hits"] = here.size();
  if (!wanted.query.empty()) {
    model["found"] = say(trn("{} place on this page", "{} places on this page",
                             static_cast<unsigned long>(here.size())),
                         here.size());
  }
  tell_pages(document, wanted, marks, model);
  return model;
}

}  // namespace fonds
