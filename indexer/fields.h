/// The one table of what can be searched: it drives indexing, parsing, help and tests.
///
/// Invariant: names and term prefixes are unique and well formed; checked when compiling.
/// Prefix letters follow Xapian's convention: Q unique id, Z stem, Y year, X… our own.
/// Threads: constants.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace fonds {

enum class FieldId {
  text,
  stem,
  document,
  accession,
  year,
  kind,
  level,
  place,
  case_index,
  number,
  number_canonical,
  number_look_alike,
  number_part,
  student,
  student_name,
  student_birth,
  collective,
  event,
  date,
  has,
  lacks,
  status,
  readers,
  blocked,
  pair
};

enum class FieldType {
  words,   ///< running text: exact forms with positions
  stems,   ///< stems of the words of running text, with the pages they stand on
  exact,   ///< one folded value, compared whole
  year,    ///< four digits, a school year, or a range "2019..2021" over the value slots
  value,   ///< a value of a card's field, by any of its names (value_words.h)
  code,    ///< an index of parts, by all or some of them: "02-05", "02"
  number,  ///< a registration number by all its forms (registry/number_key.h)
  form,    ///< never asked for by name: a form of a number, a pair of words (word_pairs.h)
  person,  ///< a student by number in the register, or by name in any case form
  name,    ///< the words of such a name, with the pages they stand on
  title,   ///< words found in all their forms, without places
  date,    ///< a day, month, year or school year, or from … to …, over the value slots
  lack,    ///< the reverse of a value: its words and terms are those of `has`
  access   ///< who may see the document: never asked for by a query, always by the reader's rights
};

/// Value slots of an index document, for sorting and ranges.
enum class Slot : unsigned {
  accession = 0,
  accepted_at = 1,
  year = 2,
  last_year = 3,
  first_day = 4,  ///< of the paper's date, "20240515"; empty: not known
  last_day = 5,
  number = 6,  ///< by which numbers of papers are put in order
  kind = 7,    ///< from here on: what facets count; as the catalogue keeps it, empty: not known
  level = 8,
  place = 9,
  collective = 10,
  case_index = 11,
  status = 12,
  event = 13
};

struct Field {
  FieldId id;
  std::string_view name;          ///< in queries: `name:value`; empty: not to be named
  std::string_view russian_name;  ///< the same in Russian
  std::string_view prefix;        ///< of its terms in the index
  FieldType type;
  bool plain;  ///< a plain word is looked for here too; in numbers and codes one with a digit
  std::string_view help;   ///< English; shown through tr()
  std::string_view query;  ///< example
};

inline constexpr std::array<Field, 25> kFields{{
    {FieldId::text, "text", "текст", "", FieldType::words, true, "words of the recognised text",
     "текст:диплом"},
    {FieldId::stem, "", "", "Z", FieldType::stems, false, "", ""},
    {FieldId::document, "id", "ид", "Q", FieldType::exact, false, "number of the document",
     "id:123"},
    {FieldId::accession, "accession", "учёт", "XA", FieldType::exact, true, "accession number",
     "учёт:2026-000123"},
    {FieldId::year, "year", "год", "Y", FieldType::year, false,
     "year of the paper, school year, or years from … to …", "год:2023..2025"},
    {FieldId::kind, "kind", "тип", "XK", FieldType::value, false, "kind of paper", "тип:диплом"},
    {FieldId::level, "level", "уровень", "XL", FieldType::value, false,
     "how far the contest reaches", "уровень:муниципальный"},
    {FieldId::place, "place", "место", "XP", FieldType::value, false, "what was won", "место:1"},
    {FieldId::case_index, "case", "дело", "XD", FieldType::code, false,
     "case by its index, or a part of it", "дело:02-05"},
    {FieldId::number, "number", "номер", "XN", FieldType::number, true,
     "number of the paper, however it is parted", "номер:А-1312/99"},
    {FieldId::number_canonical, "", "", "XNC", FieldType::form, false, "", ""},
    {FieldId::number_look_alike, "", "", "XNL", FieldType::form, false, "", ""},
    {FieldId::number_part, "", "", "XNP", FieldType::form, false, "", ""},
    {FieldId::student, "student", "ученик", "XS", FieldType::person, false,
     "student by name or by number in the register", "ученик:«Кравец Тимофей»"},
    {FieldId::student_name, "", "", "XU", FieldType::name, true, "", ""},
    {FieldId::student_birth, "", "", "XUB", FieldType::form, false, "", ""},
    {FieldId::collective, "collective", "объединение", "XC", FieldType::title, false,
     "what the student attends", "объединение:Акварель"},
    {FieldId::event, "event", "мероприятие", "XE", FieldType::title, false,
     "contest, festival or other event", "мероприятие:«Звонкие голоса»"},
    {FieldId::date, "date", "дата", "D", FieldType::date, false,
     "date of the paper: a day, month, year, or from … to …", "дата:2023..2024-05"},
    {FieldId::has, "has", "есть", "XH", FieldType::value, false, "what the document has",
     "есть:скан"},
    {FieldId::lacks, "lacks", "нет", "XHL", FieldType::lack, false, "what it does not have",
     "нет:дела"},
    {FieldId::status, "status", "статус", "XT", FieldType::value, false,
     "whether it waits for a person", "статус:ждёт"},
    {FieldId::readers, "", "", "XR", FieldType::access, false, "", ""},
    {FieldId::blocked, "", "", "XRB", FieldType::access, false, "", ""},
    {FieldId::pair, "", "", "XW", FieldType::form, false, "", ""},
}};

constexpr const Field& entry_of(FieldId field) { return kFields[static_cast<std::size_t>(field)]; }

namespace fields_check {

constexpr bool in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].id) != i) return false;
  }
  return true;
}

/// One capital letter, or X and capital letters: none can begin another, as terms are lower case.
constexpr bool prefixes_well_formed() {
  for (const Field& field : kFields) {
    if (field.prefix.empty() && field.type != FieldType::words) return false;
    if (field.prefix.size() > 1 && field.prefix.front() != 'X') return false;
    if (field.prefix == "X") return false;
    for (const char c : field.prefix) {
      if (c < 'A' || c > 'Z') return false;
    }
  }
  return true;
}

constexpr bool names_and_prefixes_unique() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (kFields[i].prefix == kFields[j].prefix) return false;
      if (kFields[i].name.empty() || kFields[j].name.empty()) continue;
      if (kFields[i].name == kFields[j].name) return false;
      if (kFields[i].russian_name == kFields[j].russian_name) return false;
    }
  }
  return true;
}

constexpr bool named_ones_explained() {
  for (const Field& field : kFields) {
    const bool named = !field.name.empty();
    if (named != !field.russian_name.empty() || named != !field.help.empty()) return false;
    if (named != (field.query.find(':') != std::string_view::npos)) return false;
  }
  return true;
}

}  // namespace fields_check

static_assert(fields_check::in_order(), "kFields must stand in the order of FieldId");
static_assert(fields_check::prefixes_well_formed(), "a prefix is one capital, or X and capitals");
static_assert(fields_check::names_and_prefixes_unique(), "two fields share a name or a prefix");
static_assert(fields_check::named_ones_explained(),
              "a named field needs both names, help, example");

}  // namespace fonds
