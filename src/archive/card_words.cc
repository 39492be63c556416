#include "archive/card_words.h"

namespace fonds {

const ValueWords& card_words() {
  static const ValueWords words = ValueWords::shipped();
  return words;
}

}  // namespace fonds
