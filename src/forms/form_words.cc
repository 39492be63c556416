#include "forms/form_words.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "model/spoken_date.h"

namespace fonds {

std::string or_blank(const std::string& text) { return text.empty() ? "__________" : text; }

std::string or_blank(const std::optional<CalendarDate>& day) {
  return or_blank(day ? spoken(*day) : std::string());
}

std::string or_long_blank(const std::string& text) {
  return text.empty() ? std::string(40, '_') : text;
}

std::string year_or_blank(int year) {
  return or_blank(year == 0 ? std::string() : fmt::format("{}", year));
}

std::string for_years(const FormYears& years) {
  if (years.first == years.last && years.first != 0) return say(tr("for {}"), years.first);
  if (years.first == 0 && years.last == 0) return say(tr("for the years {}"), or_blank(""));
  return say(tr("for the years {}"), year_or_blank(years.first) + "–" + year_or_blank(years.last));
}

std::string of_paper(const FormPaper& paper) {
  return say(tr("No. {} of {}"), or_blank(paper.number), or_blank(paper.day));
}

std::string day_and_number(const FormPaper& paper) {
  return say(tr("{} No. {}"), or_blank(paper.day), or_blank(paper.number));
}

std::string name_of(const FormVolume& volume) {
  const std::string name =
      say(tr("{} for the year {}"), or_blank(volume.index), year_or_blank(volume.year));
  return volume.volume == 0 ? name : name + say(tr(", volume {}"), volume.volume);
}

std::string extreme_dates(const std::optional<CalendarDate>& first,
                          const std::optional<CalendarDate>& last) {
  if (!first && !last) return {};
  if (first == last) return spoken(*first);
  return or_blank(first) + "–" + or_blank(last);
}

}  // namespace fonds
