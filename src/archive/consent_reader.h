/// ConsentReader: whether a paper seems to give consent to publication or to withdraw one, by the
/// words of config/consents.toml.
///
/// What it finds is only ever proposed to a person. Threads: immutable. Faults: usage (the data
/// file is wrong, with its line).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "model/calendar_date.h"

namespace fonds {

class DataTable;

enum class ConsentSays { nothing, publication, withdrawal };

struct ConsentReading {
  ConsentSays says = ConsentSays::nothing;
  std::string words;                  ///< on the paper, folded
  std::optional<CalendarDate> until;  ///< of a consent, when the paper says
};

class ConsentReader {
 public:
  /// config/consents.toml as compiled in; read once.
  static const ConsentReader& shipped();
  explicit ConsentReader(const DataTable& data);

  /// Whether papers of this kind are looked into.
  [[nodiscard]] bool reads(std::string_view kind) const;
  [[nodiscard]] ConsentReading read(std::string_view kind, std::string_view text) const;

 private:
  struct Words {
    std::vector<std::string> kinds;
    Pattern pattern;
  };
  static Words words_from(const DataTable& table);
  Words publication_;
  Words withdrawal_;
  Pattern refused_;
  Pattern until_;
};

}  // namespace fonds
