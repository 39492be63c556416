#include "catalogue/cards.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/reason_list.h"
#include "catalogue/sql.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

/// Columns of a place on a page as they stand in a row.
struct PlaceColumns {
  int page = 0;
  Box box;

  explicit PlaceColumns(const std::optional<PlaceOnPage>& place = {}) {
    if (!place) return;
    page = place->page;
    box = place->box;
  }
  [[nodiscard]] std::optional<PlaceOnPage> place() const {
    if (page == 0) return std::nullopt;
    return PlaceOnPage{page, box};
  }
};

Origin origin_from(const std::string& name) {
  return name == name_of(Origin::person) ? Origin::person : Origin::machine;
}

template <class Value>
Value known(const std::optional<Value>& value, const std::string& name) {
  if (value) return *value;
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown word on a card: {}"), name));
}

PersonRole role_from(const std::string& name) {
  for (const auto role : {PersonRole::holder, PersonRole::listed, PersonRole::other}) {
    if (name_of(role) == name) return role;
  }
  return known<PersonRole>(std::nullopt, name);
}

std::optional<GrammaticalCase> case_from(const std::string& name) {
  for (const auto each : kGrammaticalCases) {
    if (name_of(each) == name) return each;
  }
  return std::nullopt;
}

std::size_t place_in_table(const std::string& field) {
  const auto* const found = std::find_if(kCardFields.begin(), kCardFields.end(),
                                         [&](const CardField& each) { return each.name == field; });
  return static_cast<std::size_t>(found - kCardFields.begin());
}

/// The values on the cards of `documents` (SQL: a parameter, or numbers).
template <class... Arguments>
std::map<DocumentId, std::vector<FieldValue>> load_values(Database& database,
                                                          const std::string& documents,
                                                          const Arguments&... arguments) {
  std::map<DocumentId, std::vector<FieldValue>> values;
  FieldValue value;
  PlaceColumns at;
  long long document = 0;
  std::string origin;
  std::string reasons;
  each_row(
      database,
      "SELECT document, field, origin, value, confidence, reasons, page, box_left, box_top, "
      "box_width, box_height, login FROM card_values WHERE document IN (" +
          documents + ")",
      std::tie(document, value.field, origin, value.value, value.confidence, reasons, at.page,
               at.box.left, at.box.top, at.box.width, at.box.height, value.by),
      [&] {
        value.origin = origin_from(origin);
        value.reasons = reasons_from(reasons);
        value.source = at.place();
        values[{document}].push_back(value);
      },
      arguments...);
  const auto key = [](const FieldValue& each) {
    return std::pair(place_in_table(each.field), each.origin == Origin::person ? 0 : 1);
  };
  for (auto& [id, each] : values) {
    std::sort(each.begin(), each.end(),
              [&](const FieldValue& a, const FieldValue& b) { return key(a) < key(b); });
  }
  return values;
}

std::vector<PersonMention> load_mentions(Database& database, DocumentId document) {
  std::vector<PersonMention> mentions;
  PersonMention mention;
  PlaceColumns at;
  std::string expected_case;
  std::string role;
  std::string reasons;
  std::string birth_date;
  int age = 0;
  each_row(
      database,
      "SELECT printed, last_name, first_name, middle_name, expected_case, role, confidence, "
      "legibility, reasons, page, box_left, box_top, box_width, box_height, row_number, result, "
      "birth_date, age, organisation, teacher FROM mentions WHERE document = :document "
      "ORDER BY number",
      std::tie(mention.printed, mention.parts.last, mention.parts.first, mention.parts.middle,
               expected_case, role, mention.confidence, mention.legibility, reasons, at.page,
               at.box.left, at.box.top, at.box.width, at.box.height, mention.row, mention.result,
               birth_date, age, mention.organisation, mention.teacher),
      [&] {
        mention.expected_case = case_from(expected_case);
        mention.role = role_from(role);
        mention.reasons = reasons_from(reasons);
        mention.source = {at.page, at.box};
        mention.birth_date = calendar_date_from(birth_date);
        mention.age = age < 0 ? std::nullopt : std::optional<int>(age);
        mentions.push_back(mention);
      },
      document.value);
  return mentions;
}

