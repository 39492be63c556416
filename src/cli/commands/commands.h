/// Every command of the binary: one define_… a command file, one table entry each.
///
/// A define function adds its command to the app; parsing it sets Session::action. Nothing is done
/// while parsing. Threads: main only.
#pragma once

#include <array>
#include <string_view>

#include "cli/session.h"

namespace fonds {

void define_init(CLI::App& app, Session& session);
void define_cover(CLI::App& app, Session& session);
void define_config(CLI::App& app, Session& session);
void define_add(CLI::App& app, Session& session);
void define_scan(CLI::App& app, Session& session);
void define_watch(CLI::App& app, Session& session);
void define_work(CLI::App& app, Session& session);
void define_serve(CLI::App& app, Session& session);
void define_recognise(CLI::App& app, Session& session);
void define_search(CLI::App& app, Session& session);
void define_show(CLI::App& app, Session& session);
void define_review(CLI::App& app, Session& session);
void define_explain(CLI::App& app, Session& session);
void define_document(CLI::App& app, Session& session);
void define_export(CLI::App& app, Session& session);
void define_index(CLI::App& app, Session& session);
void define_check(CLI::App& app, Session& session);
void define_journal(CLI::App& app, Session& session);
void define_jobs(CLI::App& app, Session& session);
void define_student(CLI::App& app, Session& session);
void define_achievement(CLI::App& app, Session& session);
void define_consent(CLI::App& app, Session& session);
void define_disclosure(CLI::App& app, Session& session);
void define_user(CLI::App& app, Session& session);
void define_block(CLI::App& app, Session& session);
void define_case(CLI::App& app, Session& session);
void define_act(CLI::App& app, Session& session);
void define_hold(CLI::App& app, Session& session);
void define_nomenclature(CLI::App& app, Session& session);
void define_inventory(CLI::App& app, Session& session);
void define_stock(CLI::App& app, Session& session);
void define_retention(CLI::App& app, Session& session);
void define_transfer(CLI::App& app, Session& session);
void define_schedule(CLI::App& app, Session& session);
void define_name(CLI::App& app, Session& session);
void define_help(CLI::App& app, Session& session);

struct CommandEntry {
  std::string_view name;
  void (*define)(CLI::App&, Session&);
};

/// In the order of `fonds help`. Each has help/<name>.ru.md and help/<name>.en.md.
inline constexpr std::array<CommandEntry, 36> kCommands{{
    {"init", define_init},
    {"add", define_add},
    {"scan", define_scan},
    {"cover", define_cover},
    {"watch", define_watch},
    {"work", define_work},
    {"serve", define_serve},
    {"search", define_search},
    {"show", define_show},
    {"review", define_review},
    {"explain", define_explain},
    {"document", define_document},
    {"export", define_export},
    {"student", define_student},
    {"achievement", define_achievement},
    {"consent", define_consent},
    {"block", define_block},
    {"disclosure", define_disclosure},
    {"user", define_user},
    {"recognise", define_recognise},
    {"jobs", define_jobs},
    {"index", define_index},
    {"check", define_check},
    {"journal", define_journal},
    {"nomenclature", define_nomenclature},
    {"case", define_case},
    {"hold", define_hold},
    {"inventory", define_inventory},
    {"stock", define_stock},
    {"act", define_act},
    {"retention", define_retention},
    {"transfer", define_transfer},
    {"schedule", define_schedule},
    {"name", define_name},
    {"config", define_config},
    {"help", define_help},
}};

}  // namespace fonds
