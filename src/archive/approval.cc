#include "archive/approval.h"

#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/pattern.h"

namespace fonds {

void expect_another_person(const Archive& archive, const Actor& actor, std::string_view author) {
  if (author != actor.login || !archive.settings().flag("retention.two_persons")) return;
  throw Error(Fault::denied, tr("who draws it up does not approve it"),
              tr("the head approves it under an account of their own"));
}

FormPaper paper_typed(const std::string& text) {
  static const Pattern whole(R"(№?\s*(\S+)\s+от\s+([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?:\s*г\.?)?)");
  if (!whole.matches(text)) return {{}, text};
  const auto found = whole.find(PatternText(text));
  const auto date = date_typed(found->groups[2]->of(text));
  if (!date) return {{}, text};
  return {date->from, std::string(found->groups[1]->of(text))};
}

FormSigner signer_typed(const std::string& text) {
  const auto comma = text.rfind(", ");
  if (comma == text.npos) return {text, "", {}};
  return {text.substr(0, comma), text.substr(comma + 2), {}};
}

}  // namespace fonds
