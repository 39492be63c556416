#include "web/form_answers.h"

#include "web/desk_fixture.h"

namespace fonds {
namespace {

class FormAnswers : public DeskTest {
 protected:
  FormAnswers() {
    request_.query = {{"whole", "12"}, {"below", "-1"}, {"words", "zwei"}, {"none", ""}};
    visit_.path = {{"act", "7"}, {"other", "7a"}};
  }
  Request request_;                              // NOLINT(*-non-private-*)
  Workplace place_{archive().reopen(), site()};  // NOLINT(*-non-private-*)
  Visit visit_{request_, place_};                // NOLINT(*-non-private-*)
};

TEST_F(FormAnswers, NumbersAreWholeOrNone) {
  EXPECT_EQ(number_in_path(visit_, "act"), 7);
  EXPECT_EQ(fault_of([&] { (void)number_in_path(visit_, "other"); }), Fault::not_found);
  EXPECT_EQ(number_typed(visit_, "whole"), 12);
  EXPECT_EQ(number_typed(visit_, "none"), 0);
  EXPECT_EQ(number_typed(visit_, "absent"), 0);
  EXPECT_EQ(fault_of([&] { (void)number_typed(visit_, "below"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)number_typed(visit_, "words"); }), Fault::usage);
}

TEST_F(FormAnswers, WhatCanBeMendedComesBackAndTheRestGoesOn) {
  const auto again = [](const std::string& problem, int status) {
    return plain_text(status, problem);
  };
  for (const Fault fault : {Fault::usage, Fault::busy, Fault::not_found}) {
    const Response answer =
        attempt([&]() -> Response { throw Error(fault, "wrong", "mend it"); }, again);
    EXPECT_EQ(answer.status, entry_of(fault).http_status);
    EXPECT_EQ(answer.body, "wrong: mend it");
  }
  EXPECT_EQ(fault_of([&] {
              (void)attempt([&]() -> Response { throw Error(Fault::denied, "no"); }, again);
            }),
            Fault::denied);
}

TEST_F(FormAnswers, ADayThatIsNotKnownIsNoText) {
  EXPECT_EQ(spoken_or_empty(std::nullopt), "");
  EXPECT_EQ(spoken_or_empty(CalendarDate{2026, 1, 2}), "2026-01-02");
  EXPECT_TRUE(calendar_date_from(today_typed(visit_)));
  EXPECT_EQ(choice_of("a", "An a", "a")["chosen"], true);
  EXPECT_EQ(choice_of("a", "An a", "b")["chosen"], false);
}

}  // namespace
}  // namespace fonds
