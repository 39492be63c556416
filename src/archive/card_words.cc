#include "archive/card_words.h"

namespace fonds {

ValueWords card_words(const DocumentKinds& kinds) {
  ValueWords words = ValueWords::shipped();
  for (const PaperKind& kind : kinds.all()) {
    words.add({"kind", kind.id, kind.ru, kind.en, {}});
  }
  return words;
}

}  // namespace fonds
