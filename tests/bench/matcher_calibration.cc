/// matcher_calibration [STUDENTS [NAMES [SEED]]]: prints how often the matcher is right at each
/// probability, over 100 000 noisy names against a register of 5 000 unless told otherwise; the
/// wrong links, to be read, on standard error.
#include <cstdlib>
#include <iostream>

#include "support/calibration.h"

int main(int argc, char** argv) {
  const auto number = [&](int at, unsigned long long standard) {
    return argc > at ? std::strtoull(argv[at], nullptr, 10) : standard;
  };
  std::string wrong;
  const auto grammar = fonds::NameGrammar::shipped();
  const auto found = fonds::calibrate(number(1, 5000), number(2, 100'000), number(3, 1), grammar,
                                      fonds::MatcherSettings::shipped(), &wrong);
  std::cout << fonds::to_text(found);
  std::cerr << wrong;
}
