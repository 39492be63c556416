#include "support/paper_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "support/paper_match.h"

namespace fonds {
namespace {

using Matches = std::function<bool(const std::string& answer, const std::string& truth, bool)>;

double share(int part, int whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool is_same(const std::string& answer, const std::string& truth, bool /*noisy*/) {
  return answer == truth;
}

/// The number of "218 | 2024-04-12".
bool is_same_order(const std::string& answer, const std::string& truth, bool noisy) {
  return is_same_number(answer, truth.substr(0, truth.find(" |")), noisy);
}

std::optional<std::string> year_text(const std::optional<int>& first_year) {
  if (!first_year) return std::nullopt;
  return fmt::format("{}/{}", *first_year, *first_year + 1);
}

/// Printed for two at once ("Дегтярёвым Олегу и Ксении"): a part that begins as this person's.
bool is_named(const std::string& answer, const SamplePerson& person, bool noisy) {
  if (is_same_name(answer, person.printed, noisy)) return true;
  if (person.printed.find(" и ") == std::string::npos) return false;
  const auto printed = words_of(person.printed);
  const auto words = words_of(answer);
  return !words.empty() && may_be_same_person(answer, person.nominative, noisy) &&
         std::all_of(words.begin(), words.end(), [&](const std::string& word) {
           return std::find(printed.begin(), printed.end(), word) != printed.end();
         });
}

std::string shown(const std::optional<std::string>& value) {
  return value ? "[" + *value + "]" : "nothing";
}

std::string name_text(const PersonMention& mention) {
  const std::string parts = full_text(mention.parts);
  return parts.empty() ? mention.printed : parts;
}

std::string row(const std::string& name, const FieldCount& count) {
  return fmt::format("{:12} {:5} {:5} {:5} {:7} {:8}   {:5.3f} {:6.3f}\n", name, count.right,
                     count.empty, count.wrong, count.missing, count.spurious, count.precision(),
                     count.recall());
}

}  // namespace

double FieldCount::precision() const { return share(right, told()); }
double FieldCount::recall() const { return share(right, right + wrong + missing); }
double RoleCount::precision() const { return share(right, told); }
double RoleCount::recall() const { return share(right, truth); }

struct PaperScore::Answer {
  std::string field;
  std::optional<std::string> value;
  double confidence = 0;
  Matches matches;
};

void PaperScore::note(const SamplePaper& paper, const std::string& what) {
  mistakes_.push_back(fmt::format("{:03} {}", paper.number, what));
}

void PaperScore::add_field(const SamplePaper& paper, const Answer& answer) {
  FieldCount& count = fields_[answer.field];
  const auto truth = paper.said(answer.field);
  const auto accepted = paper.accepted(answer.field);
  if (!answer.value) {
    if (paper.may_be_left_out(answer.field)) {
      ++count.empty;
      return;
    }
    ++count.missing;
    note(paper, fmt::format("{}: said {}, read nothing", answer.field, shown(truth)));
    return;
  }
  if (std::any_of(accepted.begin(), accepted.end(), [&](const std::string& right) {
        return answer.matches(*answer.value, right, paper.noisy);
      })) {
    ++count.right;
    return;
  }
  ++(truth ? count.wrong : count.spurious);
  note(paper, fmt::format("{}: said {}, read {} at {:.2f}", answer.field, shown(truth),
                          shown(answer.value), answer.confidence));
}

void PaperScore::add(const SamplePaper& paper, const PaperReading& reading) {
  ++papers_;
  const auto text = [&](const char* field, const Decision<std::string>& decision,
                        const Matches& matches) {
    add_field(paper, {field, decision.value, decision.confidence, matches});
  };
  text("kind", reading.kind, is_same);
  add_field(paper, {"date",
                    reading.date.value ? std::optional(to_text(*reading.date.value)) : std::nullopt,
                    reading.date.confidence, is_same});
  text("number", reading.number, is_same_number);
  add_field(paper, {"level",
                    reading.level.value ? std::optional(std::string(name_of(*reading.level.value)))
                                        : std::nullopt,
                    reading.level.confidence, is_same});
  add_field(paper,
            {"place",
             reading.place.value ? std::optional(std::string(name_of(reading.place.value->rank)))
                                 : std::nullopt,
             reading.place.confidence, is_same});
  if (reading.place.value && paper.said("degree")) {
    add_field(paper, {"degree",
                      reading.place.value->degree == 0
                          ? std::nullopt
                          : std::optional(std::to_string(reading.place.value->degree)),
                      reading.place.confidence, is_same});
  }
  text("event", reading.event, is_same_title);
  text("nomination", reading.nomination, is_same_title);
  text("collective", reading.collective, is_same_title);
  text("group", reading.group, is_same_number);
  text("issuer", reading.issuer, is_same_title);
  text("order", reading.order, is_same_order);
  text("case", reading.case_index, is_same_number);
  add_field(paper, {"school_year", year_text(reading.school_year.value),
                    reading.school_year.confidence, is_same});
  add_persons(paper, reading.persons);
  add_signing(paper, reading.persons);
}

void PaperScore::add_signing(const SamplePaper& paper, const std::vector<PersonMention>& mentions) {
  std::vector<const SampleSignatory*> left;
  for (const SampleSignatory& each : paper.signatories) left.push_back(&each);
  persons_.signing.truth += static_cast<int>(left.size());
  for (const PersonMention& mention : mentions) {
    if (!mention.signs) continue;
    ++persons_.signing.told;
    const auto found = std::find_if(left.begin(), left.end(), [&](const SampleSignatory* each) {
      return is_same_name(mention.printed, each->printed, paper.noisy);
    });
    if (found == left.end()) {
      note(paper, fmt::format("signatory: said nobody, read [{}]", mention.printed));
      continue;
    }
    ++persons_.signing.right;
    if (likeness(words_of(mention.office), words_of((*found)->office), paper.noisy) == 1.0) {
      ++persons_.offices_right;
    } else {
      note(paper, fmt::format("office of {}: said [{}], read [{}]", mention.printed,
                              (*found)->office, mention.office));
    }
    left.erase(found);
  }
  for (const SampleSignatory* each : left) {
    note(paper, fmt::format("signatory: said [{}, {}], read nobody", each->printed, each->office));
  }
}

void PaperScore::add_named(const SamplePaper& paper, const SamplePerson& person,
                           const PersonMention& mention) {
  ++persons_.named;
  const auto readings =
      grammar_.to_nominative(mention.parts, mention.expected_case, Gender::unknown);
  if (!readings.empty() &&
      is_same_name(full_text(readings.front().name), person.nominative, paper.noisy)) {
    ++persons_.nominative;
  } else {
    note(paper, fmt::format("nominative of {}: said {}, read {}", person.printed, person.nominative,
                            readings.empty() ? "nothing" : full_text(readings.front().name)));
  }
  if (mention.expected_case) {
    ++persons_.cases;
    if (name_of(*mention.expected_case) == person.grammatical_case) ++persons_.cases_right;
  }
  if (mention.role == person.role) {
    ++persons_.roles[static_cast<std::size_t>(person.role)].right;
  } else {
    note(paper, fmt::format("role of {}: said {}, read {} at {:.2f}", person.printed,
                            name_of(person.role), name_of(mention.role), mention.confidence));
  }
  if (!person.result.empty()) {
    ++persons_.results;
    if (likeness(words_of(mention.result), words_of(person.result), paper.noisy) == 1.0) {
      ++persons_.results_right;
    } else {
      note(paper, fmt::format("result of {}: said [{}], read [{}]", person.printed, person.result,
                              mention.result));
    }
  }
  if (person.birth.size() > 4) {
    ++persons_.births;
    if (mention.birth_date && to_text(*mention.birth_date) == person.birth) {
      ++persons_.births_right;
    } else {
      note(paper, fmt::format("birth date of {} not read", person.printed));
    }
  }
}

void PaperScore::add_persons(const SamplePaper& paper, const std::vector<PersonMention>& mentions) {
  std::vector<const SamplePerson*> left;
  for (const SamplePerson& person : paper.persons) {
    left.push_back(&person);
    ++persons_.truth;
    ++persons_.roles[static_cast<std::size_t>(person.role)].truth;
  }
  std::vector<const PersonMention*> rest;
  for (const PersonMention& mention : mentions) {
    // A person met twice may stand there in two roles: the same role first.
    const auto found_as = [&](bool same_role) {
      return std::find_if(left.begin(), left.end(), [&](const SamplePerson* person) {
        return (!same_role || person->role == mention.role) &&
               is_named(name_text(mention), *person, paper.noisy);
      });
    };
    auto found = found_as(true);
    if (found == left.end()) found = found_as(false);
    if (found == left.end()) {
      rest.push_back(&mention);
      continue;
    }
    add_named(paper, **found, mention);
    ++persons_.told;
    ++persons_.roles[static_cast<std::size_t>(mention.role)].told;
    left.erase(found);
  }
  for (const PersonMention* mention : rest) {
    // Another mention of somebody already found is no mistake ("Уважаемая Инна Львовна!").
    const bool met =
        std::any_of(paper.persons.begin(), paper.persons.end(), [&](const SamplePerson& person) {
          return std::find(left.begin(), left.end(), &person) == left.end() &&
                 may_be_same_person(name_text(*mention), person.nominative, paper.noisy);
        });
    if (met) continue;
    ++persons_.told;
    ++persons_.roles[static_cast<std::size_t>(mention->role)].told;
    note(paper, fmt::format("person: said nobody, read {} [{}] at {:.2f}", name_of(mention->role),
                            name_text(*mention), mention->confidence));
  }
  for (const SamplePerson* person : left) {
    note(paper,
         fmt::format("person: said {} [{}], read nobody", name_of(person->role), person->printed));
  }
}

std::string PaperScore::report() const {
  std::string text = fmt::format(
      "{} papers\n{:12} right empty wrong missing spurious   prec. recall\n", papers_, "field");
  for (const auto& [name, count] : fields_) text += row(name, count);
  text += fmt::format("\n{:12} truth  told right   prec. recall\n", "persons");
  text += fmt::format("{:12} {:5} {:5} {:5}   {:5.3f} {:6.3f}\n", "name", persons_.truth,
                      persons_.told, persons_.named, share(persons_.named, persons_.told),
                      share(persons_.named, persons_.truth));
  for (const PersonRole role : {PersonRole::holder, PersonRole::listed, PersonRole::other}) {
    const RoleCount& count = persons_.roles[static_cast<std::size_t>(role)];
    text += fmt::format("{:12} {:5} {:5} {:5}   {:5.3f} {:6.3f}\n", name_of(role), count.truth,
                        count.told, count.right, count.precision(), count.recall());
  }
  text +=
      fmt::format("{:12} {:5} {:5} {:5}   {:5.3f} {:6.3f}   offices right {}\n", "signatory",
                  persons_.signing.truth, persons_.signing.told, persons_.signing.right,
                  persons_.signing.precision(), persons_.signing.recall(), persons_.offices_right);
  text += fmt::format("of {} right names: nominative right {}; case said {}, right {}\n",
                      persons_.named, persons_.nominative, persons_.cases, persons_.cases_right);
  text += fmt::format("results of rows {} of {}; birth dates {} of {}\n", persons_.results_right,
                      persons_.results, persons_.births_right, persons_.births);
  return text;
}

}  // namespace fonds
