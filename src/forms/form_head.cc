#include "forms/form_head.h"

#include "base/messages.h"

namespace fonds {

std::string institution_or_blank(const std::string& institution) {
  return institution.empty() ? tr("Name of the institution __________") : institution;
}

void draw_institution(FormFlow& flow, const std::string& institution) {
  flow.paragraph(institution_or_blank(institution), kFormCentred);
  flow.skip(kFormGap);
}

std::vector<FormLine> approval_lines(const FormSigner& head) {
  return {{tr("APPROVED"), kFormStrong},
          {head.position.empty() ? tr("Head of the institution") : head.position, kFormText},
          {head.name.empty() ? tr("__________ (signature, name)") : "__________ " + head.name,
           kFormText},
          {or_blank(head.day), kFormText}};
}

std::vector<FormLine> agreement_lines(const FormPaper& protocol) {
  return {{tr("AGREED"), kFormStrong},
          {say(tr("Protocol of the commission\n{}"), of_paper(protocol)), kFormText}};
}

std::vector<FormLine> authority_lines(const char* title, const FormPaper& protocol) {
  return {{title, kFormStrong},
          {say(tr("Protocol of the archive authority's commission\n{}"), of_paper(protocol)),
           kFormText}};
}

std::vector<FormLine> act_lines(const std::string& institution, const char* title,
                                const FormPaper& act, const std::string& place) {
  return {{institution_or_blank(institution), kFormText},
          {"", kFormText},
          {title, kFormStrong},
          {day_and_number(act), kFormText},
          {place.empty() ? tr("Place __________") : place, kFormText}};
}

}  // namespace fonds
