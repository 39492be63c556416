/// ConsentFixture: an archive with two invented students, a diploma of the first, and papers with a
/// text of their own that may be taken for consents.
///
/// Threads: of the test that made it.
#pragma once

#include <string>

#include "archive/consents.h"
#include "archive/made_papers.h"
#include "archive/review_fixture.h"
#include "catalogue/students.h"

namespace fonds {

class ConsentFixture : public ReviewFixture {
 protected:
  ConsentFixture() {
    Transaction transaction(temp_.archive().catalogue());
    for (const char* first : {"Прохор", "Анна"}) {
      Student student;
      student.name = {"Зябликов", first, "Ильич"};
      Students(temp_.archive().catalogue()).add(transaction, student);
    }
    transaction.commit();
    store(reading(), {link(1, LinkState::linked, 0.999)});
  }
  /// A recognised paper of this text, a person having said what it is and whose.
  std::string paper(const std::string& text, const char* kind, std::int64_t student,
                    const char* date = "15.05.2024") {
    const auto file = temp_.beside() / ("paper" + std::to_string(++papers_) + ".pdf");
    write_to(file, paper_pdf(text));
    const std::string accession = temp_.add(file).at(0).document.accession;
    temp_.work();
    review().set(clerk_, accession, "kind", kind);
    review().set(clerk_, accession, "date", date);
    review().set_link(clerk_, accession, {student}, LinkState::linked);
    return accession;
  }
  std::string consent_paper(std::int64_t student) {
    return paper("СОГЛАСИЕ\nдаю согласие на публикацию имени сына\nна сайте учреждения", "consent",
                 student);
  }
  std::string withdrawal_paper(std::int64_t student, const char* date = "20.05.2024") {
    return paper("ЗАЯВЛЕНИЕ\nотзываю своё согласие на публикацию", "application", student, date);
  }

  ArchiveConsents consents_{temp_.archive()};
  int papers_ = 0;
};

}  // namespace fonds
