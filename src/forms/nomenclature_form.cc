#include "forms/nomenclature_form.h"

#include <array>

#include <utility>

#include "base/messages.h"
#include "forms/form_block.h"
#include "forms/form_flow.h"
#include "forms/form_head.h"
#include "forms/form_table.h"
#include "forms/form_words.h"

namespace fonds {
namespace {

constexpr FormMargins kMargins{20, 20, 10, 15};
constexpr double kGap = 5;            // mm
constexpr double kTotalsHeight = 85;  ///< of the record of totals: it stands on one sheet

constexpr TextStyle kText{12};
constexpr TextStyle kTitle{12, TextWeight::bold};
constexpr TextStyle kSmall{10};
constexpr TextStyle kCentred{12, TextWeight::bold, TextAlign::centre};

void draw_head(FormFlow& flow, const NomenclatureForm& facts) {
  std::vector<FormLine> corner = approval_lines({});
  corner.back().text = or_blank(facts.day);
  FormBlock head(flow);
  head.side_by_side({{institution_or_blank(facts.institution), kText},
                     {"", kText},
                     {facts.caption.title_or(tr("NOMENCLATURE OF FILES")), kTitle},
                     {say(tr("{} No. {}"), or_blank(facts.day), or_blank(facts.number)), kText},
                     {tr("Place __________"), kText},
                     {say(tr("for the year {}"), facts.year), kTitle}},
                    std::move(corner));
  head.gap(kGap);
  head.draw();
}

void draw_items(FormFlow& flow, const NomenclatureForm& facts) {
  const std::vector<FormColumn> columns{
      {tr("Index of the case"), 18, TextAlign::centre},
      {tr("Heading of the case (volumes, parts)"), 66},
      {tr("Number of units (volumes, parts)"), 22, TextAlign::centre},
      {tr("Period of retention and articles of the list"), 40},
      {tr("Note"), 34}};
  std::vector<TableRow> rows;
  for (const NomenclatureFormRow& row : facts.rows) {
    if (row.index.empty()) {
      rows.push_back({row.title});
    } else {
      rows.push_back({row.index, row.title, row.units, row.period, row.note});
    }
  }
  draw_table(flow, columns, rows, {10, 0, true});
  flow.skip(kGap);
}

void draw_signatures(FormFlow& flow, const NomenclatureForm& facts) {
  flow.need(kTotalsHeight / 2);
  flow.paragraph(tr("Drawn up by (position) __________ (signature, name) __________"), kText);
  flow.skip(kGap);
  flow.paragraph(tr("Seen by the keeper of the archive __________ (signature, name) __________"),
                 kText);
  flow.skip(kGap);
  flow.paragraph(tr("AGREED"), kTitle);
  flow.paragraph(
      say(tr("Protocol of the commission of the institution: {}"), or_blank(facts.agreed)), kText);
  flow.skip(2 * kGap);
}

/// The rows of the record: a class each, and all of them.
std::vector<TableRow> total_rows(const std::optional<NomenclatureTotals>& totals) {
  const std::array<const char*, 4> titles{tr("Permanent"), tr("Temporary (above 10 years)"),
                                          tr("Temporary (up to 10 years)"), tr("IN ALL")};
  std::vector<TableRow> rows;
  NomenclatureCounts sum;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!totals) {
      rows.push_back({titles[i], "", "", ""});
      continue;
    }
    const bool last = i == totals->classes.size();
    const NomenclatureCounts counts = last ? sum : totals->classes[i];
    sum.all += counts.all;
    sum.ongoing += counts.ongoing;
    sum.epk += counts.epk;
    rows.push_back({titles[i], std::to_string(counts.all), std::to_string(counts.ongoing),
                    std::to_string(counts.epk)});
  }
  return rows;
}

void draw_totals(FormFlow& flow, int year, const std::optional<NomenclatureTotals>& totals) {
  flow.need(kTotalsHeight);
  flow.paragraph(
      say(tr("Record of the categories and number of cases opened in the year {}"), year),
      kCentred);
  flow.skip(kGap);
  const std::vector<FormColumn> columns{{tr("By periods of retention"), 60},
                                        {tr("In all"), 30, TextAlign::centre},
                                        {tr("Of them ongoing"), 40, TextAlign::centre},
                                        {tr("Of them marked ЭПК"), 40, TextAlign::centre}};
  draw_table(flow, columns, total_rows(totals), {10, 7});
  flow.skip(kGap);
  flow.paragraph(tr("Drawn up by (position) __________ (signature, name) __________"), kSmall);
  flow.skip(kGap);
  flow.paragraph(
      tr("The totals were given to the archive: position __________ signature __________ day "
         "__________"),
      kSmall);
}

}  // namespace

PrintedForm printed_nomenclature(const NomenclatureForm& facts) {
  const std::string title = say(tr("Nomenclature of files for {}"), facts.year);
  FormPdf form(title);
  FormFlow flow(form, kMargins, title, facts.caption);
  draw_head(flow, facts);
  draw_items(flow, facts);
  draw_signatures(flow, facts);
  draw_totals(flow, facts.year, facts.totals);
  return form.finish();
}

}  // namespace fonds
