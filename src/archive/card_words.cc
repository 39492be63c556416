#include "archive/card_words.h"

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
ValueWords card_words(const DocumentKinds& kinds) {
  ValueWords words = ValueWords::shipped();
  for (const PaperKind& kind : kinds.all()) {
    words.add({"kind", kind.id, kind.ru, kind.en, {}});
  }
  return words;
}

std::string value_in_words(const ValueWords& words, std::string_view field,
                           const std::string& value) {
  if (field != "date") return words.title(field, value);
  const auto span = date_span_from(value);
  return span ? spoken(*span) : value;
}

std::string field_title(std::string_view name) {
  const CardField* field = card_field(name);
  return field == nullptr ? std::string(name) : tr(field->title.data());
}

std::string shown(const FieldValue& value, const ValueWords& words) {
  if (value.value.empty()) return value.origin == Origin::person ? tr("none") : tr("not clear");
  return printable(value_in_words(words, value.field, value.value));
}

std::string title_of(LinkState state) {
  switch (state) {
    case LinkState::linked:
      return tr("this student's");
    case LinkState::offered:
      return tr("perhaps this student's");
    case LinkState::refused:
      return tr("not this student's");
  }
  return "?";
}

std::string title_of(PersonRole role) {
  switch (role) {
    case PersonRole::holder:
      return tr("whose paper it is");
    case PersonRole::listed:
      return tr("listed on it");
    case PersonRole::other:
      return tr("another person");
  }
  return "?";
}

}  // namespace fonds
