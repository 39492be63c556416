/// Card: what is known of a document beside its text: the values of its fields, the persons it
/// names, the students it is linked to.
///
/// The machine's value and a person's stand side by side; a person's wins for ever and outlives
/// every new recognition (DESIGN §1.2). Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "model/paper.h"
#include "model/student.h"

namespace fonds {

enum class Origin { machine, person };
constexpr std::string_view name_of(Origin origin) {
  return origin == Origin::machine ? "machine" : "person";
}

/// A field of a card. Its name stands in the catalogue and in JSON.
struct CardField {
  std::string_view name;
  std::string_view title;  ///< English; shown through tr()
  bool decided;            ///< a person is asked when the machine is not sure
};
inline constexpr std::array<CardField, 15> kCardFields{{
    {"kind", tr_later("kind"), true},
    {"date", tr_later("date"), true},
    {"number", tr_later("number"), true},
    {"level", tr_later("level"), true},
    {"place", tr_later("place"), true},
    {"event", tr_later("event"), false},
    {"nomination", tr_later("nomination"), false},
    {"collective", tr_later("collective"), false},
    {"group", tr_later("group"), false},
    {"issuer", tr_later("issued by"), false},
    {"order", tr_later("order"), false},
    {"case", tr_later("case"), true},
    {"school_year", tr_later("school year"), false},
    {"control", tr_later("control"), false},
    {"signatories", tr_later("signed by"), false},
}};
constexpr const CardField* card_field(std::string_view name) {
  for (const CardField& field : kCardFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

struct FieldValue {
  std::string field;  ///< a name of kCardFields
  /// Canonical: an id of a kind, to_text(DateSpan), name_of(Level), to_text(AwardPlace); empty: a
  /// person says there is none, or the machine abstains.
  std::string value;
  double confidence = 0;
  std::vector<Reason> reasons;
  std::optional<PlaceOnPage> source;
  Origin origin = Origin::machine;
  std::string by;  ///< login of the person
};

enum class LinkState {
  linked,   ///< this student's paper
  offered,  ///< perhaps: a person decides
  refused,  ///< a person said no
};
constexpr std::array<std::string_view, 3> kLinkStates{"linked", "offered", "refused"};
constexpr std::string_view name_of(LinkState state) {
  return kLinkStates[static_cast<std::size_t>(state)];
}
constexpr std::optional<LinkState> link_state_from(std::string_view name) {
  for (std::size_t i = 0; i < kLinkStates.size(); ++i) {
    if (kLinkStates[i] == name) return static_cast<LinkState>(i);
  }
  return std::nullopt;
}

struct StudentLink {
  StudentId student;
  int mention = 0;  ///< place in Card::mentions, from 1; 0: linked by a person, not by a name
  LinkState state = LinkState::offered;
  double probability = 0;
  std::vector<Reason> reasons;
  Origin origin = Origin::machine;
  std::string by;  ///< login of the person
};

/// Whether a paper is a student's, when several records of the register are one student and each
/// may have got a link: a person's yes outweighs a person's no, and either the machine.
class LinkVerdict {
 public:
  void add(Origin origin, LinkState state) {
    const bool linked = state == LinkState::linked;
    if (origin == Origin::machine) {
      machine_ = machine_ || linked;
    } else {
      said_yes_ = said_yes_ || linked;
      said_no_ = said_no_ || state == LinkState::refused;
    }
  }
  [[nodiscard]] bool linked() const { return said_yes_ || (machine_ && !said_no_); }

 private:
  bool said_yes_ = false;
  bool said_no_ = false;
  bool machine_ = false;
};

struct Card {
  std::vector<FieldValue> values;  ///< both origins, in the order of kCardFields, person's first
  std::vector<PersonMention> mentions;
  std::vector<StudentLink> links;  ///< one per student, the person's word where there is one
  /// Pages on which papers seem to begin, while a person has to decide; abstains: it is one paper.
  Decision<std::vector<int>> parts;
};

/// The value that counts: a person's, else the machine's; null when there is neither.
const FieldValue* value_of(const Card& card, std::string_view field);
/// The same as text; empty when there is none.
std::string text_of(const Card& card, std::string_view field);

/// "1", "laureate 2", "participant" …: rank and, after a space, the degree when there is one.
std::string to_text(const AwardPlace& place);
std::optional<AwardPlace> award_place_from(std::string_view text);

/// The machine's values of a reading, in the order of kCardFields.
std::vector<FieldValue> values_of(const PaperReading& reading);

}  // namespace fonds
