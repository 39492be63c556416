#include <CLI/CLI.hpp>
#include <algorithm>

#include "archive/settings.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"

namespace fonds {
namespace {

Json value_of(const ConfigFile& settings, const Setting& setting) {
  switch (setting.standard.index()) {
    case 0:
      return settings.integer(setting.key);
    case 1:
      return settings.number(setting.key);
    case 2:
      return settings.flag(setting.key);
    default:
      return settings.text(setting.key);
  }
}

/// The kinds of papers the institution's own file adds or changes.
void print_own_kinds(Session& session, const Archive& archive) {
  const DocumentKinds all = archive.kinds();
  const DocumentKinds known = DocumentKinds::shipped();
  for (const std::string& id : all.own()) {
    const PaperKind& kind = *all.find(id);
    const std::string& name = language() == Language::english ? kind.en : kind.ru;
    const bool added = known.find(id) == nullptr;
    if (session.json) {
      print(Json{{"kind", id}, {"title", name}, {"added", added}});
    } else {
      print(say(added ? tr("kind of papers {}: {}, added") : tr("kind of papers {}: {}, changed"),
                id, name));
    }
  }
}

/// How the institution's own file heads its forms.
void print_captions(Session& session, const Archive& archive) {
  for (std::size_t i = 0; i < kFormKinds.size(); ++i) {
    const FormCaption caption = archive.caption_of(static_cast<FormKind>(i));
    if (caption.annex.empty() && caption.title.empty()) continue;
    if (session.json) {
      print(Json{{"form", kFormKinds[i]}, {"annex", caption.annex}, {"title", caption.title}});
    } else {
      std::string head = caption.annex + (caption.title.empty() ? "" : "\n" + caption.title);
      std::replace(head.begin(), head.end(), '\n', '/');
      print(say(tr("form {}: {}"), kFormKinds[i], printable(head)));
    }
  }
}

int check(Session& session) {
  const Archive archive = session.open_archive();
  for (const Setting& setting : kSettings) {
    const Json value = value_of(archive.settings(), setting);
    if (session.json) {
      print(Json{{"setting", setting.key}, {"value", value}, {"help", tr(setting.help.data())}});
    } else {
      print(fmt::format("{} = {}\n    {}", setting.key, value.dump(), tr(setting.help.data())));
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
