#include "archive/portfolio.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <boost/filesystem/operations.hpp>
#include <map>

#include "archive/blocks.h"
#include "archive/disclosure_fixture.h"
#include "base/digest.h"
#include "catalogue/documents.h"
#include "catalogue/users.h"
#include "ingest/container.h"
#include "support/said_by.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string bytes_of(const MadePortfolio& made) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (const std::size_t got =
             read_some(made.file.get(), buffer.data(), buffer.size(), "portfolio")) {
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

class Members : public MemberSink {
 public:
  std::map<std::string, std::string> all;
  std::vector<std::string> order;
  void begin(const std::string& name) override { order.push_back(name); }
  void write(std::string_view piece) override { all[order.back()] += piece; }
  void end() override {}
  void refuse(const std::string& name, const std::string& why) override {
    ADD_FAILURE() << name << ": " << why;
  }
};

class PortfolioTest : public DisclosureFixture {
 protected:
  MadePortfolio pdf(const PortfolioChoice& choice = {}, const Actor* by = nullptr) {
    return portfolio_.pdf(by == nullptr ? archivist_ : *by, prohor_, choice);
  }
  Members unpacked(const MadePortfolio& made) {
    Members members;
    expand_container(made.file.get(), FileKind::zip, {}, members);
    return members;
  }
  std::string asked(const char* program, const MadePortfolio& made, const char* more = "") {
    return said_by(program + (" " + temp_.beside().file("p.pdf", bytes_of(made)).string()) + more);
  }
  DocumentId award(const char* kind, const char* date) {
    return paper(paper_of(kind, date, {mention("Зябликову Прохору", PersonRole::holder)}),
                 {link_to(prohor_, 1)});
  }
  Document document_of(DocumentId id) {
    return Documents(temp_.archive().catalogue()).find(id).value();
  }
  /// A teacher of the collective, which Prohor attends.
  Actor teacher(const char* login, const char* collective) {
    Transaction transaction(temp_.archive().catalogue());
    User user;
    user.login = login;
    user.role = Role::teacher;
    user.collectives = {collective};
    Users(temp_.archive().catalogue()).add(transaction, user);
    transaction.commit();
    return {login, Role::teacher};
  }
  void attend(const char* collective) {
    Transaction transaction(temp_.archive().catalogue());
    Students students(temp_.archive().catalogue());
    Student student = students.find(prohor_).value();
    Membership membership;
    membership.collective = collective;
    membership.school_year = 2023;
    student.memberships = {membership};
    students.replace(transaction, student);
    transaction.commit();
  }
  ArchivePortfolio portfolio_{temp_.archive()};
};

TEST_F(PortfolioTest, TheListAndTheCopiesInOneFile) {
  const DocumentId early = diploma();  // 15 May 2024
  const DocumentId late = award("certificate", "2024-11-02");
  protocol();
  const MadePortfolio made = pdf();
  EXPECT_EQ(made.file_name, "portfolio-" + std::to_string(prohor_.value) + ".pdf");
  EXPECT_THAT(made.papers, ElementsAre(late, early));
  EXPECT_EQ(made.pages, 3) << "a list and two papers of one page";
  const std::string about = asked("pdfinfo", made);
  EXPECT_THAT(about, testing::ContainsRegex("Pages: +3\n"));
  EXPECT_THAT(about, Not(HasSubstr("Зябликов"))) << "titles name nobody";
}

TEST_F(PortfolioTest, WhatStandsOnItsPages) {
  diploma();
  const std::string text = asked("pdftotext -layout", pdf(), " -");
  EXPECT_THAT(text, HasSubstr("Зябликов Прохор Ильич"));
  EXPECT_THAT(text, HasSubstr("Капель"));
  EXPECT_THAT(text, HasSubstr("2nd place"));
  EXPECT_THAT(text, HasSubstr("бумага 1")) << "the text layer of the copy";
  EXPECT_THAT(text, Not(HasSubstr("Date of birth")));
  PortfolioChoice choice;
  choice.birth_date = true;
  EXPECT_THAT(asked("pdftotext -layout", pdf(choice), " -"), HasSubstr(to_text(born_)));
}

TEST_F(PortfolioTest, TheHashAndSizeToldAreThoseOfTheFile) {
  diploma();
  const MadePortfolio made = pdf();
  const std::string bytes = bytes_of(made);
  EXPECT_EQ(made.size, bytes.size());
  EXPECT_EQ(made.sha256, sha256(bytes));
}

TEST_F(PortfolioTest, TheZipHoldsTheOriginalsAsTheyCame) {
  const DocumentId one = award("diploma", "2024-05-15");
  const DocumentId other = award("diploma", "2024-05-15");  // alike but for its number
  const MadePortfolio made = portfolio_.zip(archivist_, prohor_, {});
  EXPECT_EQ(made.files, 2);
  const Members members = unpacked(made);
  const auto name = [&](DocumentId id) {
    return "originals/2024-05-15 Diploma 17 " + document_of(id).accession + ".pdf";
  };
  EXPECT_THAT(members.order, ElementsAre("portfolio.pdf", "list.csv", name(one), name(other)));
  const std::string& list = members.all.at("list.csv");
  for (const DocumentId each : {one, other}) {
    const std::string sum = document_of(each).originals.at(0).sha256;
    EXPECT_EQ(sha256(members.all.at(name(each))), sum);
    EXPECT_THAT(list, HasSubstr(name(each)));
    EXPECT_THAT(list, HasSubstr(sum));
  }
  EXPECT_THAT(list, HasSubstr(sha256(members.all.at("portfolio.pdf"))));
  EXPECT_THAT(members.all.at("portfolio.pdf"), StartsWith("%PDF-1.4"));
}

TEST_F(PortfolioTest, NothingOfTheNameAFileCameWithIsInTheZip) {
  const auto file = temp_.beside() / "SECRET Чижова; rm -rf $HOME.pdf";
  write_to(file, paper_pdf("бумага"));
  const Document made = temp_.add(file).at(0).document;
  temp_.work();
  Transaction transaction(temp_.archive().catalogue());
  store_reading(
      transaction, recognition_actor(), made.id, 1,
      paper_of("diploma", "2024-05-15", {mention("Зябликову Прохору", PersonRole::holder)}),
      {link_to(prohor_, 1)});
  transaction.commit();
  ASSERT_THAT(document_of(made.id).originals.at(0).source_name, HasSubstr("SECRET"));
  const MadePortfolio zip = portfolio_.zip(archivist_, prohor_, {});
  EXPECT_THAT(unpacked(zip).all.at("list.csv"), Not(HasSubstr("SECRET")));
  EXPECT_THAT(bytes_of(zip), Not(HasSubstr("SECRET")));
}

TEST_F(PortfolioTest, ADamagedOriginalIsNeverGiven) {
  const DocumentId own = diploma();
  const Original original = document_of(own).originals.at(0);
  const auto path = temp_.archive().originals().path_of(original.sha256);
  ::chmod(path.c_str(), 0600);
  write_to(path, std::string(static_cast<std::size_t>(original.size), 'x'));
  const std::int64_t before = Journal(temp_.archive().catalogue()).head();
  EXPECT_EQ(fault_of([&] { portfolio_.zip(archivist_, prohor_, {}); }), Fault::corrupt);
  EXPECT_EQ(Journal(temp_.archive().catalogue()).head(), before) << "nothing was given";
}

TEST_F(PortfolioTest, TheJournalSaysOnceWhatWasGivenByIdsAndCounts) {
  const DocumentId own = diploma();
  const MadePortfolio made = portfolio_.zip(archivist_, prohor_, {});
  const JournalEntry entry = last_entry();
  EXPECT_EQ(entry.event, "student.portfolio_taken");
  EXPECT_EQ(entry.subject, "student/" + std::to_string(prohor_.value));
  EXPECT_EQ(entry.details, R"({"form":"zip","papers":[)" + std::to_string(own.value) +
                               R"(],"pages":2,"files":1,"sha256":")" + made.sha256 + "\"}");
  pdf();
  EXPECT_THAT(last_entry().details, StartsWith(R"({"form":"pdf","papers":[)"));
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зябликов")));
}

