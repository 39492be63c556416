#include "cli/form_target.h"

#include "archive/own_papers.h"
#include "base/error.h"
#include "base/messages.h"
#include "cli/case_talk.h"
#include "cli/output_file.h"

namespace fonds {

void add_target(CLI::App& app, FormTarget& target) {
  app.add_option("-o,--output", target.output);
  app.add_option("--file", target.volume);
}

void expect_place(const FormTarget& target) {
  if (target.volume.empty()) return expect_place_for_bytes(target.output);
  if (target.output.empty()) return;
  throw Error(Fault::usage, tr("a form goes into a file or into a case"),
              tr("say --output or --file"));
}

void give_form(Session& session, Archive& archive, const FormTarget& target,
               const std::string& name, const std::string& description, const std::string& pdf) {
  if (target.volume.empty()) return give_bytes(session, target.output, pdf);
  print_filed(session, ArchiveOwnPapers(archive).file(session.actor, {name, description, pdf},
                                                      target.volume));
}

}  // namespace fonds
