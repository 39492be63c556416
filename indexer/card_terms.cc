#include "indexer/card_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "indexer/date_query.h"
#include "indexer/visible.h"
#include "model/award.h"
#include "model/calendar_date.h"
#include "model/card.h"
#include "registry/number_key.h"

namespace fonds {
namespace {

std::string school_year_text(int first_year) {
  return fmt::format("{}/{}", first_year, first_year + 1);
}

/// The words of a name's part, folded; those of a double surname one by one.
std::vector<std::string> words_of(std::string_view part) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(normalise(to_valid_utf8(part)))) {
    if (!token.text.empty() && token.form == Token::Form::word) words.push_back(token.text);
  }
  return words;
}

// Of the words of a surname, of former ones, of first name and patronymic within those places.
constexpr std::uint32_t kLast = 0;
constexpr std::uint32_t kFormer = 4;
constexpr std::uint32_t kFirst = 8;
constexpr std::uint32_t kMiddle = 11;
constexpr std::uint32_t kBirth = 15;
static_assert(kMiddle + 3 <= kNumberPlace && kNumberPlace < kBirth && kBirth < kNameWindow);

}  // namespace

std::string term_of(FieldId field, std::string_view value) {
  std::string term(entry_of(field).prefix);
  term += value.substr(0, kLongestTerm);
  while (value.size() > kLongestTerm && !is_valid_utf8(term)) term.pop_back();
  return term;
}