TEST_F(PortfolioTest, WithoutOwnPapersThereIsNone) {
  protocol();
  const std::int64_t before = Journal(temp_.archive().catalogue()).head();
  for (const auto& deed : std::vector<std::function<void()>>{
           [&] { pdf(); }, [&] { portfolio_.zip(archivist_, prohor_, {}); },
           [&] { portfolio_.pdf(archivist_, {999}, {}); }}) {
    EXPECT_EQ(fault_of(deed), Fault::not_found);
  }
  EXPECT_EQ(Journal(temp_.archive().catalogue()).head(), before);
}

TEST_F(PortfolioTest, WhoMayHaveWhich) {
  diploma();
  attend("Маска");
  const Actor own = teacher("t.maska", "Маска");
  const Actor other = teacher("t.lira", "Лира");
  EXPECT_EQ(pdf({}, &own).papers.size(), 1U) << "scans of the own collective's portfolios";
  EXPECT_EQ(fault_of([&] { pdf({}, &other); }), Fault::not_found) << "as if there were none";
  EXPECT_EQ(pdf({}, &clerk_).papers.size(), 1U);
  EXPECT_EQ(pdf({}, &other_).papers.size(), 1U) << "the methodist, who said why";
  const Actor silent{"ivolga", Role::methodist};
  EXPECT_EQ(fault_of([&] { pdf({}, &silent); }), Fault::denied);
  for (const Actor* each : {&own, &clerk_, &other_}) {
    EXPECT_EQ(fault_of([&] { portfolio_.zip(*each, prohor_, {}); }), Fault::denied);
  }
  EXPECT_EQ(portfolio_.zip(director_, prohor_, {}).files, 1);
  for (const Role role : {Role::auditor, Role::administrator}) {
    const Actor blind{"blind", role};
    EXPECT_EQ(fault_of([&] { pdf({}, &blind); }), Fault::denied);
    EXPECT_EQ(fault_of([&] { portfolio_.zip(blind, prohor_, {}); }), Fault::denied);
  }
}

TEST_F(PortfolioTest, ABlockedStudentHasNoneButForWhomMaySeeBlockedRecords) {
  diploma();
  ArchiveBlocks(temp_.archive())
      .block(archivist_, BlockSubject::student, std::to_string(prohor_.value), "отзыв");
  EXPECT_EQ(fault_of([&] { pdf({}, &clerk_); }), Fault::not_found);
  EXPECT_EQ(pdf().papers.size(), 1U);
}

TEST_F(PortfolioTest, NothingIsLeftBehind) {
  diploma();
  pdf();
  portfolio_.zip(archivist_, prohor_, {});
  EXPECT_TRUE(boost::filesystem::is_empty(temp_.archive().incoming()));
}

}  // namespace
}  // namespace fonds
