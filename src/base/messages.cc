#include "base/messages.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>
#include <optional>

#include "base/spoken_language.h"

namespace fonds {
namespace {

constexpr const char* kDomain = "fonds";
Language chosen = Language::english;          // set once, before any thread
thread_local std::optional<Language> spoken;  // in place of it on this thread

}  // namespace

void choose_language(Language language, const std::string& catalogue_folder) {
  chosen = language;
  // gettext obeys LANGUAGE only outside the "C" locale; C.UTF-8 is on every Debian.
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  std::setlocale(LC_CTYPE, "C.UTF-8");
  ::setenv("LANGUAGE", "ru", 1);  // English is answered below
  ::bindtextdomain(kDomain, catalogue_folder.c_str());
  ::bind_textdomain_codeset(kDomain, "UTF-8");
}

Language language() { return spoken.value_or(chosen); }

std::string catalogue_folder() {
  const char* const folder = ::bindtextdomain(kDomain, nullptr);
  return folder == nullptr ? std::string() : folder;
}

// English is answered here: gettext would go on giving what it found for the language before.
const char* tr(const char* english) {
  return language() == Language::english ? english : ::dgettext(kDomain, english);
}

const char* trn(const char* english_one, const char* english_many, unsigned long count) {
  if (language() == Language::english) return count == 1 ? english_one : english_many;
  return ::dngettext(kDomain, english_one, english_many, count);
}

SpokenLanguage::SpokenLanguage(Language language) : before_(spoken) { spoken = language; }
SpokenLanguage::~SpokenLanguage() { spoken = before_; }

}  // namespace fonds
