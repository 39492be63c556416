// Every form that Fonds prints is a file to be kept: a strict validator takes it as PDF/A-1b.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>
#include <functional>
#include <map>
#include <set>

#include "base/disk.h"
#include "forms/batch_sheet.h"
#include "forms/case_list_form.h"
#include "forms/certificate_form.h"
#include "forms/cover_form.h"
#include "forms/destruction_act_form.h"
#include "forms/disclosure_register.h"
#include "forms/electronic_register_form.h"
#include "forms/extract_form.h"
#include "forms/form_pdf.h"
#include "forms/handover_list_form.h"
#include "forms/inventory_form.h"
#include "forms/issue_forms.h"
#include "forms/loss_act_forms.h"
#include "forms/nomenclature_form.h"
#include "forms/personal_data_act_form.h"
#include "forms/portfolio_form.h"
#include "forms/presence_check_form.h"
#include "forms/read_pdf.h"
#include "forms/spreadsheet.h"
#include "forms/transfer_act_form.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kInstitution = "МБУ ДО «Выдумка»";
const FormSigner kSigner{"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 20}};
const FormPaper kPaper{CalendarDate{2026, 12, 25}, "3"};
const std::string kTitle = "Протоколы заседаний (ё, й, №, «», —, é, 100 %)";

template <class Row>
std::vector<Row> rows_of(int count, const Row& row) {
  return std::vector<Row>(static_cast<std::size_t>(count), row);
}

PrintedForm case_list(CaseListKind kind, int rows) {
  CaseListForm made;
  made.kind = kind;
  made.institution = kInstitution;
  made.year = 2024;
  made.approval = kSigner;
  made.front = CaseListFront{"История учреждения.", "История фонда.", {"ЭК – комиссия"}};
  made.rows = rows_of<CaseListRow>(
      rows, {"204", "02-05", kTitle, "12.01.2024–28.12.2024", "50 лет ЭК", "121", "нет"});
  made.rows.insert(made.rows.begin(), {"", "", "Учебная часть", "", "", "", ""});
  made.authority = kPaper;
  return printed_case_list(made);
}

PrintedForm handover_list(int rows) {
  HandoverListForm made{kInstitution, "Учебная часть", "1", 2024,   kSigner,
                        {},           kSigner,         60,  kSigner};
  made.rows = rows_of<CaseListRow>(rows, {"1", "02-05", kTitle, "2024", "5 лет", "12", "нет"});
  return printed_handover_list(made);
}

PrintedForm cover(int rows) {
  CoverForm made{"Архив округа Придуманный",
                 kInstitution,
                 "Учебная часть",
                 "02-05",
                 1,
                 {},
                 {},
                 {},
                 121,
                 "10 лет ЭК",
                 {"17", "1", "204"},
                 "FONDS:case:02-05:2024:1"};
  for (int i = 0; i < rows; ++i) made.title += kTitle + " ";
  return printed_cover(made);
}

PrintedForm destruction_act(int rows) {
  DestructionActForm made;
  made.institution = kInstitution;
  made.act = kPaper;
  made.approval = kSigner;
  made.rows = rows_of<DestructionActRow>(
      rows, {kTitle, "2018", "4", "02-03", 20, "5 лет, ст. 182г", "нет"});
  made.proof = {20, "12,5", kPaper, "стирания"};
  made.destroyer = kSigner;
  return printed_destruction_act(made);
}

PrintedForm extract(int rows) {
  ExtractFacts made;
  made.institution = kInstitution;
  made.number = 17;
  made.day = {2026, 3, 20};
  made.student = "Небылицын Фома Сказкинович";
  made.rows = rows_of<ExtractRow>(rows, {"Диплом № 3", "02-08", "Лира", kTitle, "I место"});
  made.copies = {"Диплом № 3"};
  made.left_out = 1;
  return printed_extract(made);
}

PrintedForm loss_act(PrintedForm (*form)(const LossActFacts&, const std::vector<LostUnitRow>&),
                     int rows) {
  const LossActFacts facts{
      kInstitution, kPaper, "ст. Придуманная", kSigner, "проверки наличия", kSigner,
      kPaper,       kPaper};
  return form(facts, rows_of<LostUnitRow>(rows, {"4", "12", kTitle, "2018", "121", "сырость"}));
}

PrintedForm discovery_act(int rows) {
  const LossActFacts facts{
      kInstitution, kPaper, "ст. Придуманная", kSigner, "проверки наличия", kSigner, kPaper, {}};
  return printed_discovery_act(
      facts, rows_of<FoundUnitRow>(rows, {kTitle, "2018", "121", "в шкафу", "4/12", "описать"}));
}

PrintedForm nomenclature(int rows) {
  NomenclatureForm made{kInstitution, 2027, "12", "25.12.2026", "№ 3 от 12.12.2026", {}};
  made.rows = rows_of<NomenclatureFormRow>(rows, {"02-05", kTitle, "3", "5 лет, ст. 5", "нет"});
  made.rows.insert(made.rows.begin(), {"", "02 Учебная часть", "", "", ""});
  made.totals = NomenclatureTotals{};
  return printed_nomenclature(made);
}

PrintedForm personal_data_act(int rows) {
  PersonalDataActForm made{kInstitution, "ул. Сказок, 1",   "ООО «Небыль»", "", kPaper, kSigner,
                           {},           {kSigner, kSigner}};
  made.rows = rows_of<PersonalDataActRow>(
      rows, {"Небывалов", "фамилия, имя", "личное дело", "12", "ИС «Выдумка»", "измельчение",
             "отзыв согласия", "20.12.2026"});
  return printed_personal_data_act(made);
}

PrintedForm personal_data_log(int rows) {
  return printed_personal_data_log(
      {kInstitution, kPaper,
       rows_of<PersonalDataLogRow>(
           rows, {"Небывалов", "фамилия, имя", "ИС «Выдумка»", "отзыв согласия", "20.12.2026"}),
       kSigner});
}

PrintedForm presence_check(int rows) {
  PresenceCheckForm made;
  made.institution = kInstitution;
  made.act = kPaper;
  made.counts = {101, 2, 3, 4, 105, 6, 107, 8, 9, 10, 11};
  for (int i = 0; i < rows; ++i) made.conclusions += kTitle + "\n";
  made.checkers = {kSigner, kSigner};
  return printed_presence_check(made);
}

PrintedForm portfolio(int rows) {
  PortfolioFacts made;
  made.institution = kInstitution;
  made.number = 15;
  made.student = "Небылицын Фома Сказкинович";
  made.birth_date = CalendarDate{2013, 2, 4};
  made.day = {2026, 3, 20};
  made.rows = rows_of<PortfolioRow>(
      rows, {"15.05.2024", kTitle, "зональный", "I место", "Лира", "Диплом № 3", 2});
  return printed_portfolio(made);
}

PrintedForm transfer_act(int rows) {
  TransferActForm made;
  made.giver = {kInstitution, kSigner, kSigner};
  made.taker = {"Архив округа Придуманный", kSigner, kSigner};
  made.act = kPaper;
  made.rows = rows_of<TransferActRow>(rows, {kTitle, 3, 20, "нет"});
  made.fonds = "17";
  return printed_transfer_act(made);
}

PrintedForm issue_book(int rows) {
  return printed_issue_book(
      {kInstitution, "2026 год",
       rows_of<IssueBookRow>(
           rows,
           {"12.03.2026", {"17", "1", "204"}, kTitle, "Небылицын Ф. С.", "12.04.2026", "", "нет"}),
       5});
}

PrintedForm electronic_register(int rows) {
  return printed_electronic_register(
      {kInstitution,
       {"02-04", 2024, 0},
       kTitle,
       rows_of<ElectronicRegisterRow>(rows, {"12", "12.03.2024", kTitle, "файл.pdf",
                                             "1,2 Мб, PDF/A-1b, " + std::string(64, 'c'), "нет"}),
       kSigner});
}

PrintedForm certificate(int rows) {
  return printed_certificate({kInstitution,
                              {"02-05", 2024, 1},
                              121,
                              "12а",
                              "40",
                              2,
                              rows_of<CertificateFormRow>(rows, {kTitle, "1–3"}),
                              kSigner});
}

PrintedForm inventory(int rows) {
  return printed_inventory(
      {kInstitution,
       {"02-05", 2024, 1},
       kTitle,
       rows_of<InventoryFormRow>(rows, {"12", "12.03.2024", kTitle, "1–3", "нет"}),
       2,
       kSigner});
}

PrintedForm disclosures(int rows) {
  return printed_disclosure_register(
      {kInstitution, "2026 год",
       rows_of<DisclosureRow>(rows, {"1", "12.03.2026", "Небылицына Е. Ф., мать", "Небылицын Ф. С.",
                                     "устная", "выписка", "Выдумкина А. А."})});
}

/// How each is printed with so many rows, by the name of its function and, behind a space, of a
/// kind of it.
std::map<std::string, std::function<PrintedForm(int)>> every_form() {
  return {
      {"printed_batch_sheet separator", [](int) { return printed_batch_sheet({}); }},
      {"printed_batch_sheet case",
       [](int) {
         return printed_batch_sheet({SheetKind::case_sheet, "02-08", 2024, "", 25});
       }},
      {"printed_batch_sheet cover",
       [](int) {
         return printed_batch_sheet({SheetKind::cover, "", {}, "Студия «Ёлка»", 25});
       }},
      {"printed_case_list permanent",
       [](int rows) { return case_list(CaseListKind::permanent, rows); }},
      {"printed_case_list long_term",
       [](int rows) { return case_list(CaseListKind::long_term, rows); }},
      {"printed_case_list personnel",
       [](int rows) { return case_list(CaseListKind::personnel, rows); }},
      {"printed_certificate", certificate},
      {"printed_cover", cover},
      {"printed_damage_act", [](int rows) { return loss_act(printed_damage_act, rows); }},
      {"printed_destruction_act", destruction_act},
      {"printed_disclosure_register", disclosures},
      {"printed_discovery_act", discovery_act},
      {"printed_electronic_register", electronic_register},
      {"printed_extract", extract},
      {"printed_handover_list", handover_list},
      {"printed_inventory", inventory},
      {"printed_issue_book", issue_book},
      {"printed_loss_act", [](int rows) { return loss_act(printed_loss_act, rows); }},
      {"printed_nomenclature", nomenclature},
      {"printed_personal_data_act", personal_data_act},
      {"printed_personal_data_log", personal_data_log},
      {"printed_portfolio", portfolio},
      {"printed_presence_check", presence_check},
      {"printed_substitute_card",
       [](int rows) {
         return printed_substitute_card(
             {{"17", "1", "204"},
              kTitle,
              rows_of<SubstituteCardRow>(rows, {"Небылицын Ф. С.", "12.03.2026", "12.04.2026"})});
       }},
      {"printed_transfer_act", transfer_act},
      {"printed_use_sheet",
       [](int rows) {
         return printed_use_sheet(
             {{"17", "1", "204"},
              kTitle,
              rows_of<UseSheetRow>(rows, {"12.03.2026", "Небылицын Ф. С.", "просмотр", "1–3"})});
       }},
  };
}

/// What the headers of src/forms declare.
std::set<std::string> declared_forms() {
  namespace fs = boost::filesystem;
  constexpr std::string_view kBegin = "\nPrintedForm ";
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(FONDS_SOURCE_DIR) / "src" / "forms")) {
    if (entry.path().extension() != ".h") continue;
    const std::string header = read_file(entry.path());
    for (std::size_t at = header.find(kBegin); at != std::string::npos;
         at = header.find(kBegin, at + 1)) {
      const std::size_t name = at + kBegin.size();
      names.insert(header.substr(name, header.find('(', name) - name));
    }
  }
  return names;
}

