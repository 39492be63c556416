#include "archive/page_pictures.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/documents.h"
#include "archive/people.h"
#include "catalogue/destructions.h"
#include "review_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

const std::string kJpeg = "\xFF\xD8\xFF";

/// A recognised paper of two pages, whose text is its own.
class ArchivePagesTest : public ReviewFixture {
 protected:
  ArchivePagesTest() {
    User user;
    user.login = "t.mask";
    user.role = Role::teacher;
    user.collectives = {"Маска"};
    ArchivePeople(temp_.archive()).add(local_archivist(), user);
  }
  [[nodiscard]] const std::string& paper() const { return document_.accession; }
  std::int64_t entries() { return Journal(temp_.archive().catalogue()).head(); }
  template <class Action>
  std::string message_of(Action action) {
    try {
      action();
    } catch (const Error& error) {
      return error.message();
    }
    return "nothing was thrown";
  }
  Document made_of(const std::vector<boost::filesystem::path>& files) {
    std::vector<Original> originals;
    for (const auto& file : files) {
      const std::string bytes = read_file(file);
      const auto put = temp_.archive().originals().put(bytes);
      originals.push_back({put.sha256, static_cast<std::int64_t>(put.size),
                           *tell_kind(bytes.substr(0, kKindBytes)), file.filename().string()});
    }
    Delivery delivery{"file", {}, {}};
    return ArchiveDocuments(temp_.archive())
        .deposit(local_archivist(), delivery, originals, Identical::is_another_paper)
        .document;
  }

  ArchivePages pages_{temp_.archive()};
  const Actor teacher_{"t.mask", Role::teacher};
  const Actor auditor_{"revizor", Role::auditor};
};

TEST_F(ArchivePagesTest, AClerkSeesAPageAndTheJournalSaysWhich) {
  const PagePicture seen = pages_.picture(clerk_, paper(), 2, 300);

  EXPECT_THAT(seen.jpeg, StartsWith(kJpeg));
  EXPECT_EQ(seen.document, document_.id);
  EXPECT_EQ(last_entry().event, "document.shown");
  EXPECT_EQ(last_entry().actor, "osipova");
  EXPECT_EQ(last_entry().subject, "document/" + std::to_string(document_.id.value));
  EXPECT_EQ(last_entry().details, R"({"page":2,"part":"picture"})");
}

TEST_F(ArchivePagesTest, WhoMayNotSeeThePaperIsToldThatThereIsNone) {
  const std::int64_t before = entries();
  for (const auto& look :
       std::vector<std::function<void()>>{[&] { pages_.picture(teacher_, paper(), 1, 300); },
                                          [&] { pages_.thumbnail(teacher_, paper(), 1); },
                                          [&] { pages_.words(teacher_, paper(), 1); },
                                          [&] { pages_.words(teacher_, "2020-999999", 1); }}) {
    EXPECT_EQ(fault_of(look), Fault::not_found);
  }
  EXPECT_EQ(message_of([&] { pages_.picture(teacher_, paper(), 99, 300); }),
            message_of([&] { ArchiveDocuments(temp_.archive()).show(teacher_, paper()); }))
      << "nor how many pages it has";
  EXPECT_EQ(entries(), before);
}

TEST_F(ArchivePagesTest, ATeacherSeesThePapersOfTheOwnCollective) {
  PaperReading made = reading();
  made.persons.clear();
  made.collective = decided(std::string("Маска"), 0.99);
  store(made);

  EXPECT_THAT(pages_.picture(teacher_, paper(), 1, 300).jpeg, StartsWith(kJpeg));
  EXPECT_THAT(pages_.thumbnail(teacher_, paper(), 1).jpeg, StartsWith(kJpeg));
  EXPECT_FALSE(pages_.words(teacher_, paper(), 1).lines.empty());
}

TEST_F(ArchivePagesTest, WhoSeesNoContentIsDenied) {
  EXPECT_EQ(fault_of([&] { pages_.picture(auditor_, paper(), 1, 300); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { pages_.picture(auditor_, paper(), 1, 0); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { pages_.thumbnail(auditor_, paper(), 1); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { pages_.words(auditor_, "2020-999999", 1); }), Fault::denied);
}

TEST_F(ArchivePagesTest, ABlockedPaperIsNotThere) {
  ArchiveBlocks(temp_.archive())
      .block(local_archivist(), BlockSubject::document, paper(), "заявление");

  EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, paper(), 1, 300); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { pages_.thumbnail(clerk_, paper(), 1); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { pages_.words(clerk_, paper(), 1); }), Fault::not_found);
}

TEST_F(ArchivePagesTest, APageThereIsNotIsSaidWithTheirNumber) {
  for (const int page : {-1, 0, 3, 1000}) {
    EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, paper(), page, 300); }), Fault::not_found);
    EXPECT_EQ(fault_of([&] { pages_.thumbnail(clerk_, paper(), page); }), Fault::not_found);
    EXPECT_EQ(fault_of([&] { pages_.words(clerk_, paper(), page); }), Fault::not_found);
  }
  EXPECT_THAT(message_of([&] { pages_.picture(clerk_, paper(), 3, 300); }), HasSubstr(": "));
}

