/// Understanding: what a recognised paper says and whose it may be, by the rules of config/ and the
/// register.
///
/// The one place where Extractor and Matcher meet: recognition jobs and `fonds recognise` both use
/// it, so that what the inspector prints is what an archive would file.
/// Threads: immutable; understand() may run concurrently.
/// Faults:  usage (a data file is wrong); understand() has none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/batch_sheets.h"
#include "ingest/document_sheet.h"
#include "ingest/extractor.h"
#include "model/calendar_date.h"
#include "model/card.h"
#include "registry/matcher.h"

namespace fonds {

struct UnderstoodPaper {
  PaperReading reading;
  std::optional<SheetCode> sheet;  ///< it is a sheet between papers, and says this
  std::vector<StudentLink> links;  ///< one per student; mention counts from 1
  /// Sheets between its pages part it: its papers and the sheets that say something.
  std::vector<StackPart> parted;
};

class Understanding {
 public:
  /// `students`: the register as it is now; `own_names`: MatcherSettings::own_names.
  Understanding(Extractor extractor, const std::vector<Student>& students,
                std::vector<std::string> own_names = {});
  Understanding(const Understanding&) = delete;  // its parts refer to each other
  Understanding& operator=(const Understanding&) = delete;

  /// `today`: no paper is of a later day, so a later date was misread and waits for a person.
  /// `in_front`: what the sheet before it in its batch says (ingest/separate.h); where the paper
  /// itself says otherwise, the paper counts.
  [[nodiscard]] UnderstoodPaper understand(const std::vector<RecognisedPage>& pages,
                                           const CalendarDate& today,
                                           const std::optional<SheetCode>& in_front = {}) const;
  /// The sheet these pages are, if they are one and nothing else but its blank back.
  [[nodiscard]] std::optional<SheetCode> sheet_of(const std::vector<RecognisedPage>& pages) const;

 private:
  [[nodiscard]] std::vector<StackItem> stack_items(const std::vector<RecognisedPage>& pages) const;
  [[nodiscard]] Decision<std::vector<int>> proposed_parts(
      const std::vector<RecognisedPage>& pages, const std::vector<StackItem>& items) const;

  Extractor extractor_;
  BatchSheets sheets_;
  NameGrammar grammar_;
  StudentIndex students_;
  Matcher matcher_;
};

/// What the matcher says, as the links of a card: for each student the best of its mentions; where
/// a mention is linked, its other candidates are not offered.
std::vector<StudentLink> links_of(const std::vector<MentionMatch>& matches);

}  // namespace fonds
