/// NoisyNames: papers that name students of a synthetic register and people who are not in it, with
/// the mistakes of printers, recognisers and clerks.
///
/// The noise is of its own making, not the matcher's: letters are changed by shape groups of its
/// own and at random, lost, doubled and put in; names stand in any case, order and length, with
/// initials, unbent surnames, wrong words, split and joined. The same seed gives the same papers.
/// Threads: one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/paper.h"
#include "registry/name_grammar.h"
#include "registry/paper_prior.h"
#include "support/synthetic_register.h"

namespace fonds {

struct NoisyPaper {
  PaperContext context;
  std::vector<PersonMention> mentions;
  /// By mention: whom it means; nobody of the register when absent.
  std::vector<std::optional<StudentId>> truth;
};

class NoisyNames {
 public:
  NoisyNames(const SyntheticRegister& names, const NameGrammar& grammar, std::uint64_t seed);
  /// An award of one, or a list of a collective or of a contest.
  NoisyPaper next();
  static constexpr const char* kOwnName = "МБОУ ДО ЦДТ Заречный";

 private:
  struct Named {
    DrawnPerson person;
    const Student* student = nullptr;
  };
  NoisyPaper award();
  NoisyPaper roster_list();
  NoisyPaper contest();
  Named somebody(double outsider);
  Named outsider();
  const Student& member_of(const std::string& collective, int year);
  void add(const Named& named, PersonRole role, int row, NoisyPaper& paper);
  PersonName as_printed(const DrawnPerson& person, PersonMention& mention, bool in_list);
  std::string in_order(const PersonName& name);
  std::string misread(const std::string& text, double rate);
  std::string wreck(std::string text);
  void date(NoisyPaper& paper, int school_year);

  const SyntheticRegister& register_;
  const NameGrammar& grammar_;
  Dice dice_;
  std::map<std::string, std::vector<const Student*>> members_;  ///< by collective
  double dirt_ = 0;  ///< share of letters of this paper read wrong
};

}  // namespace fonds
