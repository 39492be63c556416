/// PaperReading: what a recognised paper says: its kind, fields and persons, each a Decision.
///
/// Every PlaceOnPage is in the frame of page.h. Threads: value types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/award.h"
#include "model/calendar_date.h"
#include "model/control.h"
#include "model/decision.h"
#include "model/person_name.h"

namespace fonds {

enum class PersonRole {
  holder,  ///< the paper is about this person or given to them
  listed,  ///< a row of a list, a named member, a learner mentioned in a teacher's award
  other,   ///< signatory, teacher, jury, parent
};
constexpr std::string_view name_of(PersonRole role) {
  if (role == PersonRole::holder) return "holder";
  return role == PersonRole::listed ? "listed" : "other";
}

/// A person named on the paper. Not yet anybody of the register.
struct PersonMention {
  std::string printed;  ///< as it stands: "Кравцу Тимофею Ильичу"
  /// The printed parts told apart, still in the printed case; initials as "И.".
  PersonName parts;
  /// The case the wording demands ("вручается …": dative), when it says so.
  std::optional<GrammaticalCase> expected_case;
  PersonRole role = PersonRole::other;
  double confidence = 0;  ///< that this is a person in this role
  double legibility = 1;  ///< lowest word confidence of the recogniser among its words
  std::vector<Reason> reasons;
  PlaceOnPage source;
  int row = 0;         ///< in a list: the row's number from 1, across pages; 0: not in a list
  std::string result;  ///< in a list: the result as printed ("зачёт", "1 место"); may be empty
  // What the paper says about the person; empty or absent when it does not.
  std::optional<CalendarDate> birth_date;
  std::optional<int> age;    ///< full years
  std::string school_class;  ///< "5 «В»", as printed
  std::string organisation;  ///< school or centre they come from, as printed
  std::string teacher;       ///< as printed
  std::string office;        ///< of somebody who may sign, as printed: "Директор ЦДТ"
  bool signs = false;        ///< puts their hand under the paper
};

struct PaperReading {
  /// Pages, from 1, on which papers begin, when it seems to be several; abstains: it is one.
  Decision<std::vector<int>> parts;
  Decision<std::string> kind;  ///< id of config/document_kinds.toml: "diploma"
  Decision<DateSpan> date;
  Decision<std::string> number;  ///< registration number as printed, without №
  Decision<Level> level;
  Decision<AwardPlace> place;
  Decision<std::string> event;  ///< "краевой олимпиаде «Юный изобретатель»", as printed
  Decision<std::string> nomination;
  Decision<std::string> collective;  ///< title without quotes
  Decision<std::string> group;
  Decision<std::string> issuer;
  Decision<std::string> order;       ///< number of the order it rests on
  Decision<std::string> case_index;  ///< "02-05"
  Decision<int> school_year;         ///< first calendar year
  Decision<Control> control;         ///< of a list of results
  Decision<std::string> signatories;  ///< "И.И. Иванов, директор ЦДТ; О.В. Дрозд"
  std::vector<PersonMention> persons;  ///< in reading order
};

}  // namespace fonds
