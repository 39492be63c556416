#include "forms/destruction_act_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

std::string grounds_of(const DestructionActForm& facts) {
  const std::string list =
      facts.grounds.empty()
          ? say(tr("{} (title and imprint of the list of documents with their periods)"),
                or_long_blank(""))
          : facts.grounds;
  const std::string fonds_name = facts.fonds_name.empty() ? tr("__________ (name of the fonds)")
                                                          : "(" + facts.fonds_name + ")";
  return say(tr("On the grounds of {} the documents of fonds No. {} {} are selected for "
                "destruction, as they are of no scientific or historical value and have lost their "
                "practical use"),
             list, or_blank(facts.fonds), fonds_name);
}

void draw_head(FormFlow& flow, const DestructionActForm& facts) {
  FormBlock head(flow);
  head.side_by_side(act_lines(facts.institution, tr("ACT"), facts.act, facts.place),
                    approval_lines(facts.approval));
  head.gap(kFormGap);
  head.paragraph(facts.caption.title_or(tr(
                     "of selection for destruction of archival documents that need not be kept")),
                 kFormStrong);
  head.gap(kFormGap);
  head.draw();
  flow.paragraph(grounds_of(facts), kFormText);
  flow.skip(kFormGap);
}

void draw_units(FormFlow& flow, const DestructionActForm& facts, double below) {
  const std::vector<FormColumn> columns{
      {tr("Row"), 13, TextAlign::centre},
      {tr("Heading of the case (group heading of documents)"), 45},
      {tr("Years"), 16, TextAlign::centre},
      {tr("Number of the inv."), 15, TextAlign::centre},
      {tr("Number of the unit in the inventory (index of the case by the nomenclature)"), 27,
       TextAlign::centre},
      {tr("Number of st. units"), 21, TextAlign::centre},
      {tr("Periods of retention and numbers of articles of the list"), 22},
      {tr("Note"), 21}};
  std::vector<TableRow> rows;
  for (const DestructionActRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.title, row.years, row.inventory,
                    row.unit, fmt::format("{}", row.units), row.period, row.note});
  }
  draw_table(flow, columns, rows, {kFormSmallCell, 0, false, below});
}

std::string confirmation_of(const DestructionActForm& facts) {
  const bool by_authority = facts.confirmation == InventoryConfirmation::by_authority;
  return say(by_authority
                 ? tr("The inventories of cases kept permanently {} are confirmed, those on "
                      "personnel are agreed with the archive authority's commission (protocol {})")
                 : tr("The inventories of cases kept permanently {} are confirmed, those on "
                      "personnel are agreed with the commission of the institution (protocol {})"),
             for_years(facts.inventories_years), of_paper(facts.confirmed));
}

FormBlock selection_of(FormFlow& flow, const DestructionActForm& facts) {
  std::int64_t units = 0;
  for (const DestructionActRow& row : facts.rows) units += row.units;
  FormBlock block(flow);
  block.gap(kFormGap);
  block.paragraph(say(tr("In all {} {}."), counted(CountedNoun::storage_unit_short, units),
                      for_years(facts.years)),
                  kFormText);
  block.gap(kFormLineGap);
  block.paragraph(confirmation_of(facts), kFormText);
  block.gap(kFormGap);
  block.signature(tr("Who appraised the documents"), facts.appraiser);
  block.gap(kFormGap);
  block.side_by_side(agreement_lines(facts.agreed), {});
  return block;
}

void draw_destruction(FormFlow& flow, const DestructionActForm& facts) {
  const DestructionProof& proof = facts.proof;
  FormBlock block(flow);
  block.gap(kFormGap);
  block.paragraph(say(tr("Documents, {} st. units:"),
                      or_blank(proof.units ? fmt::format("{}", *proof.units) : "")),
                  kFormText);
  block.paragraph(
      say(tr("on paper, weighing {} kg, were handed over for destruction under waybill {};"),
          or_blank(proof.weight), of_paper(proof.waybill)),
      kFormText);
  block.paragraph(
      say(tr("on electronic carriers were destroyed by {}"), or_long_blank(proof.erasure)),
      kFormText);
  block.gap(kFormGap);
  block.signature(tr("Who handed the documents over"), facts.destroyer);
  block.gap(kFormGap);
  block.signature(tr("The records have been changed"), facts.recorder);
  if (!facts.journal.empty()) {
    block.gap(kFormGap);
    block.paragraph(say(tr("Entry of the archive's journal: {}"), facts.journal), {kFormSmallCell});
  }
  block.draw();
}

}  // namespace

PrintedForm printed_destruction_act(const DestructionActForm& facts) {
  const std::string title = say(tr("Act of selection for destruction {}"), of_paper(facts.act));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  FormBlock selection = selection_of(flow, facts);
  draw_units(flow, facts, selection.height());
  selection.draw();
  draw_destruction(flow, facts);
  return form.finish();
}

}  // namespace fonds
