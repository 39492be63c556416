#include "archive/card_words.h"

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

}  // namespace fonds
