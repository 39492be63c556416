#include "retention/period_words.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

const PeriodWords& words() { return PeriodWords::shipped(); }

RetentionRule read(std::string_view period, std::string_view note = {}) {
  const ReadPeriod read = words().read(period, note);
  EXPECT_EQ(read.not_understood, "") << period;
  EXPECT_TRUE(read.rule) << period;
  return read.rule.value_or(RetentionRule());
}

TEST(PeriodWords, ReadEveryPeriodOfTheSample) {
  struct Row {
    const char* period;
    const char* note;
    PeriodKind kind;
    int years;
    Trigger trigger;
    AppraisalMark mark;
  };
  using enum PeriodKind;
  using enum Trigger;
  using enum AppraisalMark;
  const Row rows[] = {
      {"Постоянно", "", permanent, 0, case_closed, none},
      {"5 лет", "ЭД", PeriodKind::years, 5, case_closed, none},
      {"5 лет ЭПК", "", PeriodKind::years, 5, case_closed, epk},
      {"3 года", "после выбытия; переходящие", PeriodKind::years, 3, learner_left, none},
      {"10 лет ЭК", "уч. год", PeriodKind::years, 10, case_closed, ek},
      {"50 лет ЭК", "переходящее; после окончания книги", PeriodKind::years, 50, case_closed, ek},
      {"ДМН (не менее 1 года)", "1 год после выбытия", until_not_needed, 1, learner_left, none},
      {"ДМН", "1 год после выбытия", until_not_needed, 1, learner_left, none},
      {"До минования надобности", "", until_not_needed, 0, case_closed, none},
      {"3 года", "после истечения срока или отзыва; переходящее", PeriodKind::years, 3,
       consent_ended, none},
      {"3 года", "после возвращения дел", PeriodKind::years, 3, returned, none},
      {"ДЗН", "", until_replaced, 0, form_replaced, none},
      {"До замены новыми", "", until_replaced, 0, form_replaced, none},
      {"3 года после замены новыми", "", PeriodKind::years, 3, form_replaced, none},
      {"50/75 лет ЭПК", "", personnel_50_75, 0, case_closed, epk},
      {"75 лет / 50 лет", "", personnel_50_75, 0, case_closed, none},
      {"До ликвидации организации", "", until_liquidation, 0, case_closed, none},
      {"1 г.", "", PeriodKind::years, 1, case_closed, none},
      {"ПОСТОЯННО", "", permanent, 0, case_closed, none},
      {"Постоянно", "временного: 3 года после уничтожения дел", permanent, 0, case_closed, none},
      {"5 лет после увольнения", "", PeriodKind::years, 5, dismissed, none},
      {"5 лет после истечения срока действия договора", "", PeriodKind::years, 5, contract_ended,
       none},
      {"3 года после уничтожения бланков", "", PeriodKind::years, 3, blanks_destroyed, none},
      {"3 года после отзыва согласия", "", PeriodKind::years, 3, consent_ended, none},
  };
  for (const Row& row : rows) {
    const RetentionRule rule = read(row.period, row.note);
    EXPECT_EQ(name_of(rule.kind), name_of(row.kind)) << row.period;
    EXPECT_EQ(rule.years, row.years) << row.period;
    EXPECT_EQ(name_of(rule.trigger), name_of(row.trigger)) << row.period << " / " << row.note;
    EXPECT_EQ(name_of(rule.mark), name_of(row.mark)) << row.period;
  }
}

TEST(PeriodWords, AnAuditIsAConditionWhereverItStands) {
  EXPECT_EQ(read("5 лет при условии проведения проверки (ревизии)").condition,
            RetentionCondition::audit);
  EXPECT_EQ(read("5 лет", "уч. год; при условии проведения проверки").condition,
            RetentionCondition::audit);
  EXPECT_EQ(read("5 лет").condition, RetentionCondition::none);
}

TEST(PeriodWords, WhatIsNotUnderstoodIsNamed) {
  EXPECT_EQ(words().read("5 лет или дольше", "").not_understood, "или дольше");
  const ReadPeriod none = words().read("хранить вечно", "");
  EXPECT_FALSE(none.rule);
  EXPECT_EQ(none.not_understood, "хранить вечно");
  EXPECT_FALSE(words().read("", "").rule);
  EXPECT_FALSE(words().read("\xff\xfe", "").rule);
}

TEST(PeriodWords, AYearBesideAPeriodOfYearsIsNone) {
  EXPECT_EQ(read("5 лет", "с 2023 года").years, 5);
}

