#include "bench/invented_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/digest.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "catalogue/users.h"

namespace fonds {
namespace {

constexpr std::int64_t kAtOnce = 1000;  ///< records a transaction

FieldValue value(const char* field, const std::string& text) {
  FieldValue value;
  value.field = field;
  value.value = text;
  value.confidence = 0.97;
  value.reasons = {{"printed so", {}}};
  value.source = PlaceOnPage{1, {100, 200, 300, 40}};
  return value;
}

std::vector<FieldValue> values_of(const InventedPaper& paper) {
  std::vector<FieldValue> values;
  for (const auto& [field, text] : {std::pair<const char*, const std::string&>{"kind", paper.kind},
                                    {"number", paper.number},
                                    {"level", paper.level},
                                    {"place", paper.place},
                                    {"event", paper.event},
                                    {"collective", paper.collective},
                                    {"case", paper.case_index}}) {
    if (!text.empty()) values.push_back(value(field, text));
  }
  values.push_back(value("date", to_text(paper.date)));
  return values;
}

PersonMention mention_of(const Student& student) {
  PersonMention mention;
  mention.printed = full_text(student.name);
  mention.parts = student.name;
  mention.expected_case = GrammaticalCase::nominative;
  mention.role = PersonRole::holder;
  mention.confidence = 0.95;
  mention.source = {1, {100, 300, 500, 40}};
  return mention;
}

/// One paper's card and link.
void record_card(Archive& archive, Transaction& transaction, DocumentId id,
                 const InventedPaper& paper, const Student& student) {
  StudentLink link;
  link.student = {static_cast<std::int64_t>(paper.student) + 1};
  link.mention = 1;
  link.state = LinkState::linked;
  link.probability = 0.99;
  Cards cards(archive.catalogue());
  cards.record_reading(transaction, id, 1, values_of(paper), {mention_of(student)}, {link});
  cards.close_change(transaction, id, 0);
}

void record(Archive& archive, Transaction& transaction, const InventedPapers& papers,
            std::int64_t number, IntakeId intake) {
  Documents documents(archive.catalogue());
  const InventedPaper paper = papers.paper(static_cast<std::uint64_t>(number));
  Original original;
  original.sha256 = sha256(std::to_string(number));
  original.size = 1;
  original.source_name = fmt::format("лист {}.jpg", number);
  const DocumentId id = documents.add(transaction, intake, {original}).id;
  const auto draft = archive.derived().begin_run(id, 1);
  draft->begin(kTextFile);
  draft->write(paper.text);
  draft->publish();
  PageRecord page;
  page.number = 1;
  page.width = 2480;
  page.height = 3508;
  page.words = 150;
  page.confidence = 0.9;
  page.source = "recognised";
  documents.record_recognition(transaction, id, 1, {page}, 0.9, 1);
  record_card(archive, transaction, id, paper, papers.students()[paper.student]);
  Journal(archive.catalogue())
      .append(transaction, local_archivist(), "document.recognised",
              fmt::format("document/{}", id.value));
}

void fill_register(Archive& archive, const InventedPapers& papers) {
  Students students(archive.catalogue());
  auto there = static_cast<std::size_t>(students.count());
  while (there < papers.students().size()) {
    Transaction transaction(archive.catalogue());
    for (std::int64_t i = 0; i < kAtOnce && there < papers.students().size(); ++i) {
      students.add(transaction, papers.students()[there++]);
    }
    transaction.commit();
  }
}

void add_teacher(Archive& archive, const InventedPapers& papers) {
  Users users(archive.catalogue());
  if (users.find(kTeacher.login)) return;
  User teacher;
  teacher.login = kTeacher.login;
  teacher.name = "Педагог";
  teacher.role = kTeacher.role;
  const std::size_t every = papers.collectives().size() / kCollectivesOfTeacher;
  for (std::size_t i = 0; i < kCollectivesOfTeacher; ++i) {
    teacher.collectives.push_back(papers.collectives()[i * every + every / 2]);
  }
  Transaction transaction(archive.catalogue());
  users.set_collectives(transaction, users.add(transaction, teacher), teacher.collectives);
  transaction.commit();
}

}  // namespace

InventedPapers papers_for(std::int64_t documents) {
  constexpr std::int64_t kPapersOfStudent = 10;
  return InventedPapers(
      static_cast<std::size_t>(std::max<std::int64_t>(documents / kPapersOfStudent, 100)));
}

void fill_archive(Archive& archive, const InventedPapers& papers, std::int64_t documents) {
  fill_register(archive, papers);
  add_teacher(archive, papers);
  std::int64_t there = Documents(archive.catalogue()).count();
  while (there < documents) {
    Transaction transaction(archive.catalogue());
    const IntakeId intake = Documents(archive.catalogue()).add_intake(transaction, "file", "");
    for (std::int64_t i = 0; i < kAtOnce && there < documents; ++i) {
      record(archive, transaction, papers, ++there, intake);
    }
    transaction.commit();
    if (there % 50'000 == 0) fmt::print(stderr, "{} papers\n", there);
  }
}

}  // namespace fonds
