#include "forms/transfer_act_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

/// Above the corner of approval, whose it is.
std::vector<FormLine> approval_of(const TransferSide& side) {
  std::vector<FormLine> lines = approval_lines(side.approval);
  lines.insert(lines.begin() + 1, {institution_or_blank(side.name), kFormText});
  return lines;
}

void draw_head(FormFlow& flow, const TransferActForm& facts) {
  FormBlock head(flow);
  head.side_by_side(approval_of(facts.giver), approval_of(facts.taker));
  head.gap(kFormGap);
  head.paragraph(tr("ACT"), kFormTitle);
  head.paragraph(day_and_number(facts.act), kFormCentred);
  head.paragraph(facts.caption.title_or(tr("of handing over documents for keeping")), kFormTitle);
  head.paragraph(facts.place.empty() ? tr("Place __________") : facts.place, kFormCentred);
  head.gap(kFormGap);
  head.draw();
}

void draw_subject(FormFlow& flow, const TransferActForm& facts) {
  for (const std::string& text :
       {say(tr("Grounds: {}"), or_long_blank(facts.grounds)),
        say(tr("Name of the fonds: {}"), or_long_blank(facts.fonds_name)),
        say(tr("{} has handed over and {} has taken the documents and the finding aids for them:"),
            or_long_blank(facts.giver.name), or_long_blank(facts.taker.name))}) {
    flow.paragraph(text, kFormText);
    flow.skip(kFormLineGap);
  }
  flow.skip(kFormGap);
}

void draw_inventories(FormFlow& flow, const TransferActForm& facts, double below) {
  const std::vector<FormColumn> columns{
      {tr("Row"), 14, TextAlign::centre},
      {tr("Title, number of the inventory"), 80},
      {tr("Number of copies of the inventory"), 26, TextAlign::centre},
      {tr("Quantity of st. units"), 26, TextAlign::centre},
      {tr("Note"), 34}};
  std::vector<TableRow> rows;
  for (const TransferActRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.inventory,
                    row.copies ? fmt::format("{}", *row.copies) : "", fmt::format("{}", row.units),
                    row.note});
  }
  draw_table(flow, columns, rows, {kFormCell, 0, false, below});
}

FormBlock hands_of(FormFlow& flow, const TransferActForm& facts) {
  std::int64_t units = 0;
  for (const TransferActRow& row : facts.rows) units += row.units;
  FormBlock block(flow);
  block.gap(kFormGap);
  block.paragraph(say(tr("Taken in all {}"), counted(CountedNoun::storage_unit_short, units)),
                  kFormText);
  block.gap(kFormGap);
  block.signature(tr("Handed over by"), facts.giver.signer);
  block.signature(tr("Taken by"), facts.taker.signer);
  return block;
}

void draw_records(FormFlow& flow, const TransferActForm& facts) {
  FormBlock block(flow);
  block.gap(kFormGap);
  block.paragraph(say(tr("The fonds has been given No. {}"), or_blank(facts.fonds)), kFormText);
  block.gap(kFormGap);
  block.signature(tr("The records have been changed"), facts.recorder);
  block.draw();
}

}  // namespace

PrintedForm printed_transfer_act(const TransferActForm& facts) {
  const std::string title = say(tr("Act of handing over {}"), of_paper(facts.act));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  draw_subject(flow, facts);
  FormBlock hands = hands_of(flow, facts);
  draw_inventories(flow, facts, hands.height());
  hands.draw();
  draw_records(flow, facts);
  return form.finish();
}

}  // namespace fonds
