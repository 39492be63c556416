#include <CLI/CLI.hpp>
#include <algorithm>

#include "archive/settings.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "web/api/settings_records.h"

namespace fonds {
namespace {

/// The kinds of papers the institution's own file adds or changes.
void print_own_kinds(Session& session, Archive& archive) {
  const DocumentKinds all = archive.kinds();
  const DocumentKinds known = DocumentKinds::shipped();
  for (const std::string& id : all.own()) {
    const PaperKind& kind = *all.find(id);
    const bool added = known.find(id) == nullptr;
    if (session.json) {
      print(record_of(kind, added));
    } else {
      print(say(added ? tr("kind of papers {}: {}, added") : tr("kind of papers {}: {}, changed"),
                id, archive.words().title("kind", id)));
    }
  }
}

/// How the institution's own file heads its forms.
void print_captions(Session& session, const Archive& archive) {
  for (std::size_t i = 0; i < kFormKinds.size(); ++i) {
    const auto form = static_cast<FormKind>(i);
    const FormCaption caption = archive.caption_of(form);
    if (caption.annex.empty() && caption.title.empty()) continue;
    if (session.json) {
      print(record_of(form, caption));
    } else {
      std::string head = caption.annex + (caption.title.empty() ? "" : "\n" + caption.title);
      std::replace(head.begin(), head.end(), '\n', '/');
      print(say(tr("form {}: {}"), kFormKinds[i], printable(head)));
    }
  }
}

int check(Session& session) {
  Archive archive = session.open_archive();
  for (const Setting& setting : kSettings) {
    if (session.json) {
      print(record_of(setting, archive.settings()));
    } else {
      print(fmt::format("{} = {}\n    {}", setting.key,
                        value_of(setting, archive.settings()).dump(), tr(setting.help.data())));
    }
  }
  print_own_kinds(session, archive);
  print_captions(session, archive);
  tell(session, tr("The settings are right."));
  return kExitDone;
}

}  // namespace

void define_config(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("config");
  command->require_subcommand(1);
  command->add_subcommand("check")->callback(
      [&session] { session.action = [&session] { return check(session); }; });
}

}  // namespace fonds
