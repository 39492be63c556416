#include "cli/nomenclature_talk.h"

#include <fmt/format.h>

#include "archive/nomenclature_file.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/reason_words.h"
#include "retention/state_words.h"
#include "web/api/nomenclature_records.h"

namespace fonds {

void print_card(const Session& session, const NomenclatureCard& card) {
  if (session.json) return print(record_of(card));
  std::string line = fmt::format("{}  {}, {}", card.year, title_of(card.state),
                                 say(trn("{} item", "{} items", card.items), card.items));
  if (!card.agreed.empty()) line += "; " + say(tr("commission: {}"), printable(card.agreed));
  if (card.approved_on) {
    line +=
        "; " + say(tr("approved: № {} of {}"), printable(card.approval), spoken(*card.approved_on));
  }
  print(line);
}

void print_totals(const Session& session, int year, const NomenclatureTotals& totals) {
  if (session.json) return print(record_of(totals, year));
  const std::array<const char*, 3> titles{tr("Permanent"), tr("Temporary (above 10 years)"),
                                          tr("Temporary (up to 10 years)")};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const NomenclatureCounts& of = totals.classes[i];
    print(say(tr("{}: {}; ongoing {}, marked ЭПК {}"), titles[i], of.all, of.ongoing, of.epk));
  }
  for (const auto& [index, units] : totals.units) {
    if (units == 0) print(say(tr("  {}: not opened"), index));
  }
  if (totals.open > 0)
    tell(session, say(tr("Still open, though its time is over: {}"), totals.open));
}

void print_items(const Session& session, const Nomenclature& nomenclature) {
  for (std::size_t i = 0; i < nomenclature.items.size(); ++i) {
    const NomenclatureItem& item = nomenclature.items[i];
    if (session.json) {
      print(record_of(item));
      continue;
    }
    if (const NomenclatureSection* section = section_begun_by(nomenclature, i)) {
      print(fmt::format("{} {}", section->code, printable(section->title)));
    }
    std::string line = fmt::format("  {}  {}", item.index, printable(item.title));
    if (!item.reserve) line += "  · " + printable(period_with_source(item.rule));
    if (!item.note.empty()) line += "  · " + printable(item.note);
    print(line);
  }
}

void print_problems(const Session& session, const std::vector<NomenclatureProblem>& problems) {
  for (const NomenclatureProblem& each : problems) {
    if (session.json) {
      print(record_of(each));
    } else {
      print(fmt::format("{}  {} ({})", tr("ERROR"), line_of(each), each.hint));
    }
  }
}

void print_findings(const Session& session, const std::vector<NomenclatureFinding>& findings) {
  for (const NomenclatureFinding& each : findings) {
    const bool error = each.weight == NomenclatureFinding::Weight::error;
    if (session.json) {
      print(record_of(each));
      continue;
    }
    std::string line = fmt::format("{}  {}", error ? tr("ERROR") : tr("warning"), each.text);
    if (!each.indexes.empty()) line += fmt::format("  {}", fmt::join(each.indexes, ", "));
    print(line);
  }
}

}  // namespace fonds
