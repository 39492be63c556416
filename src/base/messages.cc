#include "base/messages.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>

namespace fonds {
namespace {

constexpr const char* kDomain = "fonds";
Language chosen = Language::english;  // set once, before any thread

}  // namespace

void choose_language(Language language, const std::string& catalogue_folder) {
  chosen = language;
  // gettext obeys LANGUAGE only outside the "C" locale; C.UTF-8 is on every Debian.
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  std::setlocale(LC_CTYPE, "C.UTF-8");
  ::setenv("LANGUAGE", language == Language::russian ? "ru" : "en", 1);
  ::bindtextdomain(kDomain, catalogue_folder.c_str());
  ::bind_textdomain_codeset(kDomain, "UTF-8");
}

Language language() { return chosen; }

std::string catalogue_folder() {
  const char* const folder = ::bindtextdomain(kDomain, nullptr);
  return folder == nullptr ? std::string() : folder;
}

// English is answered here: gettext would go on giving what it found for the language before.
const char* tr(const char* english) {
  return chosen == Language::english ? english : ::dgettext(kDomain, english);
}

const char* trn(const char* english_one, const char* english_many, unsigned long count) {
  if (chosen == Language::english) return count == 1 ? english_one : english_many;
  return ::dngettext(kDomain, english_one, english_many, count);
}

}  // namespace fonds