/// The person's word over what the machine knew of the same student.
void lay_over(StudentLink& machine, const StudentLink& person) {
  machine.state = person.state;
  machine.origin = Origin::person;
  machine.by = person.by;
}

/// The links of `documents`, as load_values(): one per student, those of one mention together, the
/// most probable first.
template <class... Arguments>
std::map<DocumentId, std::vector<StudentLink>> load_links(Database& database,
                                                          const std::string& documents,
                                                          const Arguments&... arguments) {
  std::map<DocumentId, std::vector<StudentLink>> links;
  StudentLink link;
  std::string origin;
  std::string state;
  std::string reasons;
  long long document = 0;
  long long student = 0;
  each_row(
      database,
      // 'machine' comes before 'person'.
      "SELECT document, student, origin, mention, state, probability, reasons, login FROM "
      "student_links WHERE document IN (" +
          documents + ") ORDER BY document, student, origin",
      std::tie(document, student, origin, link.mention, state, link.probability, reasons, link.by),
      [&] {
        link.student = {student};
        link.origin = origin_from(origin);
        link.state = known(link_state_from(state), state);
        link.reasons = reasons_from(reasons);
        std::vector<StudentLink>& there = links[{document}];
        if (there.empty() || there.back().student != link.student) {
          there.push_back(link);
        } else {
          lay_over(there.back(), link);
        }
      },
      arguments...);
  for (auto& [id, each] : links) {
    std::stable_sort(each.begin(), each.end(), [](const StudentLink& a, const StudentLink& b) {
      return std::tuple(a.mention, -a.probability) < std::tuple(b.mention, -b.probability);
    });
  }
  return links;
}

template <class... Arguments>
std::map<DocumentId, std::vector<TextCorrection>> corrections_of(Database& database,
                                                                 const std::string& documents,
                                                                 const Arguments&... arguments) {
  std::map<DocumentId, std::vector<TextCorrection>> corrections;
  TextCorrection correction;
  long long document = 0;
  each_row(
      database,
      "SELECT document, page, line, machine, value, login FROM text_corrections WHERE document IN "
      "(" +
          documents + ") ORDER BY document, page, line",
      std::tie(document, correction.page, correction.line, correction.machine, correction.value,
               correction.by),
      [&] { corrections[{document}].push_back(correction); }, arguments...);
  return corrections;
}

void insert(Database& database, DocumentId document, Origin origin, const FieldValue& value) {
  const PlaceColumns at(value.source);
  change(database,
         "INSERT INTO card_values (document, field, origin, value, confidence, reasons, page, "
         "box_left, box_top, box_width, box_height, login, decided_at) VALUES (:document, :field, "
         ":origin, :value, :confidence, :reasons, :page, :box_left, :box_top, :box_width, "
         ":box_height, :login, :decided_at)",
         document.value, value.field, name_of(origin), value.value, value.confidence,
         text_of(value.reasons), at.page, at.box.left, at.box.top, at.box.width, at.box.height,
         origin == Origin::person ? value.by : std::string(), to_text(database.clock().now()));
}

void insert(Database& database, DocumentId document, int number, const PersonMention& mention) {
  const PlaceColumns at(mention.source);
  change(database,
         "INSERT INTO mentions (document, number, printed, last_name, first_name, middle_name, "
         "expected_case, role, confidence, legibility, reasons, page, box_left, box_top, "
         "box_width, box_height, row_number, result, birth_date, age, organisation, teacher) "
         "VALUES (:document, :number, :printed, :last_name, :first_name, :middle_name, "
         ":expected_case, :role, :confidence, :legibility, :reasons, :page, :box_left, :box_top, "
         ":box_width, :box_height, :row_number, :result, :birth_date, :age, :organisation, "
         ":teacher)",
         document.value, number, mention.printed, mention.parts.last, mention.parts.first,
         mention.parts.middle,
         mention.expected_case ? name_of(*mention.expected_case) : std::string_view(),
         name_of(mention.role), mention.confidence, mention.legibility, text_of(mention.reasons),
         at.page, at.box.left, at.box.top, at.box.width, at.box.height, mention.row, mention.result,
         mention.birth_date ? to_text(*mention.birth_date) : std::string(),
         mention.age.value_or(-1), mention.organisation, mention.teacher);
}

