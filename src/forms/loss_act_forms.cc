#include "forms/loss_act_forms.h"

#include <fmt/format.h>

#include <utility>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

/// In what the acts differ.
struct ActWords {
  const char* name;  ///< of the file and above its pages
  const char* title;
  std::string text;
};

void draw_head(FormFlow& flow, const LossActFacts& facts, const ActWords& words) {
  FormBlock head(flow);
  head.side_by_side(act_lines(facts.institution, tr("ACT"), facts.act, facts.place),
                    approval_lines(facts.approval));
  head.gap(kFormGap);
  head.paragraph(facts.caption.title_or(words.title), kFormStrong);
  head.gap(kFormGap);
  head.draw();
  flow.paragraph(words.text, kFormText);
  flow.skip(kFormGap);
}

FormBlock foot_of(FormFlow& flow, const LossActFacts& facts, std::size_t units) {
  FormBlock foot(flow);
  foot.gap(kFormGap);
  foot.paragraph(say(tr("In all {}"),
                     counted(CountedNoun::storage_unit_short, static_cast<std::int64_t>(units))),
                 kFormText);
  foot.gap(kFormGap);
  foot.signature(tr("Keeper of the archive"), facts.keeper);
  foot.gap(kFormGap);
  std::vector<FormLine> authority;
  if (facts.authority) authority = authority_lines(tr("AGREED"), *facts.authority);
  foot.side_by_side(agreement_lines(facts.agreed), std::move(authority));
  return foot;
}

PrintedForm printed(const LossActFacts& facts, const ActWords& words,
                    const std::vector<FormColumn>& columns, const std::vector<TableRow>& rows) {
  const std::string title = say("{} {}", words.name, of_paper(facts.act));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts, words);
  FormBlock foot = foot_of(flow, facts, rows.size());
  draw_table(flow, columns, rows, {kFormCell, 0, false, foot.height()});
  foot.draw();
  return form.finish();
}

PrintedForm printed_losses(const LossActFacts& facts, const ActWords& words, const char* reason,
                           const std::vector<LostUnitRow>& units) {
  const std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                        {tr("Inv. No."), 15, TextAlign::centre},
                                        {tr("Case No."), 15, TextAlign::centre},
                                        {tr("Heading"), 49},
                                        {tr("Extreme dates"), 25, TextAlign::centre},
                                        {tr("Number of sheets"), 16, TextAlign::centre},
                                        {reason, 46}};
  std::vector<TableRow> rows;
  rows.reserve(units.size());
  for (const LostUnitRow& unit : units) {
    rows.push_back({fmt::format("{}", rows.size() + 1), unit.inventory, unit.unit, unit.title,
                    unit.dates, unit.sheets, unit.reason});
  }
  return printed(facts, words, columns, rows);
}

}  // namespace

PrintedForm printed_loss_act(const LossActFacts& facts, const std::vector<LostUnitRow>& units) {
  const ActWords words{
      tr("Act of loss"), tr("of the loss of documents"),
      say(tr("As a result of {} the documents listed below were found missing. The measures taken "
             "to find them were of no avail, so that we think it possible to strike them off:"),
          or_blank(facts.occasion))};
  return printed_losses(facts, words, tr("Supposed reasons of the absence"), units);
}

PrintedForm printed_damage_act(const LossActFacts& facts, const std::vector<LostUnitRow>& units) {
  const ActWords words{
      tr("Act of damage"), tr("of damage to documents beyond repair"),
      say(tr("As a result of {} the documents listed below were found damaged beyond repair, so "
             "that we think it possible to strike them off:"),
          or_blank(facts.occasion))};
  return printed_losses(facts, words, tr("Nature and reasons of the damage"), units);
}

PrintedForm printed_discovery_act(const LossActFacts& facts,
                                  const std::vector<FoundUnitRow>& units) {
  const ActWords words{tr("Act of discovery"), tr("of the discovery of documents"),
                       say(tr("As a result of {} the documents listed below were discovered:"),
                           or_blank(facts.occasion))};
  const std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                        {tr("Heading"), 48},
                                        {tr("Extreme dates"), 25, TextAlign::centre},
                                        {tr("Number of sheets"), 16, TextAlign::centre},
                                        {tr("Where it was discovered"), 26},
                                        {tr("Former code"), 21, TextAlign::centre},
                                        {tr("Decision"), 30}};
  std::vector<TableRow> rows;
  rows.reserve(units.size());
  for (const FoundUnitRow& unit : units) {
    rows.push_back({fmt::format("{}", rows.size() + 1), unit.title, unit.dates, unit.sheets,
                    unit.found_at, unit.former_code, unit.decision});
  }
  return printed(facts, words, columns, rows);
}

}  // namespace fonds
