#include "forms/presence_check_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/form_head.h"

namespace fonds {
namespace {

void draw_head(FormFlow& flow, const PresenceCheckForm& facts) {
  FormBlock head(flow);
  head.side_by_side(act_lines(facts.institution, tr("ACT"), facts.act, facts.place),
                    approval_lines(facts.approval));
  head.gap(kFormGap);
  head.paragraph(
      facts.caption.title_or(tr("of a check of the presence and the state of archival documents")),
      kFormStrong);
  head.gap(kFormGap);
  head.draw();
}

void write(FormFlow& flow, const std::string& text, double indent = 0) {
  flow.paragraph(text, kFormText, indent);
  flow.skip(kFormLineGap);
}

void draw_subject(FormFlow& flow, const PresenceCheckForm& facts) {
  write(flow, say(tr("Fonds number {}"), or_blank(facts.fonds)));
  write(flow, say(tr("Name of the fonds: {}"), or_long_blank(facts.fonds_name)));
  write(flow, say(tr("Inventories No. {}"), or_long_blank(facts.inventories)));
  write(flow, say(tr("The check was made from {} to {}"), or_blank(facts.first_day),
                  or_blank(facts.last_day)));
  flow.skip(kFormGap);
  write(flow, tr("The check has found:"));
}

void write_count(FormFlow& flow, const char* text, const std::optional<std::int64_t>& count,
                 double indent = 0) {
  write(flow, say(text, or_blank(count ? fmt::format("{}", *count) : "")), indent);
}

void draw_counts(FormFlow& flow, const PresenceCounts& counts) {
  constexpr double kIndent = 8;  // mm
  write_count(flow, tr("1. By the inventories there are {} st. units"), counts.by_inventories);
  write(flow, tr("2. Technical errors have come to light:"));
  write_count(flow, tr("2.1. lettered numbers counted in the totals: {} st. units"),
              counts.lettered_counted, kIndent);
  write_count(flow, tr("2.2. lettered numbers not counted in the totals: {} st. units"),
              counts.lettered_uncounted, kIndent);
  write_count(flow, tr("2.3. missing numbers: {} st. units"), counts.missing_numbers, kIndent);
  write_count(flow, tr("3. There are in fact, the errors mended, {} st. units"), counts.corrected);
  write_count(flow, tr("4. Absent are {} st. units"), counts.absent);
  write_count(flow, tr("5. Present are {} st. units, of which need:"), counts.present);
  write_count(flow, tr("5.1. restoration: {} st. units"), counts.to_restore, kIndent);
  write_count(flow, tr("5.2. binding: {} st. units"), counts.to_bind, kIndent);
  write_count(flow, tr("5.3. disinfection: {} st. units"), counts.to_disinfect, kIndent);
  write_count(flow, tr("6. Not described are {} st. units"), counts.undescribed);
}

void draw_state(FormFlow& flow, const PresenceCheckForm& facts) {
  write(flow, say(tr("7. Conditions of keeping: {}"), or_long_blank(facts.conditions)));
  write(flow, say(tr("8. Conclusions: {}"), or_long_blank(facts.conclusions)));
}

/// With the first of the signatures; a long list of them goes on.
void draw_checkers(FormFlow& flow, const PresenceCheckForm& facts) {
  std::vector<FormSigner> checkers = facts.checkers;
  if (checkers.empty()) checkers.emplace_back();
  FormBlock block(flow);
  block.gap(kFormGap);
  for (std::size_t i = 0; i < checkers.size(); ++i) {
    block.signature(i == 0 ? tr("The check was made by") : "", checkers[i]);
    block.draw();
  }
}

}  // namespace

PrintedForm printed_presence_check(const PresenceCheckForm& facts) {
  const std::string title = say(tr("Act of a check of presence {}"), of_paper(facts.act));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  draw_subject(flow, facts);
  draw_counts(flow, facts.counts);
  draw_state(flow, facts);
  draw_checkers(flow, facts);
  return form.finish();
}

}  // namespace fonds
