/// Acts about documents that are lost, found again, or damaged beyond repair (акт об утрате
/// документов, акт об обнаружении, акт о неисправимых повреждениях, form F10 of DOMAIN §3).
///
/// Texts are as printed, valid UTF-8; what is empty is left to be written by hand. Threads: pure,
/// but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

/// What the three acts have in common.
struct LossActFacts {
  std::string institution;
  FormPaper act;
  std::string place;
  FormSigner approval;
  std::string occasion;  ///< after "В результате": "проверки наличия и состояния"
  FormSigner keeper;
  FormPaper agreed;  ///< protocol of the institution's commission
  /// Protocol of the archive authority's commission; none where the authority takes nothing over.
  std::optional<FormPaper> authority;
  FormCaption caption{};
};

struct LostUnitRow {
  std::string inventory;  ///< its number
  std::string unit;       ///< number of the case
  std::string title;
  std::string dates;
  std::string sheets;
  std::string reason;  ///< supposed, of a loss; nature and reason of a damage
};

struct FoundUnitRow {
  std::string title;
  std::string dates;
  std::string sheets;
  std::string found_at;
  std::string former_code;
  std::string decision;
};

/// 7 columns: № п/п, № описи, № дела, заголовок, крайние даты, кол-во листов, предполагаемые
/// причины отсутствия. A4.
PrintedForm printed_loss_act(const LossActFacts& facts, const std::vector<LostUnitRow>& units);
/// 7 columns, the last: сущность и причины повреждения. A4.
PrintedForm printed_damage_act(const LossActFacts& facts, const std::vector<LostUnitRow>& units);
/// 7 columns: № п/п, заголовок, крайние даты, кол-во листов, где обнаружено, прежний шифр, решение.
/// A4.
PrintedForm printed_discovery_act(const LossActFacts& facts,
                                  const std::vector<FoundUnitRow>& units);

}  // namespace fonds
