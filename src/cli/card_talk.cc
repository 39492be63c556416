#include "cli/card_talk.h"

#include <algorithm>

#include "archive/card_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/document_talk.h"

namespace fonds {
namespace {

bool is_open(const Reviewed& reviewed, std::string_view field) {
  const auto& fields = reviewed.open.fields;
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool is_open(const Reviewed& reviewed, std::size_t link) {
  const auto& links = reviewed.open.links;
  return std::find(links.begin(), links.end(), link) != links.end();
}

/// "97 %" of the machine, "by local" of a person.
std::string sureness(Origin origin, double confidence, const std::string& by) {
  return origin == Origin::person ? say(tr("by {}"), by) : percent(confidence);
}

std::string place_in_words(const std::optional<PlaceOnPage>& place) {
  if (!place) return {};
  const Box& box = place->box;
  return say(tr(", page {} at {}, {} ({} × {})"), place->page, box.left, box.top, box.width,
             box.height);
}

/// "15 Кравец Тимофей Ильич": number and, when the register knows it, name.
std::string student_in_words(const Reviewed& reviewed, StudentId student) {
  const auto name = reviewed.names.find(student);
  if (name == reviewed.names.end()) return std::to_string(student.value);
  return fmt::format("{} {}", student.value, printable(name->second));
}

std::string link_line(const Reviewed& reviewed, const StudentLink& link) {
  std::string line = say(tr("student {}: {}, {}"), student_in_words(reviewed, link.student),
                         title_of(link.state), sureness(link.origin, link.probability, link.by));
  const auto mention = static_cast<std::size_t>(link.mention);
  if (mention >= 1 && mention <= reviewed.stored.card.mentions.size()) {
    line += fmt::format("  «{}»", printable(reviewed.stored.card.mentions[mention - 1].printed));
  }
  return line;
}

std::string parts_line(const Decision<std::vector<int>>& parts) {
  return say(tr("? it seems to be several papers; they begin on pages {}  ({})"),
             fmt::format("{}", fmt::join(*parts.value, ", ")), percent(parts.confidence));
}

void append_reasons(std::vector<std::string>& lines, const std::vector<Reason>& reasons,
                    const char* indent) {
  for (const Reason& reason : reasons) lines.push_back(indent + printable(in_words(reason)));
}

}  // namespace

std::vector<std::string> card_lines(const Reviewed& reviewed) {
  std::vector<std::string> lines;
  const Card& card = reviewed.stored.card;
  if (card.parts.value) lines.push_back(parts_line(card.parts));
  for (const CardField& field : kCardFields) {
    const FieldValue* value = value_of(card, field.name);
    if (value == nullptr) continue;
    lines.push_back(fmt::format("{} {}: {}  ({})", is_open(reviewed, field.name) ? '?' : ' ',
                                field_title(field.name), shown(*value, *reviewed.words),
                                sureness(value->origin, value->confidence, value->by)));
  }
  for (std::size_t i = 0; i < card.links.size(); ++i) {
    lines.push_back(
        fmt::format("{} {}", is_open(reviewed, i) ? '?' : ' ', link_line(reviewed, card.links[i])));
  }
  return lines;
}

std::vector<std::string> explained(const Reviewed& reviewed) {
  std::vector<std::string> lines;
  const Card& card = reviewed.stored.card;
  if (card.parts.value) {
    lines.push_back(parts_line(card.parts));
    append_reasons(lines, card.parts.reasons, "      ");
  }
  for (const FieldValue& value : card.values) {
    const bool waits = value.origin == Origin::machine && is_open(reviewed, value.field);
    lines.push_back(fmt::format("{} {}: {}  ({}){}", waits ? '?' : ' ', field_title(value.field),
                                shown(value, *reviewed.words),
                                sureness(value.origin, value.confidence, value.by),
                                place_in_words(value.source)));
    append_reasons(lines, value.reasons, "      ");
  }
  const auto append_links = [&](int mention, const char* indent) {
    for (std::size_t i = 0; i < card.links.size(); ++i) {
      const StudentLink& link = card.links[i];
      if (link.mention != mention) continue;
      lines.push_back(
          fmt::format("{}{} {}", indent, is_open(reviewed, i) ? '?' : ' ',
                      say(tr("student {}: {}, {}"), student_in_words(reviewed, link.student),
                          title_of(link.state), sureness(link.origin, link.probability, link.by))));
      append_reasons(lines, link.reasons, "          ");
    }
  };
  for (std::size_t i = 0; i < card.mentions.size(); ++i) {
    const PersonMention& mention = card.mentions[i];
    lines.push_back(fmt::format("  «{}»: {}  ({}){}", printable(mention.printed),
                                title_of(mention.role), percent(mention.confidence),
                                place_in_words(mention.source)));
    append_reasons(lines, mention.reasons, "      ");
    append_links(static_cast<int>(i) + 1, "    ");
  }
  append_links(0, "");
  for (const TextCorrection& each : reviewed.stored.corrections) {
    lines.push_back(say(tr("  page {}, line {} reads “{}”  (by {}), the machine read “{}”"),
                        each.page, each.line, printable(each.value), each.by,
                        printable(each.machine)));
  }
  return lines;
}

}  // namespace fonds
