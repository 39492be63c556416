/// PaperDesk: a desk with one recognised paper, readings of it as a recogniser would give, and
/// students of the register.
///
/// Threads: of its test.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "archive/reading.h"
#include "archive/students.h"
#include "archive/workers.h"
#include "web/desk_fixture.h"

namespace fonds {

class PaperDesk : public DeskTest {
 protected:
  PaperDesk() : DeskTest(quick_sample()), document_(temp_.paper()) {}

  /// "/documents/2026-000001".
  [[nodiscard]] std::string path() const { return "/documents/" + document_.accession; }

  StudentId student(const std::string& last, const std::string& first,
                    const StudentFields& more = {}) {
    StudentFields fields{{"last", last}, {"first", first}};
    fields.insert(fields.end(), more.begin(), more.end());
    return ArchiveStudents(archive())
        .add(local_archivist(), fields, ArchiveStudents::Namesake::another)
        .id;
  }

  template <class Value>
  static Decision<Value> decided(Value value, double confidence) {
    Decision<Value> made;
    made.value = std::move(value);
    made.confidence = confidence;
    made.reasons = {{"the title says {}", {"ДИПЛОМ"}}};
    made.source = PlaceOnPage{1, {100, 200, 300, 40}};
    return made;
  }
  /// A diploma: kind sure, number not, of one holder.
  static PaperReading diploma(const std::string& printed = "Кравцу Тимофею") {
    PaperReading made;
    made.kind = decided(std::string("diploma"), 0.97);
    made.level = decided(Level::municipal, 0.95);
    made.number = decided(std::string("A-I3l2/99"), 0.4);
    made.persons = {named(printed, PersonRole::holder)};
    return made;
  }
  static PersonMention named(const std::string& printed, PersonRole role, int row = 0,
                             const std::string& result = "") {
    PersonMention made;
    made.printed = printed;
    made.role = role;
    made.confidence = 0.9;
    made.row = row;
    made.result = result;
    made.source = {1, {100, 300, 300, 40}};
    return made;
  }
  static StudentLink link(StudentId student, LinkState state, double probability, int mention = 1) {
    StudentLink made;
    made.student = student;
    made.mention = mention;
    made.state = state;
    made.probability = probability;
    made.reasons = {{"the name agrees", {}}};
    return made;
  }
  void store(const PaperReading& what, const std::vector<StudentLink>& links = {}) {
    Transaction transaction(archive().catalogue());
    store_reading(transaction, recognition_actor(), document_.id, document_.run, what, links);
    transaction.commit();
  }

  Document document_;  // NOLINT(*-non-private-*): of the tests, as gtest has it
};

}  // namespace fonds