void insert(Database& database, DocumentId document, Origin origin, const StudentLink& link) {
  change(database,
         "INSERT INTO student_links (document, student, origin, mention, state, probability, "
         "reasons, login, decided_at) VALUES (:document, :student, :origin, :mention, :state, "
         ":probability, :reasons, :login, :decided_at)",
         document.value, link.student.value, name_of(origin), link.mention, name_of(link.state),
         link.probability, text_of(link.reasons),
         origin == Origin::person ? link.by : std::string(), to_text(database.clock().now()));
}

/// Several mentions may mean one student: what was linked counts, then what is more probable.
std::vector<StudentLink> one_a_student(std::vector<StudentLink> links) {
  std::stable_sort(links.begin(), links.end(), [](const StudentLink& a, const StudentLink& b) {
    return std::tuple(a.student, a.state, -a.probability) <
           std::tuple(b.student, b.state, -b.probability);
  });
  const auto same = [](const StudentLink& a, const StudentLink& b) {
    return a.student == b.student;
  };
  links.erase(std::unique(links.begin(), links.end(), same), links.end());
  return links;
}

}  // namespace

StoredCard Cards::load(DocumentId document) {
  const Snapshot snapshot(database_);
  StoredCard stored;
  long long revision = 0;
  bool known = false;  // a card that is just being made has rows and revision 0
  each_row(
      database_, "SELECT revision, run FROM cards WHERE document = :document",
      std::tie(revision, stored.run), [&] { known = true; }, document.value);
  stored.revision = revision;
  if (!known) return stored;
  const std::string one = ":document";
  stored.card.values = std::move(load_values(database_, one, document.value)[document]);
  stored.card.mentions = load_mentions(database_, document);
  stored.card.links = std::move(load_links(database_, one, document.value)[document]);
  stored.card.parts = Stacks(database_).proposal(document);
  stored.corrections = std::move(corrections_of(database_, one, document.value)[document]);
  return stored;
}

std::map<DocumentId, Card> Cards::load_facts(const std::vector<DocumentId>& documents) {
  std::map<DocumentId, Card> cards;
  for (const DocumentId document : documents) cards[document];
  if (documents.empty()) return cards;
  const Snapshot snapshot(database_);
  const std::string ids = numbers_of(documents);
  for (auto& [document, values] : load_values(database_, ids)) {
    cards[document].values = std::move(values);
  }
  for (auto& [document, links] : load_links(database_, ids)) {
    cards[document].links = std::move(links);
  }
  return cards;
}

std::map<DocumentId, std::vector<TextCorrection>> Cards::load_corrections(
    const std::vector<DocumentId>& documents) {
  if (documents.empty()) return {};
  return corrections_of(database_, numbers_of(documents));
}

void Cards::make(Transaction&, DocumentId document) {
  // Whoever looked at it before an act withdrew it must not write on its tombstone.
  if (number_from(database_, "SELECT act FROM destroyed_documents WHERE document = :document", 0,
                  document.value) != 0) {
    throw Error(Fault::not_found, say(tr("there is no document {}"), document.value),
                tr("an act of destruction has withdrawn it meanwhile"));
  }
  change(database_,
         "INSERT INTO cards (document, revision, run, waiting) VALUES (:document, 0, 0, 0) "
         "ON CONFLICT (document) DO NOTHING",
         document.value);
}

void Cards::record_reading(Transaction& transaction, DocumentId document, int run,
                           const std::vector<FieldValue>& values,
                           const std::vector<PersonMention>& mentions,
                           const std::vector<StudentLink>& links) {
  make(transaction, document);
  change(database_, "UPDATE cards SET run = :run WHERE document = :document", run, document.value);
  for (const char* rows : {"card_values WHERE origin = 'machine' AND",
                           "student_links WHERE origin = 'machine' AND", "mentions WHERE"}) {
    change(database_, fmt::format("DELETE FROM {} document = :document", rows), document.value);
  }
  for (const FieldValue& value : values) insert(database_, document, Origin::machine, value);
  int number = 0;
  for (const PersonMention& mention : mentions) insert(database_, document, ++number, mention);
  for (const StudentLink& link : one_a_student(links)) {
    insert(database_, document, Origin::machine, link);
  }
}

