/// DisclosureFixture: an archive with two invented students and papers of theirs: a diploma of one,
/// a protocol that lists both.
///
/// Threads: of the test that made it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "archive/disclosures.h"
#include "archive/made_papers.h"
#include "archive/review_fixture.h"
#include "catalogue/students.h"

namespace fonds {

class DisclosureFixture : public ReviewFixture {
 protected:
  DisclosureFixture() {
    // A child whenever the test runs.
    born_.year = day_here(temp_.archive().clock().now()).year - 12;
    prohor_ = add_student("Прохор", born_);
    anna_ = add_student("Анна", born_);
  }
  StudentId add_student(const char* first, const CalendarDate& birth) {
    Transaction transaction(temp_.archive().catalogue());
    Student student;
    student.name = {"Зябликов", first, "Ильич"};
    student.birth_date = birth;
    student.guardians = {{"Зябликова Нина Петровна", "мать"}};
    const StudentId id = Students(temp_.archive().catalogue()).add(transaction, student);
    transaction.commit();
    return id;
  }

  static PersonMention mention(const char* printed, PersonRole role, const char* result = "") {
    PersonMention made;
    made.printed = printed;
    made.role = role;
    made.result = result;
    made.confidence = 0.95;
    made.source = {1, {100, 200, 300, 40}};
    return made;
  }
  static StudentLink link_to(StudentId student, int mention, LinkState state = LinkState::linked) {
    StudentLink made = link(student.value, state, 0.999);
    made.mention = mention;
    return made;
  }
  static PaperReading paper_of(const char* kind, const char* date,
                               std::vector<PersonMention> persons) {
    PaperReading made;
    made.kind = decided(std::string(kind), 0.97);
    if (*date != '\0') made.date = decided(*date_span_from(date), 0.97);
    made.event = decided(std::string("конкурс «Капель»"), 0.95);
    made.number = decided(std::string("17"), 0.97);
    made.persons = std::move(persons);
    return made;
  }
  /// A recognised paper of this reading.
  DocumentId paper(const PaperReading& what, const std::vector<StudentLink>& links) {
    const auto file = temp_.beside() / ("paper" + std::to_string(++papers_) + ".pdf");
    write_to(file, paper_pdf("бумага " + std::to_string(papers_)));
    const Document document = temp_.add(file).at(0).document;
    temp_.work();
    Transaction transaction(temp_.archive().catalogue());
    store_reading(transaction, recognition_actor(), document.id, 1, what, links);
    transaction.commit();
    return document.id;
  }
  DocumentId diploma() {
    PaperReading made =
        paper_of("diploma", "2024-05-15", {mention("Зябликову Прохору", PersonRole::holder)});
    made.place = decided(AwardPlace{Rank::second, 0}, 0.95);
    return paper(made, {link_to(prohor_, 1)});
  }
  DocumentId protocol() {
    return paper(paper_of("attestation_protocol", "2024-05-20",
                          {mention("Зябликов Прохор", PersonRole::listed, "зачёт"),
                           mention("Чижова Мария", PersonRole::listed, "незачёт"),
                           mention("Зябликова Анна", PersonRole::listed, "34 балла")}),
                 {link_to(prohor_, 1), link_to(anna_, 3)});
  }

  CalendarDate born_{2000, 3, 12};
  StudentId prohor_;
  StudentId anna_;
  int papers_ = 0;
  const Actor archivist_{"drozd", Role::archivist};
  const Actor director_{"direktor", Role::director};
};

}  // namespace fonds
