#include "archive/rescans.h"

#include <gtest/gtest.h>

#include "archive/made_papers.h"
#include "catalogue/documents.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class RescansTest : public ::testing::Test {
 protected:
  /// A recognised paper with these pages.
  Document add(const std::vector<std::string>& pages) {
    const auto file = temp_.beside() / (std::to_string(++files_) + ".pdf");
    // Another title: other bytes, the same words.
    FormPdf form("paper " + std::to_string(files_));
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (i > 0) form.next_page();
      form.write(25, 30, 160, pages[i], {18.7, TextWeight::ordinary, TextAlign::left});
    }
    write_to(file, form.finish().pdf);
    const Document document = temp_.add(file).at(0).document;
    temp_.work();
    return document;
  }
  std::optional<Rescan> rescan_of(const Document& document) {
    return PageMarks(temp_.archive().catalogue()).rescan_of(document.id);
  }

  TempArchive temp_;
  int files_ = 0;
  const std::string anna_ = diploma_text("Белых Анна Олеговна");
  const std::string other_ =
      "Протокол заседания аттестационной комиссии объединения «Парус»\nПрисутствовали: педагоги "
      "Лаптев и Громова\nСлушали: о результатах освоения программы";
};

TEST_F(RescansTest, AnotherScanOfAnEarlierPaperIsFound) {
  const Document first = add({anna_});
  add({other_});
  const Document second = add({anna_});

  ASSERT_TRUE(rescan_of(second));
  EXPECT_EQ(rescan_of(second)->earlier, first.id);
  EXPECT_GT(rescan_of(second)->likeness, 0.95);
  EXPECT_FALSE(rescan_of(first));
}

TEST_F(RescansTest, AnotherPaperOfTheSeriesIsNone) {
  add({diploma_text("Громов Пётр Ильич")});
  const Document second = add({anna_});

  EXPECT_FALSE(rescan_of(second));
}

TEST_F(RescansTest, OnePageInCommonIsNotThePaper) {
  add({other_, diploma_text("Громов Пётр Ильич"), diploma_text("Лужин Яков Ильич")});
  const Document second = add({other_, anna_, diploma_text("Северцева Алиса Игоревна")});

  EXPECT_FALSE(rescan_of(second));
}

TEST_F(RescansTest, PapersThatSayTooLittleAreNotCompared) {
  add({"Грамота"});

  EXPECT_FALSE(rescan_of(add({"Грамота"})));
}

TEST_F(RescansTest, TheLaterOfTwoIsTheRescanWhicheverIsRecognisedFirst) {
  const Document first = add({anna_});
  const Document second = add({anna_});
  Database& catalogue = temp_.archive().catalogue();
  {
    // As if the first were recognised only now.
    Transaction transaction(catalogue);
    PageMarks(catalogue).record_rescan(transaction, second.id, {});
    PageMarks(catalogue).record(transaction, first.id, {});
    transaction.commit();
  }
  const auto found = find_rescans(temp_.archive(), first, anna_);
  EXPECT_FALSE(found.own);
  ASSERT_EQ(found.later.size(), 1U);
  EXPECT_EQ(found.later[0].document, second.id);

  Transaction transaction(catalogue);
  record_rescans(catalogue, transaction, first.id, found);
  transaction.commit();

  EXPECT_EQ(rescan_of(second)->earlier, first.id);
  EXPECT_FALSE(rescan_of(first));
}

}  // namespace
}  // namespace fonds
