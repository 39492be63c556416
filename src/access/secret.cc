#include "access/secret.h"

#include <sodium/utils.h>

namespace fonds {

void wipe(std::string& text) {
  text.resize(text.capacity());  // it may have been longer
  sodium_memzero(text.data(), text.size());
  text.clear();
}

Secret::~Secret() {
  if (!bytes_.empty()) sodium_memzero(bytes_.data(), bytes_.size());
}

Secret Secret::taken(std::string&& text) {
  Secret secret(text);
  wipe(text);
  return secret;
}

}  // namespace fonds
