#include "forms/certificate_form.h"

#include <algorithm>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

/// At least so many rows are left to be written by hand, and so many there are in all.
constexpr std::size_t kEmptyRows = 3;
constexpr std::size_t kLeastRows = 8;

void draw_head(FormFlow& flow, const CertificateForm& facts) {
  draw_institution(flow, facts.institution);
  flow.paragraph(facts.caption.title_or(tr("CERTIFYING SHEET OF THE CASE")), kFormTitle);
  flow.paragraph(say(tr("No. {}"), name_of(facts.volume)), kFormCentred);
  flow.skip(2 * kFormGap);
}

void draw_sheets(FormFlow& flow, const CertificateForm& facts) {
  const auto line = [&](const char* format, const std::string& value) {
    flow.paragraph(say(format, value), kFormText);
    flow.skip(kFormLineGap);
  };
  line(tr("Bound and numbered in the case: {}, of these:"),
       counted(CountedNoun::sheet, facts.sheets));
  line(tr("lettered numbers of sheets: {};"), or_blank(facts.lettered));
  line(tr("missing numbers of sheets: {};"), or_blank(facts.missing));
  line(tr("+ sheets of the inner inventory: {}."), in_figures_and_words(facts.inventory_sheets));
  flow.skip(kFormGap);
}

void draw_features(FormFlow& flow, const CertificateForm& facts, double below) {
  const std::vector<FormColumn> columns{
      {tr("Peculiarities of the state and the make-up of the case"), 130},
      {tr("Numbers of the sheets"), 50}};
  std::vector<TableRow> rows;
  for (const CertificateFormRow& row : facts.features) rows.push_back({row.feature, row.sheets});
  rows.resize(std::max(kLeastRows, rows.size() + kEmptyRows));
  draw_table(flow, columns, rows, {kFormCell, kFormHandRow, false, below});
}

}  // namespace

PrintedForm printed_certificate(const CertificateForm& facts) {
  const std::string title = say(tr("Certifying sheet of case No. {}"), name_of(facts.volume));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  draw_sheets(flow, facts);
  FormBlock signature(flow);
  signature.gap(kFormGap);
  signature.signature("", facts.signer);
  draw_features(flow, facts, signature.height());
  signature.draw();
  return form.finish();
}

}  // namespace fonds
