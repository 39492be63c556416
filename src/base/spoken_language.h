/// SpokenLanguage: while it lives, texts for people are in this language on this thread: the web
/// desk speaks to two people at once.
///
/// Threads: made and destroyed by one thread, the last made first. choose_language() was called.
#pragma once

#include <optional>

#include "base/messages.h"

namespace fonds {

class SpokenLanguage {
 public:
  explicit SpokenLanguage(Language language);
  ~SpokenLanguage();
  SpokenLanguage(const SpokenLanguage&) = delete;
  SpokenLanguage& operator=(const SpokenLanguage&) = delete;

 private:
  std::optional<Language> before_;
};

}  // namespace fonds