void expect_pdf_a(const TempFolder& folder) {
  EXPECT_THAT(said_by("python3 " FONDS_SOURCE_DIR "/tests/support/check_pdf_a.py " +
                      folder.path().string() + " 2>&1"),
              HasSubstr("PDF/A-1b "));
}

TEST(EveryForm, IsTriedHere) {
  std::set<std::string> tried;
  for (const auto& [name, print] : every_form()) tried.insert(name.substr(0, name.find(' ')));

  EXPECT_EQ(tried, declared_forms());
}

TEST(EveryForm, IsValidPdfAHoweverLongAndInWhateverLanguage) {
  const TempFolder folder;
  for (const auto& [name, print] : every_form()) {
    const Printing russian(Language::russian);
    for (const int rows : {0, 2, 60}) {
      (void)folder.file(fmt::format("{} {}.pdf", name, rows), print(rows).pdf);
    }
    choose_language(Language::english, FONDS_BINARY_DIR "/locale");
    (void)folder.file(name + " english.pdf", print(2).pdf);
  }

  expect_pdf_a(folder);
}

TEST(EveryForm, IsPrintedTwiceAlike) {
  const Printing russian(Language::russian);
  for (const auto& [name, print] : every_form()) EXPECT_TRUE(print(2).pdf == print(2).pdf) << name;
}