std::vector<std::string> code_terms(FieldId field, std::string_view index) {
  std::vector<std::string> parts(1);
  bool cyrillic = false;  // whether the letter that is being walked over is
  for (const char c : fold(to_valid_utf8(index))) {
    const auto byte = static_cast<unsigned char>(c);
    const bool follows = (byte & 0xC0U) == 0x80U;
    if (!follows) cyrillic = byte == 0xD0 || byte == 0xD1;
    const bool inside = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || cyrillic;
    if (inside) {
      parts.back() += c;
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  constexpr std::size_t kMostParts = 6;
  parts.resize(std::min(parts.size(), kMostParts));
  std::vector<std::string> terms;
  for (std::size_t size = parts.size(); size > 0; --size) {
    for (std::size_t from = 0; from + size <= parts.size(); ++from) {
      const auto first = parts.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last = first + static_cast<std::ptrdiff_t>(size);
      terms.push_back(term_of(field, fmt::format("{}", fmt::join(first, last, "-"))));
    }
  }
  return terms;
}

NumberTerms number_terms(std::string_view printed) {
  const NumberKey key = number_key(printed);
  NumberTerms terms;
  if (key.look_alike.empty()) return terms;
  terms.exact = term_of(FieldId::number, key.exact);
  terms.canonical = term_of(FieldId::number_canonical, key.canonical);
  terms.look_alike = term_of(FieldId::number_look_alike, key.look_alike);
  for (const std::string& part : key.parts) {
    terms.parts.push_back(term_of(FieldId::number_part, part));
  }
  return terms;
}

std::string number_order(std::string_view printed) {
  constexpr std::size_t kDigits = 12;
  std::string order;
  std::string figures;
  const auto take_figures = [&] {
    if (figures.empty()) return;
    figures.insert(0, figures.size() < kDigits ? kDigits - figures.size() : 0, '0');
    order += std::exchange(figures, {});
  };
  for (const char c : fold(to_valid_utf8(printed))) {
    if (c >= '0' && c <= '9') {
      figures += c;
    } else {
      take_figures();
      if (c != ' ') order += c;
    }
  }
  take_figures();
  return order;
}

DocumentYears years_of(const IndexedDocument& document) {
  const IndexedCard& card = document.card;
  DocumentYears years;
  std::optional<int> school_year = card.school_year;
  if (card.date) {
    years.first = card.date->from.year;
    years.last = std::max(card.date->to.year, years.first);
    if (!school_year && card.date->precision != DatePrecision::year) {
      school_year = school_year_of(card.date->from);
    }
  } else if (school_year) {
    years.first = *school_year;
    years.last = *school_year + 1;
  } else {
    years.first = years.last = day_here(document.accepted_at).year;
  }
  constexpr int kMostYears = 100;  // more is a date misread
  for (int year = years.first; year <= std::min(years.last, years.first + kMostYears); ++year) {
    years.terms.push_back(fmt::format("{:04}", year));
  }
  if (school_year) years.terms.push_back(school_year_text(*school_year));
  return years;
}

void CardTerms::add(Xapian::Document& document, const IndexedDocument& source) {
  const IndexedCard& card = source.card;
  add_dates(document, source);
  const auto add_value = [&](FieldId field, const std::string& value) {
    if (!value.empty()) document.add_boolean_term(term_of(field, fold(to_valid_utf8(value))));
  };
  add_value(FieldId::kind, card.kind);
  add_value(FieldId::level, card.level);
  add_value(FieldId::place, card.place);
  // A laureate of whatever degree is a laureate.
  if (const auto place = award_place_from(card.place); place && place->degree > 0) {
    add_value(FieldId::place, std::string(name_of(place->rank)));
  }
  bool whole = true;
  for (const std::string& term : code_terms(FieldId::case_index, card.case_index)) {
    // The whole index weighs: whoever types it wants the papers of that case first.
    if (whole) document.add_term(term);
    if (!whole) document.add_boolean_term(term);
    whole = false;
  }
  for (const std::string& number : card.numbers) {
    const NumberTerms terms = number_terms(number);
    if (terms.look_alike.empty()) continue;
    for (const std::string* form : {&terms.exact, &terms.canonical, &terms.look_alike}) {
      document.add_term(*form);
    }
    for (const std::string& part : terms.parts) document.add_term(part);
  }
  add_title(document, FieldId::collective, card.collective);
  add_title(document, FieldId::event, card.event);
  std::uint32_t number = 0;
  for (const IndexedStudent& student : card.students) add_student(document, student, number++);
  add_state(document, source);
  for (const std::string& each : source.readers) document.add_boolean_term(readers_term(each));
  if (source.blocked) document.add_boolean_term(blocked_term());
}

void CardTerms::add_dates(Xapian::Document& document, const IndexedDocument& source) {
  const DocumentYears years = years_of(source);
  for (const std::string& year : years.terms) {
    document.add_boolean_term(term_of(FieldId::year, year));
  }
  document.add_value(static_cast<unsigned>(Slot::year), fmt::format("{:04}", years.first));
  document.add_value(static_cast<unsigned>(Slot::last_year), fmt::format("{:04}", years.last));
  const IndexedCard& card = source.card;
  if (!card.date) return;
  document.add_value(static_cast<unsigned>(Slot::first_day), day_value(card.date->from));
  document.add_value(static_cast<unsigned>(Slot::last_day), day_value(card.date->to));
}

void CardTerms::add_title(Xapian::Document& document, FieldId field, const std::string& title) {
  for (const Token& token : tokens_of(normalise(to_valid_utf8(title)))) {
    if (token.text.empty() || token.form == Token::Form::part) continue;
    const bool word = token.form == Token::Form::word;
    document.add_boolean_term(term_of(field, word ? stems_.of(token.text) : token.text));
  }
}

/// What the document has and whether it waits; and the values that facets count.
void CardTerms::add_state(Xapian::Document& document, const IndexedDocument& source) {
  const IndexedCard& card = source.card;
  const std::string number = card.numbers.empty() ? std::string() : card.numbers.front();
  const std::string status = card.waits ? "waiting" : "settled";
  const std::pair<std::string_view, bool> has[] = {{"scan", source.scanned},
                                                   {"case", !card.case_index.empty()},
                                                   {"student", !card.students.empty()},
                                                   {"date", card.date.has_value()},
                                                   {"number", !number.empty()},
                                                   {"level", !card.level.empty()},
                                                   {"place", !card.place.empty()},
                                                   {"collective", !card.collective.empty()},
                                                   {"event", !card.event.empty()}};
  for (const auto& [name, there] : has) {
    if (there) document.add_boolean_term(term_of(FieldId::has, name));
  }
  document.add_boolean_term(term_of(FieldId::status, status));
  const std::pair<Slot, std::string> values[] = {{Slot::number, number_order(number)},
                                                 {Slot::kind, card.kind},
                                                 {Slot::level, card.level},
                                                 {Slot::place, card.place},
                                                 {Slot::collective, card.collective},
                                                 {Slot::case_index, card.case_index},
                                                 {Slot::status, status},
                                                 {Slot::event, card.event}};
  for (const auto& [slot, value] : values) {
    if (!value.empty()) {
      document.add_value(static_cast<unsigned>(slot),
                         first_characters(to_valid_utf8(value), kLongestTerm));
    }
  }
}

void CardTerms::add_student(Xapian::Document& document, const IndexedStudent& student,
                            std::uint32_t number) {
  const auto page = static_cast<std::size_t>(std::max(student.page, 1));
  const std::uint32_t base = 1 + number * kPlacesOfAStudent;
  for (const StudentId id : {student.id, student.record}) {
    if (id.value == 0) continue;
    const std::string term = term_of(FieldId::student, std::to_string(id.value));
    document.add_posting(term, position_of(page, 0));
    document.add_posting(term, position_of(page, base + kNumberPlace));
  }
  if (!grammar_) grammar_ = NameGrammar::shipped();
  std::set<std::pair<std::string, std::uint32_t>> words;
  const auto add_part = [&](std::string_view part, std::uint32_t place) {
    for (std::string& word : words_of(part)) {
      if (place == kFirst || place == kMiddle) {
        words.emplace(first_characters(word, 1), place);  // asked for by initials
      }
      words.emplace(std::move(word), place);
    }
  };
  for (const PersonName& form : grammar_->paradigm(student.name, student.gender)) {
    std::uint32_t place = kLast;
    for (std::string& word : words_of(form.last)) {
      words.emplace(std::move(word), std::min(place++, kFormer - 1));
    }
    add_part(form.first, kFirst);
    add_part(form.middle, kMiddle);
  }
  for (const std::string& former : student.former_last_names) {
    const PersonName name{former, student.name.first, student.name.middle};
    for (const PersonName& form : grammar_->paradigm(name, student.gender)) {
      add_part(form.last, kFormer);
    }
  }
  if (student.birth_date) {
    document.add_posting(term_of(FieldId::student_birth, to_text(*student.birth_date)),
                         position_of(page, base + kBirth));
  }
  for (const auto& [word, place] : words) {
    document.add_posting(term_of(FieldId::student_name, word), position_of(page, base + place));
  }
}

}  // namespace fonds
