#include "forms/counted.h"

#include <fmt/format.h>

#include "base/messages.h"

namespace fonds {
namespace {

WordGender gender_of(CountedNoun noun) {
  switch (noun) {
    case CountedNoun::document:
    case CountedNoun::sheet:
      return WordGender::masculine;
    case CountedNoun::case_file:
      return WordGender::neuter;
    case CountedNoun::storage_unit:
    case CountedNoun::storage_unit_short:
      return WordGender::feminine;
  }
  return WordGender::masculine;
}

const char* noun_of(CountedNoun noun, unsigned long count) {
  switch (noun) {
    case CountedNoun::document:
      return trn("{} document", "{} documents", count);
    case CountedNoun::sheet:
      return trn("{} sheet", "{} sheets", count);
    case CountedNoun::case_file:
      return trn("{} case", "{} cases", count);
    case CountedNoun::storage_unit:
      return trn("{} storage unit", "{} storage units", count);
    case CountedNoun::storage_unit_short:
      return trn("{} st. unit", "{} st. units", count);
  }
  return "{}";
}

}  // namespace

std::string counted(CountedNoun noun, std::optional<std::int64_t> count) {
  return say(noun_of(noun, static_cast<unsigned long>(count.value_or(0))),
             in_figures_and_words(count, gender_of(noun)));
}

std::string in_figures_and_words(std::optional<std::int64_t> count, WordGender gender) {
  if (!count) return tr("__________ (in figures and words)");
  return fmt::format("{} ({})", *count, spelled(*count, gender));
}

}  // namespace fonds
