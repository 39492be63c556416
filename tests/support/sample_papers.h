/// Sample papers of tests/data/papers: recognised pages and what should be read out of them.
///
/// The README there says what a file holds. The pages are laid out as a printer would: lines one
/// below another, awards centred, short lines of capitals in large type; words of A4 at 300 dpi.
/// Threads: pure functions. Faults: std::runtime_error (a file is misspelt: says file and line).
#pragma once

#include <boost/filesystem/path.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/page.h"
#include "model/paper.h"

namespace fonds {

struct SamplePerson {
  PersonRole role = PersonRole::other;
  std::string grammatical_case;  ///< "nom", "gen", …
  std::string printed;           ///< as it stands on the paper, without a recogniser's mistakes
  std::string nominative;        ///< "Лосев Игнат Ильич", "Лосев И.И."
  std::string result;            ///< of a row of a list; may be empty
  std::string birth;             ///< "2011-05-06", "2011" or empty
};

/// Somebody who puts their hand under the paper.
struct SampleSignatory {
  std::string printed;  ///< as it stands on the paper
  std::string office;   ///< "Директор ЦДТ"; empty where none is printed
};

struct SamplePaper {
  int number = 0;
  bool noisy = false;  ///< the text has a recogniser's mistakes
  std::multimap<std::string, std::string>
      head;                           ///< key → value, persons, signatories and `noisy` left out
  std::vector<SamplePerson> persons;  ///< in reading order
  std::vector<SampleSignatory> signatories;  ///< in reading order
  std::vector<RecognisedPage> pages;

  /// Rules may be tuned on odd papers only.
  [[nodiscard]] bool is_holdout() const { return number % 2 == 0; }
  /// What stands on the paper; nothing when it does not say.
  [[nodiscard]] std::optional<std::string> said(const std::string& key) const;
  /// Every answer taken as right; empty when only leaving it out is.
  [[nodiscard]] std::vector<std::string> accepted(const std::string& key) const;
  [[nodiscard]] bool may_be_left_out(const std::string& key) const;
};

/// One paper from the text of its file; `name` ("017.paper") gives the number.
SamplePaper sample_paper_from(const std::string& text, const std::string& name);
/// All of a folder, by number.
std::vector<SamplePaper> load_sample_papers(const boost::filesystem::path& folder);

}  // namespace fonds