void Cards::set_value(Transaction& transaction, DocumentId document, const FieldValue& value) {
  make(transaction, document);
  change(database_,
         "DELETE FROM card_values WHERE document = :document AND field = :field AND "
         "origin = 'person'",
         document.value, value.field);
  insert(database_, document, Origin::person, value);
}

void Cards::set_link(Transaction& transaction, DocumentId document, const StudentLink& link) {
  make(transaction, document);
  change(database_,
         "DELETE FROM student_links WHERE document = :document AND student = :student AND "
         "origin = 'person'",
         document.value, link.student.value);
  StudentLink row = link;
  row.mention = 0;  // mentions are numbered anew by every recognition; the machine's row knows its
  insert(database_, document, Origin::person, row);
}

void Cards::set_corrections(Transaction& transaction, DocumentId document,
                            const std::vector<TextCorrection>& corrections) {
  make(transaction, document);
  change(database_, "DELETE FROM text_corrections WHERE document = :document", document.value);
  for (const TextCorrection& each : corrections) {
    change(database_,
           "INSERT INTO text_corrections (document, page, line, machine, value, login) "
           "VALUES (:document, :page, :line, :machine, :value, :login)",
           document.value, each.page, each.line, each.machine, each.value, each.by);
  }
}

void Cards::remove(Transaction&, DocumentId document) {
  for (const char* table : {"achievement_words", "card_values", "student_links", "mentions",
                            "text_corrections", "cards"}) {
    change(database_, fmt::format("DELETE FROM {} WHERE document = :document", table),
           document.value);
  }
}

std::int64_t Cards::close_change(Transaction& transaction, DocumentId document, int waiting) {
  make(transaction, document);
  return number_from(database_,
                     "UPDATE cards SET revision = revision + 1, waiting = :waiting "
                     "WHERE document = :document RETURNING revision",
                     0, waiting, document.value);
}

std::vector<WaitingCard> Cards::waiting(std::optional<WaitingCard> after, int limit) {
  const WaitingCard from = after.value_or(
      WaitingCard{{std::numeric_limits<std::int64_t>::max()}, std::numeric_limits<int>::max()});
  std::vector<WaitingCard> found;
  long long document = 0;
  int waiting = 0;
  each_row(
      database_,
      "SELECT document, waiting FROM cards WHERE waiting > 0 AND "
      "(waiting, document) < (:waiting, :document) ORDER BY waiting DESC, document DESC "
      "LIMIT :limit",
      std::tie(document, waiting),
      [&] {
        found.push_back({{document}, waiting});
      },
      from.waiting, from.document.value, limit);
  return found;
}

std::vector<WaitingCard> Cards::waiting_before(const WaitingCard& place, int limit) {
  std::vector<WaitingCard> found;
  long long document = 0;
  int waiting = 0;
  each_row(
      database_,
      "SELECT document, waiting FROM cards WHERE waiting > 0 AND "
      "(waiting, document) > (:waiting, :document) ORDER BY waiting, document LIMIT :limit",
      std::tie(document, waiting),
      [&] {
        found.push_back({{document}, waiting});
      },
      place.waiting, place.document.value, limit);
  return found;
}

std::int64_t Cards::count_waiting() {
  return number_from(database_, "SELECT count(*) FROM cards WHERE waiting > 0", 0);
}

std::vector<DocumentId> Cards::of_student(StudentId student, DocumentId after, int limit) {
  std::vector<DocumentId> found;
  long long document = 0;
  each_row(
      database_,
      "SELECT DISTINCT document FROM student_links WHERE student = :student AND document > :after "
      "ORDER BY document LIMIT :limit",
      std::tie(document), [&] { found.push_back({document}); }, student.value, after.value, limit);
  return found;
}

}  // namespace fonds