TEST(EveryForm, GivesItsTableOut) {
  const std::set<std::string> without{"printed_batch_sheet case", "printed_batch_sheet cover",
                                      "printed_batch_sheet separator", "printed_cover",
                                      "printed_presence_check"};
  for (const auto& [name, print] : every_form()) {
    const std::vector<Table> tables = print(60).tables;

    ASSERT_EQ(tables.empty(), without.contains(name)) << name;
    if (tables.empty()) continue;
    const std::vector<TableRow>& rows = tables.front().rows;
    EXPECT_GE(rows.size(), 61U) << name;
    EXPECT_THAT(rows.front(), Each(Not(IsEmpty()))) << name;
    EXPECT_LE(rows.back().size(), rows.front().size()) << name;
    EXPECT_TRUE(xlsx_of(tables, Moment{}).starts_with("PK")) << name;
  }
}

TEST(EveryForm, OfWhateverTextAndTitleIsValidPdfA) {
  const TempFolder folder;
  const std::vector<std::string> texts{
      "", " ", "Latin", "Кириллица", "<b>&amp;]]>", "a\0\x01\n\x7F"s, "\xEF\xBF\xBE\xEF\xBF\xBF",
      // Combining marks, a smile, what no font here has, and joined ones.
      "e\xCC\x81 и\xCC\x86", "\xF0\x9F\x98\x80", "\xE6\xBC\xA2 \xF0\x9F\x8E\x89",
      "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", std::string(70'000, 'x')};
  for (const SheetTurn turn : {SheetTurn::portrait, SheetTurn::landscape}) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      FormPdf form(texts[i], turn);
      form.write(20, 20, 170, texts[i], {12, TextWeight::ordinary, TextAlign::left, 3});
      form.write(20, 60, 170, texts[i], {20, TextWeight::bold, TextAlign::centre, 3});
      form.next_page();
      form.line_across(20, 20, 100);
      (void)folder.file(fmt::format("{} {}.pdf", turn == SheetTurn::portrait, i),
                        form.finish().pdf);
    }
  }

  expect_pdf_a(folder);
}

}  // namespace
}  // namespace fonds