TEST(PeriodWords, WhatIsPrintedIsReadAsTheSame) {
  for (std::size_t kind = 0; kind < kPeriodKinds.size(); ++kind) {
    for (std::size_t trigger = 0; trigger < kTriggers.size(); ++trigger) {
      for (std::size_t mark = 0; mark < kAppraisalMarks.size(); ++mark) {
        RetentionRule rule;
        rule.kind = static_cast<PeriodKind>(kind);
        if (rule.kind == PeriodKind::years) rule.years = 22;
        if (rule.kind == PeriodKind::until_not_needed) rule.years = 1;
        rule.trigger = rule.kind == PeriodKind::until_replaced ? Trigger::form_replaced
                                                               : static_cast<Trigger>(trigger);
        rule.mark = static_cast<AppraisalMark>(mark);
        rule.condition = mark == 1 ? RetentionCondition::audit : RetentionCondition::none;
        EXPECT_EQ(read(words().printed(rule)), rule) << words().printed(rule);
      }
    }
  }
}

TEST(PeriodWords, PrintsAsNomenclaturesDo) {
  EXPECT_EQ(words().printed(read("5 лет эпк")), "5 лет ЭПК");
  EXPECT_EQ(words().printed(read("дмн (не менее 1 года)")),
            "До минования надобности (не менее 1 года)");
  EXPECT_EQ(words().printed(read("3 года", "после выбытия")), "3 года после выбытия");
  RetentionRule longer = read("5 лет");
  longer.local = {"№ 4", 10};
  EXPECT_EQ(words().printed(longer), "10 лет");
}

TEST(PeriodWords, NumbersOfYearsHaveTheirNoun) {
  EXPECT_EQ(years_in_russian(1), "1 год");
  EXPECT_EQ(years_in_russian(3), "3 года");
  EXPECT_EQ(years_in_russian(5), "5 лет");
  EXPECT_EQ(years_in_russian(11), "11 лет");
  EXPECT_EQ(years_in_russian(14), "14 лет");
  EXPECT_EQ(years_in_russian(21), "21 год");
  EXPECT_EQ(years_in_russian(111), "111 лет");
  EXPECT_EQ(years_in_russian(75), "75 лет");
}

TEST(PeriodWords, ANoteSaysWhatTheCasesAre) {
  const NoteSigns signs = words().signs_in("уч. год; ЭД, 2 экз.; переходящее");
  EXPECT_TRUE(signs.ongoing && signs.electronic && signs.school_year);
  EXPECT_FALSE(signs.reserve);
  EXPECT_TRUE(words().signs_in("02-11..02-14 резерв").reserve);
  EXPECT_FALSE(words().signs_in("следующий эдикт").electronic);
}

TEST(PeriodWords, TheListKnowsItsPeriods) {
  EXPECT_TRUE(words().is_allowed(5));
  EXPECT_FALSE(words().is_allowed(25));
}

TEST(PeriodWords, MisspeltDataAreRefused) {
  std::string text(shipped_data("retention_words.toml"));
  text.replace(text.find("until_replaced = 'дзн"), 14, "until_replacad");
  EXPECT_ANY_THROW(PeriodWords(DataTable::parse(text, "words.toml")));
}

TEST(PeriodWords, AnOngoingCaseIsNotedWithItsYearOnce) {
  const PeriodWords& words = PeriodWords::shipped();
  EXPECT_EQ(words.with_ongoing("", 2024), "переходящее с 2024 г.");
  EXPECT_EQ(words.with_ongoing("переходящее", 2024), "переходящее с 2024 г.");
  EXPECT_EQ(words.with_ongoing("переходящее с 2023 г.", 2023), "переходящее с 2023 г.");
  EXPECT_EQ(words.with_ongoing("переходящие с 2022 г.; ЭД", 2024), "переходящее с 2024 г.; ЭД");
  EXPECT_EQ(words.with_ongoing("уч. год, переходящее", 2024), "уч. год, переходящее с 2024 г.");
  EXPECT_EQ(words.with_ongoing("после окончания книги", 2024),
            "после окончания книги; переходящее с 2024 г.");
  EXPECT_TRUE(words.signs_in(words.with_ongoing("", 2024)).ongoing) << "and is read again";
}

TEST(PeriodWords, AnActIsDrawnUpOnTheGroundsOfTheListsOfItsPeriods) {
  EXPECT_THAT(words().grounds("236"), testing::HasSubstr("20.12.2019 № 236"));
  EXPECT_THAT(words().grounds(kNoArticle), testing::HasSubstr("номенклатуры дел"));
  EXPECT_EQ(words().grounds("558"), "Перечня 558");
}

}  // namespace
}  // namespace fonds
