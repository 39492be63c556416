#include "archive/card_words.h"

#include "ingest/document_kinds.h"

namespace fonds {
namespace {

ValueWords with_kinds() {
  ValueWords words = ValueWords::shipped();
  const DocumentKinds kinds = DocumentKinds::shipped();
  for (const PaperKind& kind : kinds.all()) {
    words.add({"kind", kind.id, kind.ru, kind.en, {}});
  }
  return words;
}

}  // namespace

const ValueWords& card_words() {
  static const ValueWords words = with_kinds();
  return words;
}

}  // namespace fonds