TEST_F(ArchivePagesTest, OnlyUsefulSizesAreMade) {
  const std::int64_t before = entries();
  for (const int side : {-1, 0, kLeastPictureSide - 1, kMostPictureSide + 1}) {
    EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, paper(), 1, side); }), Fault::usage);
  }
  EXPECT_EQ(entries(), before) << "nothing was seen";
}

TEST_F(ArchivePagesTest, PagesCountThroughAllFiles) {
  const Document several =
      made_of({quick_sample(), sample("doc-0011.tif"), sample("scan_0007.jpg")});
  const auto picture = [&](int page) {
    return pages_.picture(clerk_, several.accession, page, 300).jpeg;
  };
  const std::string first = picture(1);
  EXPECT_EQ(first, pages_.picture(clerk_, paper(), 1, 300).jpeg);
  EXPECT_EQ(picture(2), pages_.picture(clerk_, paper(), 2, 300).jpeg);
  EXPECT_EQ(picture(3),
            pages_.picture(clerk_, made_of({sample("doc-0011.tif")}).accession, 1, 300).jpeg);
  EXPECT_EQ(fault_of([&] { picture(40); }), Fault::not_found);
}

TEST_F(ArchivePagesTest, BeforeRecognitionThereIsThePictureOnly) {
  const Document fresh = made_of({sample("scan_0007.jpg")});

  EXPECT_THAT(pages_.picture(clerk_, fresh.accession, 1, 300).jpeg, StartsWith(kJpeg));
  EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, fresh.accession, 2, 300); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { pages_.thumbnail(clerk_, fresh.accession, 1); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { pages_.words(clerk_, fresh.accession, 1); }), Fault::not_found);
}

TEST_F(ArchivePagesTest, AnElectronicPaperHasWordsAndNoPicture) {
  const Document table =
      temp_.add(temp_.beside().file("table.csv", "Имя;Баллы\nИван;5\n")).at(0).document;
  temp_.work();

  EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, table.accession, 1, 300); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { pages_.thumbnail(clerk_, table.accession, 1); }), Fault::not_found);
  EXPECT_THAT(pages_.words(clerk_, table.accession, 1).lines, SizeIs(2));
}

TEST_F(ArchivePagesTest, ThumbnailsOfAListAreNotJournalledOneByOne) {
  const std::int64_t before = entries();

  EXPECT_THAT(pages_.thumbnail(clerk_, paper(), 1).jpeg, StartsWith(kJpeg));
  EXPECT_NE(pages_.thumbnail(clerk_, paper(), 1).jpeg, pages_.thumbnail(clerk_, paper(), 2).jpeg);
  EXPECT_EQ(entries(), before);
}

TEST_F(ArchivePagesTest, TheLinesOfAPageAreThoseOfItsText) {
  ArchiveDocuments documents(temp_.archive());
  const std::string text = documents.text(clerk_, documents.show(clerk_, paper()));
  for (const int page : {1, 2}) {
    const PageWords words = pages_.words(clerk_, paper(), page);
    ASSERT_FALSE(words.lines.empty());
    EXPECT_EQ(words.document, document_.id);
    for (const ShownLine& line : words.lines) {
      std::string said;
      for (const ShownWord& word : line.words) said += (said.empty() ? "" : " ") + word.text;
      EXPECT_EQ(said, line_of(text, page, line.number)) << page;
      for (const ShownWord& word : line.words) {
        EXPECT_GE(word.box.left, 0);
        EXPECT_LE(word.box.left + word.box.width, 1 + 1e-9);
        EXPECT_LE(word.box.top + word.box.height, 1 + 1e-9);
        EXPECT_GT(word.box.width * word.box.height, 0) << word.text;
      }
    }
    const auto next = line_of(text, page, static_cast<int>(words.lines.size()) + 1);
    EXPECT_FALSE(next) << *next;
  }
  EXPECT_EQ(last_entry().event, "document.shown");
  EXPECT_EQ(last_entry().details, R"({"page":2,"part":"text"})");
}

TEST_F(ArchivePagesTest, APersonsLineStandsInPlaceOfTheMachines) {
  review().correct_text(other_, paper(), 2, 1, "Слово человека");

  const PageWords words = pages_.words(clerk_, paper(), 2);

  ASSERT_FALSE(words.lines.empty());
  const ShownLine& line = words.lines.front();
  ASSERT_THAT(line.words, SizeIs(2));
  EXPECT_EQ(line.words[1].text, "человека");
  EXPECT_EQ(line.words[1].confidence, 1);
  EXPECT_GT(line.words[1].box.width, 0);
  EXPECT_EQ(line.corrected_by, "tkach");
  EXPECT_EQ(words.lines.at(1).corrected_by, "");
  EXPECT_EQ(pages_.words(clerk_, paper(), 1).lines.front().corrected_by, "");
}

TEST_F(ArchivePagesTest, AFileThatCannotBeReadIsSaidAndTheNextOneIsShown) {
  const Document damaged = made_of({temp_.beside().file("x.pdf", "%PDF-1.4 and nothing more")});

  EXPECT_EQ(fault_of([&] { pages_.picture(clerk_, damaged.accession, 1, 300); }), Fault::corrupt);
  EXPECT_THAT(pages_.picture(clerk_, paper(), 1, 300).jpeg, StartsWith(kJpeg));
}

}  // namespace
}  // namespace fonds
