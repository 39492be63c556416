/// Texts shown to people: Russian by default, English on request, both from one gettext catalogue.
///
/// In code every text is English inside tr("…"); src/base/messages/ru.po holds the Russian, a test
/// fails when one is missing. With arguments: `say(tr("{} pages"), n)`.
/// Threads: choose_language() once at start, before any thread; tr() from any thread afterwards.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace fonds {

enum class Language { russian, english };

/// Sets the language of all later tr(). `catalogue_folder` holds ru/LC_MESSAGES/fonds.mo.
void choose_language(Language language, const std::string& catalogue_folder);
Language language();
/// The folder choose_language() was given; empty before.
std::string catalogue_folder();

/// `english` in the chosen language; itself when there is no translation.
const char* tr(const char* english);
/// The same for a counted noun: `english_one` and `english_many` as gettext's plural forms.
const char* trn(const char* english_one, const char* english_many, unsigned long count);

/// Marks a text that is kept in English and given to tr() when it is told, perhaps years later.
constexpr const char* tr_later(const char* english) { return english; }

/// fmt::format with a format string known only at run time (a translated one).
template <class... Arguments>
std::string say(const char* format, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(format), arguments...);
}

}  // namespace fonds
